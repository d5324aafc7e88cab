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
 * Asks git which files of a folder belong there: tracked ones, and those that it does not ignore.
 * @returns undefined if git can't tell: no checkout, no git, or the folder as a whole is ignored
 * @throws CancelledError
 */
export async function listedFiles(folder: string, signal?: AbortSignal): Promise<ListedFiles | undefined> {
  const checkout = await findCheckout(folder);
  if (checkout === undefined) return undefined;
  const below = path.relative(checkout.top, await realpath(folder));
  const list = await askGit(checkout, ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard', '--', below || '.'], { signal, long: true });
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

/** Asks git once about a folder, for whoever asks about many folders below it and changes none of them. */
export class ListedFolders {
  readonly #root: string;
  #whole: Promise<Whole | undefined> | undefined;

  /** @param root absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /** As `listedFiles`. */
  async of(folder: string, signal?: AbortSignal): Promise<ListedFiles | undefined> {
    this.#whole ??= readWhole(this.#root, signal);
    const whole = await this.#whole;
    const real = await realpath(folder);
    const isBelow = whole !== undefined && real.startsWith(`${whole.root}/`);
    // A submodule, or another repository in the checkout, has its own list.
    if (!isBelow || (await findCheckout(real))?.top !== whole.checkout.top) return listedFiles(folder, signal);
    const prefix = `${path.relative(whole.root, real)}/`;
    const tracked = namesBelow(whole.tracked, prefix);
    const untracked = namesBelow(whole.untracked, prefix);
    const repositories = namesBelow(whole.repositories, prefix);
    if (tracked.length + untracked.length + repositories.length === 0) return undefined;
    return { checkout: whole.checkout, tracked: new Set(tracked), untracked: new Set(untracked), repositories };
  }
}

/** Sorted by code units, so that what is below a folder stands together. */
interface Whole {
  readonly root: string;
  readonly checkout: Checkout;
  readonly tracked: readonly string[];
  readonly untracked: readonly string[];
  readonly repositories: readonly string[];
}

async function readWhole(root: string, signal: AbortSignal | undefined): Promise<Whole | undefined> {
  const files = await listedFiles(root, signal);
  if (files === undefined) return undefined;
  const { checkout, tracked, untracked, repositories } = files;
  return { root: await realpath(root), checkout, tracked: [...tracked].sort(), untracked: [...untracked].sort(), repositories: repositories.toSorted() };
}

function namesBelow(sorted: readonly string[], prefix: string): readonly string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const names: string[] = [];
  for (let at = low; sorted[at]?.startsWith(prefix) === true; at += 1) names.push((sorted[at] ?? '').slice(prefix.length));
  return names;
}
