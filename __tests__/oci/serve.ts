import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WallClock } from '../../src/oci/http/clock.ts';
import { afterTest } from '../jest/after-test.ts';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

export interface Served {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  readonly url: URL;
  /** `GET /v2/…`, in the order of arrival. */
  readonly requests: string[];
  readonly seen: http.IncomingMessage[];
}

/** A server on loopback that ends with the test. */
export async function serve(handler: Handler): Promise<Served> {
  const requests: string[] = [];
  const seen: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    seen.push(request);
    handler(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: new URL(`http://${host}/`), requests, seen };
}

/** A clock whose sleeps take no time, and are written down. */
export function quickClock(): WallClock & { readonly slept: number[] } {
  let now = 1_700_000_000_000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

/** All bytes of a stream. */
export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
