import { lstatSync, readdirSync } from 'node:fs';
import { chmod, lstat, lutimes, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, IntegrityError, isDiskFull, messageOf, SetupError } from '../../kit/errors.ts';
import { removeFolder } from '../../kit/temporary.ts';
import { capture } from '../../programs/process.ts';
import type { NixRelease } from '../../request/nix.ts';
import { isStoreName } from '../store/store-path.ts';
import { markBegun, markDone } from './nix-folder.ts';

/** Where a copy is made before it gets its name in the store. */
const INCOMING = '.nix-feature-incoming';
/** The release's own description of its store paths: the text that `nix-store --load-db` reads. */
const REGISTRATION = '.reginfo';

/**
 * Puts an unpacked release into a `/nix` that is empty, or that a killed run has left half made: its store paths, the
 * database, a root for the garbage collector. The release's own installer is not run.
 *
 * @param unpacked the release's folder, with `store` and `.reginfo`
 * @param folder `/nix`
 * @returns the folder of Nix's programs
 * @throws IntegrityError if it is not laid out as a release is; SetupError (no room); CommandError; CancelledError
 */
export async function putRelease(unpacked: string, release: NixRelease, folder: string, signal: AbortSignal): Promise<string> {
  const { names, nix } = readLayout(unpacked, release);
  const path = join(folder, 'store', nix);
  const bin = join(path, 'bin');
  try {
    await markBegun(folder);
    await copyIn(join(unpacked, 'store'), folder, names, signal);
    await register(bin, await readFile(join(unpacked, REGISTRATION), 'utf8'), signal);
    await addRoot(folder, path);
    await markDone(folder, release.version, bin);
  } catch (error) {
    throw isFull(error) ? new SetupError(`The disk of ${folder} has no room for Nix ${release.version}: ${messageOf(error)}`, { cause: error, hint: 'Free some space and run again: the installation then continues.' }) : error;
  }
  return bin;
}

/** @returns the store paths' names, and which of them is Nix */
function readLayout(unpacked: string, { version, system, url }: NixRelease): { readonly names: readonly string[]; readonly nix: string } {
  const refuse = (why: string): never => {
    throw new IntegrityError(`The archive ${url} does not have the layout of a Nix release: ${why}.`, { hint: `Expected nix-${version}-${system} with a folder "store" and the file ".reginfo".` });
  };
  const names = isFolder(join(unpacked, 'store')) ? readdirSync(join(unpacked, 'store')) : refuse('it has no folder "store"');
  const odd = names.find((name) => !isStoreName(name));
  if (odd !== undefined) refuse(`"${odd}" in its store is not a store path`);
  const nix = names.find((name) => name.slice(33) === `nix-${version}` && isFolder(join(unpacked, 'store', name, 'bin')));
  return { names, nix: nix ?? refuse(`none of its store paths is nix-${version}`) };
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Each path gets its name once it is whole, so that whatever is in the store is. */
async function copyIn(from: string, folder: string, names: readonly string[], signal: AbortSignal): Promise<void> {
  const incoming = join(folder, INCOMING);
  const store = join(folder, 'store');
  await removeFolder(incoming);
  await mkdir(store, { recursive: true });
  await mkdir(incoming);
  const there = new Set(await readdir(store));
  const missing = names.filter((name) => !there.has(name));
  if (missing.length > 0) await capture(['cp', '-RP', '--', ...missing.map((name) => join(from, name)), incoming], { signal });
  for (const name of missing) await seal(join(incoming, name), join(store, name));
  // A folder gets its last mode where it stays, maybe in a run after this one.
  for (const name of names) if (isFolder(join(store, name))) await chmod(join(store, name), 0o555);
  await removeFolder(incoming);
}

/** Modes and times as Nix has them in a store; then the path gets its name. A folder can only be moved while it can be written. */
async function seal(path: string, target: string): Promise<void> {
  const info = await lstat(path);
  if (info.isDirectory()) {
    await chmod(path, 0o755);
    for (const name of await readdir(path)) await sealBelow(join(path, name));
  } else if (info.isFile()) {
    await chmod(path, (info.mode & 0o100) === 0 ? 0o444 : 0o555);
  }
  await lutimes(path, 1, 1);
  await rename(path, target);
}

async function sealBelow(path: string): Promise<void> {
  const info = await lstat(path);
  if (info.isDirectory()) for (const name of await readdir(path)) await sealBelow(join(path, name));
  if (!info.isSymbolicLink()) await chmod(path, info.isDirectory() || (info.mode & 0o100) !== 0 ? 0o555 : 0o444);
  await lutimes(path, 1, 1);
}

async function register(bin: string, registration: string, signal: AbortSignal): Promise<void> {
  await capture([join(bin, 'nix-store'), '--load-db'], { input: registration, signal, env: { NIX_REMOTE: 'local', NIX_CONFIG: 'build-users-group =' } });
}

/** Without it, the first garbage collection would remove Nix. */
async function addRoot(folder: string, path: string): Promise<void> {
  const roots = join(folder, 'var/nix/gcroots');
  await mkdir(roots, { recursive: true });
  await rm(join(roots, 'nix-feature'), { force: true });
  await symlink(path, join(roots, 'nix-feature'));
}

function isFull(error: unknown): boolean {
  return isDiskFull(error) || (error instanceof CommandError && /no space left|disk quota exceeded|database or disk is full/i.test(error.stderr));
}
