import { mkdir } from 'node:fs/promises';
import { incompletePaths, intersectBases, type BaseStore } from '../base/base-store.ts';
import { driftOf } from '../delta/compare/drift.ts';
import { deltaOf, type Delta } from '../delta/delta.ts';
import { buildDocument } from '../delta/document/build-document.ts';
import type { DeltaDocument, SourceEntry } from '../delta/document/delta-document.ts';
import { BaseError, CommandError, InputError } from '../kit/errors.ts';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import type { Log, Progress } from '../kit/host.ts';
import type { Stages, StageTime } from '../kit/stages.ts';
import { together } from '../kit/parallel.ts';
import type { PackedPlatform } from '../layout/write-layout.ts';
import type { BuildResult } from '../nix/builder/build-result.ts';
import { NixBuilder, type ShellPackage } from '../nix/builder/nix-builder.ts';
import { checkPrograms } from '../nix/flake/built-programs.ts';
import type { NixProgress } from '../nix/run/nix-log.ts';
import type { ResolvedFlake } from '../nix/flake/flake.ts';
import { hasInput, lockedSource, type LockedSource } from '../nix/flake/flake-metadata.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import { readMetas } from '../nix/meta/read-metas.ts';
import { placeOf, type NixSite } from '../nix/run/site.ts';
import type { Closure } from '../nix/store/closure.ts';
import type { DriftReport } from '../report/parts/drift.ts';
import type { ReproducedFacts } from '../report/build/facts.ts';
import type { BuildRequest } from '../request/build.ts';
import { codecFor, packComplement, packDelta, type PackTools } from './pack.ts';
import { checkDeltaSize } from './checks/delta-budget.ts';
import type { LayerStock } from './layer-stock.ts';
import type { LeakGate } from './checks/leak-gate.ts';
import type { PlatformBuilder } from './platform-builder.ts';
import { bringPublished } from './reuse/bring-published.ts';
import { checkReproducible } from './reproducible.ts';
import type { BuildSubject } from './subject.ts';

/** One platform, built and packed; the layers' files lie in the folder that was given. */
export interface PlatformResult extends PackedPlatform {
  readonly stages: readonly StageTime[];
  /** Which Nix built it; undefined if nothing was built. */
  readonly nix?: string;
  /** What is shipped although the bases have it of other inputs. */
  readonly drift?: DriftReport;
  /** What was done a second time. */
  readonly reproduced?: ReproducedFacts;
  /** The flake that was generated for it, and its lock file. */
  readonly generated?: GeneratedFiles;
}

/** What a build generated for `packages`. */
export interface GeneratedFiles {
  /** The text of flake.nix. */
  readonly flake: string;
  /** That of flake.lock; undefined if an input is a folder of this machine. */
  readonly lock: string | undefined;
}

export interface PlatformPlaces {
  /** Where layers are written. */
  readonly folder: string;
  /** Where layers may be taken from, and where new ones go. */
  readonly stock: LayerStock | undefined;
  /** Undefined if nobody looks for leaks. */
  readonly gate: LeakGate | undefined;
}

/**
 * Builds one platform of a request, compares it with the base, packs it, and closes it.
 */
