import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { FeatureMetadata } from '../feature/metadata/metadata.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Arch } from '../platform.ts';
import type { PublishedBuild } from '../publish/publish-build.ts';
import { figuresOfReleases, type PastRelease } from '../release/past/past-releases.ts';
import { changesSince, type licencesSince } from '../release/since-release.ts';
import type { BuildReport, PlatformReport } from '../report/build/facts.ts';
import type { PlatformResult } from './build-platform.ts';
import { reusedLayers } from './leave-layout.ts';

/** All that a build reports, except what its run adds. */
export type BuildOutcome = Omit<BuildReport, 'warnings' | 'given' | 'duration'>;

/** A finished build, and where its results are. */
export interface FinishedBuild extends Pick<BuildOutcome, 'layout' | 'artifact'>, Required<Pick<BuildOutcome, 'tests' | 'stages'>> {
  readonly builds: readonly PlatformResult[];
  /** Of each platform's manifest in the layout. */
  readonly digests: ReadonlyMap<Arch, Digest>;
  /** Bytes of layers that were sent while others were packed. */
  readonly sent: ReadonlyMap<Arch, number>;
  /** Undefined if nothing is published. */
  readonly publication: PublishedBuild | undefined;
}

/** What there was before the build; for what it tells of changes. */
export interface BeforeBuild {
  /** Of the last release. */
  readonly documents: ReadonlyMap<Arch, DeltaDocument>;
  readonly licences: Awaited<ReturnType<typeof licencesSince>>;
  /** The oldest first; undefined if nobody looked. */
  readonly past: readonly PastRelease[] | undefined;
}

/** Returns what a build that was not up to date tells. */
export function outcomeOfBuild({ id, version, name }: FeatureMetadata, finished: FinishedBuild, before: BeforeBuild): BuildOutcome {
  const { builds, digests, publication, layout, tests, artifact, stages } = finished;
  const documents = builds.map(({ document }) => document);
  return {
    feature: { id, version, ...(name === undefined ? {} : { name }) },
    upToDate: publication?.upToDate ?? false,
    platforms: builds.map((build) => platformReport(build, finished, before)),
    digest: publication?.digest ?? (digests.size === 1 ? [...digests.values()][0] : undefined),
    published: publication?.published,
    predicate: publication?.predicate,
    layout,
    tests,
    ...(before.past === undefined ? {} : { history: figuresOfReleases(before.past, { version, documents }) }),
    artifact,
    stages,
  };
}

function platformReport(build: PlatformResult, { digests, sent, publication }: FinishedBuild, { documents, licences }: BeforeBuild): PlatformReport {
  const { arch, document, drift, reproduced, generated, stages } = build;
  return {
    arch,
    document,
    ...changesSince(documents.get(arch), document),
    ...licences.get(arch),
    ...(drift === undefined ? {} : { drift }),
    ...(reproduced === undefined ? {} : { reproduced }),
    ...(generated === undefined ? {} : { generatedFlake: generated.flake }),
    stages,
    digest: digests.get(arch),
    reusedLayers: reusedLayers(build),
    scannedLayers: scannedLayers(build),
    uploadedBytes: (sent.get(arch) ?? 0) + (publication?.sent.get(arch) ?? 0),
  };
}

/** Those that leaks were looked for in by this build. */
function scannedLayers({ layers, complement }: PlatformResult): readonly Digest[] {
  return [...layers, ...complement].filter(({ leaks }) => leaks !== undefined).map(({ digest }) => digest);
}
