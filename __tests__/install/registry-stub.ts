import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Fault {
  /** Hangs up after so many bytes of each answer with a blob. */
  readonly cutAfter?: number;
  readonly ignoreRange?: boolean;
  /** Sends other bytes the first so many times. */
  readonly corrupt?: number;
  readonly status?: number;
  /** Says nothing for so many milliseconds before a blob. */
  readonly delay?: number;
}

export interface Stub {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly requests: readonly string[];
  /** The Authorization headers that the registry itself got. */
  readonly authorizations: readonly string[];
  /** Requests that carried a token to where it is not for. */
  readonly leaks: readonly string[];
  close(): void;
}

export interface StubOptions {
  readonly token?: boolean;
  /** Where tokens are to be fetched from instead of from the stub. */
  readonly realm?: string;
  /** Where the token's address leads on to. */
  readonly tokenRedirect?: string;
  /** Where blobs are: `true` for another port of this machine. */
  readonly redirect?: boolean | string;
  readonly prefix?: string;
  readonly fault?: Fault;
}

/** A real HTTP registry that gives blobs by digest: with a token, by way of a redirect to another port, with faults. */
export async function startStub(
  blobs: ReadonlyMap<string, string>,
  options: StubOptions = {},
): Promise<Stub> {
  const requests: string[] = [];
  const leaks: string[] = [];
  const authorizations: string[] = [];
  let corrupt = options.fault?.corrupt ?? 0;
  const sendBlob = (request: IncomingMessage, response: ServerResponse): void => {
    const file = blobs.get(request.url?.split('/').at(-1) ?? '');
    if (file === undefined || options.fault?.status !== undefined) {
      response.writeHead(options.fault?.status ?? 404).end();
      return;
    }
    const { size } = statSync(file);
    const range = options.fault?.ignoreRange === true ? undefined : /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
    const start = Number(range ?? 0);
    response.writeHead(range === undefined ? 200 : 206, {
      'content-length': size - start,
      ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${size - 1}/${size}` }),
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const end = options.fault?.cutAfter === undefined ? size - 1 : Math.min(size - 1, start + options.fault.cutAfter - 1);
    const spoil = corrupt > 0;
    corrupt -= 1;
    createReadStream(file, { start, end })
      .on('data', (chunk) => response.write(spoil ? Buffer.alloc(chunk.length, 7) : chunk))
      .on('end', () => {
        // Hung up in the middle, once what was written has gone out.
        if (end < size - 1) setTimeout(() => request.socket.destroy(), 20);
        else response.end();
      });
  };
  const storage = await listen((request, response) => {
    requests.push(`storage ${request.method}`);
    if (request.headers.authorization !== undefined) leaks.push(request.url ?? '');
    sendBlob(request, response);
  });
  const registry = await listen((request, response) => {
    const url = new URL(request.url ?? '', 'http://registry');
    requests.push(`${request.method} ${url.pathname}${request.headers.range === undefined ? '' : ` ${request.headers.range}`}`);
    if (request.headers.authorization !== undefined) authorizations.push(request.headers.authorization);
    if (url.pathname === '/token') {
      if (options.tokenRedirect !== undefined) {
        response.writeHead(302, { location: options.tokenRedirect }).end();
        return;
      }
      const asked = [url.searchParams.get('service'), url.searchParams.get('scope')].join(' ');
      response.end(JSON.stringify({ expires_in: 60, token: Buffer.from(asked).toString('base64url') }));
      return;
    }
    const repository = `/v2${options.prefix ?? ''}/org/my-tools/blobs/`;
    if (!url.pathname.startsWith(repository)) {
      response.writeHead(404).end();
      return;
    }
    const wanted = `Bearer ${Buffer.from('stub repository:org/my-tools:pull').toString('base64url')}`;
    if (options.token === true && request.headers.authorization !== wanted) {
      const challenge = `Bearer realm="${options.realm ?? `http://${registry.host}/token`}",service="stub",scope="repository:org/my-tools:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
      return;
    }
    if (options.redirect !== undefined && options.redirect !== false && request.method === 'GET') {
      const elsewhere = `http://${storage.host.replace('127.0.0.1', 'localhost')}/${url.pathname.split('/').at(-1)}`;
      response.writeHead(307, { location: options.redirect === true ? elsewhere : options.redirect }).end();
      return;
    }
    setTimeout(() => {
      sendBlob(request, response);
    }, request.method === 'GET' ? (options.fault?.delay ?? 0) : 0);
  });
  return {
    host: registry.host,
    requests,
    authorizations,
    leaks,
    close: () => {
      for (const { server } of [registry, storage]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listen(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ host: string; server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
