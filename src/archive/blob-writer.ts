import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Digest } from '../oci/format/digest.ts';
import type { BlockPool } from './block-pool.ts';
import type { StreamWork } from './block-threads.ts';
import type { BlockPlace } from './block-work.ts';
import { FramePlaces, type Frame } from './frame-places.ts';
import type { SharedBlock } from './shared-block.ts';
import { TarParts, type LayerLeaks } from './tar-parts.ts';
import type { ByteSink, TarPart } from './tar-writer.ts';

/** A finished blob: a file of compressed bytes. Sizes in bytes. */
export interface WrittenBlob {
  readonly file: string;
  /** Of the compressed bytes. */
  readonly digest: Digest;
  readonly size: number;
  /** Of the bytes that went in. */
  readonly diffId: Digest;
  readonly rawSize: number;
  /** What was found in it; undefined if nobody looked. */
  readonly leaks?: LayerLeaks;
  /** Undefined if the codec has none. */
  readonly frames?: readonly Frame[];
}

interface FullBlock {
  readonly block: SharedBlock;
  readonly place: BlockPlace;
  readonly parts: readonly number[] | undefined;
}

/**
 * Writes bytes into a compressed file, digested on the way in and on the way out. Blocks are compressed beside each
 * other and written in order. `write` never waits; ask the pool for `room` between calls.
 */
export class BlobWriter implements ByteSink {
  readonly #file: string;
  readonly #pool: BlockPool;
  readonly #handle: Promise<FileHandle>;
  #block: SharedBlock;
  #filled = 0;
  /** Undefined if nobody looks for leaks. */
  readonly #parts: TarParts | undefined;
  /** Undefined if the codec has no frames that can be read by themselves. */
  readonly #frames: FramePlaces | undefined;
  /** Known when the first block is full, or is all. */
  #work: StreamWork | undefined;
  #rawSize = 0;
  #size = 0;
  /** All that was handed in up to now is written; rejects with the first fault. */
  #written: Promise<void>;
  #fault: unknown;

  constructor(file: string, pool: BlockPool) {
    this.#file = file;
    this.#pool = pool;
    this.#block = pool.take();
    this.#parts = pool.leaks === undefined ? undefined : new TarParts();
    this.#frames = pool.codec.readableFromBlocks ? new FramePlaces() : undefined;
    this.#handle = open(file, 'wx', 0o644);
    this.#written = this.#watched(this.#store(pool.codec.header));
  }

  /** @throws the fault of an earlier block, such as a full disk */
  write(bytes: Buffer): void {
    if (this.#fault !== undefined) throw this.#fault;
    let at = 0;
    while (at < bytes.length) {
      const taken = bytes.copy(this.#block.raw, this.#filled, at);
      at += taken;
      this.#filled += taken;
      if (this.#filled === this.#block.raw.length) this.#submit(false);
    }
  }

  beginPath(): void {
    if (this.#frames?.beginPath(this.#filled) === true) this.#submit(false);
  }

  endPath(): void {
    this.#frames?.endPath(this.#filled);
  }

  begin(what: TarPart): void {
    this.#parts?.begin(what, this.#filled);
  }

  /** Writes what is left. @throws the first fault; the file is then gone */
  async end(): Promise<WrittenBlob> {
    const work = this.#submit(true);
    try {
      await this.#written;
      const { raw, packed, trailer, scan } = await work.end();
      await this.#store(trailer);
      await (await this.#handle).close();
      const leaks = scan === undefined ? undefined : this.#parts?.leaksOf(scan);
      const frames = this.#frames?.all();
      return { file: this.#file, digest: packed, size: this.#size, diffId: raw, rawSize: this.#rawSize, ...(leaks === undefined ? {} : { leaks }), ...(frames === undefined ? {} : { frames }) };
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  /** Gives up: closes the file and removes it. */
  async discard(): Promise<void> {
    this.#fault ??= new Error('discarded');
    await this.#written.catch(() => undefined);
    await this.#handle.then((handle) => handle.close()).catch(() => undefined);
    await rm(this.#file, { force: true });
  }

  #submit(last: boolean): StreamWork {
    const block = this.#block;
    this.#frames?.endFrame();
    const place: BlockPlace = { length: this.#filled, first: this.#rawSize === 0, last };
    const parts = this.#parts?.take();
    const work = (this.#work ??= this.#pool.stream(last ? place.length : undefined));
    this.#rawSize += place.length;
    this.#filled = 0;
    if (!last) {
      this.#block = this.#pool.take();
      block.raw.copy(this.#block.before, 0, block.raw.length - block.before.length);
    }
    this.#written = this.#watched(this.#finish(work, { block, place, parts }, this.#written));
    return work;
  }

  /** @param before the block before this one is written */
  async #finish(work: StreamWork, { block, place, parts }: FullBlock, before: Promise<void>): Promise<void> {
    try {
      // Both, whatever comes of them: a block that is still at work must not be given back.
      const [packed, turn] = await Promise.allSettled([work.compress(block, place), before]);
      if (turn.status === 'rejected') throw turn.reason;
      if (packed.status === 'rejected') throw packed.reason;
      this.#frames?.packed(packed.value);
      await Promise.all([work.digest(block, { length: place.length, packedLength: packed.value, ...(parts === undefined ? {} : { parts }) }), this.#store(block.packed.subarray(0, packed.value))]);
    } finally {
      this.#pool.giveBack(block);
    }
  }

  /** A fault is met where the last block is awaited; until then it must not count as unhandled. */
  #watched(step: Promise<void>): Promise<void> {
    step.catch((error: unknown) => (this.#fault ??= error));
    return step;
  }

  async #store(bytes: Uint8Array): Promise<void> {
    if (this.#fault !== undefined) throw this.#fault;
    const handle = await this.#handle;
    this.#size += bytes.length;
    try {
      for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
    } catch (error) {
      // A handle does not say what it is of, and somebody will ask which disk is full.
      throw Object.assign(error as Error, { path: this.#file });
    }
  }
}
