import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { TAR_END, tarHeader, tarPadding } from '../../archive/tar-header.ts';
import { digestOfHex, type Digest } from '../../oci/format/digest.ts';
import type { Descriptor } from '../../oci/format/manifest.ts';
import { LAYER_GZIP } from '../../oci/format/media-types.ts';
import type { LayerItem } from './layer-items.ts';

/** A layer on disk. */
export interface WrittenLayer {
  readonly file: string;
  readonly descriptor: Descriptor;
  readonly diffId: Digest;
}

/**
 * Writes a layer: the same bytes for the same items. Compressed with gzip, which every engine reads.
 * @param items in the order of their names, folders before what is in them
 * @param file new
 */
export async function writeLayer(items: readonly LayerItem[], file: string): Promise<WrittenLayer> {
  const [tar, blob] = [createHash('sha256'), createHash('sha256')];
  await pipeline(Readable.from(tarOf(items)), hashing(tar), createGzip({ level: 9 }), hashing(blob), createWriteStream(file, { flags: 'wx' }));
  const { size } = await stat(file);
  return { file, descriptor: { mediaType: LAYER_GZIP, digest: digestOfHex(blob.digest('hex')), size }, diffId: digestOfHex(tar.digest('hex')) };
}

async function* tarOf(items: readonly LayerItem[]): AsyncGenerator<Buffer, void, undefined> {
  for (const item of items) {
    const size = item.type !== 'file' ? 0 : 'bytes' in item ? item.bytes.length : item.size;
    // Names of the image are UTF-8; headers hold a byte in each char.
    const name = Buffer.from(item.path).toString('latin1');
    yield tarHeader({
      name: item.type === 'directory' ? `${name}/` : name,
      type: item.type,
      mode: item.type === 'symlink' ? 0o777 : item.mode,
      size,
      ...(item.type === 'symlink' && { target: item.target }),
      ...(item.owner !== undefined && { owner: item.owner }),
    });
    if (item.type !== 'file') continue;
    if ('bytes' in item) yield item.bytes;
    else if (item.size > 0) for await (const chunk of createReadStream(item.file, { end: item.size - 1 })) yield chunk as Buffer;
    yield Buffer.alloc(tarPadding(size));
  }
  yield TAR_END;
}

function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}
