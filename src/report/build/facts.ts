import type { FeatureChanges } from '../../delta/compare/changes.ts';
import type { ClosureEntry, DeltaDocument, LayerEntry } from '../../delta/document/delta-document.ts';
import type { SourceLocation } from '../../kit/errors.ts';
import type { StageTime } from '../../kit/stages.ts';
import { nameOf } from '../../nix/store/store-path.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Arch } from '../../platform.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { LicenceReport } from '../../sbom/licences.ts';
import type { DriftReport } from '../parts/drift.ts';
import type { ReleaseFigures } from '../parts/history.ts';
import type { LeaksReport } from '../parts/leaks.ts';
import type { TestReport } from '../parts/tests.ts';

/** All that a build must tell, handed over by the use-case. Every report is made from this and nothing else. */
export interface BuildReport {
  readonly feature: { readonly id: string; readonly version: string; readonly name?: string };
  /** Nothing was built: what is published already holds this content. */
  readonly upToDate: boolean;
  /** In the order of the request's `arches`. */
  readonly platforms: readonly PlatformReport[];
  /** Absolute; undefined if nothing was written. */
  readonly layout: string | undefined;
  /** Of the Feature's manifest once it is published, else of the layout's only platform manifest. */
  readonly digest: Digest | undefined;
  readonly published: PublishedReport | undefined;
  /** What is said of who built what was published (SLSA provenance v1). */
  readonly predicate?: object | undefined;
  readonly artifact: { readonly id: number; readonly name: string; readonly size: number } | undefined;
  /** Files of the Feature's folder that ship with it; absent if nothing was built. */
  readonly ships?: readonly { readonly name: string; readonly size: number }[];
  /** Absent if nobody looked for leaks. */
  readonly leaks?: LeaksReport;
  /** The last releases, the oldest first, and this build; absent if nobody looked, or there is none. */
  readonly history?: readonly ReleaseFigures[];
  readonly warnings: readonly ReportWarning[];
  /** One for each platform and base that the Feature was tested in; absent if it was not. */
  readonly tests?: readonly TestReport[];
  /** `BuildRequest.given` */
  readonly given: BuildRequest['given'];
  /** What all platforms have in common, in the order in which it ran. */
  readonly stages?: readonly StageTime[];
  /** Milliseconds of the whole run. */
  readonly duration: number;
}

export interface PlatformReport {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  /** Of the platform manifest. */
  readonly digest: Digest | undefined;
  /** Layers that an earlier release had packed. */
  readonly reusedLayers: number;
  /** Layers in which leaks were looked for. */
  readonly scannedLayers?: readonly Digest[];
  /** Bytes that went to the registry. */
  readonly uploadedBytes: number;
  /** What changed since the last release; absent if there is none. */
  readonly changes?: FeatureChanges;
  /** This version is published with the same store paths. */
  readonly unchanged?: true;
  /** Absent if nothing says what the packages' licences are. */
  readonly licences?: LicenceReport;
  /** Absent if nothing is shipped twice, or nothing was built. */
  readonly drift?: DriftReport;
  /** Absent if nothing was built a second time. */
  readonly reproduced?: ReproducedFacts;
  /** The flake.nix that was generated for it. */
  readonly generatedFlake?: string;
  /** In the order in which they ran. */
  readonly stages: readonly StageTime[];
}

/** What was done twice, with the same result. */
export interface ReproducedFacts {
  readonly derivations: number;
  /** Paths of the delta that were fetched, and so not built again. */
  readonly fetched: number;
  readonly layers: number;
}

export interface PublishedReport {
  /** `layers`: blobs and platform manifests only, for a later job to assemble; `feature`: ready for use. */
  readonly what: 'layers' | 'feature';
  /** `<registry>/<namespace>/<id>` */
  readonly repository: string;
  readonly tags: readonly string[];
  /** Bytes of blobs that went to the registry besides those of the platforms. */
  readonly uploadedBytes?: number;
  /** How the layers travel; absent for layers without a Feature. */
  readonly delivery?: 'layers' | 'embed';
}

