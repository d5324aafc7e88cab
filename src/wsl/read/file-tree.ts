import type { TarType } from '../../base/tar/tar-fields.ts';

/** What is kept of each member of a tarball. */
export interface TreeFile {
  /** With a slash in front. */
  readonly path: string;
  readonly type: TarType;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** Of a symbolic link. */
  readonly target: string;
  /** What it begins with, as far as it says what kind of program it is; empty for all that is no program. */
  start: string;
}

/** Linux follows as many links (path_resolution(7)). */
const MOST_LINKS = 40;

/** The files of a tarball by their paths, with links followed inside of it as a system would that has it as its root. */
export class FileTree {
  readonly #files = new Map<string, TreeFile>();

  /** @returns false if the path was there already; the later one counts */
  add(file: TreeFile): boolean {
    const isNew = !this.#files.has(file.path);
    this.#files.set(file.path, file);
    return isNew;
  }

  get size(): number {
    return this.#files.size;
  }

  /** The member of exactly this path. */
  at(path: string): TreeFile | undefined {
    return this.#files.get(path);
  }

  /** What a path leads to, through links in it and at its end. @returns undefined if that is not in the tarball */
  resolve(path: string): TreeFile | undefined {
    const real = this.#realPath(path);
    return real === undefined ? undefined : this.#files.get(real);
  }

  /** Members below a folder, itself left out. */
  *below(folder: string): Generator<TreeFile> {
    for (const file of this.#files.values()) if (file.path.startsWith(`${folder}/`)) yield file;
  }

  #realPath(path: string): string | undefined {
    const waiting = partsOf(path).toReversed();
    let at = '';
    for (let links = 0; waiting.length > 0; ) {
      const part = waiting.pop() as string;
      if (part === '..') {
        at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
        continue;
      }
      const next = `${at}/${part}`;
      const file = this.#files.get(next);
      if (file?.type !== 'symlink') {
        at = next;
        continue;
      }
      if (++links > MOST_LINKS) return undefined;
      waiting.push(...partsOf(file.target).toReversed());
      if (file.target.startsWith('/')) at = '';
    }
    return at;
  }
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
