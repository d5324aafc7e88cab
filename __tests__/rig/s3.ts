import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A bucket on loopback. */
export interface S3Server {
  /** For `nix copy --to` and `substituters`; containers reach it with `--network=host`. */
  readonly url: string;
  /** Keys of its objects. */
  keys(): readonly string[];
  /** Every request so far: `PUT /bucket/key`. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/**
 * The part of S3's REST protocol that Nix's client uses, with a bucket that everybody may read and write: HEAD, GET and PUT of
 * objects by path-style addresses, with entity tags, and errors as S3 writes them. It leaves out signatures, uploads in parts,
 * listings, ranges, and all else, which it answers as S3 answers what it has not: 501.
 */
export async function startS3(bucket: string): Promise<S3Server> {
  const objects = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  const requests: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '' } = request;
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${method} ${pathname}`);
    const [, inBucket = '', ...rest] = decodeURIComponent(pathname).split('/');
    const key = rest.join('/');
    const refuse = (status: number, code: string): void => {
      const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Resource>${pathname}</Resource></Error>`;
      response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) }).end(method === 'HEAD' ? undefined : body);
    };
    if (search !== '' || key === '' || !['GET', 'HEAD', 'PUT'].includes(method)) return refuse(501, 'NotImplemented');
    if (inBucket !== bucket) return refuse(404, 'NoSuchBucket');
    if (method === 'PUT') {
      objects.set(key, { bytes: await buffer(request), type: request.headers['content-type'] ?? 'binary/octet-stream' });
      response.writeHead(200, { etag: `"${objects.size}"`, 'content-length': 0 }).end();
      return;
    }
    const object = objects.get(key);
    if (object === undefined) return refuse(404, 'NoSuchKey');
    response.writeHead(200, { 'content-type': object.type, 'content-length': object.bytes.length, 'accept-ranges': 'bytes' }).end(method === 'HEAD' ? undefined : object.bytes);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `s3://${bucket}?endpoint=127.0.0.1:${(server.address() as AddressInfo).port}&scheme=http&region=eu-west-1`,
    keys: () => [...objects.keys()],
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
