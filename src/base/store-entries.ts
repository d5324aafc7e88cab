import type { Header } from 'tar-stream';
import { BaseError } from '../errors.ts';
import { compareText, isStoreName } from '../nix/store-path.ts';

/** What one layer does to the store. Names are those of store paths, without `/nix/store/`, sorted. */
export interface StoreChanges {
  readonly added: readonly string[];
  /** Bytes of the regular files that the layer has in each of `added`, in the same order. */
  readonly sizes: readonly number[];
  /** Names that the layers below lose. */
  readonly whiteouts: readonly string[];
  /** The layers below lose all. */
  readonly opaque: boolean;
  /** Brings (true) or removes (false) a `zstd` that whoever installs into the image can run; undefined: neither. */
  readonly zstd?: boolean;
}

type EntryHeader = Pick<Header, 'name' | 'type' | 'linkname' | 'size'>;

/** Where an optimised store keeps one copy of each file, which those of store paths are hard links to. */
const LINKS = '.links';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Where a program is found without a set-up; `docs/formats.md` says what `compression: auto` makes of it. */
const ZSTD = /^(?:usr\/(?:local\/)?)?bin\/(\.wh\.)?zstd$/;

/** Takes from the entries of a layer's tar what concerns the store (OCI image specification, layer.md, "Whiteouts"). */
export class StoreEntries {
  /** By name, bytes. */
  readonly #added = new Map<string, number>();
  /** Bytes of what lies in `.links`, until the first store path that has it takes them on. */
  readonly #links = new Map<string, number>();
  readonly #whiteouts = new Set<string>();
  #opaque = false;
  #zstd: boolean | undefined;

  /** @throws BaseError where the store, or what it lies in, is a symbolic link */
  see(header: EntryHeader): void {
    // ./nix/store/x, /nix/store/x and nix/store/x are one name.
    const parts = header.name.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..')) return;
    const zstd = ZSTD.exec(parts.join('/'));
    if (zstd !== null) this.#zstd = zstd[1] === undefined;
    const [root, store, name] = parts;
    if (parts.length === 1 && (root === OPAQUE || root === `${WHITEOUT}nix`)) this.#opaque = true;
    if (root !== 'nix') return;
    if (parts.length === 1) return this.#seeFolder('/nix', header);
    if (parts.length === 2 && (store === OPAQUE || store === `${WHITEOUT}store`)) this.#opaque = true;
    if (store !== 'store') return;
    if (name === undefined) return this.#seeFolder('/nix/store', header);
    this.#seeName(name, parts.slice(3), this.#bytesOf(header));
    if (name === LINKS && header.type === 'file') this.#links.set(parts.slice(3).join('/'), header.size ?? 0);
  }

  result(): StoreChanges {
    const added = [...this.#added].sort(([a], [b]) => compareText(a, b));
    return {
      added: added.map(([name]) => name),
      sizes: added.map(([, bytes]) => bytes),
      whiteouts: [...this.#whiteouts].sort(compareText),
      opaque: this.#opaque,
      ...(this.#zstd === undefined ? {} : { zstd: this.#zstd }),
    };
  }

  #seeFolder(path: string, header: EntryHeader): void {
    if (header.type === 'directory') return;
    if (header.type === 'symlink') {
      throw new BaseError(`its ${path} is a symbolic link to ${header.linkname}`, {
        hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
      });
    }
    // Whatever else takes the folder's place hides what the layers below have in it.
    this.#opaque = true;
  }

  /** A hard link costs nothing where its target is a file of a store path. */
  #bytesOf({ type, size, linkname }: EntryHeader): number {
    if (type === 'file' || type === 'contiguous-file') return size ?? 0;
    const shared = type === 'link' ? linkname?.split(`/${LINKS}/`)[1] : undefined;
    if (shared === undefined) return 0;
    const bytes = this.#links.get(shared) ?? 0;
    this.#links.delete(shared);
    return bytes;
  }

  #seeName(name: string, inside: readonly string[], bytes: number): void {
    if (name === OPAQUE) this.#opaque = true;
    else if (name.startsWith(WHITEOUT)) {
      const removed = name.slice(WHITEOUT.length);
      if (isStoreName(removed)) this.#whiteouts.add(removed);
    } else if (isStoreName(name) && inside.length === 1 && inside[0] === OPAQUE) {
      // A folder made anew: what the layers below have in it is gone, the path itself is there.
      this.#whiteouts.add(name);
      this.#added.set(name, this.#added.get(name) ?? 0);
      // Something removed inside a store path does not say that this layer brings the path itself.
    } else if (isStoreName(name) && inside.at(-1)?.startsWith(WHITEOUT) !== true) {
      this.#added.set(name, (this.#added.get(name) ?? 0) + bytes);
    }
  }
}
