import { archTag, movingTags, parseVersion, tagsOfHighest } from '../feature/metadata/versions.ts';
import { ifThere } from '../kit/errors.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';

/** What is to be looked for: a release as its own manifest has it. */
export interface LookedFor {
  readonly version: string;
  readonly digest: Digest;
  /** The manifest. */
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly platforms: ReadonlyMap<Arch, Digest>;
}

/** What of a release was seen in its repository, and what was not. */
export interface ReleaseState {
  /** Tags that name it or one of its platforms, in the order in which they are written. */
  readonly tags: readonly string[];
  /** Tags that should name it and don't: its own, and moving ones that name nothing at all. */
  readonly missingTags: readonly string[];
  /** Manifests of platforms, and blobs of all its manifests, that are not there, or in another size. */
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly digest: Digest;
  /** For messages: `the platform manifest for arm64`, `a layer of amd64`, `the Feature's tar`. */
  readonly what: string;
}

const LATEST = 'latest';

/**
 * Looks whether a release is whole: by a HEAD for each tag and blob, and a GET for each platform's manifest.
 * @param moving whether tags such as `1.2` and `latest` are looked at
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function lookAtRelease(reader: Registry, release: LookedFor, moving: boolean): Promise<ReleaseState> {
  const [tags, missing] = await Promise.all([lookAtTags(reader, release, moving), lookAtParts(reader, release)]);
  return { ...tags, missing };
}

async function lookAtTags(reader: Registry, { version: text, digest, platforms }: LookedFor, moving: boolean): Promise<Pick<ReleaseState, 'tags' | 'missingTags'>> {
  const version = parseVersion(text);
  if (version === undefined) return { tags: [], missingTags: [] };
  const wandering = new Set([...movingTags(version).map(({ tag }) => tag), ...[...platforms.keys()].map((arch) => archTag(LATEST, arch))]);
  const named = new Map<string, Digest>([
    ...tagsOfHighest(version, []).map((tag) => [tag, digest] as const),
    ...[...platforms].flatMap(([arch, own]) => [text, ...(movingTags(version).length > 0 ? [LATEST] : [])].map((tag) => [archTag(tag, arch), own] as const)),
  ]);
  const wanted = tagsOfHighest(version, [...platforms.keys()]).filter((tag) => named.has(tag) && (moving || !wandering.has(tag)));
  const seen = new Map(await Promise.all(wanted.map(async (tag) => [tag, (await reader.head(tag))?.digest] as const)));
  const isLatest = seen.get(LATEST) === digest;
  return {
    tags: wanted.filter((tag) => seen.get(tag) === named.get(tag)),
    // What a moving tag names instead may be a higher version; if `latest` is ours, there is none.
    missingTags: wanted.filter((tag) => seen.get(tag) !== named.get(tag) && (!wandering.has(tag) || seen.get(tag) === undefined || isLatest)),
  };
}

/** Looks at manifests and blobs alone. */
export async function lookAtParts(reader: Registry, { bytes, mediaType, digest, platforms }: LookedFor): Promise<readonly Missing[]> {
  const found = await Promise.all([...platforms].map(async ([arch, own]) => ({ arch, own, raw: await manifestIfThere(reader, own) })));
  const blobs = new Map<Digest, Missing & Pick<Descriptor, 'size'>>();
  for (const { arch, raw } of found) {
    if (raw !== undefined) for (const blob of blobsOf(raw)) blobs.set(blob.digest, { ...blob, what: `a blob of ${arch}` });
  }
  const [config, tar, ...layers] = blobsOf({ bytes, mediaType, digest });
  for (const blob of layers) if (!blobs.has(blob.digest)) blobs.set(blob.digest, { ...blob, what: 'a layer' });
  if (config !== undefined) blobs.set(config.digest, { ...config, what: "the Feature's config" });
  if (tar !== undefined) blobs.set(tar.digest, { ...tar, what: "the Feature's tar" });
  const there = await Promise.all([...blobs.values()].map(async (blob) => ({ ...blob, isThere: await reader.hasBlob(blob, true) })));
  return [
    ...found.filter(({ raw }) => raw === undefined).map(({ arch, own }) => ({ digest: own, what: `the platform manifest for ${arch}` })),
    ...there.filter(({ isThere }) => !isThere).map(({ digest: each, what }) => ({ digest: each, what })),
  ];
}

function blobsOf(raw: RawManifest): readonly Descriptor[] {
  const parsed = parseManifest(raw, 'a release');
  return parsed.kind === 'index' ? [] : [parsed.manifest.config, ...parsed.manifest.layers];
}

async function manifestIfThere(reader: Registry, digest: Digest): Promise<RawManifest | undefined> {
  return ifThere(reader.manifest(digest));
}
