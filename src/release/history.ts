import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { compareVersions, highestRelease, parseVersion } from '../feature/metadata/versions.ts';
import { IntegrityError, RegistryError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Log } from '../kit/host.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';
import { findPublished, readDocuments, type PublishedFeature } from './published.ts';

/** What is published of a Feature when a build begins. */
export interface History {
  /** This very version. */
  readonly published: PublishedFeature | undefined;
  /** `latest` names this version: nothing of its release is missing (move-tags.ts). */
  readonly complete: boolean;
  /** The release to start from: this version's, else the highest of its major, else the highest of all. */
  readonly last: PublishedFeature | undefined;
}

/**
 * Looks up what is published; one request where the version is the highest release, at most three.
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function readHistory(reader: Registry, version: string): Promise<History> {
  const latest = await findPublished(reader, 'latest');
  if (latest?.version === version) {
    const named = { ...latest, name: `${reader.repository}:${version}` };
    return { published: named, complete: true, last: named };
  }
  const published = await findPublished(reader, version);
  if (published !== undefined) return { published, complete: false, last: published };
  const highest = latest ?? (await highestListed(reader));
  return { published, complete: false, last: highest === undefined ? undefined : await sameMajor(reader, version, highest) };
}

/** `latest` may be gone, or the registry lets no tag move. */
async function highestListed(reader: Registry): Promise<PublishedFeature | undefined> {
  const highest = highestRelease(await listedTags(reader), { tag: 'latest', covers: () => true });
  return highest === undefined ? undefined : findPublished(reader, highest.text);
}

/** Earlier releases only spare work: a registry that gives no list of its tags is built for without them. */
async function listedTags(reader: Registry): Promise<readonly string[]> {
  return reader.tags().catch((error: unknown) => {
    if (error instanceof RegistryError || error instanceof IntegrityError) return [];
    throw error;
  });
}

async function sameMajor(reader: Registry, version: string, latest: PublishedFeature): Promise<PublishedFeature> {
  const [major, other] = [version, latest.version ?? ''].map((text) => parseVersion(text)?.numbers[0]);
  if (major === undefined || major === other) return latest;
  return (await findPublished(reader, String(major))) ?? latest;
}

/** Warns of a release that has fewer platforms than the one before: nothing else tells those who use them. */
export function warnOfDropped({ published, last }: History, arches: readonly Arch[], { id, version }: { readonly id: string; readonly version: string }, log: Log): void {
  if (published !== undefined || last?.version === undefined) return;
  const dropped = [...last.platforms.keys()].filter((arch) => !arches.includes(arch));
  if (dropped.length === 0) return;
  log.warning(
    `${id} ${version} is only for ${formatList(arches)}; ${last.version} is also for ${formatList(dropped)}. Users of a moving tag there get a release that does not install. If this is not intended, build for ${formatList(dropped)} as well.`,
  );
}

/** How many earlier releases are searched for a platform that the last one lacks. */
const LOOKED_BACK = 10;

/** Of platforms that the last release lacks, the documents of the newest release that has them: their layers are reused. */
async function earlierDocuments(reader: Registry, last: PublishedFeature, arches: readonly Arch[]): Promise<ReadonlyMap<Arch, DeltaDocument>> {
  const missing = new Set(arches.filter((arch) => !last.platforms.has(arch)));
  const found = new Map<Arch, DeltaDocument>();
  if (missing.size === 0) return found;
  const versions = (await listedTags(reader)).flatMap((tag) => parseVersion(tag) ?? []).filter(({ text }) => text !== last.version);
  for (const { text } of versions.sort((a, b) => compareVersions(b, a)).slice(0, LOOKED_BACK)) {
    const release = await findPublished(reader, text);
    if (release === undefined || ![...missing].some((arch) => release.platforms.has(arch))) continue;
    for (const [arch, document] of await readDocuments(reader, release, missing)) {
      found.set(arch, document);
      missing.delete(arch);
    }
    if (missing.size === 0) break;
  }
  return found;
}

/**
 * Reads the delta documents of the release to start from, of all its platforms; of platforms that it lacks, those of an earlier one. Of an earlier version, whoever wrote it, they
 * only spare work: where they can't be read, the new version is built without, and a warning says so.
 * @throws RegistryError, CancelledError; IntegrityError if they are this very version's, of which they must tell
 *   whether it is the same
 */
export async function readLastDocuments(reader: Registry, { published, last }: History, arches: readonly Arch[], log: Log): Promise<ReadonlyMap<Arch, DeltaDocument>> {
  if (last === undefined) return new Map();
  try {
    const own = await readDocuments(reader, last, last.platforms.keys());
    return published !== undefined ? own : new Map([...(await earlierDocuments(reader, last, arches)), ...own]);
  } catch (error) {
    if (published !== undefined || !(error instanceof IntegrityError)) throw error;
    log.warning(`${last.name} could not be used for a comparison, and no layers are reused from it: ${error.message}`);
    return new Map();
  }
}
