import { readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileReason, InputError, isDiskFull } from '../kit/errors.ts';
import { makeFolders } from '../kit/files.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { compareText } from '../nix/store/store-path.ts';
import { EXPORT_MARK } from './write-folder.ts';

/**
 * Makes a folder whole beside its place and moves it there at the end. A run that fails leaves what was there before.
 * @param named absolute
 * @param fill gets the path of a folder that is not there yet, and makes it
 * @throws InputError if the place holds something that was not exported; what `fill` throws
 */
export async function replaceFolder<T>(named: string, fill: (folder: string) => Promise<T>): Promise<T> {
  await assertOwnExport(named);
  // A link stays one: what it leads to is replaced.
  const output = await realpath(named).catch(() => named);
  const work = await makeWork(output);
  try {
    const result = await fill(join(work, 'new'));
    await assertOwnExport(output);
    const had = await rename(output, join(work, 'earlier')).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return false;
      },
    );
    try {
      await rename(join(work, 'new'), output);
    } catch (error) {
      if (had) await rename(join(work, 'earlier'), output);
      throw error;
    }
    return result;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeWork(output: string): Promise<string> {
  try {
    await makeFolders(dirname(output));
    return await makeTemporary('nix-feature', dirname(output), true);
  } catch (cause) {
    if (isDiskFull(cause)) throw cause;
    throw new InputError('output', `output: the folder that contains ${output} is not writable: ${fileReason(cause)}.`, { cause });
  }
}

/** @throws InputError if the place holds something that was not exported */
export async function assertOwnExport(output: string): Promise<void> {
  const entries = await readdir(output).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new InputError('output', `output: ${output} can't be used as a folder: ${fileReason(cause)}.`, { cause });
  });
  if (entries.length === 0 || (await stat(join(output, EXPORT_MARK)).catch(() => undefined))?.isFile() === true) return;
  throw new InputError('output', `output: ${output} holds files that no export wrote, such as "${entries.sort(compareText)[0] ?? ''}".`, {
    hint: 'Name a new or empty folder, or one that an earlier export wrote.',
  });
}
