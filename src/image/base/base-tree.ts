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

/** Entries with names that are wanted, and removals: ten times what the largest layers have. */
const MOST_STEPS = 1_000_000;
/** Bytes. */
const MOST_TEXT = 64 * 1024;
const MOST_FILE = 2 * 1024 * 1024 * 1024;

/** Reads what a layer has under the names that are wanted; whiteouts as in base/store-entries.ts. */
export class TreeObserver implements LayerObserver {
  readonly #steps: TreeStep[] = [];
  readonly #place: string;
  #open: { readonly path: string; readonly entry: TarEntry; readonly chunks: Buffer[] | undefined; readonly file: number | undefined; left: number } | undefined;

  /** @param folder where files are put @param layer tells apart what several layers have of one file */
  constructor(folder: string, layer: Digest) {
    this.#place = join(folder, hexOf(layer));
  }

  /** @throws BaseError if there is more than any image has */
  see(entry: TarEntry): void {
    this.#closeFile();
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
    if (this.#steps.length >= MOST_STEPS) throw new BaseError(`it removes more than ${MOST_STEPS} files`);
    this.#steps.push(step);
  }
}

function nodeOf({ type, mode, uid, gid, target }: TarEntry): BaseNode {
  const kind = type === 'directory' || type === 'symlink' ? type : type === 'file' || type === 'link' ? 'file' : 'other';
  return { type: kind, mode: mode & 0o7777, owner: { uid: Math.max(0, uid), gid: Math.max(0, gid) }, target: type === 'symlink' ? target : '' };
}

/** What is there once the layers lie on each other, the lowest first. */
export function foldTree(layers: readonly (readonly TreeStep[])[]): BaseTree {
  const nodes = new Map<string, BaseNode>();
  for (const steps of layers) {
    // A layer empties what is below it, never what it brings itself.
    for (const step of steps) if (step.what === 'emptied') removeBelow(nodes, step.path);
    for (const step of steps) {
      if (step.what === 'emptied') continue;
      const node = step.what === 'node' ? step.node : undefined;
      if (node?.type !== 'directory') removeBelow(nodes, step.path);
      if (node === undefined) nodes.delete(step.path);
      else nodes.set(step.path, node);
    }
  }
  return nodes;
}

function removeBelow(nodes: Map<string, BaseNode>, folder: string): void {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const path of nodes.keys()) if (path.startsWith(prefix)) nodes.delete(path);
}
