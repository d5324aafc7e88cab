import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError, fileReason } from '../../kit/errors.ts';
import { isObject } from '../../json/field.ts';
import { isDeadOwner, ownerToken } from '../../kit/temporary.ts';

/** What is at `/nix`, as far as an installation needs to know it. */
export type NixFolder =
  | { readonly kind: 'absent' | 'empty' }
  /** Installed from here; `bin` is the folder of its programs. */
  | { readonly kind: 'ours'; readonly version: string; readonly bin: string }
  /** An installation from here that has not ended; `alive`: it goes on. */
  | { readonly kind: 'begun'; readonly alive: boolean }
  | { readonly kind: 'foreign'; readonly holds: readonly string[] };

/** Says who installs, and in the end what. Written before anything else is. */
const MARK = '.nix-feature';

/** What a file system has at its root. */
const OF_FILE_SYSTEMS = new Set(['lost+found']);

/**
 * @param folder `/nix`
 * @throws SetupError if it can't be read
 */
export async function lookAtNixFolder(folder: string): Promise<NixFolder> {
  const names = await namesIn(folder);
  if (names === undefined) return { kind: 'absent' };
  const mark = names.includes(MARK) ? await readMark(join(folder, MARK)) : undefined;
  if (mark !== undefined) return mark;
  const holds = names.filter((name) => !OF_FILE_SYSTEMS.has(name) && !name.startsWith(`${MARK}.`)).toSorted();
  return holds.length === 0 ? { kind: 'empty' } : { kind: 'foreign', holds };
}

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SetupError(`${folder} can't be read: ${fileReason(error)}.`, { cause: error });
  }
}

/** A mark that can't be read was not finished by whoever began it. */
async function readMark(file: string): Promise<NixFolder> {
  const mark = await readFile(file, 'utf8').then(JSON.parse, () => undefined).catch(() => undefined) as unknown;
  const { owner, version, bin } = isObject(mark) ? mark : {};
  if (typeof version === 'string' && typeof bin === 'string') return { kind: 'ours', version, bin };
  const alive = typeof owner === 'string' && owner !== '' && owner !== ownerToken() && !(await isDeadOwner(owner));
  return { kind: 'begun', alive };
}

/**
 * Records that an installation begins. Called before the first byte is written there. Of several processes that found the folder free, one gets it.
 * @throws SetupError if another process has it by now; what the file system says
 */
export async function markBegun(folder: string): Promise<void> {
  const file = join(folder, MARK);
  const written = `${file}.${process.pid}`;
  await writeFile(written, JSON.stringify({ owner: ownerToken() }));
  try {
    const found = await lookAtNixFolder(folder);
    // Only a name that is not there yet can be given by one alone.
    if (found.kind === 'begun' && !found.alive) await rename(written, file);
    else await link(written, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw anotherInstalls(folder, error);
  } finally {
    await rm(written, { force: true });
  }
}

/** Says that somebody else is at it. */
export function anotherInstalls(folder: string, cause?: unknown): SetupError {
  return new SetupError(`Another run is installing Nix into ${folder} at this moment.`, { cause, hint: 'Run again when that one has ended.' });
}

/** Records that the installation is complete. @throws what the file system says */
export async function markDone(folder: string, version: string, bin: string): Promise<void> {
  await writeMark(folder, { version, bin });
}

async function writeMark(folder: string, mark: Readonly<Record<string, string>>): Promise<void> {
  const file = join(folder, MARK);
  await writeFile(`${file}.new`, JSON.stringify(mark));
  await rename(`${file}.new`, file);
}
