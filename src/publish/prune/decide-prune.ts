import { archTag, compareVersions, otherArchTag, parseVersion } from '../../feature/metadata/versions.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Descriptor } from '../../oci/format/manifest.ts';
import { fallbackTag } from '../../oci/format/referrer.ts';
import { ARCHES } from '../../platform.ts';

/** A manifest of a repository, and what it needs. */
export interface KnownManifest {
  /** Bytes of its own. */
  readonly size: number;
  /** Manifests that it names: those of an index, its subject, the platforms of a Feature. */
  readonly names: readonly Digest[];
  /** Config and layers. */
  readonly blobs: readonly Pick<Descriptor, 'digest' | 'size'>[];
}

/** A release that nix-feature published. */
export interface KnownRelease {
  readonly version: string;
  readonly digest: Digest;
  readonly platforms: readonly Digest[];
}

/** All that a repository's tags lead to. */
export interface RepositoryContent {
  readonly releases: readonly KnownRelease[];
  /** Versions that another tool published. */
  readonly foreign: readonly string[];
  readonly tags: ReadonlyMap<string, Digest>;
  readonly manifests: ReadonlyMap<Digest, KnownManifest>;
}

/** Why a version stays, and what names it. */
export interface KeptVersion {
  readonly version: string;
  readonly why: 'recent' | 'tag' | 'attached' | 'foreign';
  /** Tags, or types of what is attached. */
  readonly by: readonly string[];
}

export interface RemovedVersion {
  readonly version: string;
  readonly digest: Digest;
  /** In the order in which they are deleted: no manifest that is left names one that is gone. */
  readonly manifests: readonly Digest[];
}

export interface PrunePlan {
  readonly kept: readonly KeptVersion[];
  /** The oldest first. */
  readonly removed: readonly RemovedVersion[];
  /** Bytes of manifests and blobs that nothing in this repository needs afterwards. */
  readonly freed: number;
}

/** What refers to a release. */
export interface AttachedManifest {
  readonly digest: Digest;
  readonly artifactType: string;
  readonly known: KnownManifest;
}

/** Splits the releases into those that stay whatever is attached to them, and those that may go. @param keep how many of the highest stay */
export function candidatesOf(content: RepositoryContent, keep: number): { readonly kept: readonly KeptVersion[]; readonly candidates: readonly KnownRelease[] } {
  const sorted = content.releases.toSorted((a, b) => order(b.version, a.version));
  const kept: KeptVersion[] = content.foreign.map((version) => ({ version, why: 'foreign', by: [] }));
  const candidates: KnownRelease[] = [];
  for (const [index, release] of sorted.entries()) {
    const by = index < keep ? [] : namedBy(content, release);
    if (index < keep) kept.push({ version: release.version, why: 'recent', by });
    else if (by.length > 0) kept.push({ version: release.version, why: 'tag', by });
    else candidates.push(release);
  }
  return { kept, candidates };
}

/** Decides what goes. @param attached to each candidate and to its platforms, by their digests @param goesAlong whether something attached of this type is no reason to keep a release */
export function decidePrune(
  content: RepositoryContent,
  { kept, candidates }: ReturnType<typeof candidatesOf>,
  attached: ReadonlyMap<Digest, readonly AttachedManifest[]>,
  goesAlong: (artifactType: string) => boolean,
): PrunePlan {
  const attachedTo = (digest: Digest): readonly AttachedManifest[] => attached.get(digest) ?? [];
  const foreignTo = (release: KnownRelease): readonly string[] => ownManifests(release).flatMap(attachedTo).map(({ artifactType }) => artifactType).filter((type) => !goesAlong(type));
  const going = candidates.filter((release) => foreignTo(release).length === 0);
  const needed = neededWithout(content, going);
  const removed = going.toReversed().map((release) => {
    const lists = [...content.tags].filter(([tag]) => isAbout(tag, ownManifests(release))).map(([, digest]) => digest);
    const about = ownManifests(release).filter((digest) => !needed.has(digest)).flatMap(attachedTo).map(({ digest }) => digest);
    const all = [...about, ...lists, ...ownManifests(release)];
    return { version: release.version, digest: release.digest, manifests: [...new Set(all)].filter((digest) => !needed.has(digest)) };
  });
  const others = candidates.filter((release) => !going.includes(release)).map((release): KeptVersion => ({ version: release.version, why: 'attached', by: [...new Set(foreignTo(release))] }));
  const known = new Map([...content.manifests, ...[...attached.values()].flat().map(({ digest, known: each }) => [digest, each] as const)]);
  return {
    kept: [...kept, ...others].toSorted((a, b) => order(b.version, a.version)),
    removed,
    freed: freedBytes(known, new Set(removed.flatMap(({ manifests }) => manifests))),
  };
}

