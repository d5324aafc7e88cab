import type { LayerEntry } from '../../delta/document/delta-document.ts';
import { SLSA_PROVENANCE } from '../../provenance/format/slsa.ts';
import { changesResult } from '../parts/changes.ts';
import { driftResult } from '../parts/drift.ts';
import { leaksResult } from '../parts/leaks.ts';
import { figuresOf, reusedLayersOf, totalsOf, uploadedBytesOf, type BuildReport, type PlatformReport } from './facts.ts';

const SUM = 'all platforms together';
/** How many packages `changes` lists: the outputs of a job are limited to 1 MiB in all. */
const CHANGED_PACKAGES = 100;
const FIRST = 'the first of `arches`';

/** Every output of the action; action.yml and docs/reference/inputs.md are made from this. */
export const OUTPUTS = [
  { name: 'feature-id', description: 'The id in devcontainer-feature.json.' },
  { name: 'version', description: 'The version in devcontainer-feature.json.' },
  {
    name: 'up-to-date',
    description: '`true` if this content was published before, so nothing was built; else `false`. Builds that publish nothing always have `false`.',
  },
  { name: 'store-path', description: `The built store path (${FIRST}); PATH points into it.` },
  { name: 'closure-paths', description: `How many store paths the closure has (${SUM}).` },
  { name: 'closure-size', description: `NAR bytes of the closure (${SUM}).` },
  { name: 'delta-paths', description: `How many store paths are shipped because the base lacks them (${SUM}).` },
  { name: 'delta-size', description: `NAR bytes of the delta (${SUM}).` },
  { name: 'compressed-size', description: `Compressed bytes of the delta's layers (${SUM}).` },
  { name: 'layers', description: `How many layers the delta has (${SUM}).` },
  { name: 'reused-layers', description: `How many of these layers were reused from an earlier release (${SUM}).` },
  { name: 'complement-size', description: `Compressed bytes of the complement's layers; 0 without \`complement\` (${SUM}).` },
  { name: 'uploaded-bytes', description: `Bytes that were sent to the registry (${SUM}).` },
  { name: 'layout', description: 'The folder of the OCI image layout. Layers that were reused from a release may be missing in it; empty if nothing was built.' },
  {
    name: 'digest',
    description: "The digest of the Feature's manifest if it was published; otherwise that of the platform manifest, or empty if there are several.",
  },
  { name: 'tags', description: 'The tags that name what was published, one per line; empty if nothing was published.' },
  { name: 'artifact-id', description: 'The id of the uploaded artifact; empty if none was uploaded.' },
  {
    name: 'subject-name',
    description: '`<registry>/<namespace>/<id>` of what was published, for `actions/attest`; else empty.',
  },
  { name: 'subject-digest', description: 'The digest of what was published, for `actions/attest`; else empty.' },
  { name: 'predicate-type', description: 'The type of `predicate`: `https://slsa.dev/provenance/v1`; empty if nothing was published.' },
  {
    name: 'predicate',
    description: 'Who built what was published, and from what, as JSON (docs/verify/provenance.md), for `actions/attest`; empty if nothing was published, or if it would be longer than 256 KiB.',
  },
  {
    name: 'attested',
    description: '`true` if what was published has an attestation of its provenance on GitHub already; else `false`, also if GitHub did not answer. For the step that runs `actions/attest`.',
  },
  { name: 'comment-body', description: 'With `comment`, the text that this job has for the comment of the pull request; else empty.' },
  { name: 'json', description: 'All of this as one JSON object (`schemas/build.schema.json`), with every figure per platform. If it would be longer than 256 KiB, `truncated` names the lists that were emptied.' },
] as const;

export type OutputName = (typeof OUTPUTS)[number]['name'];

interface OutputOptions {
  /** What was published has an attestation. */
  readonly attested?: boolean;
  /** What the pull request is told; absent if nobody asked for a comment. */
  readonly commentBody?: string;
}

/** Returns what the action sets, and what `--json` prints. Sizes are bytes. */
export function outputsOf(report: BuildReport, { attested = false, commentBody = '' }: OutputOptions = {}): Readonly<Record<OutputName, string>> {
  const result = resultOf(report);
  return {
    'feature-id': result.featureId,
    version: result.version,
    'up-to-date': String(result.upToDate),
    'store-path': result.platforms[0]?.storePath ?? '',
    'closure-paths': String(result.closurePaths),
    'closure-size': String(result.closureSize),
    'delta-paths': String(result.deltaPaths),
    'delta-size': String(result.deltaSize),
    'compressed-size': String(result.compressedSize),
    layers: String(result.layers),
    'reused-layers': String(result.reusedLayers),
    'complement-size': String(result.complementSize),
    'uploaded-bytes': String(result.uploadedBytes),
    layout: result.layout ?? '',
    digest: result.digest ?? '',
    tags: result.tags.join('\n'),
    'artifact-id': result.artifact === null ? '' : String(result.artifact.id),
    'subject-name': result.subject?.name ?? '',
    'subject-digest': result.subject?.digest ?? '',
    ...predicateOutputs(report),
    attested: String(attested),
    'comment-body': commentBody,
    json: cappedJson(result),
  };
}

