import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { messageOf, SetupError } from '../kit/errors.ts';
import type { CacheAnswer } from './substituter.ts';

/** A binary cache that this machine alone can reach. */
export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** How long a client that does nothing keeps its connection; milliseconds. */
const PATIENCE = 60_000;

/**
 * Answers on loopback, and only to reading. Whatever goes wrong is a 404: for a 5xx Nix would not ask this cache again.
 * @param port 0: a free one
 * @param debug told what went wrong
 * @throws SetupError if the port is taken
 */
export async function serveLoopback(answer: (path: string) => Promise<CacheAnswer>, port: number, debug: (line: string) => void): Promise<LoopbackServer> {
  const server = createServer({ requestTimeout: PATIENCE, keepAliveTimeout: PATIENCE }, (request, response) => {
    respond(request, response, answer).catch((error: unknown) => {
      debug(`${request.url?.slice(0, 200) ?? ''}: ${messageOf(error)}`);
      if (response.headersSent) response.destroy();
      else notThere(response);
    });
  });
  await listening(server, port);
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? `the port ${port} is in use` : messageOf(cause);
      reject(new SetupError(`The binary cache can't be served: ${why}.`, { cause, hint: 'Name another "port", or none: then a free one is taken.' }));
    });
    server.listen(port, LOOPBACK, resolve);
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: (path: string) => Promise<CacheAnswer>): Promise<void> {
  const { method, url = '/' } = request;
  // A page in a browser may call this address by a name of its own.
  if (!isOwnHost(request)) return notThere(response);
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
    return;
  }
  const found = await answer(url);
  if (found === undefined) return notThere(response);
  if ('text' in found) {
    response.writeHead(200, { 'content-type': found.type, 'content-length': Buffer.byteLength(found.text) }).end(method === 'HEAD' ? undefined : found.text);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/x-nix-nar', 'content-length': found.nar.size });
  if (method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.nar.file), response);
}

function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  return [LOOPBACK, 'localhost'].some((name) => headers.host === `${name}:${socket.localPort ?? ''}`);
}

function notThere(response: ServerResponse): void {
  response.writeHead(404, { 'content-length': 0 }).end();
}
