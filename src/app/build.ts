import { dirname, join } from 'node:path';
import { outcomeOfBuild, type BuildOutcome } from '../build/build-outcome.ts';
import { buildPlatform, type PlatformResult } from '../build/build-platform.ts';
import { requireNewVersion, seeRelease } from '../build/compare-with-release.ts';
import { confirmRelease } from '../build/confirm-release.ts';
import { enforceContract } from '../build/enforce-contract.ts';
import { fullDisk } from '../build/full-disk.ts';
import { leaveLayout, uploadLayout } from '../build/leave-layout.ts';
import { PlatformBuilder } from '../build/platform-builder.ts';
import { ReleaseTarget } from '../build/release-target.ts';
import { type BuildSubject, shippingOf } from '../build/subject.ts';
import { findUpToDate, type UpToDate } from '../build/up-to-date.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { readShippedFiles } from '../feature/files/shipped-files.ts';
import { METADATA_FILE, readFeatureMetadata } from '../feature/metadata/metadata.ts';
import { collectWarnings } from '../host/collect-warnings.ts';
import { CancelledError, isDiskFull } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { timed, type StageTime } from '../kit/stages.ts';
import { temporaryPlace } from '../kit/temporary.ts';
import { writeLayoutExplorer } from '../layout/beside/layout-explorer.ts';
import { writeLayoutTests } from '../layout/beside/layout-tests.ts';
import { LayoutPlace } from '../layout/layout-place.ts';
import { SeenFolders } from '../nix/flake/seen-folder.ts';
import { Registries } from '../oci/pull/registries.ts';
import { pinBases } from '../place/pin-bases.ts';
import type { Arch } from '../platform.ts';
import { pastReleases } from '../release/past/past-releases.ts';
import { licencesSince } from '../release/since-release.ts';
import { checkPublishable } from '../publish/publish-assembly.ts';
import { publishBuild } from '../publish/publish-build.ts';
import { attestedBy, enforcePolicy } from '../release/enforce-policy.ts';
import { attachedMetas } from '../release/sbom-referrers.ts';
import { warnOfDropped } from '../release/history.ts';
import type { BuildReport } from '../report/build/facts.ts';
import type { BuildRequest } from '../request/build.ts';
import { testFeature } from './test.ts';
import { LeakGate } from '../build/checks/leak-gate.ts';

/** Milliseconds: what took less did nothing. */
const SHORTEST = 50;

/**
 * Builds one Feature for every requested platform, packs what the bases lack, and leaves an image layout, an
 * artifact and a report. Nothing is built if the same content is published already. Whatever happens, no container
 * and no temporary folder stays behind.
 *
 * @throws Failure with what the user needs to know
 */
export async function buildFeature(asked: BuildRequest, outerHost: Host): Promise<BuildReport> {
  const began = performance.now();
  const { host, warnings } = collectWarnings(outerHost);
  await enforceContract(asked, host);
  const request = await pinBases(asked, new Registries(asked, host));
  const metadata = await readFeatureMetadata(request.featureFolder);
  if (request.push !== 'false') checkPublishable(metadata, request.releaseTag);
  const shipped = await readShippedFiles(request.featureFolder, shippingOf(request, host.signal));
  const gate = LeakGate.open(request, host, Date.now());
  gate?.checkFiles(shipped, request.featureFolder);
  const files = shipped.filter(({ name }) => name !== METADATA_FILE);

  try {
    await using cleanup = new AsyncDisposableStack();
    const target = request.push === 'false' ? undefined : cleanup.use(await ReleaseTarget.open(request, metadata, host));
    const seenFolders = new SeenFolders(cleanup);
    const platforms = request.arches.map((arch) => cleanup.use(new PlatformBuilder({ request, metadata, host, seenFolders }, arch)));
    const subject = { request, metadata, files, platforms, host, gate };
    const upToDate = target === undefined ? undefined : await findUpToDate(subject, target);
    if (target !== undefined && upToDate !== undefined) await enforceOnRelease(subject, target, upToDate);
    const outcome =
      target !== undefined && upToDate !== undefined ? await confirmRelease(subject, target, upToDate) : await buildAll(subject, target);
    const ships = shipped.map(({ name, bytes }) => ({ name, size: bytes.length }));
    const leaks = gate?.report();
    return { ...outcome, ships, ...(leaks === undefined ? {} : { leaks }), warnings, given: request.given, duration: performance.now() - began };
  } catch (error) {
    throw isDiskFull(error) ? await fullDisk(error, writtenTo(request)) : error;
  }
}

