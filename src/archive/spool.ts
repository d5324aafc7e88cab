import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileReason, Failure } from '../kit/errors.ts';
import { LARGEST_HELD_FILE } from './tar-writer.ts';

/** Bytes that all hard links of a layer may stand for: a layer of a few kilobytes could stand for terabytes. */
const MOST_READ_BACK = 64 * 1024 ** 3;
/** Bytes of the names of a layer's files, which stay in memory: packed, a few kilobytes could stand for gigabytes. */
const MOST_NAMES = 512 * 1024 * 1024;
/** Bytes that are read back at once. */
const PIECE = 256 * 1024;

interface Kept {
  readonly offset: number;
  readonly size: number;
  readonly executable: boolean;
}

/**
 * The contents of a layer's files, on disk: a hard link stands for a file that came before it, and a NAR has both. The file
 * has no name, so that nothing is left of it, whatever happens.
 */
export class Spool {
  readonly #kept = new Map<string, Kept>();
  readonly #file: number;
  #end = 0;
  #readBack = 0;
  #names = 0;
  /** The file that is being written; undefined if nothing may link to it. */
  #open: { readonly name: string; readonly kept: Kept } | undefined;

  /** @param folder for work */
  constructor(folder: string, name: string) {
    const path = join(folder, name);
    this.#file = reached(() => openSync(path, 'wx+', 0o600));
    rmSync(path);
  }

  begin(name: string, executable: boolean, size: number): void {
    this.#open = size > 0 && size <= LARGEST_HELD_FILE ? { name, kept: { offset: this.#end, size, executable } } : undefined;
  }

  /** @throws Failure if the disk is full or broken */
  write(bytes: Buffer): void {
    if (this.#open === undefined) return;
    for (let at = 0; at < bytes.length; ) at += reached(() => writeSync(this.#file, bytes, at, bytes.length - at, this.#end + at));
    this.#end += bytes.length;
  }

  endFile(): void {
    if (this.#open !== undefined) this.#keep(this.#open.name, this.#open.kept);
    this.#open = undefined;
  }

  #keep(name: string, kept: Kept): void {
    this.#names += name.length;
    if (this.#names > MOST_NAMES) throw new Failure(`The names of a layer's files have more than ${MOST_NAMES} bytes, and no more are read.`);
    this.#kept.set(name, kept);
  }

  /** A file that came before. */
  find(name: string): Kept | undefined {
    return this.#kept.get(name);
  }

  /** @throws Failure if the disk is broken, or too much is read */
  *contents({ offset, size }: Kept): Generator<Buffer> {
    this.#readBack += size;
    if (this.#readBack > MOST_READ_BACK) throw new Failure(`The hard links of a layer stand for more than ${MOST_READ_BACK} bytes, which is the limit.`);
    const piece = Buffer.allocUnsafe(Math.min(size, PIECE));
    for (let at = 0; at < size; ) {
      const read = reached(() => readSync(this.#file, piece, 0, Math.min(piece.length, size - at), offset + at));
      if (read === 0) throw new Failure('A temporary file was cut short while it was read.');
      at += read;
      yield piece.subarray(0, read);
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** @throws Failure if the disk is full or broken */
function reached<T>(operation: () => T): T {
  try {
    return operation();
  } catch (cause) {
    throw new Failure(`The contents of a layer could not be written to the temporary folder: ${fileReason(cause)}.`, { cause });
  }
}
