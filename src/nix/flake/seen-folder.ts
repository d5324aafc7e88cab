import { constants, type Dirent } from 'node:fs';
import { copyFile, lstat, lutimes, mkdir, mkdtemp, readdir, readlink, realpath, rm, stat, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { writeCleanRepository } from '../../git/clean-repository.ts';
import { MeantFiles, type MeantOptions } from '../../git/meant-files.ts';
import { makeTemporary } from '../../kit/temporary.ts';

/** What a path may hold if every Nix is to read it from `path:` as it is: old ones don't decode `%20`, new ones do. */
const PLAIN_PATH = /^[A-Za-z0-9/._~+-]*$/;

/** A folder as Nix sees it. */
export interface SeenFolder {
  /** Absolute: the folder itself, or a copy. */
  readonly place: string;
  /** Absolute: what a container must see for that. */
  readonly mount: string;
  /** Files and folders that the copy leaves out, besides repositories; relative, with slashes. */
  readonly hidden: readonly string[];
}

export interface SeenRepository {
  readonly place: string;
  /** Absolute: what a container must see for that. */
  readonly mounts: readonly string[];
}

/**
 * Local folders of flakes as Nix sees them: the folder itself if Nix may see all of it, or else a copy of what it may see.
 * With `path:` an evaluation can read every file of the folder, and so bring it into what is published: the token in
 * `.git/config`, and what git does not track and looks like a secret. What git ignores is not seen either, as with any
 * flake in a repository. A copy builds the same as the folder would: only contents and times count.
 */
export class SeenFolders {
  readonly #cleanup: AsyncDisposableStack;
  readonly #copyAll: boolean;
  readonly #lists: MeantOptions['lists'];
  readonly #known = new Map<string, Promise<SeenFolder>>();
  readonly #repositories = new Map<string, Promise<SeenRepository | undefined>>();
  #copies: Promise<string> | undefined;

  /**
   * @param cleanup takes the copies away
   * @param copyAll of every folder there is a copy, all of them in one folder: many mounts are slow to make
   */
  constructor(cleanup: AsyncDisposableStack, { copyAll = false, lists }: { readonly copyAll?: boolean; readonly lists?: MeantOptions['lists'] } = {}) {
    this.#cleanup = cleanup;
    this.#copyAll = copyAll;
    this.#lists = lists;
  }

  /** @param options as for `MeantFiles` */
  of(folder: string, options: MeantOptions): Promise<SeenFolder> {
    const seen = this.#known.get(folder) ?? this.#see(folder, options);
    this.#known.set(folder, seen);
    return seen;
  }

  /**
   * The top of a git checkout as a container sees it: a copy of its files, and a repository without configuration.
   * @returns undefined if it is no such top
   */
  repository(folder: string, options: MeantOptions): Promise<SeenRepository | undefined> {
    const seen = this.#repositories.get(folder) ?? this.#seeRepository(folder, options);
    this.#repositories.set(folder, seen);
    return seen;
  }

  async #seeRepository(folder: string, options: MeantOptions): Promise<SeenRepository | undefined> {
    const root = await realpath(folder);
    const { place, mount } = await this.of(root, options);
    // Something is hidden of each top, its .git; so what is there now is a copy.
    if (place === root) return undefined;
    const objects = await writeCleanRepository(root, place, options.signal);
    return objects === undefined ? undefined : { place, mounts: [mount, ...objects] };
  }

  async #see(folder: string, options: MeantOptions): Promise<SeenFolder> {
    // `path:` of a link would take the link for the flake.
    const root = await realpath(folder);
    const names = await hiddenNames(root, '', await MeantFiles.of(root, { ...options, lists: this.#lists }));
    const hidden = names.filter((name) => path.basename(name) !== '.git');
    if (names.length === 0 && PLAIN_PATH.test(root) && !this.#copyAll) return { place: root, mount: root, hidden };
    this.#copies ??= temporaryFolder(this.#cleanup);
    const copies = await this.#copies;
    const place = await mkdtemp(path.join(copies, 'flake-'));
    await copyFolder({ from: root, to: place, hidden: new Set(names) }, '');
    return { place, mount: this.#copyAll ? copies : place, hidden };
  }
}

/** Its name is plain, and it is gone when `cleanup` is. */
export async function temporaryFolder(cleanup: AsyncDisposableStack): Promise<string> {
  const folder = await realpath(await makeTemporary('nix-feature-flake'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** If a folder is left out as a whole, what is in it is not named. */
async function hiddenNames(root: string, below: string, meant: MeantFiles): Promise<readonly string[]> {
  const names: string[] = [];
  for (const entry of await entriesOf(path.join(root, below))) {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory() && meant.seesInto(name)) names.push(...(await hiddenNames(root, name, meant)));
    else if (entry.isDirectory() || !meant.sees(name)) names.push(name);
  }
  return names;
}

interface Copy {
  readonly from: string;
  readonly to: string;
  readonly hidden: ReadonlySet<string>;
}

/** Links are copied as links: where they lead, Nix looks by itself. */
async function copyFolder(copy: Copy, below: string): Promise<void> {
  const source = path.join(copy.from, below);
  const target = path.join(copy.to, below);
  await mkdir(target, { recursive: true });
  for (const entry of await entriesOf(source)) {
    const name = path.posix.join(below, entry.name);
    if (copy.hidden.has(name)) continue;
    if (entry.isDirectory()) await copyFolder(copy, name);
    else await copyEntry(entry, path.join(source, entry.name), path.join(target, entry.name));
  }
  // Last, as each new file changes it: a flake may look at the newest time of all.
  const { atime, mtime } = await stat(source);
  await utimes(target, atime, mtime);
}

async function copyEntry(entry: Dirent, source: string, target: string): Promise<void> {
  if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
  else if (entry.isFile()) await copyFile(source, target, constants.COPYFILE_FICLONE);
  else return; // a socket or the like, which no flake can hold
  const { atime, mtime } = await lstat(source);
  await lutimes(target, atime, mtime);
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true });
}
