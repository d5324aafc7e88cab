import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { askGit, findCheckout, type Checkout } from './inert-git.ts';

/** What git says of a folder's files. Names are relative to the folder, with slashes. */
export interface ListedFiles {
  readonly checkout: Checkout;
  readonly tracked: ReadonlySet<string>;
  /** Neither tracked nor ignored. */
  readonly untracked: ReadonlySet<string>;
}

/**
 * Asks git which files of a folder are meant to be there.
 * @returns undefined where git can't tell: no checkout, no git, or the folder as a whole is ignored
 * @throws CancelledError
 */
export async function listedFiles(folder: string, signal?: AbortSignal): Promise<ListedFiles | undefined> {
  const checkout = await findCheckout(folder);
  if (checkout === undefined) return undefined;
  const below = path.relative(checkout.top, await realpath(folder));
  const list = (...args: readonly string[]): Promise<string | undefined> => askGit(checkout, ['ls-files', '-z', ...args, '--', below || '.'], { signal });
  const tracked = await list('--cached');
  const untracked = await list('--others', '--exclude-standard');
  if (tracked === undefined || untracked === undefined || tracked + untracked === '') return undefined;
  return { checkout, tracked: names(tracked, below), untracked: names(untracked, below) };
}

function names(list: string, below: string): ReadonlySet<string> {
  const prefix = below === '' ? 0 : below.length + 1;
  return new Set(list.split('\0').filter((name) => name !== '').map((name) => name.slice(prefix).replace(/\/$/, '')));
}
