import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { ZstdFrames } from '../../base/tar/zstd-frames.ts';
import { stream } from '../../programs/process.ts';

/** Bytes that `xz` may take: 16 times what a file by `xz -9` needs. A dictionary could ask for 4 GiB. */
const XZ_MEMORY = 1024 * 1024 * 1024;
/** Bytes of the file that are read at once, and that come out of a decompressor. */
const CHUNK = 512 * 1024;

const MAGIC = [
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['bzip2', Buffer.from('BZh')],
] as const;

export type TarballCompression = (typeof MAGIC)[number][0] | 'none';

/** Finds the compression by the first bytes, because names prove nothing. */
export async function compressionOf(file: string): Promise<TarballCompression> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
  const start = buffer.subarray(0, bytesRead);
  return MAGIC.find(([, magic]) => start.subarray(0, magic.length).equals(magic))?.[0] ?? 'none';
}

export interface Unpacked {
  /** `sha256:…` of the file. */
  readonly digest: string;
  /** Bytes of the file, and those behind the end of what is compressed, which no decompressor reads. */
  readonly size: number;
  readonly behind: number;
}

/**
 * Writes what a file unpacks to into a sink, and takes the file's digest on the way; nothing is kept.
 * xz is unpacked by the program of that name, which can do it on several processors: Node.js has none.
 * @throws Error if it is damaged, SetupError if there is no program xz, and the signal's reason
 */
export async function unpackInto(sink: Writable, file: string, compression: TarballCompression, signal: AbortSignal): Promise<Unpacked> {
  const hash = createHash('sha256');
  let size = 0;
  const source = createReadStream(file, { highWaterMark: CHUNK });
  source.on('data', (chunk) => {
    hash.update(chunk);
    size += chunk.length;
  });
  source.pause();
  let behind = 0;
  if (compression === 'xz') {
    const { stdout, done } = stream(['xz', '--decompress', '--stdout', '--threads=0', `--memlimit-decompress=${XZ_MEMORY}`], { input: source, signal });
    await pipeline(stdout, sink, { signal });
    await done;
  } else if (compression === 'gzip') {
    const gunzip = createGunzip({ chunkSize: CHUNK });
    await pipeline(source, gunzip, sink, { signal });
    behind = size - gunzip.bytesWritten;
  } else if (compression === 'zstd') {
    await pipeline(source, new ZstdFrames(), createZstdDecompress({ chunkSize: CHUNK }), sink, { signal });
  } else {
    await pipeline(source, sink, { signal });
  }
  return { digest: `sha256:${hash.digest('hex')}`, size, behind };
}