/** Returns the Feature's manifest, and those of its platforms. */
export function ownManifests({ digest, platforms }: KnownRelease): readonly Digest[] {
  return [digest, ...platforms];
}

function order(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return left === undefined || right === undefined ? 0 : compareVersions(left, right);
}

/** The tags, other than its own, that name a release or one of its platforms, themselves or by an index. */
function namedBy({ tags, manifests, releases }: RepositoryContent, release: KnownRelease): readonly string[] {
  const members = new Set(ownManifests(release));
  // A platform of two releases holds neither of them back: it stays if one of them does.
  const namesMember = (digest: Digest): boolean => !releases.some((each) => each.digest === digest) && (manifests.get(digest)?.names.some((name) => members.has(name)) ?? false);
  return [...tags]
    .filter(([tag, digest]) => !isOwnTag(tag, digest, release) && (members.has(digest) || namesMember(digest)))
    .map(([tag]) => tag)
    .toSorted();
}

/** Tells whether a tag exists only because of this release. Earlier versions of nix-feature wrote those of platforms in another way. */
export function isOwnTag(tag: string, digest: Digest, release: KnownRelease): boolean {
  const ofPlatforms = new Set(ARCHES.map((arch) => archTag(release.version, arch)));
  const isOfPlatform = release.platforms.includes(digest) && (ofPlatforms.has(tag) || ofPlatforms.has(otherArchTag(tag) ?? ''));
  return tag === release.version || isOfPlatform || isAbout(tag, ownManifests(release));
}

/** The list of what refers to it, or what cosign puts beside it: `sha256-<hex>`, `sha256-<hex>.sig`. */
function isAbout(tag: string, digests: readonly Digest[]): boolean {
  return digests.some((each) => tag === fallbackTag(each) || tag.startsWith(`${fallbackTag(each)}.`));
}

/** What the releases and tags that stay lead to, and the lists of what is attached to any of that: two releases may have a platform in common. */
function neededWithout({ tags, manifests, releases }: RepositoryContent, going: readonly KnownRelease[]): ReadonlySet<Digest> {
  const staying = releases.filter((release) => !going.includes(release)).flatMap(ownManifests);
  const open = [...staying, ...[...tags].filter(([tag, digest]) => !going.some((release) => isOwnTag(tag, digest, release))).map(([, digest]) => digest)];
  const needed = new Set<Digest>();
  for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
    if (needed.has(digest)) continue;
    needed.add(digest);
    const about = [digest];
    open.push(...(manifests.get(digest)?.names ?? []), ...[...tags].filter(([tag]) => isAbout(tag, about)).map(([, list]) => list));
  }
  return needed;
}

function freedBytes(known: ReadonlyMap<Digest, KnownManifest>, gone: ReadonlySet<Digest>): number {
  const freed = new Map<Digest, number>();
  for (const digest of gone) {
    const manifest = known.get(digest);
    if (manifest === undefined) continue;
    freed.set(digest, manifest.size);
    for (const blob of manifest.blobs) freed.set(blob.digest, blob.size);
  }
  for (const [digest, { blobs }] of known) if (!gone.has(digest)) for (const blob of blobs) freed.delete(blob.digest);
  return [...freed.values()].reduce((sum, bytes) => sum + bytes, 0);
}
