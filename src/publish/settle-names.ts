import { archTag, highestRelease, isPrerelease, movingTags, parseVersion, compareVersions, type MovingTag, type Version } from '../feature/metadata/versions.ts';
import type { Digest } from '../oci/format/digest.ts';
import { TagMovedError } from '../oci/push/push-manifest.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';
import { findPublished, type PublishedFeature } from '../release/published.ts';
import { versionNamed } from '../release/version-named.ts';

const LATEST = 'latest';

/** All versions that a Feature's repository lists and has. */
export interface Releases {
  readonly ours: ReadonlyMap<string, PublishedFeature>;
  /** Versions that something else has published. They are left alone, and count when the highest is looked for. */
  readonly foreign: readonly string[];
}

/** A tag that does not name what it should. */
export interface WrongTag {
  readonly tag: string;
  /** The version that it names now; undefined if it names nothing. */
  readonly names: string | undefined;
  /** What it names now. */
  readonly digest: Digest | 'none';
  /** What it should name; undefined if no release is left that it could name. */
  readonly should: PublishedFeature | undefined;
}

/** @param except a version that does not count */
export async function releasesOf({ reader }: RegistryWriter, except?: string): Promise<Releases> {
  const versions = (await reader.tags()).filter((tag) => tag !== except && parseVersion(tag) !== undefined);
  const found = await Promise.all(versions.map(async (version) => [version, await findPublished(reader, version)] as const));
  return {
    ours: new Map(found.flatMap(([version, published]) => (published?.version === version ? [[version, published] as const] : []))),
    foreign: found.flatMap(([version, published]) => (published !== undefined && published.version !== version ? [version] : [])),
  };
}

/**
 * Returns the release that a Feature's collection entry is of: the highest, or the highest pre-release if there is nothing else.
 * @returns `foreign` if that is none of ours, undefined if there is no version
 */
export function headOf({ ours, foreign }: Releases): PublishedFeature | 'foreign' | undefined {
  const versions = [...ours.keys(), ...foreign].flatMap((text) => parseVersion(text) ?? []);
  const stable = versions.filter((version) => !isPrerelease(version));
  const highest = (stable.length > 0 ? stable : versions).reduce<Version | undefined>((best, each) => (best === undefined || compareVersions(each, best) > 0 ? each : best), undefined);
  return highest === undefined ? undefined : (ours.get(highest.text) ?? 'foreign');
}

/**
 * Finds moving tags that do not name the highest release that they may name. What a tag names that is not ours is not wrong; neither is a
 * higher version that was published meanwhile, or that the registry does not list.
 * @param versions whose moving tags are looked at
 * @param withdrawn a version that no tag should name
 */
export async function wrongTags({ reader }: RegistryWriter, releases: Releases, versions: Iterable<string>, withdrawn?: string): Promise<readonly WrongTag[]> {
  const tags = new Map([...versions].flatMap((text) => movingOf(text)).map((moving) => [moving.tag, moving]));
  const checked = await Promise.all(
    [...tags.values()].map(async (moving): Promise<readonly WrongTag[]> => {
      const now = await versionNamed(reader, moving.tag);
      if (now !== undefined && now.version === undefined) return [];
      const highest = highestRelease([...releases.ours.keys(), ...releases.foreign], moving);
      const should = highest === undefined ? undefined : releases.ours.get(highest.text);
      if (highest !== undefined && should === undefined) return [];
      if (now?.digest === should?.digest) return [];
      const named = now?.version;
      const isHigher = named !== undefined && named.text !== withdrawn && moving.covers(named) && (highest === undefined || compareVersions(named, highest) > 0);
      if (isHigher && (await findPublished(reader, named.text)) !== undefined) return [];
      return [{ tag: moving.tag, names: named?.text, digest: now?.digest ?? 'none', should }];
    }),
  );
  return checked.flat();
}

function movingOf(text: string): readonly MovingTag[] {
  const version = parseVersion(text);
  return version === undefined ? [] : movingTags(version);
}

/**
 * Moves the moving tags to what they should name; `latest` last, after its platforms. Tags without a version that is left stay, and so do those
 * that somebody else has moved in the meantime.
 */
export async function settleTags(writer: RegistryWriter, wrong: readonly WrongTag[]): Promise<void> {
  for (const { tag, should, digest } of wrong.toSorted((a, b) => Number(a.tag === LATEST) - Number(b.tag === LATEST))) {
    if (should === undefined) continue;
    try {
      if (tag === LATEST) for (const [arch, platform] of should.platforms) await namePlatform(writer, archTag(LATEST, arch), platform.digest);
      await writer.pushManifest(should.bytes, should.mediaType, tag, { expect: digest });
    } catch (error) {
      if (!(error instanceof TagMovedError)) throw error;
    }
  }
}

async function namePlatform(writer: RegistryWriter, tag: string, digest: Digest): Promise<void> {
  const { bytes, mediaType } = await writer.reader.manifest(digest);
  await writer.pushManifest(bytes, mediaType, tag);
}

/** Returns the tags of a release's own platforms, with what they should name. */
export function platformTags({ version, platforms }: PublishedFeature): readonly (readonly [tag: string, digest: Digest, arch: Arch])[] {
  return version === undefined ? [] : [...platforms].map(([arch, { digest }]) => [archTag(version, arch), digest, arch] as const);
}
