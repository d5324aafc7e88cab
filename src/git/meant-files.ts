import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { listedFiles, type ListedFiles, type ListedFolders } from './listed-files.ts';
import { looksSecret } from './secret-names.ts';

/**
 * What is to become of a file of a folder:
 *
 * - `meant`: git tracks it, or it is new, or the user names it
 * - `ignored`: git is told to ignore it
 * - `left`: it is not content: repositories, and what tools leave behind
 * - `secret`: its name says that it holds a secret, and git does not track it
 */
export type GitStanding = 'meant' | 'ignored' | 'left' | 'secret';

export interface MeantOptions {
  /** Files and folders, relative to the folder, that are meant whatever git and their names say. */
  readonly include?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** For whoever asks about many folders of one checkout. */
  readonly lists?: ListedFolders | undefined;
}

/** What tools leave in a folder, and nobody means to publish. */
const LEFT_BEHIND = new Set(['.devenv', '.direnv', '.envrc', '.DS_Store', 'node_modules', 'dist']);

/** Decides which files of one folder belong there. */
export class MeantFiles {
  /** Git says something about the folder; else names alone count. */
  readonly knowsGit: boolean;
  readonly #lists: readonly Nested[];
  readonly #include: readonly string[];
  /** All that hold a file that git knows. */
  readonly #folders: ReadonlySet<string>;

  private constructor(lists: readonly Nested[], include: readonly string[]) {
    this.#lists = lists;
    this.#include = include.map((name) => path.posix.normalize(name).replace(/^\.\/|\/$/g, ''));
    this.knowsGit = lists.length > 0;
    this.#folders = new Set(lists.flatMap(({ below, files }) => [...files.tracked, ...files.untracked].flatMap((name) => foldersAbove(path.posix.join(below, name)))));
  }

  /** @throws CancelledError */
  static async of(folder: string, { include = [], signal, lists }: MeantOptions = {}): Promise<MeantFiles> {
    return new MeantFiles(await nestedLists(await realpath(folder), '', { signal, lists }), include);
  }

  /** @param name of a file, relative to the folder, with slashes; where it really is, if a link led to it */
  standingOf(name: string): GitStanding {
    const parts = name.split('/');
    // A repository holds the token of the job that checked it out.
    if (parts.includes('.git')) return 'left';
    if (this.#isIncluded(name)) return 'meant';
    if (parts.some((part) => LEFT_BEHIND.has(part))) return 'left';
    return this.#judged(name);
  }

  #isIncluded(name: string): boolean {
    return this.#include.some((included) => name === included || name.startsWith(`${included}/`));
  }

  /** By git and by its name alone. */
  #judged(name: string): GitStanding {
    const list = this.#lists.find(({ below }) => below === '' || name.startsWith(`${below}/`));
    if (list === undefined) return looksSecret(name) ? 'secret' : 'meant';
    const inside = list.below === '' ? name : name.slice(list.below.length + 1);
    if (list.files.tracked.has(inside)) return 'meant';
    if (!list.files.untracked.has(inside)) return 'ignored';
    return looksSecret(name) ? 'secret' : 'meant';
  }

  /** @param name of a folder: may something in it be meant? */
  mayHold(name: string): boolean {
    return this.standingOf(name) !== 'left' || this.#include.some((included) => included.startsWith(`${name}/`) && !included.split('/').includes('.git'));
  }

  /**
   * Tells whether Nix may see this file of a flake's folder: All but repositories, what git ignores, and what looks like a secret: to a build,
   * files that tools leave behind are content like any other. A flake always sees its own two files.
   */
  sees(name: string): boolean {
    const parts = name.split('/');
    if (parts.includes('.git')) return false;
    if (name === 'flake.nix' || name === 'flake.lock' || this.#isIncluded(name)) return true;
    return this.#judged(name) === 'meant';
  }

  /** @param name of a folder: may Nix see anything in it? An empty one may be seen if git, which knows none, says nothing. */
  seesInto(name: string): boolean {
    if (name.split('/').includes('.git')) return false;
    if (!this.knowsGit || this.#isIncluded(name) || this.#include.some((included) => included.startsWith(`${name}/`))) return true;
    return this.#folders.has(name);
  }

  /** Git does not track this file, but others of the folder: it may be there by mistake. */
  isNew(name: string): boolean {
    return this.#lists.some(({ files }) => files.tracked.size > 0) && !this.#lists.some(({ below, files }) => files.tracked.has(below === '' ? name : name.slice(below.length + 1)));
  }
}

function foldersAbove(name: string): readonly string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What git says of a folder, or of a submodule or another repository in it. */
interface Nested {
  readonly below: string;
  readonly files: ListedFiles;
}

/** The innermost first. */
async function nestedLists(root: string, below: string, options: Pick<MeantOptions, 'signal' | 'lists'>): Promise<readonly Nested[]> {
  const folder = path.join(root, below);
  const { signal, lists } = options;
  const files = await (lists === undefined ? listedFiles(folder, signal) : lists.of(folder, signal));
  if (files === undefined) return [];
  const inner: Nested[] = [];
  for (const name of files.repositories) {
    const place = below === '' ? name : `${below}/${name}`;
    const found = await lstat(path.join(root, place, '.git')).catch(() => undefined);
    if (found !== undefined) inner.push(...(await nestedLists(root, place, options)));
  }
  return [...inner, { below, files }];
}
