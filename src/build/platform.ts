import { mkdir } from 'node:fs/promises';
import type { PackedLayer } from '../archive/pack-layers.ts';
import { intersectBases, type BaseStore } from '../base/base-store.ts';
import { buildDocument } from '../delta/build-document.ts';
import { deltaOf } from '../delta/delta.ts';
import type { DeltaDocument } from '../delta/delta-document.ts';
import type { FeatureMetadata } from '../feature/metadata.ts';
import type { Host } from '../host/host.ts';
import { build, type BuildResult } from '../nix/build.ts';
import { closureSize, type Closure } from '../nix/closure.ts';
import { resolveFlake, type ResolvedFlake } from '../nix/flake.ts';
import { lockedInputs } from '../nix/flake-metadata.ts';
import { closureOf } from '../nix/path-info.ts';
import type { NixSite } from '../nix/site.ts';
import { systemOf, type Arch } from '../platform.ts';
import { formatBytes, formatNumberOf } from '../report/format.ts';
import type { BuildRequest } from '../request.ts';
import { codecFor } from './codec-for.ts';
import { checkDeltaSize } from './delta-budget.ts';
import { packComplement, packDelta } from './pack.ts';
import { readBases } from './read-bases.ts';
import { openContainerSite, openHostSite, type BuildSite } from './site.ts';
import { Stages, type StageTime } from './stages.ts';
import { stoppable, together } from './together.ts';

/** One platform, built and packed; the layers' files lie in the folder that was given. */
export interface PlatformBuild {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  readonly layers: readonly PackedLayer[];
  /** Of what the bases hold; none unless it was asked for. */
  readonly complement: readonly PackedLayer[];
  readonly stages: readonly StageTime[];
}

/** Build, compare with the base, pack: one platform of a request. @param folder where layers are written */
export async function buildPlatform(
  request: BuildRequest,
  metadata: FeatureMetadata,
  arch: Arch,
  folder: string,
  outerHost: Host,
): Promise<PlatformBuild> {
  const { host, stop } = stoppable(outerHost);
  const stages = new Stages(host, request.arches.length > 1 ? ` (${arch})` : '');
  await mkdir(folder, { recursive: true });
  await using cleanup = new AsyncDisposableStack();
  const flake = await resolveFlake(request.flake, {
    system: systemOf(arch),
    featureId: metadata.id,
    featureFolder: request.featureFolder,
    host,
    cleanup,
  });
  const site = await openSite(request, arch, flake, { host, stages, cleanup });
  const [bases, built] = await together(
    stop,
    allBases(site, request, arch, host, stages),
    buildOn(site.site, flake, host, stages),
  );
  const baseStore = intersectBases(bases);
  const delta = deltaOf(built.closure, baseStore);
  const tools = { request, folder, stages, compression: codecFor(request, bases), signal: host.signal };
  const layers = await packDelta(site.site, built.closure, delta, tools);
  const complement = request.complement === true ? await packComplement(site.site, built.closure, delta, tools) : [];
  const document = buildDocument({
    feature: metadata,
    system: systemOf(arch),
    storePath: built.result.storePath,
    outputs: built.result.outputs,
    bases: bases.map(({ name, digest, paths }) => ({ name, ...(digest === undefined ? {} : { digest }), storePaths: paths.size })),
    closure: built.closure,
    baseStore,
    layers,
    complement,
    source: { flake: flake.written, locked: built.locked },
  });
  checkDeltaSize(document, request.maxDeltaSize);
  return { arch, document, layers, complement, stages: stages.times };
}

type Tools = Parameters<typeof openContainerSite>[3];

function openSite(request: BuildRequest, arch: Arch, flake: ResolvedFlake, tools: Tools): Promise<BuildSite> {
  return request.buildIn === 'host'
    ? openHostSite(request, arch, tools.host)
    : openContainerSite(request, arch, flake.mounts, tools);
}

/** The base whose container we build in was listed already; the others are read from their layers. */
async function allBases(
  site: BuildSite,
  request: BuildRequest,
  arch: Arch,
  host: Host,
  stages: Stages,
): Promise<readonly BaseStore[]> {
  if (site.base === undefined) return readBases(request.bases, request, arch, host, stages);
  return [site.base, ...(await readBases(request.bases.slice(1), request, arch, host, stages))];
}

interface Built {
  readonly result: BuildResult;
  readonly closure: Closure;
  readonly locked: unknown;
}

async function buildOn(site: NixSite, flake: ResolvedFlake, host: Host, stages: Stages): Promise<Built> {
  const result = await stages.run('Build the flake', {}, async () => {
    const built = await host.group(`nix build ${flake.written}`, () => build(site, flake, host));
    return [built, built.storePath];
  });
  const locked = await lockedInputs(site, flake);
  const closure = await stages.run('Query the closure', {}, async () => {
    const queried = await closureOf(site, Object.values(result.outputs));
    return [queried, `${formatNumberOf(queried.size, 'store path')}, ${formatBytes(closureSize(queried))}`];
  });
  return { result, closure, locked };
}
