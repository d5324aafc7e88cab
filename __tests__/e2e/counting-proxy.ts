import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

/** A registry seen through a line that counts what travels. */
export interface CountingProxy {
  /** `localhost:<port>`: stands for the registry's own. */
  readonly host: string;
  /** Requests for blobs since `reset`: what was asked for, and the bytes that came. */
  readonly blobs: readonly { readonly path: string; readonly range: string | undefined; readonly bytes: number }[];
  reset(): void;
}

/** Ends with the tests of the file. */
export async function countingProxy(to: string): Promise<CountingProxy> {
  const [hostname = '', port = ''] = to.split(':');
  let blobs: CountingProxy['blobs'][number][] = [];
  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '/', headers } = request;
    const upstream = send({ hostname, port, method, path: url, headers }, (answer) => {
      let bytes = 0;
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => {
        if (method === 'GET' && /\/blobs\/sha256:/.test(url)) blobs.push({ path: url, range: headers.range, bytes });
      });
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  };
  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    get blobs() {
      return blobs;
    },
    reset: () => (blobs = []),
  };
}
