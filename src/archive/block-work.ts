import { createHash } from 'node:crypto';
import { digestOfHex, type Digest } from '../oci/format/digest.ts';
import type { Matcher } from '../leaks/matcher.ts';
import { LeakScanner, type ScanResult } from '../leaks/scanner.ts';
import type { BlockCodec } from './codec.ts';
import type { SharedBlock } from './shared-block.ts';
import { scanParts } from './tar-parts.ts';

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
  /** What was found in what went in; undefined if nobody looked. */
  readonly scan: ScanResult | undefined;
}

/** How much of a block is used. */
export interface BlockLengths {
  /** Bytes of `raw`. */
  readonly length: number;
  /** Bytes of `packed`. */
  readonly packedLength: number;
  /** Which parts of a tar begin in it, as `TarParts` wrote them. */
  readonly parts?: readonly number[];
}

/** Bytes that go through all that is done with them while they are near. */
const SLICE = 256 * 1024;

/** Digests one stream, block by block in order, and looks for leaks in it on the way. */
export class StreamDigester {
  readonly #raw = createHash('sha256');
  readonly #packed = createHash('sha256');
  readonly #trailer: ReturnType<BlockCodec['trailer']>;
  readonly #scanner: LeakScanner | undefined;

  constructor(codec: BlockCodec, matcher?: Matcher) {
    this.#scanner = matcher === undefined ? undefined : new LeakScanner(matcher);
    this.#trailer = codec.trailer();
    this.#packed.update(codec.header);
  }

  update(block: SharedBlock, { length, packedLength, parts = [] }: BlockLengths): void {
    const raw = block.raw.subarray(0, length);
    this.#trailer.update(raw);
    for (let at = 0; at < length; at += SLICE) {
      const slice = raw.subarray(at, at + SLICE);
      this.#raw.update(slice);
      if (this.#scanner !== undefined) scanParts(this.#scanner, slice, parts, at);
    }
    this.#packed.update(block.packed.subarray(0, packedLength));
  }

  end(): StreamDigests {
    const trailer = this.#trailer.end();
    this.#packed.update(trailer);
    return { raw: digestOfHex(this.#raw.digest('hex')), packed: digestOfHex(this.#packed.digest('hex')), trailer, scan: this.#scanner?.end() };
  }
}
