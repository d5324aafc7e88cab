import { blobBytes } from '../oci/format/blob-bytes.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import { parseReferrer, type ReferrerContent } from '../oci/format/referrer.ts';
import { isOfOurKind, MOST_COPIED } from '../publish/attach/copy-attached.ts';

/** An SBOM or an attestation of a Feature: its manifest, and what that names. */
export interface Attachment {
  readonly raw: RawManifest;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly config: Descriptor;
  readonly payload: Descriptor;
}

/**
 * Reads the SBOMs and the attestations of a Feature. Other attachments are left out, and so is what is attached to another manifest.
 * @param digests of manifests that may be some
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function readAttachments(source: ImageSource, feature: Digest, digests: readonly Digest[]): Promise<readonly Attachment[]> {
  const found: Attachment[] = [];
  for (const digest of digests.toSorted()) {
    if (found.length === MOST_COPIED) break;
    const raw = await source.manifest(digest);
    const [referrer, parsed] = [parseReferrer(raw, source.name), parseManifest(raw, source.name)];
    const [payload] = referrer.layers;
    if (parsed.kind === 'index' || payload === undefined || referrer.subject !== feature || !isOfOurKind(referrer)) continue;
    found.push({ raw, artifactType: referrer.artifactType, annotations: referrer.annotations, config: parsed.manifest.config, payload });
  }
  return found;
}

/** Returns what is attached again elsewhere. @throws RegistryError, IntegrityError, CancelledError */
export async function contentOf({ artifactType, annotations, payload }: Attachment, source: ImageSource): Promise<ReferrerContent> {
  return { artifactType, mediaType: payload.mediaType, payload: await blobBytes(source, payload, payload.size), annotations };
}
