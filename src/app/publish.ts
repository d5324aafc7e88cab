import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { membersOf, stringOf } from '../feature/metadata/written-json.ts';
import { collectWarnings } from '../host/collect-warnings.ts';
import { InputError } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { timed, type StageTime } from '../kit/stages.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { assemble, type Assembly } from '../layout/assemble.ts';
import { readBuiltLayout, type BuiltLayout } from '../layout/built-layout.ts';
import { ARCHES, type Arch } from '../platform.ts';
import { changesSince, licencesSince } from '../release/since-release.ts';
import { checkArtifactName, fetchLayouts, type ArtifactHost } from '../publish/fetch-layouts.ts';
import { checkPublishable, publishAssembly, type PublishedAssembly } from '../publish/publish-assembly.ts';
import { attestedBy, enforcePolicy } from '../release/enforce-policy.ts';
import { figuresOfReleases, pastReleases, type PastRelease } from '../release/past/past-releases.ts';
import { readHistory, readLastDocuments, warnOfDropped } from '../release/history.ts';
import { Namespace, type Publisher } from '../release/target.ts';
import type { BuildReport } from '../report/build/facts.ts';
import type { PublishRequest } from '../request/build.ts';

/**
 * Makes one Feature of what several jobs have built: their layouts are found, checked, pushed as far as necessary, and tagged.
 *
 * @throws Failure with what the user needs to know; nothing has a tag then that it did not have before
 */
export async function publishFeature(request: PublishRequest, outerHost: Host): Promise<BuildReport> {
  const began = performance.now();
  const { host, warnings } = collectWarnings(outerHost);
  await using cleanup = new AsyncDisposableStack();
  const stages: StageTime[] = [];
  const folders = request.layouts.length > 0 ? request.layouts : await timed('download', stages, async () => download(request, host, cleanup));
  const layouts = [];
  for (const folder of folders) {
    const layout = await readBuiltLayout(folder);
    if (request.layouts.length === 0) checkArtifactName(basename(folder), layout.facts.feature.id, layout.platforms.map(({ arch }) => arch));
    layouts.push(layout);
  }
  const assembly = assemble(layouts, request.arches);
  checkFeatureId(request, assembly);
  checkPublishable(assembly.facts.feature, request.releaseTag);
  const described = assembly.platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas }));
  enforcePolicy(request.policy, { platforms: described, ...attestedBy(request), leaks: undefined }, host);
  const namespace = new Namespace(request, host);
  const writer = namespace.writer(assembly.facts.feature.id);
  cleanup.defer(() => writer.close());
  const before = await readBefore({ namespace, writer }, assembly);
  const provided = { delivery: request.delivery ?? assembly.facts.delivery, releaseTag: request.releaseTag, sbom: request.sbom, provenance: request.provenance };
  const publication = await timed('publish', stages, async () => publishAssembly(assembly, provided, { namespace, writer }));
  return { ...reportOf(assembly, publication, before), tests: testsOf(layouts), stages, warnings, given: request.given, duration: performance.now() - began };
}

/** Those of the jobs that built, in the order of the platforms. */
function testsOf(layouts: readonly BuiltLayout[]): NonNullable<BuildReport['tests']> {
  return ARCHES.flatMap((arch) => layouts.flatMap(({ tests }) => tests.filter((test) => test.arch === arch)));
}

/** @throws InputError if another Feature was found than the requested one */
function checkFeatureId({ featureId }: PublishRequest, { facts: { feature } }: Assembly): void {
  if (featureId === undefined || featureId === feature.id) return;
  throw new InputError('feature-id', `feature-id: is ${featureId}, but the Feature ${feature.id} was built.`, { hint: 'Nothing was sent.' });
}

async function download({ featureId: id, arches }: PublishRequest, host: ArtifactHost, cleanup: AsyncDisposableStack): Promise<readonly string[]> {
  const folder = await makeTemporary('nix-feature-artifacts');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  return fetchLayouts(host, { id, arches }, folder);
}

/** For the report of what changed since the release that this one follows. */
interface Before {
  readonly documents: ReadonlyMap<Arch, DeltaDocument>;
  readonly licences: Awaited<ReturnType<typeof licencesSince>>;
  /** None if this version is published already. */
  readonly past: readonly PastRelease[];
}

/** Of the release that this one follows. */
async function readBefore({ namespace: { job }, writer: { reader } }: Publisher, { facts: { feature }, platforms }: Assembly): Promise<Before> {
  const history = await readHistory(reader, feature.version);
  const arches = platforms.map(({ arch }) => arch);
  warnOfDropped(history, arches, feature, job);
  // A release has nothing to tell about itself.
  const documents = history.published === undefined ? await readLastDocuments(reader, history, arches, job) : new Map<Arch, DeltaDocument>();
  const builds = platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas }));
  const [licences, past] = await Promise.all([
    licencesSince(builds, { reader, release: history.last, documents }),
    history.published === undefined ? pastReleases(reader, feature.version, arches) : [],
  ]);
  return { documents, licences, past };
}

function reportOf({ facts, platforms }: Assembly, publication: PublishedAssembly, before: Before): Omit<BuildReport, 'warnings' | 'given' | 'duration'> {
  const name = stringOf(membersOf(facts.metadata).get('name'));
  return {
    feature: { ...facts.feature, ...(name === undefined ? {} : { name }) },
    upToDate: publication.upToDate,
    platforms: platforms.map(({ arch, document, digest, reusedLayers }) => ({
      arch,
      document,
      ...changesSince(before.documents.get(arch), document),
      ...before.licences.get(arch),
      digest,
      stages: [],
      reusedLayers,
      uploadedBytes: publication.sent.get(arch) ?? 0,
    })),
    layout: undefined,
    digest: publication.digest,
    predicate: publication.predicate,
    published: {
      what: 'feature',
      repository: publication.repository,
      tags: publication.tags,
      uploadedBytes: publication.featureBytes,
      delivery: publication.delivery,
    },
    artifact: undefined,
    history: figuresOfReleases(before.past, { version: facts.feature.version, documents: platforms.map(({ document }) => document) }),
  };
}
