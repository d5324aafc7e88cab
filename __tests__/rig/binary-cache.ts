import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from './command.ts';
import { NIX_ENV } from './nix-env.ts';

export interface BinaryCache {
  /** For `substituters`; containers reach it with `--network=host`. */
  readonly url: string;
  /** For `trusted-public-keys`. */
  readonly publicKey: string;
  /** `file://…` of the same, for Nix on the host. */
  readonly folder: string;
  /** The store paths that were fetched so far, by the hash part of their narinfo. */
  readonly fetched: readonly string[];
  stop(): Promise<void>;
}

/**
 * A signed binary cache on loopback with the closure of the host's store paths: what is built once on the host is then
 * the same bytes in every container.
 */
export async function serveBinaryCache(paths: readonly string[]): Promise<BinaryCache> {
  const folder = await mkdtemp(path.join(tmpdir(), 'binary-cache-'));
  const secret = path.join(folder, 'secret');
  const open = path.join(folder, 'public');
  const content = path.join(folder, 'content');
  await run(['nix-store', '--generate-binary-cache-key', 'rig-1', secret, open], { env: NIX_ENV });
  await run(['nix', 'copy', '--to', `file://${content}?secret-key=${secret}&compression=none`, ...paths], { env: NIX_ENV });
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    const name = path.posix.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const narInfo = /^\/(\w+)\.narinfo$/.exec(name)?.[1];
    if (narInfo !== undefined && request.method === 'GET') fetched.push(narInfo);
    serve(path.join(content, name), response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicKey: (await readFile(open, 'utf8')).trim(),
    folder: content,
    fetched,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(file: string, response: ServerResponse): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-length': found.size });
  await pipeline(createReadStream(file), response);
}
