import { rm } from 'node:fs/promises';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import { makeTemporary } from '../kit/temporary.ts';
import type { LayoutPlatform } from '../layout/built-layout.ts';
import type { LayoutReader } from '../oci/layout/layout-reader.ts';
import { fileContent } from '../oci/push/blob-content.ts';
import { pushImage } from '../oci/push/push-image.ts';
import { completeRelease } from '../publish/publish-assembly.ts';
import { pushPlatforms } from '../publish/push-platforms.ts';
import type { Delivery } from '../release/content.ts';
import { Namespace, type Publisher } from '../release/target.ts';
import type { LoadRequest } from '../request/existing.ts';
import { contentOf } from './attachments.ts';
import { openBundle } from './bundle-file.ts';
import { assertWhole, carried, type Carried } from './export-feature.ts';
import { readPortable, type PortableFeature } from './portable-feature.ts';

/**
 * Publishes the Feature that a bundle holds, byte for byte as it was: the digest stays the same wherever it goes.
 * @throws Failure if it is not complete, or its version holds other content; RegistryError, IntegrityError, CancelledError
 */
export async function loadFeature(request: LoadRequest, job: Job): Promise<Carried> {
  await using cleanup = new AsyncDisposableStack();
  const work = await makeTemporary('nix-feature-load');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const { text: name, path } = request.source;
  const { reader, holds, attached } = await openBundle(path, work);
  const feature = await readPortable(reader, { name, wanted: [], holds, attached });
  assertWhole(feature);
  const namespace = new Namespace(request, job);
  const writer = namespace.writer(feature.id);
  const publisher = { namespace, writer };
  cleanup.defer(() => writer.close());
  const platforms = feature.platforms.map((platform) => builtPlatform(platform, reader));
  const sent = await pushPlatforms(publisher, feature.id, platforms);
  const own = await pushFeature(feature, reader, publisher);
  const { raw, version, metadata, origin } = feature;
  // Before any tag that moves, as when it was published.
  await attachAgain(feature, publisher);
  const digests = new Map(platforms.map(({ arch, digest }) => [arch, digest]));
  const release = { version, digest: raw.digest, bytes: raw.bytes, mediaType: raw.mediaType, platforms: digests, manifests: feature.platforms.map((platform) => platform.raw) };
  const tags = await completeRelease(publisher, release, { id: feature.id, metadata, delivery: deliveryOf(feature), source: origin });
  const bytes = [...sent.values()].reduce((sum, each) => sum + each, own);
  return { ...carried(feature), place: writer.repository, what: 'release', bytes, tags };
}

async function attachAgain({ raw, source, attachments }: PortableFeature, { namespace, writer }: Publisher): Promise<void> {
  if (attachments.length === 0) return;
  const contents = await Promise.all(attachments.map((attachment) => contentOf(attachment, source)));
  await writer.pushReferrers({ mediaType: raw.mediaType, digest: raw.digest, size: raw.bytes.length }, contents);
  namespace.job.info(`Attached ${formatNumberOf(contents.length, 'SBOM or attestation', 'SBOMs and attestations')} to ${writer.repository}.`);
}

/** A tar that embeds the layers is no smaller than they are. */
function deliveryOf({ tar, platforms }: PortableFeature): Delivery {
  const layers = platforms.flatMap((platform) => [...platform.layers, ...platform.complement]).reduce((sum, { size }) => sum + size, 0);
  return tar.size >= layers ? 'embed' : 'layers';
}

function builtPlatform({ arch, raw, manifest, document, layers, complement }: PortableFeature['platforms'][number], reader: LayoutReader): LayoutPlatform {
  return { arch, document, digest: raw.digest, bytes: raw.bytes, manifest, layers, complement, fileOf: ({ digest }) => reader.blobPath(digest), pushed: undefined, reusedLayers: 0, sbom: undefined };
}

/** Pushes it under its version's tag, with which it is published. @returns bytes that were sent */
async function pushFeature({ raw, version }: PortableFeature, reader: LayoutReader, { namespace, writer }: Publisher): Promise<number> {
  const { job } = namespace;
  return inStage(job, 'Push the Feature', { unit: 'bytes' }, async (progress) => {
    const pushed = await pushImage(writer, raw, {
      content: ({ digest }) => fileContent(reader.blobPath(digest)),
      onProgress: (done, total) => progress.update(done, undefined, total),
      signal: job.signal,
      tag: version,
    });
    return [pushed.blobBytes, `${pushed.descriptor.digest}, ${formatBytes(pushed.blobBytes)} sent`];
  });
}
