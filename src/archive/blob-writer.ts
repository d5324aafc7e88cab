import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { digestOfHex, type Digest } from '../oci/digest.ts';
import type { BlockCodec } from './codec.ts';
import type { ByteSink } from './tar-writer.ts';

/** A finished blob: a file of compressed bytes. Sizes in bytes. */
export interface Blob {
  readonly file: string;
  /** Of the compressed bytes. */
  readonly digest: Digest;
  readonly size: number;
  /** Of the bytes that went in. */
  readonly diffId: Digest;
  readonly rawSize: number;
}

/** The blocks of a run, over all its blobs: bounds how many are compressed at once, and how many are in memory. */
export class BlockPool {
  readonly #atOnce: number;
  readonly #blockSize: number;
  /** Used again: fresh memory costs a page fault for every 4 KiB. */
  readonly #free: Buffer[] = [];
  #working = 0;
  readonly #waiting: (() => void)[] = [];
  #inMemory = 0;
  #roomWanted: (() => void) | undefined;

  /**
   * @param atOnce blocks that are compressed at the same time
   * @param blockSize bytes
   */
  constructor(atOnce: number, blockSize: number) {
    this.#atOnce = atOnce;
    this.#blockSize = blockSize;
  }

  /** A block to fill; its bytes are undefined. It counts until it is given back. */
  take(): Buffer {
    this.#inMemory += 1;
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#blockSize);
  }

  /** The block was written, or given up: nobody reads it any more. */
  giveBack(block: Buffer): void {
    this.#free.push(block);
    this.#inMemory -= 1;
    if (!this.#full) this.#roomWanted?.();
  }

  /** Runs `work` when it is its turn. */
  async compress(work: () => Promise<Buffer>): Promise<Buffer> {
    if (this.#working === this.#atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#working += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#working -= 1;
      else next();
    }
  }

  /** Backpressure: undefined while there's room for more, else a promise of room. */
  room(): Promise<void> | undefined {
    if (!this.#full) return undefined;
    return new Promise((resolve) => {
      this.#roomWanted = () => {
        this.#roomWanted = undefined;
        resolve();
      };
    });
  }

  /** Two blocks may wait besides those that are at work, so that no core runs dry while the next bytes are read. */
  get #full(): boolean {
    return this.#inMemory > this.#atOnce + 2;
  }
}

/**
 * Writes bytes into a compressed file, digested on the way in and on the way out. Blocks are compressed beside each
 * other and written in order. `write` never waits; ask the pool for `room` between calls.
 */
export class BlobWriter implements ByteSink {
  readonly #file: string;
  readonly #codec: BlockCodec;
  readonly #pool: BlockPool;
  readonly #raw = createHash('sha256');
  readonly #compressed = createHash('sha256');
  readonly #trailer: ReturnType<BlockCodec['trailer']>;
  #block: Buffer;
  #filled = 0;
  #before: Buffer = Buffer.alloc(0);
  #rawSize = 0;
  #size = 0;
  /** The chain of writes; rejects with the first fault. */
  #written: Promise<FileHandle>;
  #fault: unknown;

  constructor(file: string, codec: BlockCodec, pool: BlockPool) {
    this.#file = file;
    this.#codec = codec;
    this.#pool = pool;
    this.#trailer = codec.trailer();
    this.#block = pool.take();
    this.#written = open(file, 'wx', 0o644);
    this.#append(() => Promise.resolve(codec.header));
  }

  /** @throws the fault of an earlier block, such as a full disk */
  write(bytes: Buffer): void {
    if (this.#fault !== undefined) throw this.#fault;
    let at = 0;
    while (at < bytes.length) {
      const taken = bytes.copy(this.#block, this.#filled, at);
      at += taken;
      this.#filled += taken;
      if (this.#filled === this.#block.length) this.#submit(false);
    }
  }

  /** Writes what is left. @throws the first fault; the file is then gone */
  async end(): Promise<Blob> {
    this.#submit(true);
    this.#append(() => Promise.resolve(this.#trailer.end()));
    try {
      const handle = await this.#written;
      await handle.close();
    } catch (error) {
      await this.discard();
      throw error;
    }
    return {
      file: this.#file,
      digest: digestOfHex(this.#compressed.digest('hex')),
      size: this.#size,
      diffId: digestOfHex(this.#raw.digest('hex')),
      rawSize: this.#rawSize,
    };
  }

  /** Gives up: closes the file and removes it. */
  async discard(): Promise<void> {
    this.#fault ??= new Error('discarded');
    await this.#written.then((handle) => handle.close()).catch(() => undefined);
    await rm(this.#file, { force: true });
  }

  #submit(last: boolean): void {
    const block = this.#block;
    const bytes = block.subarray(0, this.#filled);
    const before = this.#before;
    this.#raw.update(bytes);
    this.#trailer.update(bytes);
    this.#rawSize += bytes.length;
    // A copy: the block is filled again while the next one is still at work.
    if (this.#codec.overlap > 0) this.#before = Buffer.from(bytes.subarray(Math.max(0, bytes.length - this.#codec.overlap)));
    if (!last) this.#block = this.#pool.take();
    this.#filled = 0;
    const work = this.#pool.compress(() => this.#codec.compress(bytes, before, last));
    this.#append(async () => {
      try {
        return await work;
      } finally {
        this.#pool.giveBack(block);
      }
    });
  }

  #append(bytes: () => Promise<Buffer>): void {
    const ready = bytes();
    // A fault is met where the chain awaits it; until then it must not count as unhandled.
    ready.catch(() => undefined);
    const written = this.#written.then(async (handle) => {
      try {
        await this.#store(handle, await ready);
      } catch (error) {
        this.#fault ??= error;
        await handle.close().catch(() => undefined);
        throw error;
      }
      return handle;
    });
    written.catch((error: unknown) => (this.#fault ??= error));
    this.#written = written;
  }

  async #store(handle: FileHandle, bytes: Buffer): Promise<void> {
    if (this.#fault !== undefined) throw this.#fault;
    this.#compressed.update(bytes);
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
  }
}
