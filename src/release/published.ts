import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { KEY_ANNOTATION, METADATA_ANNOTATION, publishedPlatforms, VERSION_ANNOTATION, type PublishedPlatform } from '../feature/manifest/feature-manifest.ts';
import { IntegrityError, ifThere } from '../kit/errors.ts';
import { isDigest, type Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { archOf, type Arch } from '../platform.ts';
import { DOCUMENT_LIMIT, parseDeltaDocument } from '../delta/document/parse-document.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import type { Descriptor } from '../oci/format/manifest.ts';

/** A Feature as a tag of its repository names it. */
export interface PublishedFeature {
  /** For messages: `ghcr.io/org/my-tools:1.2.0` */
  readonly name: string;
  /** As its manifest says; undefined if something other than this program published it. */
  readonly version: string | undefined;
  /** The release key; undefined as `version`. */
  readonly key: Digest | undefined;
  /** The metadata that readers see, as text; undefined if there are none. */
  readonly metadata: string | undefined;
  readonly digest: Digest;
  /** The manifest. */
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly platforms: ReadonlyMap<Arch, PublishedPlatform>;
}

/**
 * Finds what a tag of a Feature's repository names right now; one request.
 * @returns undefined if there is none
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function findPublished(reader: Registry, tag: string): Promise<PublishedFeature | undefined> {
  const resolved = await ifThere(reader.resolve(tag));
  if (resolved === undefined) return undefined;
  const { descriptor, bytes } = resolved;
  const { digest, mediaType } = descriptor;
  return publishedAs(`${reader.repository}:${tag}`, { digest, mediaType, bytes });
}

/**
 * Returns the Feature of a manifest, whichever tool made it.
 * @param name for messages
 * @throws IntegrityError if it is no manifest
 */
export function publishedAs(name: string, raw: RawManifest): PublishedFeature {
  const { digest, mediaType, bytes } = raw;
  const parsed = parseManifest(raw, name);
  const annotations = parsed.kind === 'manifest' ? (parsed.manifest.annotations ?? {}) : {};
  const key = annotations[KEY_ANNOTATION];
  const ours = key !== undefined && isDigest(key);
  return {
    name,
    version: ours ? annotations[VERSION_ANNOTATION] : undefined,
    key: ours ? key : undefined,
    metadata: annotations[METADATA_ANNOTATION],
    digest,
    bytes,
    mediaType,
    platforms: publishedPlatforms(annotations),
  };
}

/**
 * Reads the delta documents of a published Feature, all at once; one request for each, two where the manifest does not name its blob.
 * @param arches those wanted; what the Feature has no platform for is left out, and so is a document that is not in the
 *   repository: a Feature that was copied from another registry may have come without
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function readDocuments(reader: ImageSource, published: PublishedFeature, arches: Iterable<Arch>): Promise<ReadonlyMap<Arch, DeltaDocument>> {
  const read = [...arches].map(async (arch) => (await ifThere(readPlatform(reader, published, arch))) ?? []);
  return new Map((await Promise.all(read)).flat());
}

async function readPlatform(reader: ImageSource, { name, version, platforms }: PublishedFeature, arch: Arch): Promise<readonly (readonly [Arch, DeltaDocument])[]> {
  const platform = platforms.get(arch);
  if (platform === undefined) return [];
  const where = `the delta document of ${name} (${arch})`;
  const config = platform.document ?? (await configOf(reader, platform.digest, `${name} (${arch})`));
  const document = await readDocument(reader, config, where);
  if (archOf(document.system) !== arch) throw new IntegrityError(`${where} is for ${document.system}.`);
  if (version !== undefined && document.feature.version !== version) throw new IntegrityError(`${where} is of version ${document.feature.version}.`);
  return [[arch, document]];
}

async function configOf(reader: ImageSource, digest: Digest, name: string): Promise<NonNullable<PublishedPlatform['document']>> {
  const parsed = parseManifest(await reader.manifest(digest), name);
  if (parsed.kind !== 'manifest') throw new IntegrityError(`The platform manifest ${digest} of ${name} is an index.`);
  return parsed.manifest.config;
}

/**
 * Reads a delta document out of a registry or a layout.
 * @param where for messages
 * @throws IntegrityError if it is none, or too large; RegistryError, CancelledError
 */
export async function readDocument(source: ImageSource, config: Pick<Descriptor, 'digest' | 'size'>, where: string): Promise<DeltaDocument> {
  return parseDeltaDocument(await blobBytes(source, config, DOCUMENT_LIMIT), where);
}
