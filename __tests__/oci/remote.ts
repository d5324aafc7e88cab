import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import tls from 'node:tls';
import { afterTest } from '../jest/after-test.ts';
import type { Handler } from './serve.ts';

// Of a key pair that is worth nothing anywhere else: made once by
// openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj "/CN=test only" \
//   -addext "subjectAltName=DNS:registry.test,DNS:storage.test" -keyout test-only-key.pem -out test-only-certificate.pem
const pem = (name: string): string => readFileSync(new URL(`fixtures/test-only-${name}.pem`, import.meta.url), 'utf8');

export const REMOTE_HOST = 'registry.test';
export const OTHER_REMOTE_HOST = 'storage.test';

export interface ServedRemote {
  /** Where the proxy is, through which all remote hosts are this one server. */
  readonly env: NodeJS.ProcessEnv;
  readonly requests: string[];
  readonly seen: http.IncomingMessage[];
  /** What the proxy was asked to connect to. */
  readonly connects: string[];
}

/** Remote registries with TLS, as far as a client can tell: a real TLS server behind a real CONNECT proxy on loopback. */
export async function serveRemote(handler: Handler): Promise<ServedRemote> {
  tls.setDefaultCACertificates([...tls.getCACertificates('bundled'), pem('certificate')]);
  const requests: string[] = [];
  const seen: http.IncomingMessage[] = [];
  const connects: string[] = [];
  const sockets = new Set<Socket>();
  const server = https.createServer({ key: pem('key'), cert: pem('certificate') }, (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    seen.push(request);
    handler(request, response);
  });
  const proxy = http.createServer();
  proxy.on('connect', (request, socket: Socket) => {
    connects.push(request.url ?? '');
    const inner = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(inner).pipe(socket);
    });
    for (const end of [socket, inner]) {
      sockets.add(end);
      end.on('error', () => socket.destroy());
    }
  });
  for (const each of [server, proxy]) {
    each.listen(0, '127.0.0.1');
    await once(each, 'listening');
  }
  afterTest(() => {
    for (const socket of sockets) socket.destroy();
    for (const each of [server, proxy]) {
      each.closeAllConnections();
      each.close();
    }
  });
  return { env: { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }, requests, seen, connects };
}
