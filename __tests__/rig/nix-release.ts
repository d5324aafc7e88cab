import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { run } from './command.ts';
import { machineArch } from './flakes.ts';
import { NIX_ENV } from './nix-env.ts';
import { systemOf } from '../../src/platform.ts';

/** A release of Nix, laid out as the official ones are, out of the machine's own Nix. Its libraries stay the machine's. */
export interface MadeRelease {
  readonly version: string;
  readonly tarball: Buffer;
  readonly sha256: string;
}

/**
 * @param folder for work
 * @param more store paths of the host's that it holds too, each with all that it refers to
 */
export async function makeNixRelease(folder: string, more: readonly string[] = []): Promise<MadeRelease> {
  const version = /\d+\.\d+\.\d+/.exec(await run(['nix', '--version'], { env: NIX_ENV }))?.[0] ?? '';
  const name = `nix-${version}-${systemOf(machineArch())}`;
  const program = path.join(folder, `nix-${version}`);
  await mkdir(path.join(program, 'bin'), { recursive: true });
  await cp(await realpath((await run(['sh', '-c', 'command -v nix'], { env: NIX_ENV })).trim()), path.join(program, 'bin/nix'));
  for (const each of ['nix-store', 'nix-build', 'nix-env', 'nix-instantiate']) await symlink('nix', path.join(program, 'bin', each));
  await mkdir(path.join(folder, 'cacert'));
  await writeFile(path.join(folder, 'cacert/ca-bundle.crt'), 'none\n');
  const own = (await run(['nix-store', '--add', program, path.join(folder, 'cacert')], { env: NIX_ENV })).trim().split('\n');
  const paths = [...own, ...more];
  const release = path.join(folder, name);
  await mkdir(path.join(release, 'store'), { recursive: true });
  await run(['cp', '-a', ...paths, path.join(release, 'store')]);
  await writeFile(path.join(release, '.reginfo'), await run(['nix-store', '--dump-db', ...paths], { env: NIX_ENV }));
  await writeFile(path.join(release, 'install'), '#!/bin/sh\necho the installer ran >&2; exit 1\n', { mode: 0o755 });
  await run(['tar', '-C', folder, '-cJf', path.join(folder, 'release.tar.xz'), name], { env: { ...process.env, XZ_OPT: '-0' } });
  const tarball = await readFile(path.join(folder, 'release.tar.xz'));
  return { version, tarball, sha256: createHash('sha256').update(tarball).digest('hex') };
}

/** What a server of releases does wrong; the first part of the address says it. */
const FAULTS: Readonly<Record<string, (file: Buffer, response: ServerResponse, nth: number) => void>> = {
  plain: (file, response) => void response.writeHead(200, { 'content-length': file.length }).end(file),
  redirect: (_file, response) => void response.writeHead(302, { location: `http://${response.req.headers.host}${response.req.url?.replace('/redirect/', '/plain/')}` }).end(),
  lies: (file, response) => void response.writeHead(200).end(Buffer.concat([file.subarray(0, -1), Buffer.from([(file.at(-1) ?? 0) ^ 1])])),
  short: (file, response) => void response.writeHead(200).end(file.subarray(0, file.length >> 1)),
  // The first two attempts lose their connection half-way.
  cut: (file, response, nth) => (nth > 2 ? FAULTS['plain']?.(file, response, nth) : cut(file, response)),
  severed: (file, response) => cut(file, response),
  // Half of it, and then silence.
  stall: (file, response) => void response.writeHead(200, { 'content-length': file.length }).write(file.subarray(0, file.length >> 1)),
  missing: (_file, response) => void response.writeHead(404).end(),
};

function cut(file: Buffer, response: ServerResponse): void {
  response.writeHead(200, { 'content-length': file.length }).write(file.subarray(0, file.length >> 1), () => response.destroy());
}

export interface ReleaseServer {
  /** @param fault one of {@link FAULTS} */
  readonly mirror: (fault: string) => string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Serves a release on loopback, with every fault that a server may have. */
export async function serveRelease({ version, tarball }: MadeRelease): Promise<ReleaseServer> {
  const asked: string[] = [];
  const file = `nix-${version}/nix-${version}-${systemOf(machineArch())}.tar.xz`;
  const server = createServer((request: IncomingMessage, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const fault = FAULTS[url.split('/')[1] ?? ''];
    if (fault === undefined || !url.endsWith(`/${file}`)) response.writeHead(404).end();
    else fault(tarball, response, asked.filter((each) => each === url).length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    mirror: (fault) => `http://127.0.0.1:${port}/${fault}`,
    asked,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