function predicateOutputs({ predicate, published }: BuildReport): Readonly<Record<'predicate' | 'predicate-type', string>> {
  const text = predicate === undefined || published === undefined ? '' : JSON.stringify(predicate);
  return text === '' || text.length > MAX_JSON ? { 'predicate-type': '', predicate: '' } : { 'predicate-type': SLSA_PROVENANCE, predicate: text };
}

/** GitHub drops all outputs of a job that together have more than 1 MiB, counted as UTF-16. */
const MAX_JSON = 256 * 1024;

/** Lists that may be long, the least missed first. */
const LONG_LISTS: readonly (readonly [name: string, empty: (result: BuildResult) => BuildResult])[] = [
  ['platforms.changes', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, changes: null })) })],
  ['platforms.complement', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, complement: [] })) })],
  ['platforms.layers', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, layers: [] })) })],
  ['leaks.found', (result) => ({ ...result, leaks: result.leaks === null ? null : { ...result.leaks, found: [], allowed: [] } })],
  ['ships', (result) => ({ ...result, ships: [] })],
  ['tests', (result) => ({ ...result, tests: [] })],
  ['warnings', (result) => ({ ...result, warnings: [] })],
  ['platforms.source', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, source: { flake: '', locked: null } })) })],
  ['platforms', (result) => ({ ...result, platforms: [] })],
];

function cappedJson(whole: BuildResult): string {
  let result = whole;
  const truncated: string[] = [];
  for (const [name, empty] of LONG_LISTS) {
    const text = JSON.stringify(truncated.length === 0 ? result : { ...result, truncated });
    if (text.length <= MAX_JSON) return text;
    result = empty(result);
    truncated.push(name);
  }
  return JSON.stringify({ ...result, truncated });
}

type BuildResult = ReturnType<typeof resultOf>;

/** Returns the same as an object for machines: `null` if there is nothing. */
export function resultOf(report: BuildReport) {
  const totals = totalsOf(report);
  const published = report.published !== undefined && report.digest !== undefined;
  return {
    schemaVersion: 1,
    featureId: report.feature.id,
    version: report.feature.version,
    upToDate: report.upToDate,
    closurePaths: totals.closure.paths,
    closureSize: totals.closure.bytes,
    deltaPaths: totals.delta.paths,
    deltaSize: totals.delta.bytes,
    compressedSize: totals.compressed,
    layers: totals.layers,
    reusedLayers: reusedLayersOf(report),
    complementSize: totals.complement.compressed,
    uploadedBytes: uploadedBytesOf(report),
    layout: report.layout ?? null,
    digest: report.digest ?? null,
    tags: report.published?.tags ?? [],
    artifact: report.artifact ?? null,
    subject: published ? { name: report.published.repository, digest: report.digest } : null,
    platforms: report.platforms.map(platformResult),
    ships: report.ships ?? [],
    history: (report.history ?? []).map(({ version, shipped, compressed, sent }) => ({ version, deltaSize: shipped, compressedSize: compressed, newBytes: sent ?? null })),
    tests: (report.tests ?? []).map(({ arch, base, user, checks, skipped = null }) => ({ arch, base, user: user === '' ? null : user, checks, skipped })),
    leaks: report.leaks === undefined ? null : leaksResult(report.leaks),
    warnings: report.warnings.map(({ message, location }) => ({ message, ...location })),
  };
}

function platformResult(platform: PlatformReport) {
  const { document } = platform;
  const figures = figuresOf(document);
  return {
    arch: platform.arch,
    system: document.system,
    storePath: document.storePath,
    outputs: document.outputs,
    bases: document.bases,
    closurePaths: figures.closure.paths,
    closureSize: figures.closure.bytes,
    deltaPaths: figures.delta.paths,
    deltaSize: figures.delta.bytes,
    compressedSize: figures.compressed,
    digest: platform.digest ?? null,
    reusedLayers: platform.reusedLayers,
    uploadedBytes: platform.uploadedBytes,
    layers: document.layers.map((layer) => layerResult(layer, platform)),
    complementPaths: figures.complement.paths,
    complementSize: figures.complement.compressed,
    complement: (document.complement ?? []).map((layer) => layerResult(layer, platform)),
    changes: platform.changes === undefined ? null : { since: platform.changes.since, ...changesResult(platform.changes, CHANGED_PACKAGES) },
    drift: driftResult(platform.drift),
    reproduced: platform.reproduced ?? null,
    source: document.source,
  };
}

/** The paths of a layer are in the delta document; outputs of a job are limited to 1 MiB in all. */
function layerResult({ key, digest, diffId, size, mediaType, paths }: LayerEntry, { scannedLayers = [] }: PlatformReport) {
  return { key, digest, diffId, size, mediaType, paths: paths.length, scanned: scannedLayers.includes(digest) };
}


