import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../kit/errors.ts';

/** Bytes; with less than this nothing of a build can be written. */
const AS_GOOD_AS_NONE = 4 * 1024 * 1024;

/**
 * Makes of a full disk an error that names the folder that is full. To be called before anything is removed: then there
 * would be space again.
 * @param folders those that are written to
 */
export async function fullDisk(cause: unknown, folders: readonly string[]): Promise<Failure> {
  // What Nix or an engine ran out of is said already.
  if (cause instanceof Failure) return cause;
  const folder = (await fullOf(folders)) ?? holderOf(cause, folders);
  const what = folder === undefined ? '' : `: ${folder} has no space left`;
  return new Failure(`The disk is full${what}.`, {
    cause,
    hint: 'Free some space, or let "output" name a folder on a larger disk. Nothing of this build was kept.',
  });
}

async function fullOf(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const info = await statfs(folder).catch(() => undefined);
    if (info !== undefined && info.bavail * info.bsize < AS_GOOD_AS_NONE) return folder;
  }
  return undefined;
}

/** The folder that holds the file which could not be written; the packer has removed it, and made space again. */
function holderOf(cause: unknown, folders: readonly string[]): string | undefined {
  for (let error = cause; error instanceof Error; error = error.cause) {
    const { path } = error as NodeJS.ErrnoException;
    if (path !== undefined) return folders.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path);
  }
  return undefined;
}
