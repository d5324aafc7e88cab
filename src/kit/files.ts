import { mkdir, stat, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { IntegrityError } from './errors.ts';

/**
 * Makes a folder and those above it. Node's recursive mkdir would not do: below a folder like /proc, which has no place for
 * new ones, it tries for ever and can't be stopped.
 * @returns the outermost folder that was made; undefined if all were there
 * @throws what the file system says
 */
export async function makeFolders(path: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let folder = path; !(await isFolderThere(folder)); folder = dirname(folder)) missing.push(folder);
  const made = missing.at(-1);
  for (const folder of missing.toReversed()) {
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      // Somebody else may make it meanwhile; if that is no folder, the next one says so.
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return made;
}

async function isFolderThere(path: string): Promise<boolean> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && path !== dirname(path)) return false;
    throw error;
  }
  throw Object.assign(new Error(`ENOTDIR: not a directory, mkdir '${path}'`), { code: 'ENOTDIR', syscall: 'mkdir', path });
}

/**
 * Reads a file that has no reason to be larger.
 * @param limit bytes
 * @throws IntegrityError if it is, or is no file; what the file system says
 */
export async function readUpTo(file: string, limit: number): Promise<Buffer> {
  const info = await stat(file);
  if (!info.isFile()) throw new IntegrityError(`${file} is not a file.`);
  if (info.size > limit) throw new IntegrityError(`${file} has ${info.size} bytes; the limit is ${limit}.`);
  return readFile(file);
}

/** Is there anything by this name? */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
