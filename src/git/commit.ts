import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { askGit, type Checkout } from './inert-git.ts';
import { listedFiles } from './listed-files.ts';

/** The commit that a folder was checked out from. */
export interface Commit {
  /** Its hash; with `-dirty` behind it if tracked files of the folders differ from it, as `git describe` has it. */
  readonly revision: string;
  readonly isDirty: boolean;
  /** When it was made: seconds since 1970. */
  readonly time: number | undefined;
}

/**
 * Finds the commit of a folder.
 * @param folders what is built; files elsewhere in the checkout may differ from the commit
 * @returns undefined if git knows none
 * @throws CancelledError
 */
export async function commitOf(folder: string, folders: readonly string[], signal: AbortSignal): Promise<Commit | undefined> {
  const listed = await listedFiles(folder, signal);
  if (listed === undefined) return undefined;
  const { checkout } = listed;
  const hash = (await askGit(checkout, ['rev-parse', '--verify', 'HEAD^{commit}'], { signal }))?.trim();
  if (hash === undefined || !/^[0-9a-f]{40,64}$/.test(hash)) return undefined;
  const object = await askGit(checkout, ['cat-file', 'commit', hash], { signal });
  const isDirty = await differs(checkout, hash, folders, signal);
  return { revision: isDirty ? `${hash}-dirty` : hash, isDirty, time: committerTime(object ?? '') };
}

/** A file is compared as it is: what a filter would make of it, only running the filter could tell. */
async function differs(checkout: Checkout, hash: string, folders: readonly string[], signal: AbortSignal): Promise<boolean> {
  const inside = (await Promise.all(folders.map((folder) => realpath(folder)))).map((folder) => path.relative(checkout.top, folder) || '.');
  const paths = inside.filter((below) => below !== '..' && !below.startsWith('../'));
  const settings = await withoutFilters(checkout, signal);
  const args = ['diff', '--no-ext-diff', '--no-textconv', '--name-only', '--ignore-submodules=all', '-z', hash, '--', ...paths];
  return (await askGit(checkout, args, { signal, settings, long: true })) !== '';
}

/** Filters are named freely, so that each must be turned off by its name. */
async function withoutFilters(checkout: Checkout, signal: AbortSignal): Promise<(readonly [string, string])[]> {
  const names = await askGit(checkout, ['config', '--null', '--name-only', '--get-regexp', String.raw`^filter\.`], { signal });
  const filters = new Set((names ?? '').split('\0').map((name) => name.slice(0, name.lastIndexOf('.'))));
  filters.delete('');
  return [...filters].flatMap((filter) => [
    [`${filter}.clean`, ''] as const,
    [`${filter}.smudge`, ''] as const,
    [`${filter}.process`, ''] as const,
    [`${filter}.required`, 'false'] as const,
  ]);
}

/** gitformat: `committer <name> <email> <seconds> <zone>`, in the lines before the first empty one. */
function committerTime(object: string): number | undefined {
  const [header = ''] = object.split('\n\n', 1);
  const [, seconds] = /^committer .*> (\d{1,11}) [+-]\d{4}$/m.exec(header) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}
