import { Failure } from '../errors.ts';
import { KEY_ANNOTATION, platformDigests } from '../feature/feature-manifest.ts';
import { METADATA_FILE } from '../feature/metadata.ts';
import { isDigest, type Digest } from '../oci/digest.ts';
import { parseManifest } from '../oci/parse-manifest.ts';
import type { Registry } from '../oci/registry.ts';
import { isArch, type Arch } from '../platform.ts';

/** A version of a Feature as it is, or will be, in the registry. */
export interface Release {
  readonly version: string;
  readonly digest: Digest;
  /** The manifest. */
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** The platform manifests. */
  readonly platforms: ReadonlyMap<Arch, Digest>;
}

/**
 * The release of this version that is published already.
 * @param key what is to be published
 * @returns undefined where there is none
 * @throws Failure where it holds something else: a version that is published never changes
 */
export async function findRelease(reader: Registry, feature: { readonly id: string; readonly version: string }, key: Digest): Promise<Release | undefined> {
  const { version } = feature;
  if ((await reader.head(version)) === undefined) return undefined;
  const { descriptor, bytes } = await reader.resolve(version);
  const parsed = parseManifest({ ...descriptor, bytes }, `${reader.repository}:${version}`);
  const annotations = parsed.kind === 'manifest' ? (parsed.manifest.annotations ?? {}) : {};
  const published = annotations[KEY_ANNOTATION];
  if (published !== key) {
    const what = published === undefined ? 'by something else than nix-feature' : 'with other content';
    throw new Failure(`${reader.repository}:${version} is published already, ${what} (${descriptor.digest}).`, {
      hint: `A published version never changes: bump the version. Raise "version" in ${METADATA_FILE} of ${feature.id}.`,
    });
  }
  const platforms = [...platformDigests(annotations)].flatMap(([arch, digest]) => (isArch(arch) && isDigest(digest) ? [[arch, digest] as const] : []));
  return { version, digest: descriptor.digest, bytes, mediaType: descriptor.mediaType, platforms: new Map(platforms) };
}
