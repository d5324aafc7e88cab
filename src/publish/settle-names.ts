import { archTag, highestRelease, isPrerelease, movingTags, parseVersion, compareVersions, type MovingTag, type Version } from '../feature/versions.ts';
import type { Digest } from '../oci/digest.ts';
import type { RegistryWriter } from '../oci/registry-writer.ts';
import type { Arch } from '../platform.ts';
import { findPublished, type PublishedFeature } from './published.ts';
import { versionNamed } from './version-named.ts';

const LATEST = 'latest';

/** A tag that does not name what it should. */
export interface WrongTag {
  readonly tag: string;
  /** The version that it names now; undefined where it names nothing, or nothing of ours. */
  readonly names: string | undefined;
  /** What it should name; undefined where no release is left that it could name. */
  readonly should: PublishedFeature | undefined;
}

/** All releases of a Feature that its repository lists and has. */
export async function releasesOf({ reader }: RegistryWriter, except?: string): Promise<ReadonlyMap<string, PublishedFeature>> {
  const versions = (await reader.tags()).filter((tag) => tag !== except && parseVersion(tag) !== undefined);
  const found = await Promise.all(versions.map(async (version) => [version, await findPublished(reader, version)] as const));
  return new Map(found.flatMap(([version, published]) => (published?.version === version ? [[version, published] as const] : [])));
}

/** The release that a Feature's collection entry is of: the highest, or the highest pre-release where there is nothing else. */
export function headOf(releases: ReadonlyMap<string, PublishedFeature>): PublishedFeature | undefined {
  const versions = [...releases.keys()].flatMap((text) => parseVersion(text) ?? []);
  const stable = versions.filter((version) => !isPrerelease(version));
  const highest = (stable.length > 0 ? stable : versions).reduce<Version | undefined>((best, each) => (best === undefined || compareVersions(each, best) > 0 ? each : best), undefined);
  return highest === undefined ? undefined : releases.get(highest.text);
}

/**
 * Finds moving tags that do not name the highest release that they may name.
 * @param releases that count
 * @param versions whose moving tags are looked at
 */
export async function wrongTags({ reader }: RegistryWriter, releases: ReadonlyMap<string, PublishedFeature>, versions: Iterable<string>): Promise<readonly WrongTag[]> {
  const tags = new Map([...versions].flatMap((text) => movingOf(text)).map((moving) => [moving.tag, moving]));
  const checked = await Promise.all(
    [...tags.values()].map(async (moving): Promise<readonly WrongTag[]> => {
      const now = await versionNamed(reader, moving.tag);
      const highest = highestRelease([...releases.keys()], moving);
      const should = highest === undefined ? undefined : releases.get(highest.text);
      return now?.digest === should?.digest ? [] : [{ tag: moving.tag, names: now?.version?.text, should }];
    }),
  );
  return checked.flat();
}

function movingOf(text: string): readonly MovingTag[] {
  const version = parseVersion(text);
  return version === undefined ? [] : movingTags(version);
}

/** Lets moving tags name what they should; `latest` last of all, its platforms before it. Those that nothing is left for stay. */
export async function settleTags(writer: RegistryWriter, wrong: readonly WrongTag[]): Promise<void> {
  for (const { tag, should } of wrong.toSorted((a, b) => Number(a.tag === LATEST) - Number(b.tag === LATEST))) {
    if (should === undefined) continue;
    if (tag === LATEST) for (const [arch, { digest }] of should.platforms) await namePlatform(writer, archTag(LATEST, arch), digest);
    await writer.pushManifest(should.bytes, should.mediaType, tag);
  }
}

async function namePlatform(writer: RegistryWriter, tag: string, digest: Digest): Promise<void> {
  const { bytes, mediaType } = await writer.reader.manifest(digest);
  await writer.pushManifest(bytes, mediaType, tag);
}

/** The tags of a release's own platforms, with what they should name. */
export function platformTags({ version, platforms }: PublishedFeature): readonly (readonly [tag: string, digest: Digest, arch: Arch])[] {
  return version === undefined ? [] : [...platforms].map(([arch, { digest }]) => [archTag(version, arch), digest, arch] as const);
}
