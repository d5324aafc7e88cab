import { zstdDecompressSync } from 'node:zlib';

const FRAME_MAGIC = 0xfd2fb528;
/** More would only take time: each is a call of its own. */
const MOST_FRAMES = 10_000;
const RLE_BLOCK = 1;

/**
 * Unpacks all frames of zstd data: Node.js drops what follows the first one without a word, and writers that work in parallel, or that let others seek,
 * make many. What follows the last one is not zstd, and is left alone.
 * @throws Error if a frame is damaged, or more comes of them than `maxOutputLength`
 */
export function unzstd(bytes: Buffer, { maxOutputLength }: { readonly maxOutputLength: number }): Buffer {
  const unpacked: Buffer[] = [];
  let left = maxOutputLength;
  let frames = 0;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const magic = bytes.readUInt32LE(at);
    // Skippable frames: 0x184D2A50 to 0x184D2A5F (RFC 8878, section 3.1.2).
    if (magic >>> 4 === 0x184d2a5) {
      at += 8 + bytes.readUInt32LE(at + 4);
      continue;
    }
    if (magic !== FRAME_MAGIC) break;
    if (++frames > MOST_FRAMES) throw new Error(`it has more than ${MOST_FRAMES} frames`);
    const end = frameEnd(bytes, at);
    const frame = zstdDecompressSync(bytes.subarray(at, end), { maxOutputLength: left });
    left -= frame.length;
    unpacked.push(frame);
    at = end;
  }
  return Buffer.concat(unpacked);
}

/** Where a frame ends, by the headers of its blocks (RFC 8878, section 3.1.1). @throws RangeError if that is behind the end of the data */
function frameEnd(bytes: Buffer, begin: number): number {
  const descriptor = bytes.readUInt8(begin + 4);
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  let at = begin + 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes;
  for (let isLast = false; !isLast; ) {
    const block = bytes.readUIntLE(at, 3);
    isLast = (block & 1) !== 0;
    at += 3 + (((block >>> 1) & 3) === RLE_BLOCK ? 1 : block >>> 3);
  }
  return at + ((descriptor & 4) === 0 ? 0 : 4);
}
