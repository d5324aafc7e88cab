import { itemsOf, membersOf, stringOf } from '../feature/metadata/written-json.ts';
import { isFeatureId } from '../identity.ts';
import { CancelledError, Failure } from '../kit/errors.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { sourceContent } from '../oci/push/blob-content.ts';
import { pushImage } from '../oci/push/push-image.ts';
import { TagMovedError } from '../oci/push/push-manifest.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Release } from '../release/release.ts';
import type { Publisher } from '../release/target.ts';
import { copyAttached } from './attach/copy-attached.ts';
import { tagRelease } from './move-tags.ts';

/** Returns the ids that a Feature had before. @param metadata as JSON */
export function legacyIdsOf(id: string, metadata: string): readonly string[] {
  const ids = (itemsOf(membersOf(metadata).get('legacyIds')) ?? []).flatMap((item) => stringOf(item) ?? []);
  return [...new Set(ids)].filter((each) => each !== id && isFeatureId(each));
}

/**
 * Publishes a release under the ids that the Feature had before as well, so that who uses an old one gets new versions, and
 * is told the new id (dev container specification, "Steps to rename a Feature"). It is the same manifest, with the same tags,
 * SBOMs and attestations.
 * What an old id's repository refuses is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
export async function publishLegacyIds(
  { namespace, writer: from }: Publisher,
  release: Release,
  { id, metadata }: { readonly id: string; readonly metadata: string },
): Promise<void> {
  const { job } = namespace;
  for (const legacyId of legacyIdsOf(id, metadata)) {
    const writer = namespace.writer(legacyId);
    let how = 'not under';
    try {
      await copyRelease(from, writer, { release, repository: namespace.repositoryOf(id), signal: job.signal });
      how = 'not completely under';
      // Before any tag that moves, as under the Feature's own id.
      await copyAttached(from.reader, writer, release);
      await tagRelease({ namespace, writer }, release, Promise.resolve());
    } catch (error) {
      if (!(error instanceof Failure) || error instanceof CancelledError || job.signal.aborted) throw error;
      const why = error instanceof TagMovedError ? `${release.version} is already published there with different content.` : error.message;
      job.warning(`${id} ${release.version} is published, but ${how} its old id, ${writer.repository}: ${why}`);
    } finally {
      writer.close();
    }
  }
}

/** Blobs are mounted; if a registry mounts none they are read and sent. */
async function copyRelease(
  from: RegistryWriter,
  to: RegistryWriter,
  { release, repository, signal }: { readonly release: Release; readonly repository: string; readonly signal: AbortSignal },
): Promise<void> {
  const options = { content: (blob: Descriptor) => sourceContent(from.reader, blob), mountFrom: () => repository, signal };
  for (const digest of release.platforms.values()) {
    const known = release.manifests?.find((manifest) => manifest.digest === digest);
    await pushImage(to, known ?? (await from.reader.manifest(digest)), options);
  }
  await pushImage(to, release, { ...options, tag: release.version });
}
