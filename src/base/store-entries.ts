import { BaseError } from '../kit/errors.ts';
import { compareText, isStoreName } from '../nix/store/store-path.ts';
import { ContentsBuilder, numberOf, packContents, UNKNOWN, weightOf } from './path-contents.ts';
import { isOnWay, isRegistry, type WayKind, type WayStep } from './program-way.ts';
import type { TarEntry } from './tar/tar-reader.ts';

/** What one layer does to the store. Names are those of store paths, without `/nix/store/`, sorted. */
export interface StoreChanges {
  readonly added: readonly string[];
  /** Bytes of the regular files that the layer has in each of `added`, in the same order. */
  readonly sizes: readonly number[];
  /** The files that the layer has in each of `added`, in the same order, packed (path-contents.ts). */
  readonly contents: readonly string[];
  /** Names that the layers below lose. */
  readonly whiteouts: readonly string[];
  /** Names in which the layers below lose something, or all, but for the path itself. */
  readonly holes: readonly string[];
  /** The layers below lose all. */
  readonly opaque: boolean;
  /** What it does on the way to a `zstd` program and to Nix's registry of flakes, in its order. */
  readonly way: readonly WayStep[];
}

/** Where an optimised store keeps one copy of each file, which those of store paths are hard links to. */
const LINKS = '.links';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Marks of other union file systems, which engines skip: what is hidden is told by the other kinds alone. */
const META = '.wh..wh.';

/** Entries of one layer, and store paths in it: ten times what the largest images have. */
const MOST_ENTRIES = 50_000_000;
const MOST_PATHS = 500_000;

/** Bytes of a file whose contents are kept. */
const MOST_TEXT = 64 * 1024;

interface Added extends ContentsBuilder {
  bytes: number;
}

/**
 * Takes from the entries of a layer's tar what concerns the store (OCI image specification, layer.md, "Whiteouts"). The order
 * of the entries counts, as engines unpack one after the other: what is removed and then brought is there.
 */
export class StoreEntries {
  readonly #added = new Map<string, Added>();
  /** Bytes of what lies in `.links`, until the first store path that has it takes them on. */
  readonly #links = new Map<string, number>();
  /** By the number of its name, the weight of a file: what hard links mean. */
  readonly #weights = new Map<number, number>();
  readonly #whiteouts = new Set<string>();
  readonly #holes = new Set<string>();
  readonly #way: WayStep[] = [];
  /** A file whose contents are wanted, and which is being read. */
  #text: { readonly path: string; readonly chunks: Buffer[]; left: number } | undefined;
  #opaque = false;
  #entries = 0;

  /** @throws BaseError if the store, or what it lies in, is a symbolic link; or if there is more than any store has */
  see(entry: TarEntry): void {
    this.#text = undefined;
    this.#entries++;
    if (this.#entries > MOST_ENTRIES) throw new BaseError(`it has more than ${MOST_ENTRIES} entries`);
    if (Math.max(this.#added.size, this.#whiteouts.size, this.#holes.size) > MOST_PATHS) throw new BaseError(`it has more than ${MOST_PATHS} store paths`);
    if (entry.type === 'other') return;
    const parts = partsOf(entry.name);
    const last = parts.at(-1) ?? '';
    if (last === OPAQUE) return this.#seeOpaque(parts.slice(0, -1));
    if (last.startsWith(META)) return;
    if (last.startsWith(WHITEOUT)) return this.#seeWhiteout([...parts.slice(0, -1), last.slice(WHITEOUT.length)]);
    this.#seeFile(parts, entry);
  }

  /** Takes bytes of the entry that was seen last. */
  contents(bytes: Buffer): void {
    const text = this.#text;
    if (text === undefined) return;
    text.chunks.push(Buffer.from(bytes));
    text.left -= bytes.length;
    if (text.left === 0) this.#way.push([text.path, 'text', Buffer.concat(text.chunks).toString('utf8')]);
  }

  result(): StoreChanges {
    const added = [...this.#added].sort(([a], [b]) => compareText(a, b));
    return {
      added: added.map(([name]) => name),
      sizes: added.map(([, { bytes }]) => bytes),
      contents: added.map(([, { contents }]) => packContents(contents)),
      whiteouts: [...this.#whiteouts].sort(compareText),
      holes: [...this.#holes].sort(compareText),
      opaque: this.#opaque,
      way: this.#way,
    };
  }

  /** All in this folder is gone from the layers below; what this layer brings stays. */
  #seeOpaque(folder: readonly string[]): void {
    const [root, store, name] = folder;
    this.#way.push([folder.join('/'), 'emptied']);
    if (root === undefined || (root === 'nix' && (store === undefined || (store === 'store' && name === undefined)))) this.#opaque = true;
    if (root !== 'nix' || store !== 'store' || name === undefined || !isStoreName(name)) return;
    if (folder.length > 3) return void this.#holes.add(name);
    // A folder that was recreated: what the layers below have in it is gone, the path itself is there.
    this.#whiteouts.add(name);
    this.#addedOf(name).see('', weightOf({ path: '', type: 'directory' }));
  }

  #seeWhiteout(parts: readonly string[]): void {
    const [root, store, name] = parts;
    this.#way.push([parts.join('/'), 'gone']);
    if (root !== 'nix' || (store !== undefined && store !== 'store')) return;
    if (name === undefined) this.#hideAll();
    else if (!isStoreName(name)) return;
    else if (parts.length > 3) this.#holes.add(name);
    else this.#hide(name);
  }

  #hideAll(): void {
    this.#opaque = true;
    this.#added.clear();
  }

  #hide(name: string): void {
    this.#whiteouts.add(name);
    this.#added.delete(name);
  }

  #seeFile(parts: readonly string[], entry: TarEntry): void {
    const path = parts.join('/');
    this.#seeWay(path, entry);
    const weight = this.#weigh(path, entry);
    const [root, store, name] = parts;
    if (root !== 'nix' || (store !== undefined && store !== 'store')) return;
    if (name === undefined) this.#seeFolder(store === undefined ? '/nix' : '/nix/store', entry);
    else this.#seeInStore(name, parts.slice(3), entry, weight);
  }

  /** What lies on the way to a program, or is the registry of flakes. */
  #seeWay(path: string, entry: TarEntry): void {
    if (isOnWay(path)) this.#way.push(entry.type === 'symlink' ? [path, 'link', entry.target] : [path, wayKindOf(entry)]);
    if (isRegistry(path) && entry.type === 'file' && entry.size <= MOST_TEXT) this.#text = { path, chunks: [], left: entry.size };
  }