export async function buildPlatform(
  platform: PlatformBuilder,
  { request, metadata }: Pick<BuildSubject, 'request' | 'metadata'>,
  { folder, stock, gate }: PlatformPlaces,
): Promise<PlatformResult> {
  await using open = platform;
  const { arch, system, stages, stop, host } = open;
  await mkdir(folder, { recursive: true });
  const { site, nix } = await open.site();
  const flake = await open.flake();
  const [bases, built] = await together(stop, open.bases(), buildOn(open, { request, metadata }));
  const baseStore = intersectBases(bases, built.closure);
  warnOfIncomplete(bases, built.closure, host);
  if (request.buildIn === 'container') await repairBase(site, bases[0], built.closure, stages);
  const delta = deltaOf(built.closure, baseStore);
  const { maxLayers, jobs } = request;
  const tools = { maxLayers, jobs, folder, stages, compression: codecFor(request, bases), signal: host.signal, arch, stock, gate };
  const { layers, complement, reproduced } = await packAll(site, { closure: built.closure, delta }, tools, request);
  const document = buildDocument({
    feature: metadata,
    system,
    storePath: built.result.storePath,
    outputs: built.result.outputs,
    env: built.result.env,
    bases: bases.map(({ name, digest, paths }) => ({ name, ...(digest === undefined ? {} : { digest }), storePaths: paths.size })),
    closure: built.closure,
    baseStore,
    layers,
    complement,
    source: { flake: flake.written, ...built.source, ...ownAttribute(request) },
  });
  const drift = await driftIn(open, document, flake, bases);
  gate?.check({ arch, document, leaks: [...layers, ...complement].flatMap(({ leaks = [] }) => leaks), metas: request.sbom === 'none' ? undefined : built.metas });
  checkDeltaSize(document, request.maxDeltaSize);
  return {
    arch,
    document,
    layers,
    complement,
    stages: stages.times,
    nix,
    ...(built.metas === undefined ? {} : { metas: built.metas }),
    ...(drift === undefined ? {} : { drift }),
    ...(reproduced === undefined ? {} : { reproduced }),
    ...(flake.generated === undefined ? {} : { generated: { flake: flake.generated.text, lock: built.lock } }),
  };
}

interface PackedAll extends Pick<PackedPlatform, 'layers' | 'complement'> {
  readonly reproduced: ReproducedFacts | undefined;
}

/** Packs the delta, and what else the request asks for: a second time, and what is required of the bases. */
async function packAll(
  site: NixSite,
  { closure, delta }: { readonly closure: Closure; readonly delta: Delta },
  tools: PackTools,
  asked: Pick<BuildRequest, 'reproducible' | 'complement'>,
): Promise<PackedAll> {
  const layers = await packDelta(site, closure, delta, tools);
  const reproduced = asked.reproducible === 'check' ? await checkReproducible(site, { closure, delta, layers }, tools) : undefined;
  const complement = asked.complement ? await packComplement(site, closure, delta, tools) : [];
  return { layers, complement, reproduced };
}

async function driftIn(platform: PlatformBuilder, { closure }: DeltaDocument, flake: ResolvedFlake, bases: readonly BaseStore[]): Promise<DriftReport | undefined> {
  const paths = driftOf(closure, bases.map((base) => base.paths));
  if (paths.length === 0) return undefined;
  return { paths, nixpkgs: await platform.nixpkgsOfBase(), follows: flake.nixpkgs !== undefined };
}

/** Returns what mode `build` has to build: other flakes than that of the Feature's folder do not ship. */
export function ownAttribute({ flake, featureFolder }: Pick<BuildRequest, 'flake' | 'featureFolder'>): Pick<SourceEntry, 'attribute'> {
  if (flake.kind !== 'folder' || flake.folder !== featureFolder || flake.attribute === 'default') return {};
  return { attribute: flake.attribute };
}

/** A path that is there by name alone would be missing as soon as it is used. */
function warnOfIncomplete(bases: readonly BaseStore[], closure: Closure, log: Log): void {
  for (const base of bases) {
    const incomplete = incompletePaths(base, closure);
    const [first] = incomplete;
    if (first === undefined) continue;
    const { path, wanted, found } = first;
    const why = found === undefined ? 'an upper layer removed or replaced part of it' : `its files have ${formatBytes(found)} instead of ${formatBytes(wanted)}`;
    log.warning(
      `${base.name} has ${formatNumberOf(incomplete.length, 'store path')} that ${incomplete.length === 1 ? 'is' : 'are'} incomplete in it and therefore shipped: ` +
        `${incomplete.length === 1 ? '' : 'such as '}${path} (${why}).`,
    );
  }
}