export interface ReportWarning {
  readonly message: string;
  readonly location?: SourceLocation;
}

/** Store paths and the bytes of their NARs. */
export interface Extent {
  readonly paths: number;
  readonly bytes: number;
}

export interface DeltaFigures {
  readonly closure: Extent;
  readonly delta: Extent;
  /** What the base has of the closure. */
  readonly base: Extent;
  /** Bytes of the closure that the base has, from 0 to 1; 0 for an empty closure. */
  readonly baseShare: number;
  readonly layers: number;
  /** Compressed bytes of all layers. */
  readonly compressed: number;
  /** What of the base was packed too, for systems that lack it; counted in none of the above. */
  readonly complement: PackedExtent;
}

export interface PackedExtent extends Extent {
  readonly layers: number;
  /** Bytes. */
  readonly compressed: number;
}

export function figuresOf(document: DeltaDocument): DeltaFigures {
  const delta = extentOf(document.closure.filter((entry) => entry.in === 'delta'));
  const base = extentOf(document.closure.filter((entry) => entry.in === 'base'));
  return withClosure({ delta, base, layers: document.layers.length, compressed: sizeOf(document.layers), complement: complementOf(document) });
}

/** The figures of several platforms together. A path of two platforms counts twice: it is shipped twice. */
function sumOfFigures(all: readonly DeltaFigures[]): DeltaFigures {
  const total = (pick: (figures: DeltaFigures) => Extent): Extent => ({
    paths: sum(all.map((figures) => pick(figures).paths)),
    bytes: sum(all.map((figures) => pick(figures).bytes)),
  });
  return withClosure({
    delta: total((figures) => figures.delta),
    base: total((figures) => figures.base),
    layers: sum(all.map((figures) => figures.layers)),
    compressed: sum(all.map((figures) => figures.compressed)),
    complement: {
      ...total((figures) => figures.complement),
      layers: sum(all.map(({ complement }) => complement.layers)),
      compressed: sum(all.map(({ complement }) => complement.compressed)),
    },
  });
}

export function totalsOf(report: BuildReport): DeltaFigures {
  return sumOfFigures(report.platforms.map((platform) => figuresOf(platform.document)));
}

/** Returns the paths of the delta that weigh most, heaviest first. */
export function largestNewPaths(document: DeltaDocument, count: number): readonly ClosureEntry[] {
  return document.closure
    .filter((entry) => entry.in === 'delta')
    .toSorted((a, b) => b.narSize - a.narSize || compareNames(a, b))
    .slice(0, count);
}

export function uploadedBytesOf(report: BuildReport): number {
  return sum([report.published?.uploadedBytes ?? 0, ...report.platforms.map((platform) => platform.uploadedBytes)]);
}

export function reusedLayersOf(report: BuildReport): number {
  return sum(report.platforms.map((platform) => platform.reusedLayers));
}

function withClosure(figures: Omit<DeltaFigures, 'closure' | 'baseShare'>): DeltaFigures {
  const { delta, base } = figures;
  const closure = { paths: delta.paths + base.paths, bytes: delta.bytes + base.bytes };
  const baseShare = closure.bytes === 0 ? 0 : base.bytes / closure.bytes;
  return { ...figures, closure, baseShare };
}

function complementOf({ closure, complement = [] }: DeltaDocument): PackedExtent {
  const packed = new Set(complement.flatMap((layer) => layer.paths));
  const extent = extentOf(closure.filter(({ path }) => packed.has(path)));
  return { ...extent, layers: complement.length, compressed: sizeOf(complement) };
}

function sizeOf(layers: readonly LayerEntry[]): number {
  return sum(layers.map((layer) => layer.size));
}

function extentOf(entries: readonly ClosureEntry[]): Extent {
  return { paths: entries.length, bytes: sum(entries.map((entry) => entry.narSize)) };
}

function compareNames(a: ClosureEntry, b: ClosureEntry): number {
  const [left, right] = [nameOf(a.path) + a.path, nameOf(b.path) + b.path];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}


