import { createHash } from 'node:crypto';
import { digestOfHex, type Digest } from '../oci/format/digest.ts';
import type { BlockCodec } from './codec.ts';
import type { SharedBlock } from './shared-block.ts';

/** Where in its stream a block is, and how much it holds. */
export interface BlockPlace {
  /** Bytes. */
  readonly length: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Compresses `raw` of a block into its `packed`. @returns bytes of it */
export function compressBlock(codec: BlockCodec, block: SharedBlock, { length, first, last }: BlockPlace): number {
  const before = first ? block.before.subarray(0, 0) : block.before;
  const packed = codec.compress(block.raw.subarray(0, length), before, last);
  const size = packed.length;
  if (size > block.packed.length) throw new Error(`a block of ${length} bytes became ${size}`);
  packed.copy(block.packed);
  // Frees it now: garbage collection sees a few small objects and lets megabytes wait.
  if (size > 0) (packed.buffer as ArrayBuffer).transfer(0);
  return size;
}

/** Digests of all of a stream. */
export interface StreamDigests {
  /** Of what went in. */
  readonly raw: Digest;
  /** Of what came out, header and trailer with it. */
  readonly packed: Digest;
  /** What the file ends with. */
  readonly trailer: Uint8Array;
}

/** Digests one stream, block by block in order. */
export class StreamDigester {
  readonly #raw = createHash('sha256');
  readonly #packed = createHash('sha256');
  readonly #trailer: ReturnType<BlockCodec['trailer']>;

  constructor(codec: BlockCodec) {
    this.#trailer = codec.trailer();
    this.#packed.update(codec.header);
  }

  /** @param length bytes of `raw`. @param packedLength bytes of `packed` */
  update(block: SharedBlock, length: number, packedLength: number): void {
    const raw = block.raw.subarray(0, length);
    this.#raw.update(raw);
    this.#trailer.update(raw);
    this.#packed.update(block.packed.subarray(0, packedLength));
  }

  end(): StreamDigests {
    const trailer = this.#trailer.end();
    this.#packed.update(trailer);
    return { raw: digestOfHex(this.#raw.digest('hex')), packed: digestOfHex(this.#packed.digest('hex')), trailer };
  }
}
