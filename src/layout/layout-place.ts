import { lstat, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileReason, InputError, isDiskFull, SetupError } from '../kit/errors.ts';
import { makeFolders } from '../kit/files.ts';
import { keepTemporary, makeTemporary, temporaryPlace } from '../kit/temporary.ts';
import type { BaseReference } from '../request/sources.ts';
import { assertApart, assertReplaceable } from './own-layout.ts';

/**
 * Where the layout goes. Work is done beside it, on the same file system, and what is whole is moved there at the end:
 * whoever looks sees the earlier layout, or the new one, and a run that fails leaves what was there before.
 */
export class LayoutPlace implements AsyncDisposable {
  /** For work; removed in the end. */
  readonly work: string;
  readonly #output: string;
  readonly #temporary: boolean;
  /** The folders above the output that were made for it, the innermost first. */
  readonly #made: readonly string[];
  #placed = false;
  #kept = false;

  private constructor(work: string, output: string, temporary: boolean, made: readonly string[] = []) {
    this.work = work;
    this.#output = output;
    this.#temporary = temporary;
    this.#made = made;
  }

  /**
   * @param output absolute; undefined: a temporary folder, which stays where the layout in it is to be kept
   * @param bases what is read meanwhile, and must stay
   * @throws InputError if the folder holds other things than an earlier layout, has to do with a base, or can't be written
   */
  static async claim(asked: string | undefined, bases: readonly BaseReference[] = []): Promise<LayoutPlace> {
    if (asked === undefined) {
      const folder = await temporaryFolder(temporaryPlace());
      return new LayoutPlace(join(folder, 'work'), join(folder, 'layout'), true);
    }
    await assertApart(asked, bases);
    // A link to a folder stays, and leads to the new layout.
    const output = await realpath(asked).catch(async () => {
      if ((await lstat(asked).catch(() => undefined))?.isSymbolicLink() !== true) return asked;
      throw new InputError('output', `output: ${asked} is a link that leads nowhere.`, { hint: 'Remove it, or name the folder itself.' });
    });
    await assertReplaceable(output);
    await assertMovable(output);
    try {
      const made = foldersBetween(await makeFolders(dirname(output)), dirname(output));
      return new LayoutPlace(await makeTemporary('nix-feature', dirname(output), true), output, false, made);
    } catch (cause) {
      if (isDiskFull(cause)) throw cause;
      throw new InputError('output', `output: the folder that contains ${output} is not writable: ${fileReason(cause)}.`, {
        cause,
        hint: 'The layout is first written beside its place and moved there when it is complete. Name a folder whose parent is writable.',
      });
    }
  }

  /** Moves a finished layout to its place. @returns where that is */
  async put(layout: string): Promise<string> {
    await assertReplaceable(this.#output);
    const earlier = join(this.work, 'earlier');
    const hadOne = await rename(this.#output, earlier).then(() => true, ignoreMissing);
    try {
      await rename(layout, this.#output);
    } catch (error) {
      if (hadOne) await rename(earlier, this.#output);
      throw error;
    }
    this.#placed = true;
    return this.#output;
  }

  /** The run went well: what is in a temporary folder is now for others to use. */
  keep(): void {
    this.#kept = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const left = this.#temporary && !this.#kept ? dirname(this.work) : this.work;
    if (this.#temporary && this.#kept) await keepTemporary(dirname(this.work));
    await rm(left, { recursive: true, force: true });
    if (this.#placed) return;
    // Others may have put something there meanwhile: then it stays.
    for (const folder of this.#made) await rmdir(folder).catch(() => undefined);
  }
}

/** @returns from the innermost to the outermost; none if nothing was made */
function foldersBetween(outermost: string | undefined, innermost: string): string[] {
  if (outermost === undefined) return [];
  const folders = [innermost];
  for (let folder = innermost; folder !== outermost && folder !== dirname(folder); ) folders.push((folder = dirname(folder)));
  return folders;
}

async function temporaryFolder(parent: string): Promise<string> {
  try {
    return await makeTemporary('nix-feature', parent);
  } catch (cause) {
    if (isDiskFull(cause)) throw cause;
    throw new SetupError(`The folder for temporary files, ${parent}, is not writable: ${fileReason(cause)}.`, {
      cause,
      hint: 'Set RUNNER_TEMP or TMPDIR to a folder that exists and is writable, or say where the layout goes: "output".',
    });
  }
}

/** What is mounted can't be replaced; found out before the build, and not when it is done. */
async function assertMovable(output: string): Promise<void> {
  const [own, parent] = await Promise.all([output, dirname(output)].map((path) => stat(path).catch(() => undefined)));
  if (own === undefined || own.dev === parent?.dev) return;
  throw new InputError('output', `output: ${output} is a mount point, which can't be replaced as a whole.`, { hint: 'Name a folder inside it.' });
}

function ignoreMissing(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT') throw error;
  return false;
}
