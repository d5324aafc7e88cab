import type { NarVisitor } from './nar.ts';

interface OpenDirectory {
  /** Its path with a trailing slash; empty for the object itself. */
  readonly prefix: string;
  /** The last name in it. */
  last: string;
}

/** Small tokens are gathered: to hash or to write a few bytes costs as much as some hundred. */
const ROOM = 32 * 1024;
const ZEROS = Buffer.alloc(8);

const MAGIC = strings('nix-archive-1');
const DIRECTORY = strings('(', 'type', 'directory');
const FILE = strings('(', 'type', 'regular', 'contents');
const EXECUTABLE = strings('(', 'type', 'regular', 'executable', '', 'contents');
const SYMLINK = strings('(', 'type', 'symlink', 'target');
const ENTRY = strings('entry', '(', 'name');
const NODE = strings('node');
const CLOSE = strings(')');

/**
 * Makes the NAR of a file system object again from what is told of it: the opposite of `NarParser`. Memory stays flat.
 * Everything must be told in a NAR's own order: a directory before its entries, entries sorted by byte. (Format: Nix
 * manual, "Nix Archive (NAR) format".) Each call throws an Error, whose message is the end of a sentence, if the order is wrong.
 */
export class NarEncoder implements NarVisitor {
  readonly #sink: (bytes: Buffer) => void;
  readonly #open: OpenDirectory[] = [];
  readonly #room = Buffer.allocUnsafe(ROOM);
  #filled = 0;
  #size = 0;
  #hasRoot = false;
  /** The path of the file that is being told. */
  #file: { readonly path: string; readonly size: number; left: number } | undefined;

  /** @param sink takes the bytes of the NAR, in order; they are there only during the call */
  constructor(sink: (bytes: Buffer) => void) {
    this.#sink = sink;
  }

  directory(path: string): void {
    this.#enter(path);
    this.#put(DIRECTORY);
    this.#open.push({ prefix: path === '' ? '' : `${path}/`, last: '' });
  }

  file(path: string, executable: boolean, size: number): void {
    this.#enter(path);
    this.#put(executable ? EXECUTABLE : FILE);
    this.#put(number(size));
    this.#file = { path, size, left: size };
  }

  contents(bytes: Buffer): void {
    if (this.#file === undefined || bytes.length > this.#file.left) throw new Error('has more contents than its size says');
    this.#file.left -= bytes.length;
    this.#put(bytes);
  }

  fileEnd(): void {
    if (this.#file === undefined || this.#file.left > 0) throw new Error('has fewer contents than its size says');
    const { path, size } = this.#file;
    this.#file = undefined;
    this.#put(ZEROS.subarray(0, paddingOf(size)));
    this.#close(path === '');
  }

  symlink(path: string, target: string): void {
    this.#enter(path);
    this.#put(SYMLINK);
    this.#put(text(target));
    this.#close(path === '');
  }

  /** Ends the archive. @returns its bytes */
  finish(): number {
    if (!this.#hasRoot || this.#file !== undefined) throw new Error('is not complete');
    while (this.#open.length > 0) this.#closeDirectory();
    this.#flush();
    return this.#size;
  }

  #enter(path: string): void {
    if (path === '') {
      if (this.#hasRoot) throw new Error('is there twice');
      this.#hasRoot = true;
      return this.#put(MAGIC);
    }
    const slash = path.lastIndexOf('/') + 1;
    const [prefix, name] = [path.slice(0, slash), path.slice(slash)];
    while (this.#open.length > 0 && this.#open.at(-1)?.prefix !== prefix) this.#closeDirectory();
    const directory = this.#open.at(-1);
    if (directory === undefined) throw new Error('does not follow the directory that it is in');
    if (name <= directory.last) throw new Error('is not in the order of its directory');
    directory.last = name;
    this.#put(ENTRY);
    this.#put(text(name));
    this.#put(NODE);
  }

  #closeDirectory(): void {
    const directory = this.#open.pop();
    this.#close(directory?.prefix === '');
  }

  /** Ends a node and, unless it is the object itself, the entry that it is in. */
  #close(isRoot: boolean): void {
    this.#put(CLOSE);
    if (!isRoot) this.#put(CLOSE);
  }

  #put(bytes: Buffer): void {
    this.#size += bytes.length;
    if (bytes.length > ROOM - this.#filled) this.#flush();
    if (bytes.length > ROOM) this.#sink(bytes);
    else this.#filled += bytes.copy(this.#room, this.#filled);
  }

  #flush(): void {
    if (this.#filled > 0) this.#sink(this.#room.subarray(0, this.#filled));
    this.#filled = 0;
  }
}

/** A string of a NAR; one byte in each char (latin1). */
function text(value: string): Buffer {
  const bytes = Buffer.alloc(8 + value.length + paddingOf(value.length));
  bytes.writeUInt32LE(value.length);
  bytes.write(value, 8, 'latin1');
  return bytes;
}

function strings(...values: readonly string[]): Buffer {
  return Buffer.concat(values.map(text));
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function paddingOf(length: number): number {
  return (8 - (length % 8)) % 8;
}
