import { Transform, type TransformCallback } from 'node:stream';

const FRAME_MAGIC = 0xfd2fb528;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;

type Step = 'magic' | 'skip-size' | 'skip' | 'descriptor' | 'header' | 'block' | 'content' | 'checksum';

/**
 * Cuts zstd data so that no chunk reaches over the end of a frame, and leaves skippable frames out.
 *
 * Node's zstd stream takes what follows the end of a frame inside one chunk for garbage, and drops it without a word.
 * Layers that can be fetched in parts ("zstd:chunked", pzstd) have many frames, and skippable ones with their tables.
 * The frames are walked by their block headers alone (RFC 8878, section 3.1).
 */
export class ZstdFrames extends Transform {
  #step: Step = 'magic';
  /** Bytes of the step that are still to come. */
  #left = 4;
  /** The bytes of a step that is a field. */
  #field: Buffer = Buffer.alloc(0);
  #hasChecksum = false;
  #lastBlock = false;
  #out: Buffer[] = [];

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      let rest = chunk;
      while (rest.length > 0) rest = this.#take(rest);
      this.#emit();
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    const between = this.#step === 'magic' && this.#field.length === 0;
    done(between ? null : new Error('the zstd data ends in the middle of a frame'));
  }

  #take(rest: Buffer): Buffer {
    const taken = rest.subarray(0, this.#left);
    this.#left -= taken.length;
    if (this.#step === 'content' || this.#step === 'checksum') this.#out.push(taken);
    else if (this.#step !== 'skip') this.#field = this.#field.length === 0 ? taken : Buffer.concat([this.#field, taken]);
    if (this.#left === 0) this.#finishStep();
    return rest.subarray(taken.length);
  }

  #finishStep(): void {
    const field = this.#field;
    this.#field = Buffer.alloc(0);
    switch (this.#step) {
      case 'magic':
        return this.#begin(field);
      case 'skip-size':
        return this.#next('skip', field.readUInt32LE(0));
      case 'skip':
        return this.#next('magic', 4);
      case 'descriptor':
        this.#out.push(field);
        return this.#readDescriptor(field.readUInt8(0));
      case 'header':
        this.#out.push(field);
        return this.#next('block', 3);
      case 'block':
        this.#out.push(field);
        return this.#readBlockHeader(field.readUIntLE(0, 3));
      case 'content':
        return this.#afterBlock();
      case 'checksum':
        return this.#endFrame();
    }
  }

  /** Goes to a step of `length` bytes, past it if it has none. */
  #next(step: Step, length: number): void {
    this.#step = step;
    this.#left = length;
    if (length === 0) this.#finishStep();
  }

  #begin(field: Buffer): void {
    const magic = field.readUInt32LE(0);
    // 0x184D2A50 to 0x184D2A5F
    if (magic >>> 4 === 0x184d2a5) return this.#next('skip-size', 4);
    if (magic !== FRAME_MAGIC) throw new Error('the data behind a zstd frame is not zstd');
    this.#out.push(field);
    this.#next('descriptor', 1);
  }

  #readDescriptor(byte: number): void {
    const singleSegment = (byte & 0x20) !== 0;
    this.#hasChecksum = (byte & 0x04) !== 0;
    const contentSize = [singleSegment ? 1 : 0, 2, 4, 8][byte >>> 6] ?? 0;
    const dictionaryId = [0, 1, 2, 4][byte & 0x03] ?? 0;
    this.#next('header', (singleSegment ? 0 : 1) + dictionaryId + contentSize);
  }

  #readBlockHeader(bits: number): void {
    this.#lastBlock = (bits & 1) !== 0;
    const type = (bits >>> 1) & 3;
    if (type === BLOCK_RESERVED) throw new Error('a zstd block has an unknown type');
    this.#next('content', type === BLOCK_RLE ? 1 : bits >>> 3);
  }

  #afterBlock(): void {
    if (!this.#lastBlock) this.#next('block', 3);
    else if (this.#hasChecksum) this.#next('checksum', 4);
    else this.#endFrame();
  }

  #endFrame(): void {
    this.#emit();
    this.#next('magic', 4);
  }

  #emit(): void {
    if (this.#out.length === 0) return;
    const [only] = this.#out;
    this.push(this.#out.length === 1 ? only : Buffer.concat(this.#out));
    this.#out = [];
  }
}
