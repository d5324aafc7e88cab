import { blobBytes } from '../../oci/format/blob-bytes.ts';
import type { Referrer, ReferrerContent } from '../../oci/format/referrer.ts';
import type { Registry } from '../../oci/pull/registry.ts';
import type { RegistryWriter } from '../../oci/push/registry-writer.ts';
import { BUNDLE_LIMIT, BUNDLE_TYPE } from '../../provenance/format/bundle.ts';
import type { Release } from '../../release/release.ts';
import { FORMATS, SBOM_FORMATS } from '../../sbom/formats.ts';
import { SBOM_LIMIT } from '../../sbom/read-metas-of.ts';

/** What a release is given, with the bytes that each may have. Whatever else somebody has attached stays where it is. */
const COPIED: ReadonlyMap<string, number> = new Map([[BUNDLE_TYPE, BUNDLE_LIMIT], ...SBOM_FORMATS.map((format) => [FORMATS[format].mediaType, SBOM_LIMIT] as const)]);
/** Referrers of a release that are copied; anybody who may write to the repository may have attached more. */
export const MOST_COPIED = 100;

/**
 * Attaches the SBOMs and the attestations of a release to its copy in another repository. They name the manifest by its digest, so that they
 * hold there too. What the copy has already is not read again.
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function copyAttached(from: Registry, to: RegistryWriter, { digest, mediaType, bytes }: Release): Promise<void> {
  const [{ list }, there] = await Promise.all([from.referrers(digest), to.reader.referrers(digest)]);
  const present = new Set(there.list.map(contentOf));
  const missing = list.filter((referrer) => isOfOurKind(referrer) && !present.has(contentOf(referrer))).slice(0, MOST_COPIED);
  const contents: ReferrerContent[] = [];
  for (const { artifactType, annotations, layers: [payload] } of missing) {
    if (payload === undefined) continue;
    contents.push({ artifactType, mediaType: payload.mediaType, payload: await blobBytes(from, payload, payload.size), annotations });
  }
  if (contents.length > 0) await to.pushReferrers({ mediaType, digest, size: bytes.length }, contents);
}

/** Tells whether a referrer has one payload, of a type and a size that releases get. */
export function isOfOurKind({ artifactType, layers: [payload, ...others] }: Pick<Referrer, 'artifactType' | 'layers'>): boolean {
  return payload !== undefined && others.length === 0 && payload.size <= (COPIED.get(artifactType) ?? -1);
}

function contentOf({ artifactType, layers: [payload] }: Referrer): string {
  return `${artifactType} ${payload?.digest ?? ''}`;
}