/**
 * In a container of the base Nix takes what its database knows for whole. What is not must be made so before it is packed:
 * fetched from a binary cache, or built.
 */
async function repairBase(site: NixSite, base: BaseStore | undefined, closure: Closure, stages: Stages): Promise<void> {
  const paths = base === undefined ? [] : incompletePaths(base, closure).map(({ path }) => path);
  if (paths.length === 0) return;
  await stages.run('Repair incomplete store paths', {}, async () => {
    try {
      await site.capture(['nix-store', '--repair-path', ...paths]);
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause;
      throw new BaseError(`Nix ${placeOf(site)} can't repair incomplete store paths: ${cause.stderr.trim().split('\n').at(-1) ?? ''}`, {
        cause,
        hint: 'Name a binary cache that has them in "substituters", use "build-in: host", or build the base image without the step that removes parts of store paths.',
      });
    }
    return [undefined, formatNumberOf(paths.length, 'store path')];
  });
}

/** Nix only warns if an input that is to be replaced is not there. */
async function requireNixpkgs(site: NixSite, flake: ResolvedFlake, followsBase: boolean): Promise<void> {
  if (flake.nixpkgs === undefined || flake.generated !== undefined || (await hasInput(site, flake, 'nixpkgs'))) return;
  const input = followsBase ? 'follow-base' : 'nixpkgs';
  throw new InputError(input, `${input}: the flake ${flake.written} has no input "nixpkgs" that could be replaced.`, {
    hint: 'Call the input "nixpkgs" in flake.nix, with the other inputs following it (inputs.nixpkgs.follows), or leave the option out.',
  });
}

interface Built {
  readonly result: BuildResult & Partial<ShellPackage>;
  readonly closure: Closure;
  readonly source: Omit<LockedSource, 'lock'>;
  readonly lock: string | undefined;
  readonly metas: PackageMetas | undefined;
}

/** `Build the flake: 40%, 2 of 5 derivations, 12 s, 3.10 MB of 8.00 MB fetched, building hello-1.0` */
function showBuild(progress: Progress, { built, toBuild, fetched, toFetch, building }: NixProgress): void {
  const parts = [...(toFetch === 0 ? [] : [`${formatBytes(fetched)} of ${formatBytes(toFetch)} fetched`]), ...(building === undefined ? [] : [`building ${building}`])];
  progress.update(built, parts.join(', '), toBuild === 0 ? undefined : toBuild);
}

async function buildOn(platform: PlatformBuilder, { request, metadata }: Pick<BuildSubject, 'request' | 'metadata'>): Promise<Built> {
  const { host, stages } = platform;
  const { site, prepare } = await platform.site();
  const flake = await platform.flake();
  await prepare();
  await requireNixpkgs(site, flake, platform.followsBase);
  await bringPublished(site, flake, { request, id: metadata.id, arch: platform.arch, job: host });
  const result = await stages.run('Build the flake', { unit: 'derivations' }, async (progress) => {
    const builder = new NixBuilder(site, { log: (line) => host.info(line), progress: (state) => showBuild(progress, state) });
    const { shell } = flake;
    const built: BuildResult & Partial<ShellPackage> = await host.group(`nix build ${flake.written}`, () =>
      shell === undefined ? builder.build(flake) : builder.shellPackage(flake, `${platform.featureId}-shell`, shell),
    );
    await checkPrograms(site, built, flake, host);
    return [built, `${built.storePath}: ${formatNumberOf(built.closure.size, 'store path')}, ${formatBytes(built.size)}`];
  });
  const { closure } = result;
  const { lock, ...source } = await lockedSource(site, flake);
  if (request.sbom === 'none' && request.policy === undefined) return { result, closure, source, lock, metas: undefined };
  const metas = await stages.run("Read the packages' metadata", {}, async () => {
    const read = await readMetas(site, flake, closure, source.locked);
    return [read, `of ${formatNumberOf(read.size, 'store path')}`] as [PackageMetas, string];
  });
  return { result, closure, source, lock, metas };
}
