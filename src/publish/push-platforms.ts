import { Failure } from '../kit/errors.ts';
import { formatBytes } from '../kit/format.ts';
import { inStage } from '../kit/stages.ts';
import { isOnDisk, type LayoutPlatform } from '../layout/built-layout.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { IMAGE_MANIFEST } from '../oci/format/media-types.ts';
import { fileContent, type BlobContent } from '../oci/push/blob-content.ts';
import { pushImage } from '../oci/push/push-image.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';
import type { Publisher } from '../release/target.ts';

/**
 * Pushes each platform's blobs and its manifest, by digest: no tag is touched.
 * @returns bytes of blobs that were sent for each platform
 */
export async function pushPlatforms({ namespace, writer }: Publisher, id: string, platforms: readonly LayoutPlatform[]): Promise<ReadonlyMap<Arch, number>> {
  const { job } = namespace;
  const repository = namespace.repositoryOf(id);
  const sent = new Map<Arch, number>();
  for (const platform of platforms) {
    const blobs = await blobsOf(platform);
    await inStage(job, `Push the layers of ${platform.arch}`, { unit: 'bytes', total: sizeOf(platform) }, async (progress) => {
      const pushed = await pushImage(
        writer,
        { bytes: platform.bytes, mediaType: IMAGE_MANIFEST },
        {
          content: (blob) => contentOf(blob, blobs, platform),
          // The job that built it may have pushed it, and no tag tells of that.
          isKnown: (blob) => platform.pushed !== undefined || !blobs.has(blob.digest),
          mountFrom: () => mountSource(platform, writer, repository),
          onProgress: (done) => progress.update(done),
          signal: job.signal,
        },
      );
      sent.set(platform.arch, pushed.blobBytes);
      return [undefined, pushed.blobBytes === 0 ? 'the registry has them all' : `${formatBytes(pushed.blobBytes)} sent`];
    });
  }
  return sent;
}

function sizeOf({ manifest }: LayoutPlatform): number {
  return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}

async function blobsOf(platform: LayoutPlatform): Promise<ReadonlySet<Digest>> {
  const { config, layers } = platform.manifest;
  const here = await Promise.all([config, ...layers].map(async (blob) => ((await isOnDisk(platform, blob)) ? [blob.digest] : [])));
  return new Set(here.flat());
}

/** A job that pushed its layers may have left them out of its artifact. */
function contentOf(blob: Descriptor, onDisk: ReadonlySet<Digest>, platform: LayoutPlatform): BlobContent {
  if (onDisk.has(blob.digest)) return fileContent(platform.fileOf(blob));
  return {
    open: () => {
      const { pushed } = platform;
      const missing = `The layer ${blob.digest} for ${platform.arch} is neither in the layout nor in the registry`;
      if (pushed === undefined && platform.reusedLayers === 0) {
        throw new Failure(`${missing}; the artifact was uploaded without layers, as in pull requests.`, {
          hint: 'Set "upload-artifact: true" in the build jobs.',
        });
      }
      if (pushed === undefined) {
        throw new Failure(`${missing}; it was reused from an earlier release.`, {
          hint: 'Build again: a layer that was deleted in the meantime is then packed. To publish elsewhere, build without push, so the layout has all layers.',
        });
      }
      throw new Failure(`${missing}; it was pushed to ${pushed.registry}/${pushed.repository}.`, {
        hint: 'Build and publish with the same registry and namespace, or don\'t push in the build jobs, so their artifacts have the layers.',
      });
    },
  };
}

function mountSource({ pushed }: LayoutPlatform, writer: RegistryWriter, repository: string): string | undefined {
  if (pushed === undefined || pushed.repository === repository) return undefined;
  return writer.repository === `${pushed.registry}/${repository}` ? pushed.repository : undefined;
}
