import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import { MeantFiles, type MeantOptions } from '../../git/meant-files.ts';
import { InputError } from '../../kit/errors.ts';
import { compareText, STORE_DIR } from '../../nix/store/store-path.ts';
import { BUNDLE_FOLDER } from './bundle.ts';
import { checkFileName } from './feature-tar.ts';

/** A file of the author's that goes into the Feature. */
export interface ShippedFile {
  /** Relative to the Feature's folder, with slashes. */
  readonly name: string;
  readonly executable: boolean;
  readonly bytes: Buffer;
  /** Git does not track it, but others of the folder. */
  readonly isNew?: true;
}

export interface ShippingOptions {
  /** Absolute folders that are left out, such as the output of a build. */
  readonly excluded?: readonly string[];
  /** Files and folders, relative to the Feature's folder, that ship although git ignores them or they look secret. */
  readonly include?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** As for `MeantFiles`. */
  readonly lists?: MeantOptions['lists'];
}

/** All files together; what belongs into layers is in the delta, and not here. */
const LIMIT = 32 * 1024 * 1024;
/** Links to folders can make many files out of few. */
const MOST_FILES = 10_000;
/** Secret names that one message lists. */
const SHOWN = 10;

/**
 * Reads what the author ships besides the delta: the files of the Feature's folder that git tracks or does not ignore;
 * if git says nothing, all but what tools leave there. A link ships what it leads to, if that would ship too.
 * @param folder absolute
 * @returns sorted by name
 * @throws InputError for a file that can't be in a Feature, or whose name says that it holds a secret
 */
export async function readShippedFiles(folder: string, options: ShippingOptions = {}): Promise<readonly ShippedFile[]> {
  const { excluded = [], include = [], signal, lists } = options;
  const root = await realpath(folder);
  const meant = await MeantFiles.of(root, { include, signal, lists });
  const walk: Walk = { root, meant, excluded: new Set(excluded.map((path) => resolve(path))), secrets: [] };
  const names = await listFiles(walk, { name: '', real: '', above: [] });
  if (walk.secrets.length > 0) throw secret(folder, walk.secrets, meant.knowsGit);
  const files: ShippedFile[] = [];
  let size = 0;
  for (const name of names) {
    const path = join(root, name);
    checkFileName(name, path);
    const { mode } = await stat(path);
    const bytes = await readFile(path);
    size += bytes.length;
    if (size > LIMIT) throw tooLarge(folder, name);
    files.push({ name, executable: name.endsWith('.sh') || (mode & 0o100) !== 0, bytes, ...(meant.isNew(name) && { isNew: true }) });
  }
  return files;
}

interface Walk {
  readonly root: string;
  readonly meant: MeantFiles;
  readonly excluded: ReadonlySet<string>;
  /** Grows on the way: names that are not shipped without the author's word. */
  readonly secrets: string[];
}

/** A folder on the way. */
interface Place {
  /** What it is called in the Feature. */
  readonly name: string;
  /** Where it is below the root: somewhere else if a link led to it. */
  readonly real: string;
  /** The real folders that the way went through. */
  readonly above: readonly string[];
}

async function listFiles(walk: Walk, place: Place): Promise<string[]> {
  const names: string[] = [];
  const entries = await readdir(join(walk.root, place.real), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => compareText(a.name, b.name))) {
    const inside = { name: posix.join(place.name, entry.name), real: posix.join(place.real, entry.name), above: [...place.above, place.real] };
    names.push(...(entry.isDirectory() ? await listFolder(walk, inside) : await listFile(walk, entry, inside)));
    if (names.length > MOST_FILES) throw tooMany(join(walk.root, place.real));
  }
  return names;
}

async function listFolder(walk: Walk, place: Place): Promise<string[]> {
  const path = join(walk.root, place.real);
  if (!walk.meant.mayHold(place.real) || walk.excluded.has(path) || (await isLayout(path))) return [];
  if (place.name === BUNDLE_FOLDER) throw reserved(path);
  if (place.name.includes('\uFFFD')) throw notUtf8(path);
  return listFiles(walk, place);
}

