import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { InputError } from '../errors.ts';
import { compareText, STORE_DIR } from '../nix/store-path.ts';
import { BUNDLE_FOLDER } from './bundle.ts';
import { checkFileName } from './feature-tar.ts';

/** A file of the author's that goes into the Feature. */
export interface ShippedFile {
  /** Relative to the Feature's folder, with slashes. */
  readonly name: string;
  readonly executable: boolean;
  readonly bytes: Buffer;
}

/** All files together; what belongs into layers is in the delta, and not here. */
const LIMIT = 32 * 1024 * 1024;
/** What tools leave in a folder, and nobody means to publish. */
const LEFT_BEHIND = new Set(['.git', '.direnv', '.DS_Store', 'node_modules', 'dist']);

/**
 * Reads what the author ships besides the delta: everything in the Feature's folder but what builds leave there.
 * Links are followed where they stay inside.
 * @param folder absolute
 * @param excluded absolute folders that are left out, such as the output of a build
 * @returns sorted by name
 * @throws InputError for a file that can't be in a Feature
 */
export async function readShippedFiles(folder: string, excluded: readonly string[] = []): Promise<readonly ShippedFile[]> {
  const root = await realpath(folder);
  const files: ShippedFile[] = [];
  let size = 0;
  for (const name of await listFiles(root, '', new Set(excluded.map((path) => resolve(path))))) {
    const path = join(root, name);
    checkFileName(name, path);
    const { mode } = await stat(path);
    const bytes = await readFile(path);
    size += bytes.length;
    if (size > LIMIT) throw tooLarge(folder, name);
    files.push({ name, executable: name.endsWith('.sh') || (mode & 0o100) !== 0, bytes });
  }
  return files;
}

async function listFiles(root: string, below: string, excluded: ReadonlySet<string>): Promise<string[]> {
  const names: string[] = [];
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => compareText(a.name, b.name))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    const path = join(root, name);
    if (LEFT_BEHIND.has(entry.name) || excluded.has(path)) continue;
    if (name === BUNDLE_FOLDER) throw reserved(path);
    if (name.includes('\uFFFD')) throw notUtf8(path);
    if (entry.isSymbolicLink() && (await isBuildResult(path))) continue;
    const kind = entry.isSymbolicLink() ? await followed(root, path, name) : entry;
    if (kind.isDirectory()) names.push(...((await isLayout(path)) ? [] : await listFiles(root, name, excluded)));
    else if (kind.isFile()) names.push(name);
    else throw new InputError('feature', `${path} is neither a file nor a folder, and can't be in a Feature.`);
  }
  return names;
}

/** What an earlier build wrote. */
async function isLayout(folder: string): Promise<boolean> {
  return (await stat(join(folder, 'oci-layout')).catch(() => undefined)) !== undefined;
}

/** `nix build` leaves links called result, result-bin and so on. */
async function isBuildResult(path: string): Promise<boolean> {
  return (await readlink(path)).startsWith(`${STORE_DIR}/`);
}

async function followed(root: string, path: string, name: string): Promise<{ isDirectory(): boolean; isFile(): boolean }> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new InputError('feature', `${path} is a link ${why}.`, { cause, hint: 'Put the file itself there.' });
  };
  const target = await realpath(path).catch((cause: unknown) => refuse('that leads nowhere', cause));
  const inside = relative(root, target);
  if (inside.startsWith('..')) refuse('that leads out of the Feature’s folder');
  // A folder above the link would be in itself without end.
  if (inside === '' || `${name}/`.startsWith(`${inside.split(sep).join('/')}/`)) refuse('to a folder that it is in');
  return stat(target);
}

function reserved(path: string): InputError {
  return new InputError('feature', `${path} is there, and that name is reserved for the install runtime.`, {
    hint: 'Rename it; the runtime and its files are put into a published Feature under this name.',
  });
}

function notUtf8(path: string): InputError {
  return new InputError('feature', `${path} has a name that is not UTF-8, and can’t be in a Feature.`, { hint: 'Rename it.', location: { file: path } });
}

function tooLarge(folder: string, name: string): InputError {
  return new InputError('feature', `The files in ${folder} have more than 32 MiB together, ${name} among them.`, {
    hint: 'All files in the Feature’s folder are published with it. Let large ones be built by the flake, or move them elsewhere.',
  });
}
