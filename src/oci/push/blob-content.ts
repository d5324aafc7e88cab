import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { adviceOf, Failure, IntegrityError, messageOf } from '../../kit/errors.ts';
import { digestOfHex } from '../format/digest.ts';
import type { ImageSource } from '../format/image-source.ts';
import type { Descriptor } from '../format/manifest.ts';
import type { RequestBody } from '../http/transport.ts';
import type { UploadMeter } from './upload-meter.ts';

/** The bytes of a blob, as often as they are needed. */
export interface BlobContent {
  /** From byte `start` up to and excluding byte `end`. */
  open(start: number, end: number): Readable;
}

// Large, as each read goes to another thread and back.
const READ_SIZE = 1024 * 1024;

export function fileContent(path: string): BlobContent {
  return { open: (start, end) => createReadStream(path, { start, end: end - 1, highWaterMark: READ_SIZE }) };
}

export function bytesContent(bytes: Uint8Array): BlobContent {
  return { open: (start, end) => Readable.from([Buffer.from(bytes.subarray(start, end))], { objectMode: false }) };
}

/** Returns a blob of another repository, read from there: for registries that don't mount it. A part of it is what is left when the rest has been passed over. */
export function sourceContent(source: Pick<ImageSource, 'blob'>, blob: Pick<Descriptor, 'digest' | 'size'>): BlobContent {
  return { open: (start, end) => Readable.from(part(source.blob(blob), start, end), { objectMode: false }) };
}

async function* part(blob: Readable, start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
  let position = 0;
  for await (const chunk of blob as AsyncIterable<Buffer>) {
    const wanted = chunk.subarray(Math.max(0, start - position), Math.max(0, end - position));
    position += chunk.length;
    if (wanted.length > 0) yield wanted;
    // What comes after a part need not travel.
    if (position >= end) return;
  }
}

/**
 * Returns a whole blob as one body. Its last bytes are held back until all of them are known to be those of the descriptor, so
 * that a file that was changed meanwhile never becomes a blob.
 */
export function wholeBody(descriptor: Descriptor, content: BlobContent, meter: UploadMeter): RequestBody {
  return {
    size: descriptor.size,
    open: () => Readable.from(metered(checkedChunks(descriptor, content), 0, meter), { objectMode: false }),
  };
}

/** Returns a part of a blob as one body. */
export function partBody(descriptor: Descriptor, content: BlobContent, [start, end]: readonly [start: number, end: number], meter: UploadMeter): RequestBody {
  return {
    size: end - start,
    open: () => Readable.from(metered(readChunks(descriptor, content, start, end), start, meter), { objectMode: false }),
  };
}

/** Reads a blob once to see that it is what it says. @throws IntegrityError, Failure if it can't be read */
export async function checkContent(descriptor: Descriptor, content: BlobContent): Promise<void> {
  for await (const chunk of checkedChunks(descriptor, content)) void chunk;
}

// Counted before they go: once the last byte may have arrived, it is unknown what the registry made of them.
async function* metered(chunks: AsyncIterable<Buffer>, start: number, meter: UploadMeter): AsyncGenerator<Buffer, void, undefined> {
  meter.begin(start);
  for await (const chunk of chunks) {
    meter.add(chunk.length);
    yield chunk;
  }
}

async function* checkedChunks(descriptor: Descriptor, content: BlobContent): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const chunk of readChunks(descriptor, content, 0, descriptor.size)) {
    if (held !== undefined) yield held;
    hash.update(chunk);
    held = chunk;
  }
  const actual = digestOfHex(hash.digest('hex'));
  if (actual !== descriptor.digest) {
    throw new IntegrityError(`The blob ${descriptor.digest} was not uploaded: its file has different content, with the digest ${actual}.`);
  }
  if (held !== undefined) yield held;
}

async function* readChunks(descriptor: Descriptor, content: BlobContent, start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
  let position = start;
  try {
    for await (const chunk of content.open(start, end) as AsyncIterable<Buffer>) {
      position += chunk.length;
      yield chunk;
    }
  } catch (cause) {
    // Its message says more, and what to do. It is not thrown itself, because another registry's answer does not belong to this upload.
    if (cause instanceof Failure) throw new Failure(cause.message, { cause, ...adviceOf(cause) });
    throw new Failure(`The blob ${descriptor.digest} can't be read: ${messageOf(cause)}.`, { cause });
  }
  if (position !== end) {
    throw new IntegrityError(`The blob ${descriptor.digest} was not uploaded: its file ends at byte ${position} instead of ${descriptor.size}.`);
  }
}
