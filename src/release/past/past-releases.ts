import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { compareVersions, isPrerelease, parseVersion, type Version } from '../../feature/metadata/versions.ts';
import { CancelledError, Failure } from '../../kit/errors.ts';
import { inParallel } from '../../kit/parallel.ts';
import type { Registry } from '../../oci/pull/registry.ts';
import type { Arch } from '../../platform.ts';
import { figuresOf } from '../../report/build/facts.ts';
import type { ReleaseFigures } from '../../report/parts/history.ts';
import { findPublished, readDocuments } from '../published.ts';
import { tarSize } from '../release.ts';

/** How many releases are looked at; each costs a manifest, and a document for each platform. */
const LOOKED_AT = 10;
const AT_ONCE = 4;
/** Milliseconds. Nobody waits long for what only informs. */
const PATIENCE = 20_000;

type Documents = ReadonlyMap<Arch, DeltaDocument>;

/** What was read of a release. */
export interface PastRelease {
  readonly version: string;
  readonly documents: Documents;
  /** Bytes of the Feature's tar. */
  readonly tar: number;
}

/**
 * Returns how large the last releases of a Feature were, the oldest first: at most ten, those before this version. A release that can't be read
 * is left out.
 * @param patience milliseconds, after which no further release is read
 * @returns none if the registry gives no list of its tags
 * @throws CancelledError
 */
export async function pastReleases(reader: Registry, version: string, arches: readonly Arch[], patience = PATIENCE): Promise<readonly PastRelease[]> {
  const began = performance.now();
  const versions = versionsBefore(await orElse(reader.tags(), []), version);
  const read = await inParallel(AT_ONCE, versions, async ({ text }) => (performance.now() - began > patience ? undefined : orElse(pastRelease(reader, text, arches), undefined)));
  return read.filter((release) => release !== undefined);
}

/** Returns the ten versions before this one among tags, the oldest first. Pre-releases count only before one. */
export function versionsBefore(tags: readonly string[], text: string): readonly Version[] {
  const version = parseVersion(text);
  if (version === undefined) return [];
  const before = tags.flatMap((tag) => parseVersion(tag) ?? []).filter((each) => compareVersions(each, version) < 0 && (isPrerelease(version) || !isPrerelease(each)));
  return before.toSorted(compareVersions).slice(-LOOKED_AT);
}

async function pastRelease(reader: Registry, text: string, arches: readonly Arch[]): Promise<PastRelease | undefined> {
  const published = await findPublished(reader, text);
  if (published?.version !== text) return undefined;
  const documents = await readDocuments(reader, published, arches);
  return documents.size === 0 ? undefined : { version: text, documents, tar: tarSize(published) };
}

/** What can't be read only leaves a gap. */
async function orElse<T, D>(answer: Promise<T>, otherwise: D): Promise<T | D> {
  return answer.catch((error: unknown) => {
    if (error instanceof Failure && !(error instanceof CancelledError)) return otherwise;
    throw error;
  });
}

/** Returns the figures of releases, the oldest first. @param now what was built, which nobody has published yet */
export function figuresOfReleases(releases: readonly PastRelease[], now: { readonly version: string; readonly documents: readonly DeltaDocument[] }): readonly ReleaseFigures[] {
  const all = [...releases.map(({ version, documents, tar }) => ({ version, documents: [...documents.values()], tar })), { ...now, tar: 0 }];
  return all.map(({ version, documents, tar }, index) => {
    const figures = documents.map(figuresOf);
    const compressed = sum(figures.map((each) => each.compressed));
    const before = all[index - 1];
    return {
      version,
      shipped: sum(figures.map(({ delta }) => delta.bytes)),
      compressed,
      // A tar that is larger than the layers has them in it.
      sent: compressed > 0 && tar > compressed ? tar : before === undefined ? undefined : newBytes(before.documents, documents),
    };
  });
}

function newBytes(before: readonly DeltaDocument[], now: readonly DeltaDocument[]): number {
  const known = new Set(before.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  const layers = new Map(now.flatMap((document) => document.layers.map((layer) => [layer.digest, layer.size] as const)));
  return sum([...layers].filter(([digest]) => !known.has(digest)).map(([, size]) => size));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