  /** Keeps what a file weighs, for hard links to it. */
  #weigh(path: string, entry: TarEntry): number {
    const weight = this.#weightOf(entry);
    if (weight !== UNKNOWN && entry.type !== 'directory') this.#weights.set(numberOf(path), weight);
    return weight;
  }

  /** @param inside where it is in the store path; empty for the path itself */
  #seeInStore(name: string, inside: readonly string[], entry: TarEntry, weight: number): void {
    const bytes = this.#bytesOf(entry);
    if (name === LINKS && entry.type === 'file') this.#links.set(inside.join('/'), entry.size);
    if (!isStoreName(name)) return;
    const isWhole = inside.length === 0;
    // What is no folder takes the place of one, with all that was in it.
    if (isWhole && entry.type !== 'directory') this.#hide(name);
    // Nix makes neither devices nor pipes.
    if (isWhole && (entry.type === 'device' || entry.type === 'fifo')) return;
    const added = this.#addedOf(name);
    added.bytes += bytes;
    added.see(inside.join('/'), weight);
  }

  #addedOf(name: string): Added {
    const known = this.#added.get(name) ?? Object.assign(new ContentsBuilder(), { bytes: 0 });
    this.#added.set(name, known);
    return known;
  }

  #seeFolder(path: string, entry: TarEntry): void {
    if (entry.type === 'directory') return;
    if (entry.type === 'symlink') {
      throw new BaseError(`its ${path} is a symbolic link to ${entry.target}`, {
        hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
      });
    }
    // Whatever else takes the folder's place hides what the layers below have in it.
    this.#hideAll();
  }

  #weightOf({ type, size, mode, target }: TarEntry): number {
    // Nix takes a file for a program if its owner may run it.
    if (type === 'file') return weightOf({ path: '', type, size, executable: (mode & 0o100) !== 0 });
    if (type === 'directory') return weightOf({ path: '', type });
    if (type === 'symlink') return weightOf({ path: '', type, target });
    return type === 'link' ? (this.#weights.get(numberOf(partsOf(target).join('/'))) ?? UNKNOWN) : UNKNOWN;
  }

  /** A hard link costs nothing if its target is a file of a store path. */
  #bytesOf({ type, size, target }: TarEntry): number {
    if (type === 'file') return size;
    const shared = type === 'link' ? target.split(`/${LINKS}/`)[1] : undefined;
    if (shared === undefined) return 0;
    const bytes = this.#links.get(shared) ?? 0;
    this.#links.delete(shared);
    return bytes;
  }
}

function wayKindOf({ type, mode }: TarEntry): WayKind {
  if (type === 'directory') return 'folder';
  return (type === 'file' || type === 'link') && (mode & 0o111) !== 0 ? 'program' : 'plain';
}

/** ./nix/store/x, /nix/store/x, a/../nix/store/x and nix/store/x are one name; nothing is above the root. */
export function partsOf(name: string): readonly string[] {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}
