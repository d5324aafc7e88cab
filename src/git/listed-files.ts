import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { askGit, findCheckout, type Checkout } from './inert-git.ts';

/** What git says of a folder's files. Names are relative to the folder, with slashes. */
export interface ListedFiles {
  readonly checkout: Checkout;
  readonly tracked: ReadonlySet<string>;
  /** Neither tracked nor ignored. */
  readonly untracked: ReadonlySet<string>;
  /** Folders with a repository of their own, submodules among them; what is in them is in neither list. */
  readonly repositories: readonly string[];
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
  const list = await askGit(checkout, ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard', '--', below || '.'], { signal });
  if (list === undefined || list === '') return undefined;
  const entries = list.split('\0').filter((entry) => entry !== '');
  const others = entries.filter((entry) => entry.startsWith(OTHER)).map((entry) => entry.slice(OTHER.length));
  const index = entries.filter((entry) => !entry.startsWith(OTHER));
  const repositories = [...index.filter(isGitlink).map(nameOf), ...others.filter((name) => name.endsWith('/'))];
  const inside = (name: string): string => (below === '' ? name : name.slice(below.length + 1)).replace(/\/$/, '');
  return {
    checkout,
    tracked: new Set(index.filter((entry) => !isGitlink(entry)).map((entry) => inside(nameOf(entry)))),
    untracked: new Set(others.filter((name) => !name.endsWith('/')).map(inside)),
    repositories: repositories.map(inside).filter((name) => name !== ''),
  };
}

/** How git-ls-files(1) marks a file that is not in the index. */
const OTHER = '? ';

/** `<mark> <mode> <object> <stage>\t<name>` */
function nameOf(entry: string): string {
  return entry.slice(entry.indexOf('\t') + 1);
}

/** A submodule. */
function isGitlink(entry: string): boolean {
  return /^. 160000 /.test(entry);
}
