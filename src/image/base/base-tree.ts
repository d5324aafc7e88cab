import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LayerObserver } from '../../base/layer-index.ts';
import { partsOf } from '../../base/store-entries.ts';
import type { TarEntry } from '../../base/tar/tar-reader.ts';
import { BaseError } from '../../kit/errors.ts';
import { hexOf, type Digest } from '../../oci/format/digest.ts';
import { isWanted, wantedContents } from './wanted-files.ts';

/** What an image has under one of the names that are wanted. */
export interface BaseNode {
  readonly type: 'directory' | 'file' | 'symlink' | 'other';
  readonly mode: number;
  readonly owner: { readonly uid: number; readonly gid: number };
  /** Of a link. */
  readonly target: string;
  /** The contents of a file whose text is wanted. */
  readonly text?: string | undefined;
  /** Where the contents of a file are that is wanted as one. */
  readonly file?: string | undefined;
}

/** By name, without the first slash. */
export type BaseTree = ReadonlyMap<string, BaseNode>;

export type TreeStep = { readonly path: string; readonly what: 'gone' | 'emptied' } | { readonly path: string; readonly what: 'node'; readonly node: BaseNode };

/** Bytes. */
const MOST_TEXT = 64 * 1024;
const MOST_FILE = 2 * 1024 * 1024 * 1024;
/** Bytes that a step takes besides its name and its text. */
const STEP = 200;
/** Of a name: Linux takes none that is longer, so no engine unpacks one. */
const MOST_NAME = 4096;

/** Bytes that what is remembered of the layers of one image may take, all together: ten times what the largest images need. */
export class TreeRoom {
  #memory = 256 * 1024 * 1024;
  #disk = 4 * MOST_FILE;

  /** @throws BaseError */
  take(where: 'memory' | 'disk', bytes: number): void {
    if (where === 'memory') this.#memory -= bytes;
    else this.#disk -= bytes;
    if (this.#memory < 0) throw new BaseError('it removes more files, or has more where Features are installed, than any image');
    if (this.#disk < 0) throw new BaseError('it has too many copies of a Nix database, one over the other', { hint: 'Make an image of one layer of it.' });
  }
}

/** Reads what a layer has under the names that are wanted; whiteouts as in base/store-entries.ts. */
export class TreeObserver implements LayerObserver {
  readonly #steps: TreeStep[] = [];
  readonly #place: string;
  #open: { readonly path: string; readonly entry: TarEntry; readonly chunks: Buffer[] | undefined; readonly file: number | undefined; left: number } | undefined;

  readonly #room: TreeRoom;

  /** @param folder where files are put @param layer tells apart what several layers have of one file @param room of all layers of the image */
  constructor(folder: string, layer: Digest, room: TreeRoom) {
    this.#place = join(folder, hexOf(layer));
    this.#room = room;
  }

  /** @throws BaseError if there is more than any image has */
  see(entry: TarEntry): void {
    this.#closeFile();
    if (entry.name.length > MOST_NAME) return;
    const parts = partsOf(entry.name);
    const last = parts.at(-1) ?? '';
    if (last === '.wh..wh..opq') return this.#add({ path: parts.slice(0, -1).join('/'), what: 'emptied' });
    if (last.startsWith('.wh..wh.') || entry.type === 'other') return;
    if (last.startsWith('.wh.')) return this.#add({ path: [...parts.slice(0, -1), last.slice('.wh.'.length)].join('/'), what: 'gone' });
    const path = parts.join('/');
    if (!isWanted(path)) return;
    const wanted = entry.type === 'file' ? wantedContents(path) : undefined;
    if (wanted === undefined) return this.#add({ path, what: 'node', node: nodeOf(entry) });
    const most = wanted === 'text' ? MOST_TEXT : MOST_FILE;
    if (entry.size > most) throw new BaseError(`its ${path} has ${entry.size} bytes, more than the ${most} that are read`);
    this.#room.take(wanted === 'text' ? 'memory' : 'disk', entry.size);
    this.#open = { path, entry, chunks: wanted === 'text' ? [] : undefined, file: wanted === 'file' ? openSync(this.#fileOf(path), 'w', 0o600) : undefined, left: entry.size };
    if (entry.size === 0) this.#closeFile();
  }

  contents(bytes: Buffer): void {
    const open = this.#open;
    if (open === undefined) return;
    open.left -= bytes.length;
    open.chunks?.push(Buffer.from(bytes));
    if (open.file !== undefined) writeSync(open.file, bytes);
    if (open.left <= 0) this.#closeFile();
  }

  /** What the layer does, once all of it was seen. */
  end(): readonly TreeStep[] {
    this.#closeFile();
    return this.#steps;
  }

  /** Ends the file that is being read; what has other bytes than its size says, as one with holes, has no contents that are known. */
  #closeFile(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    if (open.file !== undefined) closeSync(open.file);
    const { path, entry, chunks, left } = open;
    const contents = left !== 0 ? {} : chunks === undefined ? { file: this.#fileOf(path) } : { text: Buffer.concat(chunks).toString('utf8') };
    this.#add({ path, what: 'node', node: { ...nodeOf(entry), ...contents } });
  }

  #fileOf(path: string): string {
    return `${this.#place}-${path.slice(path.lastIndexOf('/') + 1)}`;
  }

  #add(step: TreeStep): void {
    this.#room.take('memory', STEP + step.path.length + (step.what === 'node' ? step.node.target.length : 0));
    this.#steps.push(step);
  }
}

function nodeOf({ type, mode, uid, gid, target }: TarEntry): BaseNode {
  const kind = type === 'directory' || type === 'symlink' ? type : type === 'file' || type === 'link' ? 'file' : 'other';
  return { type: kind, mode: mode & 0o7777, owner: { uid: Math.max(0, uid), gid: Math.max(0, gid) }, target: type === 'symlink' ? target : '' };
}

/** A name, and the names below it. */
class Branch {
  node: BaseNode | undefined;
  readonly below = new Map<string, Branch>();

  /** @returns undefined if nothing has this name */
  find(path: string): Branch | undefined {
    return partsOf(path).reduce<Branch | undefined>((branch, part) => branch?.below.get(part), this);
  }

  make(path: string): Branch {
    return partsOf(path).reduce<Branch>((branch, part) => {
      const next = branch.below.get(part) ?? new Branch();
      branch.below.set(part, next);
      return next;
    }, this);
  }

  *nodes(folder = ''): Generator<readonly [path: string, node: BaseNode]> {
    for (const [name, branch] of this.below) {
      if (branch.node !== undefined) yield [`${folder}${name}`, branch.node];
      yield* branch.nodes(`${folder}${name}/`);
    }
  }
}

/** What is there once the layers lie on each other, the lowest first. */
export function foldTree(layers: readonly (readonly TreeStep[])[]): BaseTree {
  const root = new Branch();
  for (const steps of layers) {
    // A layer empties what is below it, never what it brings itself.
    for (const { path, what } of steps) if (what === 'emptied') root.find(path)?.below.clear();
    for (const step of steps) {
      if (step.what === 'emptied') continue;
      const branch = step.what === 'node' ? root.make(step.path) : root.find(step.path);
      if (branch === undefined) continue;
      branch.node = step.what === 'node' ? step.node : undefined;
      if (branch.node?.type !== 'directory') branch.below.clear();
    }
  }
  return new Map(root.nodes());
}
