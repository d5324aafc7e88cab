import { createWriteStream } from 'node:fs';
import { readdir, realpath, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { formatBytes } from '../../kit/format.ts';
import { fileReason, InputError } from '../../kit/errors.ts';
import type { Job } from '../../kit/host.ts';
import { makeFolders } from '../../kit/files.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Descriptor } from '../../oci/format/manifest.ts';
import { parseManifest } from '../../oci/format/parse-manifest.ts';
import { verifyStream } from '../../oci/format/verify-stream.ts';
import { LayoutWriter } from '../../oci/layout/layout-writer.ts';
import type { ImageRequest } from '../request.ts';
import { onlyManifest, placeOfBlob, type ComposedImage } from './push-composed.ts';

/**
 * Writes an image with all of its layers as an OCI layout, which engines load and skopeo copies.
 * @param folder absolute; new, empty, or a layout that is replaced
 * @throws InputError if the folder holds anything else; RegistryError, IntegrityError, CancelledError
 */
export async function writeImageLayout(image: ComposedImage, folder: string, job: Job): Promise<void> {
  await clear(folder);
  const progress = job.stage(`Write the layout ${folder}`, { unit: 'bytes' });
  try {
    const writer = await LayoutWriter.create(folder);
    const there = new Set<Digest>();
    let written = 0;
    for (const platform of image.platforms) {
      const parsed = parseManifest({ ...platform.manifest.descriptor, bytes: platform.manifest.bytes }, 'the image');
      const { config, layers } = parsed.kind === 'manifest' ? parsed.manifest : { config: undefined, layers: [] };
      for (const blob of [...layers, ...(config === undefined ? [] : [config])]) {
        if (there.has(blob.digest)) continue;
        there.add(blob.digest);
        const file = writer.newBlobFile();
        await pipeline(placeOfBlob(platform, blob).content.open(0, blob.size), verifyStream(blob, `the blob ${blob.digest}`), createWriteStream(file), { signal: job.signal });
        await writer.adoptFile(file, blob);
        written += blob.size;
        progress.update(written);
      }
      await writer.addBytes(platform.manifest.bytes, platform.manifest.descriptor.mediaType);
    }
    await writer.finish([await rootOf(image, writer)]);
    progress.end(formatBytes(written));
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

async function rootOf(image: ComposedImage, writer: LayoutWriter): Promise<Descriptor> {
  if (image.index !== undefined) return writer.addBytes(image.index.bytes, image.index.descriptor.mediaType);
  const { descriptor } = onlyManifest(image);
  const [platform] = image.platforms;
  return { ...descriptor, ...(platform !== undefined && { platform: platform.platform }) };
}

/**
 * Makes the folder, before any work is done.
 * @throws InputError if it can't be one, holds what no layout has, or is the base's own, which is still to be read when the image is written
 */
export async function checkOutput(folder: string, base: ImageRequest['base']): Promise<void> {
  await checkFolder(folder);
  if (base.kind !== 'layout') return;
  // A base that is not there is refused where it is read.
  const [output, layout] = await Promise.all([realpath(folder), realpath(base.folder).catch(() => '')]);
  if (layout !== output && !layout.startsWith(`${output}${sep}`)) return;
  throw new InputError('output', `output: ${folder} holds the base image ${base.text}, and would be emptied before that is copied.`, { hint: 'Name another folder.' });
}

/** @throws InputError */
async function checkFolder(folder: string): Promise<void> {
  const made = makeFolders(folder).then(() => readdir(folder));
  const entries = await made.catch((cause: unknown) => {
    throw new InputError('output', `output: ${folder} can't be used as a folder: ${fileReason(cause)}.`, { cause });
  });
  const odd = entries.find((name) => !['blobs', 'index.json', 'oci-layout', '.unfinished'].includes(name));
  const isLayout = entries.length === 0 || (await stat(join(folder, 'blobs')).catch(() => undefined))?.isDirectory() === true;
  if (odd === undefined && isLayout) return;
  throw new InputError('output', `output: ${folder} holds files that are not a layout's, such as "${odd ?? entries[0] ?? ''}".`, { hint: 'Name a new or empty folder, or a layout that is to be replaced.' });
}

async function clear(folder: string): Promise<void> {
  await checkFolder(folder);
  for (const name of ['oci-layout', 'index.json', 'blobs', '.unfinished']) await rm(join(folder, name), { recursive: true, force: true });
}
