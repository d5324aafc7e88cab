import tls from 'node:tls';

const TIME_LIMIT = 2000;

/**
 * Tells whether a server of this machine speaks TLS, although most local registries don't. Its certificate is checked when something is sent.
 */
export function speaksTls(url: URL): Promise<boolean> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const socket = tls.connect({ host, port: Number(url.port === '' ? 80 : url.port), rejectUnauthorized: false, timeout: TIME_LIMIT });
    const answer = (does: boolean): void => {
      socket.destroy();
      resolve(does);
    };
    socket.once('secureConnect', () => answer(true));
    for (const event of ['error', 'close', 'timeout']) socket.once(event, () => answer(false));
  });
}
