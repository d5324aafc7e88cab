import { constants, crc32, deflateRawSync, zstdCompressSync } from 'node:zlib';
import { LAYER_GZIP, LAYER_ZSTD } from '../oci/format/media-types.ts';
import type { Compression } from '../request/build.ts';

/**
 * How one codec compresses a stream that is cut into blocks of a fixed size. Blocks know nothing of each other but the
 * end of their forerunner, so any number of them can be at work at once, and the bytes never depend on how many are.
 */
export interface BlockCodec {
  readonly mediaType: string;
  readonly extension: string;
  /** Bytes of tar in a block. */
  readonly blockSize: number;
  /** The most bytes that `compress` makes of a block. */
  readonly packedSize: number;
  /** Bytes of the block before that `compress` wants. */
  readonly overlap: number;
  /** A stream can be read from the beginning of any of its blocks. Blocks may then be shorter than `blockSize`. */
  readonly readableFromBlocks: boolean;
  readonly header: Buffer;
  /** @param before empty for the first block. @param last the stream ends with this block; only it may be empty */
  compress(block: Buffer, before: Buffer, last: boolean): Buffer;
  /** What follows the last block. Called for each block in order; `end` after the last. */
  trailer(): { update(block: Buffer): void; end(): Buffer };
}

const GZIP_LEVEL = 6;
const GZIP_BLOCK = 1024 * 1024;
/** Deflate never makes more than this of a block. As it fits one buffer, zlib is called once for all of it. */
const GZIP_PACKED = GZIP_BLOCK + GZIP_BLOCK / 128 + 1024;
/** Deflate looks back at most this far (RFC 1951, 2). */
const DEFLATE_WINDOW = 32 * 1024;

/**
 * One gzip member (RFC 1952) made as pigz does it: each block is deflated with the end of the block before as its
 * dictionary and ends on a byte boundary, so joined they are one deflate stream. No name and no time in the header.
 */
const gzip: BlockCodec = {
  mediaType: LAYER_GZIP,
  extension: 'gz',
  blockSize: GZIP_BLOCK,
  packedSize: GZIP_PACKED,
  overlap: DEFLATE_WINDOW,
  readableFromBlocks: false,
  header: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]),
  compress: (block, before, last) =>
    deflateRawSync(block, {
      level: GZIP_LEVEL,
      finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      chunkSize: GZIP_PACKED,
      ...(before.length > 0 ? { dictionary: before } : {}),
    }),
  trailer: () => {
    let crc = 0;
    let size = 0;
    return {
      update(block) {
        crc = crc32(block, crc);
        size += block.length;
      },
      end() {
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(crc, 0);
        trailer.writeUInt32LE(size % 2 ** 32, 4);
        return trailer;
      },
    };
  },
};

const ZSTD_LEVEL = 3;
/** Twice level 3's window: larger blocks gain little, and several of them are in memory at once. */
const ZSTD_BLOCK = 4 * 1024 * 1024;
const ZSTD_PACKED = ZSTD_BLOCK + ZSTD_BLOCK / 128;

/** Frames of their own, joined (RFC 8878, 3: "zstd compressed data is made up of one or more frames"), each with a checksum. */
const zstdFrames: BlockCodec = {
  mediaType: LAYER_ZSTD,
  extension: 'zst',
  blockSize: ZSTD_BLOCK,
  packedSize: ZSTD_PACKED,
  overlap: 0,
  readableFromBlocks: true,
  header: Buffer.alloc(0),
  compress: (block, _before, last) =>
    last && block.length === 0
      ? Buffer.alloc(0)
      : zstdCompressSync(block, {
          params: {
            [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL,
            [constants.ZSTD_c_checksumFlag]: 1,
            [constants.ZSTD_c_contentSizeFlag]: 1,
          },
          pledgedSrcSize: block.length,
          chunkSize: ZSTD_PACKED,
        }),
  trailer: () => ({ update: () => undefined, end: () => Buffer.alloc(0) }),
};

export const CODECS: Readonly<Record<Compression, BlockCodec>> = { gzip, zstd: zstdFrames };
