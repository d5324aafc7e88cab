import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { ZstdFrames } from './zstd-frames.ts';

type Codec = 'none' | 'gzip' | 'zstd';

// What a compressed stream begins with. Names in a tar begin with none of these.
const MAGIC: readonly (readonly [Buffer, Codec | 'xz' | 'bzip2' | 'lz4'])[] = [
  [Buffer.from([0x1f, 0x8b]), 'gzip'],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'zstd'],
  [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'xz'],
  [Buffer.from('BZh'), 'bzip2'],
  [Buffer.from([0x04, 0x22, 0x4d, 0x18]), 'lz4'],
];
const LONGEST_MAGIC = 5;

// Bytes. Node makes its output buffers again: those of 128 KiB cost a tenth more of processor time, larger ones no less.
const CHUNK = 512 * 1024;

/** The streams that a layer goes through to become a tar: its bytes from the beginning, then what unpacks them. */
export type Decompression = readonly [Readable, ...NodeJS.ReadWriteStream[]];

/**
 * Finds out how a layer is compressed: by its first bytes, because media types are not always right, and by its media
 * type, because bytes that are nothing known must not pass for a tar where something else was announced.
 * @throws Error if it is of no kind that we can read, or not what its media type says
 */
export async function decompression(blob: Readable, mediaType: string): Promise<Decompression> {
  let head = Buffer.alloc(0);
  let ended = true;
  for await (const chunk of blob.iterator({ destroyOnReturn: false })) {
    head = Buffer.concat([head, chunk as Buffer]);
    ended = head.length < LONGEST_MAGIC;
    if (!ended) break;
  }
  const stages = stagesOf(codecOf(head, mediaType));
  if (ended) return [Readable.from(head.length === 0 ? [] : [head]), ...stages];
  blob.unshift(head);
  return [blob, ...stages];
}

function codecOf(head: Buffer, mediaType: string): Codec {
  const found = isSkippableFrame(head) ? 'zstd' : MAGIC.find(([magic]) => head.subarray(0, magic.length).equals(magic))?.[1];
  if (found === 'gzip' || found === 'zstd') return found;
  if (found !== undefined) throw new Error(`it is compressed with ${found}, which OCI does not allow for a layer`);
  const announced = /[+.]gzip$/.test(mediaType) ? 'gzip' : /[+.]zstd$/.test(mediaType) ? 'zstd' : undefined;
  if (announced !== undefined) throw new Error(`its media type ${mediaType} says ${announced}, but its bytes are not`);
  return 'none';
}

function isSkippableFrame(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) >>> 4 === 0x184d2a5;
}

function stagesOf(codec: Codec): NodeJS.ReadWriteStream[] {
  if (codec === 'gzip') return [createGunzip({ chunkSize: CHUNK })];
  if (codec === 'zstd') return [new ZstdFrames(), createZstdDecompress({ chunkSize: CHUNK })];
  return [];
}
