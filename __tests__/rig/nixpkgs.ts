import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemOf, type Arch } from '../../src/platform.ts';
import { run } from './command.ts';
import { machineArch, makeFlake } from './flakes.ts';
import { NIX_ENV } from './nix-env.ts';
import { once } from './once.ts';

const SOURCE = path.join(import.meta.dirname, 'nixpkgs');
/** Debian's names; `nixpkgs/packages.nix` gives them those of nixpkgs. */
const PACKAGES = ['bash', 'coreutils', 'curl', 'direnv', 'hello', 'jq', 'ripgrep', 'sqlite3'];
/**
 * What a revision builds anew, under the same name; all that depends on it follows. Revision 1 builds what `makeFlake`
 * builds, to the same store paths: `makeFlake('base', ['curl', 'sqlite3'])` holds its curl and sqlite.
 */
const TOUCHED = { 1: [], 2: ['zlib1g', 'libjq1'] } as const;
const REVISIONS = [1, 2] as const;

export interface NixpkgsOptions {
  /** 1 unless given. */
  readonly revision?: (typeof REVISIONS)[number];
  /** The machine's own alone unless given: each brings some megabytes into every evaluation. */
  readonly arches?: readonly Arch[];
}

/**
 * The stand-in for nixpkgs: a flake with `legacyPackages` and `lib`, which `import` takes too; made once.
 * @returns the folder; use it as `path:<folder>`, copy it into a flake, or serve it as an archive with `serveNixpkgs`
 */
export async function nixpkgs(options: NixpkgsOptions = {}): Promise<string> {
  const { revision = 1, arches = [machineArch()] } = options;
  const debian = await Promise.all(arches.map(async (arch) => ({ arch, folder: await makeFlake('nixpkgs', PACKAGES, { arch }) })));
  const files = (await readdir(SOURCE)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(SOURCE, file), 'utf8')));
  const key = createHash('sha256').update(JSON.stringify([files, texts, TOUCHED[revision], debian.map(({ folder }) => path.basename(folder))])).digest('hex').slice(0, 12);
  return once(`nixpkgs/${revision}-${key}`, async (folder) => {
    await cp(SOURCE, folder, { recursive: true });
    await writeFile(path.join(folder, 'revision.nix'), `{ number = ${revision}; touched = [ ${TOUCHED[revision].map((name) => `"${name}"`).join(' ')} ]; }\n`);
    await mkdir(path.join(folder, 'debian'));
    for (const { arch, folder: from } of debian) await cp(from, path.join(folder, 'debian', systemOf(arch)), { recursive: true });
  });
}

export interface ServedNixpkgs {
  /** Of each revision a flake reference; containers reach it with `--network=host`. */
  readonly references: Readonly<Record<(typeof REVISIONS)[number], string>>;
  /** Of each revision what a flake.lock has of it. */
  readonly locked: Readonly<Record<(typeof REVISIONS)[number], { readonly type: 'tarball'; readonly url: string; readonly narHash: string }>>;
  stop(): Promise<void>;
}

/** Both revisions as archives on loopback, as GitHub offers nixpkgs: what a container can fetch, too. */
export async function serveNixpkgs(options: Pick<NixpkgsOptions, 'arches'> = {}): Promise<ServedNixpkgs> {
  const archives = await Promise.all(
    REVISIONS.map(async (revision) => {
      const folder = await nixpkgs({ ...options, revision });
      const archive = await once(`nixpkgs-archives/${path.basename(folder)}`, async (into) => {
        const alike = ['--sort=name', '--mtime=@315532800', '--owner=0', '--group=0', '--numeric-owner', '--transform=s,^\\.,nixpkgs,'];
        await run(['tar', ...alike, '-C', folder, '-czf', path.join(into, 'nixpkgs.tar.gz'), '.']);
      });
      const narHash = (await run(['nix', 'hash', 'path', folder], { env: NIX_ENV })).trim();
      return { path: `/nixpkgs-${revision}.tar.gz`, file: path.join(archive, 'nixpkgs.tar.gz'), narHash };
    }),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = archives.find((archive) => archive.path === pathname)?.file;
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    stat(file)
      .then(({ size }) => response.writeHead(200, { 'content-type': 'application/gzip', 'content-length': size }))
      .then(() => pipeline(createReadStream(file), response))
      .catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [one, two] = archives.map(({ path: at, narHash }) => ({ type: 'tarball', url: `${origin}${at}`, narHash }) as const);
  if (one === undefined || two === undefined) throw new Error('there are two revisions');
  return {
    references: { 1: one.url, 2: two.url },
    locked: { 1: one, 2: two },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
