import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { archOfNode, type Arch } from '../../src/platform.ts';
import { pipe, run } from './command.ts';
import { aptEnv, mirror, suites, type Suites } from './debian.ts';
import { NIX_ENV } from './nix-env.ts';
import { once } from './once.ts';
import { searchPath } from './paths.ts';

/** `current` has the Nix of Debian's release (2.26), `old` has Nix 2.8, `newest` the one of sid (2.34 or later). */
export type BedrockAge = 'current' | 'old' | 'newest';

// libdbi-perl: nix-bin needs it by a virtual name, which debootstrap can't resolve.
const PACKAGES = ['nix-bin', 'libdbi-perl', 'ca-certificates', 'zstd', 'xz-utils', 'jq', 'patchelf'];
/** What debootstrap would install anyway; named where nobody resolves priorities. */
const BASE_PACKAGES =
  'base-files base-passwd bash coreutils dash debianutils diffutils dpkg findutils grep gzip hostname libc-bin mawk sed tar util-linux'.split(' ');
/** What nothing here reads, half of the files: each Bedrock is copied, packed, pulled and listed again and again. perl-base stays. */
const TRIMMED = [
  'var/cache/apt',
  'var/cache/debconf',
  'var/lib/apt/lists',
  'var/log',
  'usr/share/doc',
  'usr/share/man',
  'usr/share/locale',
  'usr/share/info',
  'usr/share/lintian',
  'usr/share/perl',
  'usr/share/perl5',
  'usr/share/zoneinfo',
  ...['x86_64', 'aarch64'].flatMap((machine) => ['perl', 'perl5', 'gconv'].map((folder) => `usr/lib/${machine}-linux-gnu/${folder}`)),
];

/**
 * The root file system of a plain Debian image with Nix and an empty store; made once. Not to be changed: copy it.
 * The machine's own architecture gets a real debootstrap; of the other one, the old one and the newest the packages are
 * only unpacked, which is quicker (by minutes under emulation), and enough for a shell, coreutils, tar, zstd and Nix.
 */
export async function bedrockRoot(arch: Arch, age: BedrockAge = 'current'): Promise<string> {
  const available = await suites();
  const suite = suiteOf(age, available);
  return once(`bedrock/${suite}-${arch}`, async (root) => {
    if (arch === archOfNode(process.arch) && suite === available.bedrock) await bootstrap(root, suite);
    else await unpack(root, suite, arch);
    await Promise.all(TRIMMED.map((folder) => empty(path.join(root, folder))));
  });
}

export interface BedrockContent {
  readonly arch: Arch;
  readonly age?: BedrockAge;
  /** Store paths of the host's Nix; their closure is copied. */
  readonly paths: readonly string[];
  /** False: without /nix/var, as common image builders leave it. */
  readonly database: boolean;
}

/** A Bedrock whose store holds the closure of `paths`, byte for byte as on the host; made once. Not to be changed. */
export async function bedrockWith(content: BedrockContent): Promise<string> {
  const { arch, age = 'current', database } = content;
  const plain = await bedrockRoot(arch, age);
  const key = createHash('sha256').update(JSON.stringify([plain, [...content.paths].sort(), database])).digest('hex').slice(0, 12);
  return once(`bedrock/${path.basename(plain)}-${database ? 'db' : 'nodb'}-${key}`, async (root) => {
    await run(['cp', '-a', '--reflink=auto', `${plain}/.`, root]);
    await copyInto(root, content.paths);
    if (!database) await run(['rm', '-rf', path.join(root, 'nix/var')]);
  });
}

/** Copies the closure of the host's store paths into the store below `root`, and registers it there. */
export async function copyInto(root: string, paths: readonly string[]): Promise<void> {
  await mkdir(path.join(root, 'nix/store'), { recursive: true });
  if (paths.length === 0) return;
  await run(['nix', 'copy', '--no-check-sigs', '--to', `local?root=${root}`, ...paths], { env: NIX_ENV });
  // Nix takes the user's umask for what it makes on the way; a store that others can't enter is of no use.
  await run(['chmod', '0755', path.join(root, 'nix'), path.join(root, 'nix/store')]);
}

function suiteOf(age: BedrockAge, available: Suites): string {
  return { current: available.bedrock, old: available.old, newest: available.newest }[age];
}

async function bootstrap(root: string, suite: string): Promise<void> {
  const env = { ...process.env, PATH: searchPath(), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  await run(['debootstrap', '--variant=minbase', `--include=${PACKAGES.join(',')}`, suite, root, await mirror()], { env });
}

/** Apt resolves, dpkg-deb unpacks; no program of theirs runs. */
async function unpack(root: string, suite: string, arch: Arch): Promise<void> {
  const env = await aptEnv(suite);
  const apt = ['apt-get', '-q=2', '-o', `APT::Architecture=${arch}`];
  const plan = await run([...apt, '--simulate', '--no-install-recommends', 'install', ...BASE_PACKAGES, ...PACKAGES], { env });
  const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '');

  for (const folder of ['bin', 'sbin', 'lib']) {
    await mkdir(path.join(root, 'usr', folder), { recursive: true });
    await symlink(`usr/${folder}`, path.join(root, folder));
  }
  const debs = `${root}.debs`;
  await mkdir(debs, { recursive: true });
  await run([...apt, 'download', ...names.map((name) => `${name.replace(/:.*/, '')}:${arch}`)], { env, cwd: debs });
  for (const deb of (await readdir(debs)).sort()) {
    await pipe(['dpkg-deb', '--fsys-tarfile', path.join(debs, deb)], ['tar', '-x', '-C', root, '--keep-directory-symlink', '-f', '-']);
  }
  await rm(debs, { recursive: true });
  await configure(root);
}

/** What the packages' scripts would have done, as far as anything here needs it. */
async function configure(root: string): Promise<void> {
  const at = (name: string): string => path.join(root, name);
  await cp(at('usr/share/base-passwd/passwd.master'), at('etc/passwd'));
  await cp(at('usr/share/base-passwd/group.master'), at('etc/group'));
  await symlink('mawk', at('usr/bin/awk'));
  const authorities = at('usr/share/ca-certificates/mozilla');
  const certificates = await Promise.all((await readdir(authorities)).sort().map((name) => readFile(path.join(authorities, name), 'utf8')));
  await mkdir(at('etc/ssl/certs'), { recursive: true });
  await writeFile(at('etc/ssl/certs/ca-certificates.crt'), certificates.join(''));
}

async function empty(folder: string): Promise<void> {
  await run(['find', folder, '-mindepth', '1', '-delete']).catch(() => undefined); // not every suite has every folder
}