/** Checks a release that is up to date against the policy. Nothing is built, so the licences come from its SBOM. */
async function enforceOnRelease({ request, host }: BuildSubject, { writer }: ReleaseTarget, { published, documents }: UpToDate): Promise<void> {
  if (request.policy === undefined) return;
  const metas = request.policy.licences === undefined ? undefined : await attachedMetas(writer.reader, published, documents);
  const unknown = { licences: 'the release has no SBOM that fits its delta document', leaks: 'nothing is built, because the same content is already published' };
  const attested = attestedBy(request);
  const platforms = [...documents].map(([arch, document]) => ({ arch, document, metas: metas?.get(arch) }));
  enforcePolicy(request.policy, { platforms, ...attested, leaks: undefined, unknown: { ...unknown, ...attested.unknown } }, host);
}

async function buildAll(subject: BuildSubject, target: ReleaseTarget | undefined): Promise<BuildOutcome> {
  await using place = await LayoutPlace.claim(subject.request.output, subject.request.bases);
  try {
    return await buildInto(place, subject, target);
  } catch (error) {
    // While what was written is still there: afterwards no disk would be full any more.
    throw isDiskFull(error) ? await fullDisk(error, writtenTo(subject.request)) : error;
  }
}

/** Folders that a build writes to. */
function writtenTo({ output }: BuildRequest): readonly string[] {
  return [...(output === undefined ? [] : [dirname(output)]), temporaryPlace()];
}

async function buildInto(place: LayoutPlace, subject: BuildSubject, target: ReleaseTarget | undefined): Promise<BuildOutcome> {
  const { request, metadata, host } = subject;
  await using cleanup = new AsyncDisposableStack();
  // What is not published now may be later, as a pull request is: what is published is read beside the build, and takes no part in it.
  const release = target === undefined ? seeRelease(subject, cleanup) : undefined;
  await target?.writer.tryToWrite();
  if (target !== undefined && request.push === 'true') warnOfDropped(target.history, request.arches, metadata, host);
  const { builds, sent } = await buildPlatforms(subject, target, place.work);
  const finished = join(place.work, 'layout');
  const digests = await leaveLayout(finished, subject, builds);
  const seen = await release;
  if (seen !== undefined) await requireNewVersion(subject, seen, builds.map(({ document }) => document));
  const before = (await target?.lastDocuments()) ?? seen?.documents ?? new Map<Arch, DeltaDocument>();
  await writeLayoutExplorer(finished, { feature: metadata, delivery: request.delivery, platforms: builds.map(({ arch, document, metas }) => ({ document, metas, before: before.get(arch) })) });
  const stages: StageTime[] = [];
  const tests = await timed('test', stages, async () => testFeature(finished, request, host, target?.writer.reader));
  await writeLayoutTests(finished, tests);
  const layout = await place.put(finished);
  const publication = target === undefined ? undefined : await timed('publish', stages, async () => publishBuild(layout, target));
  const artifact = await timed('artifact', stages, async () => uploadLayout(layout, place.work, subject));
  place.keep();
  const earlier = target === undefined ? seen : { reader: target.writer.reader, release: target.history.last, documents: before };
  const isNew = target !== undefined && publication?.published.what === 'feature' && !publication.upToDate;
  const [licences, past] = await Promise.all([licencesSince(builds, earlier), isNew ? pastReleases(target.writer.reader, metadata.version, request.arches) : seen?.past]);
  const ended = { builds, digests, sent, publication, layout, tests, artifact, stages: stages.filter(({ duration }) => duration >= SHORTEST) };
  return outcomeOfBuild(metadata, ended, { documents: before, licences, past });
}

interface Built {
  readonly builds: readonly PlatformResult[];
  /** Bytes of layers that went to the registry, for each platform. */
  readonly sent: ReadonlyMap<Arch, number>;
}

/** One platform after the other; where it is to be published, layers are on their way as soon as they are packed. */
async function buildPlatforms(subject: BuildSubject, target: ReleaseTarget | undefined, work: string): Promise<Built> {
  const { request, platforms, host, gate } = subject;
  const stock = target?.stock((reason) => platforms.forEach(({ stop }) => stop.abort(reason)));
  const builds: PlatformResult[] = [];
  try {
    for (const platform of platforms) builds.push(await buildPlatform(platform, subject, { folder: join(work, platform.arch), stock, gate }));
    enforcePolicy(request.policy, { platforms: builds.map(({ arch, document, metas }) => ({ arch, document, metas })), ...attestedBy(request), leaks: gate?.facts }, host);
    gate?.release();
  } catch (error) {
    const failure = stock?.uploads.failure;
    // What was stopped because an upload failed says only that; what failed by itself takes files from uploads.
    throw failure !== undefined && (error === failure.reason || error instanceof CancelledError) ? failure.reason : error;
  }
  return { builds, sent: (await stock?.uploads.finish()) ?? new Map() };
}
