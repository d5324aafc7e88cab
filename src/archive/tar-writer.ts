import type { ExportVisitor } from '../nix/nar/export.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import { baseNameOf } from '../nix/store/store-path.ts';
import { ContentTag } from './content-tag.ts';
import { fullFields, TAR_END, tarHeader, tarPadding } from './tar-header.ts';

/** Takes the bytes of a tar, in order. Slices may be reused by whoever wrote them once the call returns. */
export interface ByteSink {
  write(bytes: Buffer): void;
  /** What is written from here on is a header, another field of it, the contents of the member that was named last, or padding. */
  begin?(what: TarPart): void;
  /** A store path begins here, or has ended. */
  beginPath?(): void;
  endPath?(): void;
}

/** A header tells the name of the member that it is of. */
export type TarPart = { readonly header: string } | 'field' | 'contents' | 'padding';

/**
 * A file that might be a copy of an earlier one is held back until that is known, so this bounds memory (bytes).
 * Larger files are written as they come, twice if they are there twice.
 */
export const LARGEST_HELD_FILE = 32 * 1024 * 1024;

/** ext4 gives up at 65 000 links to a file; installed trees are linked once more by `nix-store --optimise`. */
const MOST_LINKS = 30_000;

const ZEROS = Buffer.alloc(512);

/** Room for the file that is held back: one for all layers, as freed memory of this size is not always memory again. */
export class HoldingRoom {
  #bytes: Buffer | undefined;

  get bytes(): Buffer {
    return (this.#bytes ??= Buffer.allocUnsafeSlow(LARGEST_HELD_FILE));
  }
}

/** The first of a set of identical files in this layer. */
interface Original {
  readonly name: string;
  links: number;
}

interface OpenFile {
  readonly name: string;
  readonly executable: boolean;
  readonly size: number;
  readonly tag: ContentTag | undefined;
  /** How much of the contents is held back, in bytes; undefined if they are written at once. */
  held: number | undefined;
}

/**
 * Writes one layer: a deterministic tar of whole store paths, in the order in which they come, under `nix/store/`.
 *
 * Identical files become hard links to the first of them (NAR knows no links, and tool suites ship a hundred copies of
 * one binary). To know that, a file whose size was seen before is held until its end; the first of any size streams.
 */
export class TarWriter implements ExportVisitor {
  readonly #sink: ByteSink;
  /** By executable bit and size, then by the tag of the contents. */
  readonly #originals = new Map<string, Map<string, Original>>();
  readonly #room: HoldingRoom;
  #root = '';
  #file: OpenFile | undefined;

  constructor(sink: ByteSink, room: HoldingRoom) {
    this.#sink = sink;
    this.#room = room;
    for (const name of ['nix/', 'nix/store/']) this.#header({ name, type: 'directory', mode: 0o755, size: 0 });
  }

  beginPath(info: PathInfo): void {
    this.#root = `nix/store/${baseNameOf(info.path)}`;
    this.#sink.beginPath?.();
  }

  endPath(): void {
    this.#root = '';
    this.#sink.endPath?.();
  }

  directory(path: string): void {
    this.#header({ name: `${this.#nameOf(path)}/`, type: 'directory', mode: 0o555, size: 0 });
  }

  symlink(path: string, target: string): void {
    this.#header({ name: this.#nameOf(path), type: 'symlink', mode: 0o777, size: 0, target });
  }

  file(path: string, executable: boolean, size: number): void {
    const name = this.#nameOf(path);
    const linkable = size > 0 && size <= LARGEST_HELD_FILE;
    const seen = linkable && this.#originals.has(sizeKey(executable, size));
    this.#file = {
      name,
      executable,
      size,
      tag: linkable ? new ContentTag() : undefined,
      held: seen ? 0 : undefined,
    };
    if (!seen) this.#fileHeader(this.#file);
  }

  contents(bytes: Buffer): void {
    const file = this.#openFile();
    file.tag?.update(bytes);
    if (file.held === undefined) this.#sink.write(bytes);
    else file.held += bytes.copy(this.#room.bytes, file.held);
  }

  fileEnd(): void {
    const file = this.#openFile();
    this.#file = undefined;
    const original = file.tag === undefined ? undefined : this.#originalOf(file, file.tag.end());
    if (file.held !== undefined) {
      if (original !== undefined) return this.#hardLink(file, original);
      this.#fileHeader(file);
      this.#sink.write(this.#room.bytes.subarray(0, file.held));
    }
    this.#pad(file.size);
  }

  /** Ends the archive. */
  end(): void {
    this.#sink.begin?.('padding');
    this.#sink.write(TAR_END);
  }

  #openFile(): OpenFile {
    if (this.#file === undefined) throw new Error('contents outside a file');
    return this.#file;
  }

  /** The earlier file with the same contents; if there is none (or it has too many links), this file takes its place. */
  #originalOf(file: OpenFile, tag: string): Original | undefined {
    const key = sizeKey(file.executable, file.size);
    const ofSize = this.#originals.get(key) ?? new Map<string, Original>();
    this.#originals.set(key, ofSize);
    const original = ofSize.get(tag);
    if (original !== undefined && original.links < MOST_LINKS) {
      original.links += 1;
      return original;
    }
    ofSize.set(tag, { name: file.name, links: 1 });
    return undefined;
  }

  #hardLink(file: OpenFile, original: Original): void {
    this.#header({ name: file.name, type: 'hard-link', mode: modeOf(file), size: 0, target: original.name });
  }

  #fileHeader(file: OpenFile): void {
    this.#header({ name: file.name, type: 'file', mode: modeOf(file), size: file.size });
    this.#sink.begin?.('contents');
  }

  #nameOf(path: string): string {
    return path === '' ? this.#root : `${this.#root}/${path}`;
  }

  #header(entry: Parameters<typeof tarHeader>[0]): void {
    const header = tarHeader(entry);
    this.#sink.begin?.({ header: entry.name });
    let done = 0;
    for (const end of fullFields(header)) {
      this.#sink.write(header.subarray(done, end));
      this.#sink.begin?.('field');
      done = end;
    }
    this.#sink.write(header.subarray(done));
  }

  #pad(size: number): void {
    const padding = tarPadding(size);
    this.#sink.begin?.('padding');
    if (padding > 0) this.#sink.write(ZEROS.subarray(0, padding));
  }
}

function sizeKey(executable: boolean, size: number): string {
  return `${executable ? 'x' : '-'}${size}`;
}

function modeOf(file: OpenFile): number {
  return file.executable ? 0o555 : 0o444;
}
