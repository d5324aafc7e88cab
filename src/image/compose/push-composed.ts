import { formatBytes } from '../../kit/format.ts';
import type { Job } from '../../kit/host.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Descriptor } from '../../oci/format/manifest.ts';
import { IMAGE_MANIFEST } from '../../oci/format/media-types.ts';
import { pushImage } from '../../oci/push/push-image.ts';
import { RegistryWriter } from '../../oci/push/registry-writer.ts';
import type { BlobPlace, ComposedPlatform, Composing } from './compose-platform.ts';
import type { ComposedBlob } from '../config/compose-image.ts';
import { IntegrityError } from '../../kit/errors.ts';
import type { ImageRequest } from '../request.ts';

/** The image of all platforms. */
export interface ComposedImage {
  readonly platforms: readonly ComposedPlatform[];
  /** Undefined for one platform: its manifest is the image. */
  readonly index: ComposedBlob | undefined;
}

/** How the blobs of an image came to a registry; bytes. */
export interface SentBlobs {
  readonly uploaded: number;
  /** Taken from other repositories of the registry by the registry itself. */
  readonly mounted: number;
}

/**
 * Pushes an image under each of its names: blobs first, then manifests, then tags, so that a tag names what is whole.
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function pushComposed(image: ComposedImage, { tags }: ImageRequest, { registries, job }: Pick<Composing, 'registries' | 'job'>): Promise<SentBlobs> {
  let [uploaded, mounted] = [0, 0];
  for (const [repository, names] of Map.groupBy(tags, (tag) => `${tag.registry}/${tag.repository}`)) {
    const [reference] = names;
    if (reference === undefined) continue;
    const writer = new RegistryWriter({ registry: reference.registry, repository: reference.repository }, registries.options());
    try {
      for (const platform of image.platforms) {
        const sent = await pushPlatform(platform, writer, job);
        uploaded += sent.uploaded;
        mounted += sent.mounted;
      }
      const { bytes, descriptor } = image.index ?? onlyManifest(image);
      if (image.index !== undefined) await writer.pushManifest(bytes, descriptor.mediaType, descriptor.digest, { signal: job.signal });
      for (const { tag } of names) await writer.pushManifest(bytes, descriptor.mediaType, tag, { signal: job.signal });
      job.info(`${names.map(({ tag }) => `${repository}:${tag}`).join(', ')} ${names.length === 1 ? 'is' : 'are'} ${descriptor.digest}.`);
    } finally {
      writer.close();
    }
  }
  return { uploaded, mounted };
}

/** What the image's digest is of. */
export function onlyManifest({ platforms: [platform] }: ComposedImage): ComposedBlob {
  if (platform === undefined) throw new IntegrityError('The image has no platform.');
  return platform.manifest;
}

/** Where a blob is. */
export function placeOfBlob({ blobs }: Pick<ComposedPlatform, 'blobs'>, { digest }: Pick<Descriptor, 'digest'>): BlobPlace {
  const place = blobs.get(digest);
  if (place === undefined) throw new IntegrityError(`Nothing has the blob ${digest}.`);
  return place;
}

async function pushPlatform(platform: ComposedPlatform, writer: RegistryWriter, job: Job): Promise<SentBlobs> {
  const sizes = new Map<Digest, number>(platform.layers.map(({ digest, size }) => [digest, size]));
  const progress = job.stage(`Push the image for ${platform.arch} to ${writer.repository}`, { unit: 'bytes' });
  try {
    const { blobs, blobBytes } = await pushImage(
      writer,
      { bytes: platform.manifest.bytes, mediaType: IMAGE_MANIFEST },
      {
        content: (blob) => placeOfBlob(platform, blob).content,
        mountFrom: (blob) => mountSource(placeOfBlob(platform, blob), writer),
        onProgress: (done, total) => progress.update(done, undefined, total),
        signal: job.signal,
      },
    );
    const mounted = [...blobs].reduce((sum, [digest, { outcome }]) => sum + (outcome === 'mounted' ? (sizes.get(digest) ?? 0) : 0), 0);
    progress.end(`${formatBytes(blobBytes)} sent, ${formatBytes(mounted)} mounted`);
    return { uploaded: blobBytes, mounted };
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

/** Without its registry; undefined if it is of another registry, or the very repository that is pushed to. */
function mountSource({ repository = '' }: BlobPlace, writer: RegistryWriter): string | undefined {
  const registry = writer.repository.slice(0, writer.repository.indexOf('/') + 1);
  return repository !== writer.repository && repository.startsWith(registry) ? repository.slice(registry.length) : undefined;
}
