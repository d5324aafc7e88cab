import type { BlockCodec } from './codec.ts';

/**
 * One block of a stream in memory that all threads see: a thread is told of it by reference, and leaves what it made of
 * it in the same memory. Whoever has the block knows by the order of messages that nobody else writes there.
 */
export class SharedBlock {
  readonly memory: SharedArrayBuffer;
  /** The end of the block before; the codec's overlap. */
  readonly before: Buffer;
  /** Room for the bytes that go in. */
  readonly raw: Buffer;
  /** Room for what comes out. */
  readonly packed: Buffer;

  /** @param memory of a block that another thread made; new unless given, its bytes undefined */
  constructor(codec: BlockCodec, memory?: SharedArrayBuffer) {
    const { overlap, blockSize, packedSize } = codec;
    this.memory = memory ?? new SharedArrayBuffer(overlap + blockSize + packedSize);
    this.before = Buffer.from(this.memory, 0, overlap);
    this.raw = Buffer.from(this.memory, overlap, blockSize);
    this.packed = Buffer.from(this.memory, overlap + blockSize, packedSize);
  }
}
