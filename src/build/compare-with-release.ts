import { relative } from 'node:path';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { METADATA_FILE, readMetadataFile } from '../feature/metadata/metadata.ts';
import type { NextVersion } from '../feature/version/levels.ts';
import { Failure, InputError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { archOf, type Arch } from '../platform.ts';
import { readHistory, readLastDocuments } from '../release/history.ts';
import { pastReleases, type PastRelease } from '../release/past/past-releases.ts';
import type { ReleaseBefore } from '../release/since-release.ts';
import type { PublishedFeature } from '../release/published.ts';
import { versionTaken } from '../release/release.ts';
import { referredTo } from '../release/next/package-reasons.ts';
import { metadataSince, proposeVersion, type Parts } from '../release/next/propose.ts';
import { filesThatDiffer } from '../release/next/published-files.ts';
import { FILES_DIFFER, isOwnPart, ownDifference, platformDifference } from '../release/same-release.ts';
import { Namespace } from '../release/target.ts';
import type { BuildSubject } from './subject.ts';

/** What is published of a Feature, for a build that publishes nothing itself: the release of this version, else the last one. */
export interface SeenRelease extends ReleaseBefore {
  /** This very version. */
  readonly published: PublishedFeature | undefined;
  /** The oldest first. */
  readonly past: readonly PastRelease[];
}

/** Nobody waits long for what only informs. Milliseconds. */
const PATIENCE = { policy: { attempts: 2, deadline: 20_000 }, idleTimeout: 15_000 } as const;

/**
 * Reads what is published of the Feature, without the right to write, while the build goes on. It only informs: if it
 * can't be read, the log says why.
 * @param cleanup ends it, and its connections, with the build
 * @returns undefined if there is nothing to compare with
 */
export async function seeRelease(subject: BuildSubject, cleanup: AsyncDisposableStack): Promise<SeenRelease | undefined> {
  const { request, metadata } = subject;
  if (request.namespace === '') return undefined;
  const { namespace, stop } = new Namespace(request, subject.host).stoppable();
  const reader = namespace.reader(metadata.id, PATIENCE);
  const seen = read(reader, subject, namespace.job);
  const ended = seen.then(() => undefined, () => undefined);
  cleanup.defer(async () => {
    stop.abort();
    await ended;
    reader.close();
  });
  return seen;
}

async function read(reader: Registry, { request, metadata }: BuildSubject, job: Job): Promise<SeenRelease | undefined> {
  try {
    const history = await readHistory(reader, metadata.version);
    if (history.last === undefined) return undefined;
    const [documents, past] = await Promise.all([readLastDocuments(reader, history, request.arches, job), pastReleases(reader, metadata.version, request.arches)]);
    return { reader, published: history.published, release: history.last, documents, past };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (!job.signal.aborted) job.info(`This build is not compared with what is published: ${error.message}`);
    return undefined;
  }
}

/**
 * Says at the line of "version" that it must be raised, if this version is published with other content: publishing
 * would refuse it.
 * @param documents what was built
 * @throws InputError instead, with `strict`
 */
export async function requireNewVersion(subject: BuildSubject, seen: SeenRelease, documents: readonly DeltaDocument[]): Promise<void> {
  const { request, metadata, files, host } = subject;
  const { id, version, file } = metadata;
  const { published } = seen;
  const difference = published === undefined ? undefined : differenceFrom(published, seen.documents, subject, documents);
  if (published === undefined || difference === undefined) return;
  const which = difference === FILES_DIFFER ? await filesThatDiffer(seen.reader, published, files) : '';
  const why = which === '' ? difference : `${difference} (${which})`;
  const { message, hint } = versionTaken(id, version, { why, next: nextOf(seen, published, metadata, documents), folder: folderOf(request) });
  const location = (await readMetadataFile(file)).locationOf('version');
  if (request.strict) throw new InputError('feature', `${METADATA_FILE}: ${message}`, { hint, location });
  host.warning(`${METADATA_FILE}: ${message}\n${hint}`, location);
}

/** The version that what was built should get. */
function nextOf({ documents: before }: SeenRelease, published: PublishedFeature, metadata: BuildSubject['metadata'], documents: readonly DeltaDocument[]): NextVersion | undefined {
  const outputs = documents.flatMap((now) => {
    const then = before.get(archOf(now.system));
    return then === undefined ? [] : [{ before: partsOf(then), now: partsOf(now) }];
  });
  // A job of a matrix builds one platform of several.
  const now = [...new Set([...before.keys(), ...documents.map(({ system }) => archOf(system))])];
  const compared = { metadata: metadataSince(published, metadata, [...before.values()]), platforms: { before: [...before.keys()], now }, outputs };
  return proposeVersion(metadata.version, compared, [metadata.version]);
}

function partsOf(document: DeltaDocument): Parts {
  return { storePath: document.storePath, parts: referredTo(document) };
}

/** As it was given. */
function folderOf({ given, featureFolder }: BuildSubject['request']): string {
  return given.find(([name]) => name === 'feature')?.[1] ?? (relative(process.cwd(), featureFolder) || '.');
}

/** What publishing would find: another content of this version. A job of a matrix builds one platform of several. */
function differenceFrom(
  published: PublishedFeature,
  before: ReadonlyMap<Arch, DeltaDocument>,
  { request, metadata, files }: BuildSubject,
  documents: readonly DeltaDocument[],
): string | undefined {
  if (published.key === undefined) return 'it was not published by nix-feature';
  // Without all documents nobody can tell.
  if (before.size < published.platforms.size) return undefined;
  const further = documents.map(({ system }) => archOf(system)).filter((arch) => !before.has(arch));
  if (further.length > 0) return `it was published for ${formatList([...before.keys()])} and is now also for ${formatList(further)}`;
  const part = { id: metadata.id, metadata: metadata.json, files, delivery: request.delivery };
  // A pull request need not name the delivery that the release is published with.
  const isSame = (['layers', 'embed'] as const).some((delivery) => isOwnPart(published, before, { ...part, delivery }));
  const own = isSame ? undefined : ownDifference(published, before, part);
  return own ?? documents.map((document) => platformDifference(before.get(archOf(document.system)), document)).find((what) => what !== undefined);
}