async function listFile(walk: Walk, entry: Dirent, place: Place): Promise<string[]> {
  const { name, real } = place;
  const path = join(walk.root, real);
  if (walk.excluded.has(path)) return [];
  if (entry.isSymbolicLink() && (await isBuildResult(path))) return [];
  const standing = walk.meant.standingOf(real);
  if (standing === 'ignored' || standing === 'left') return [];
  if (name === BUNDLE_FOLDER) throw reserved(path);
  if (name.includes('\uFFFD')) throw notUtf8(path);
  if (standing === 'secret') {
    walk.secrets.push(name);
    return [];
  }
  if (entry.isSymbolicLink()) return listLinked(walk, place, path);
  if (entry.isFile()) return [name];
  throw new InputError('feature', `${path} is neither a file nor a folder, so it can't be in a Feature.`);
}

/** What a link leads to is judged as if it stood there itself: its own name says nothing about it. */
async function listLinked(walk: Walk, { name, above }: Place, path: string): Promise<string[]> {
  const { real, kind } = await followed(walk.root, path, above);
  const refuse = (why: string): never => {
    throw new InputError('feature', `${path} is a link to ${real}, ${why}.`, { hint: 'Remove the link, or put the file itself there.' });
  };
  if (walk.excluded.has(join(walk.root, real))) refuse('which is left out');
  if (kind.isDirectory()) return walk.meant.mayHold(real) ? listFiles(walk, { name, real, above }) : refuse('which is not shipped');
  const standing = walk.meant.standingOf(real);
  if (standing === 'secret') walk.secrets.push(real);
  else if (standing !== 'meant') refuse(standing === 'ignored' ? 'which git is told to ignore' : 'which is not shipped');
  else if (!kind.isFile()) refuse('which is neither a file nor a folder');
  else return [name];
  return [];
}

/** What an earlier build wrote. */
async function isLayout(folder: string): Promise<boolean> {
  return (await stat(join(folder, 'oci-layout')).catch(() => undefined)) !== undefined;
}

/** `nix build` leaves links called result, result-bin and so on. */
async function isBuildResult(path: string): Promise<boolean> {
  return (await readlink(path)).startsWith(`${STORE_DIR}/`);
}

async function followed(root: string, path: string, above: readonly string[]): Promise<{ readonly real: string; readonly kind: Stats }> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new InputError('feature', `${path} is a link ${why}.`, { cause, hint: 'Put the file itself there.' });
  };
  const target = await realpath(path).catch((cause: unknown) => refuse('that leads nowhere', cause));
  const real = relative(root, target).split(sep).join('/');
  if (real === '..' || real.startsWith('../')) refuse("that leads out of the Feature's folder");
  // It would be in itself without end.
  if (above.some((folder) => folder === real || folder.startsWith(`${real}/`))) refuse('to a folder that it is in');
  return { real, kind: await stat(target) };
}

function secret(folder: string, names: readonly string[], knowsGit: boolean): InputError {
  const shown = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');
  return new InputError('feature', `Files in ${folder} have names that suggest secrets: ${shown}. They ship only if git tracks them, or if "include" names them.`, {
    hint: `${knowsGit ? 'Name them in .gitignore' : "Keep them out of the Feature's folder"}; name public ones in "include".`,
    location: { file: join(folder, names[0] ?? '') },
  });
}

function reserved(path: string): InputError {
  return new InputError('feature', `${path} has a name that is reserved for the installer.`, {
    hint: 'Rename it: a published Feature has the installer and its files under this name.',
  });
}

function notUtf8(path: string): InputError {
  return new InputError('feature', `${path} has a name that is not UTF-8, so it can't be in a Feature.`, { hint: 'Rename it.', location: { file: path } });
}

function tooMany(folder: string): InputError {
  return new InputError('feature', `There are more than ${MOST_FILES} files in ${folder}.`, {
    hint: 'Let git ignore files that should not be published, or let the flake build them.',
  });
}

function tooLarge(folder: string, name: string): InputError {
  return new InputError('feature', `The files in ${folder}, including ${name}, have more than 32 MiB in total.`, {
    hint: "All files in the Feature's folder are published. Let the flake build large ones, or move them elsewhere.",
  });
}
