import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CODECS } from '../archive/codec.ts';
import { packLayers, type PackedLayer as NewLayer } from '../archive/layers/pack-layers.ts';
import { searchLayers } from '../archive/layers/search-layers.ts';
import type { LayerLeaks } from '../archive/tar-parts.ts';
import type { BaseStore } from '../base/base-store.ts';
import type { Delta } from '../delta/delta.ts';
import type { LayerEntry } from '../delta/document/delta-document.ts';
import { planLayers, type LayerPlan } from '../delta/layers/plan-layers.ts';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import type { Progress } from '../kit/host.ts';
import type { Stages } from '../kit/stages.ts';
import type { LayoutLayer } from '../layout/write-layout.ts';
import type { NixSite } from '../nix/run/site.ts';
import type { Closure, PathInfo } from '../nix/store/closure.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { Arch } from '../platform.ts';
import type { KnownLayer } from '../release/known-layers.ts';
import type { BuildRequest, Compression } from '../request/build.ts';
import type { LeakGate } from './checks/leak-gate.ts';
import { planFromStock, type LayerStock } from './layer-stock.ts';

export interface PackTools {
  readonly arch: Arch;
  /** Where layers are written. */
  readonly folder: string;
  readonly stages: Stages;
  readonly maxLayers: number;
  /** Threads that compress. */
  readonly jobs: number;
  readonly compression: Compression;
  readonly signal: AbortSignal;
  /** Undefined if nothing is published: then nothing but the inputs decides what a layer is. */
  readonly stock: LayerStock | undefined;
  /** Undefined if nobody looks for leaks. */
  readonly gate: LeakGate | undefined;
}

type Plan = LayerPlan<KnownLayer>;

/** What a stage is called, and what it says if there is nothing to do. */
interface StageWords {
  readonly title: string;
  readonly ifEmpty: string;
}

const DELTA: StageWords = { title: 'Pack the delta', ifEmpty: 'the base already has every path: nothing to pack' };
const COMPLEMENT: StageWords = { title: 'Pack the complement', ifEmpty: 'nothing is required of a base' };

/** Store paths that are packed, and where they are read. */
interface PackSource {
  readonly site: NixSite;
  readonly closure: Closure;
  readonly paths: readonly PathInfo[];
}

/** Packs what the bases lack, except the layers that an earlier release packed. */
export async function packDelta(site: NixSite, closure: Closure, { add }: Delta, tools: PackTools): Promise<readonly LayoutLayer[]> {
  return packStage(DELTA, { site, closure, paths: add }, tools);
}

/** Packs the delta once more, whatever was packed before; nothing of it is kept or sent. */
export async function packAgain(site: NixSite, closure: Closure, { add }: Delta, tools: PackTools): Promise<readonly LayoutLayer[]> {
  return packStage({ ...DELTA, title: 'Pack the delta a second time' }, { site, closure, paths: add }, { ...tools, stock: undefined, gate: undefined });
}

/** Packs what is required of the bases, in layers of its own: a system that has it need not fetch it. */
export async function packComplement(site: NixSite, closure: Closure, { require }: Delta, tools: PackTools): Promise<readonly LayoutLayer[]> {
  // The packer names files by their number.
  const folder = join(tools.folder, 'complement');
  await mkdir(folder, { recursive: true });
  return packStage(COMPLEMENT, { site, closure, paths: require }, { ...tools, folder });
}

async function packStage({ title, ifEmpty }: StageWords, source: PackSource, tools: PackTools): Promise<readonly LayoutLayer[]> {
  const plan = await planOf(source.paths, tools);
  const kept = plan.layers.flatMap((planned) => (planned.kind === 'keep' ? [planned.layer] : []));
  const groups = plan.layers.flatMap((planned) => (planned.kind === 'pack' ? [planned.paths] : []));
  const total = sizeOf(groups.flat(), source.closure);
  const found = await searchKept(source, kept, tools);
  return tools.stages.run(title, { total, unit: 'bytes' }, async (progress) => {
    if (plan.layers.length === 0) return [[], ifEmpty];
    const packed = groups.length === 0 ? [] : await pack(source, groups, tools, progress);
    const made = `${formatNumberOf(groups.flat().length, 'store path')} into ${formatNumberOf(packed.length, 'layer')}, ${formatBytes(total)} → ${formatBytes(sizeOfLayers(packed))} (${tools.compression})`;
    const reused = `${formatNumberOf(kept.length, 'layer')} of ${formatBytes(sizeOfLayers(kept))} reused`;
    return [inOrder(plan, packed, found), [...(kept.length === 0 ? [] : [reused]), ...(packed.length === 0 ? [] : [made])].join(', ')];
  });
}

/**
 * An earlier release was searched with the rules and values of its day. If a leak is an error, its layers are searched again before they are
 * published again.
 */
async function searchKept({ site, closure }: PackSource, kept: readonly KnownLayer[], { stages, signal, gate }: PackTools): Promise<ReadonlyMap<KnownLayer, LayerLeaks>> {
  if (gate?.holds !== true || kept.length === 0) return new Map();
  const total = sizeOf(kept.flatMap(({ paths }) => paths), closure);
  return stages.run('Look for leaks in the reused layers', { total, unit: 'bytes' }, async (progress) => {
    const onProgress = (done: number, path: StorePath): void => progress.update(done, path);
    const found = await searchLayers(site, closure, kept.map(({ paths }) => paths), { leaks: gate.searchFor(closure), signal, onProgress });
    const leaks = kept.map((layer, index) => [layer, found[index]] as const).filter((each): each is [KnownLayer, LayerLeaks] => each[1] !== undefined);
    return [new Map(leaks), formatNumberOf(kept.length, 'layer')];
  });
}

function planOf(paths: readonly PathInfo[], { maxLayers, stock, arch, compression }: PackTools): Plan | Promise<Plan> {
  if (stock === undefined) return planLayers<KnownLayer>(paths, maxLayers);
  const { mediaType } = CODECS[compression];
  return planFromStock(paths, stock, { arch, mediaType, maxLayers });
}

function pack(
  { site, closure }: PackSource,
  groups: readonly (readonly StorePath[])[],
  { folder, compression, jobs, signal, arch, stock, gate }: PackTools,
  progress: Progress,
): ReturnType<typeof packLayers> {
  const send = (layer: NewLayer): void => stock?.uploads.add(arch, layer, { file: layer.file });
  return packLayers(site, closure, groups, {
    folder,
    compression,
    jobs,
    signal,
    onProgress: (done, path) => progress.update(done, path),
    ...(gate === undefined ? {} : { leaks: gate.searchFor(closure) }),
    onLayer: (layer) => (gate === undefined ? send(layer) : gate.whenPassed(() => send(layer))),
  });
}

/** The layers as they were planned. @param packed in the order of the plan's groups. @param found in layers that were reused */
function inOrder({ layers }: Plan, packed: readonly LayoutLayer[], found: ReadonlyMap<KnownLayer, LayerLeaks>): readonly LayoutLayer[] {
  const fresh = packed.values();
  return layers.map((planned) => {
    if (planned.kind === 'keep') return { ...planned.layer, file: undefined, leaks: found.get(planned.layer) };
    const { value } = fresh.next();
    if (value === undefined) throw new Error('a layer was planned but not packed');
    return value;
  });
}

function sizeOf(paths: readonly StorePath[], closure: Closure): number {
  return paths.reduce((sum, path) => sum + (closure.get(path)?.narSize ?? 0), 0);
}

function sizeOfLayers(layers: readonly LayerEntry[]): number {
  return layers.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Returns what layers are compressed with. `auto` is zstd if all bases can unpack it. Without a base, or with a complement, the
 * Feature may be installed anywhere, and there is nobody to ask.
 */
export function codecFor(
  { compression, complement }: Pick<BuildRequest, 'compression' | 'complement'>,
  bases: readonly Pick<BaseStore, 'hasZstd'>[],
): Compression {
  if (compression !== 'auto') return compression;
  return !complement && bases.length > 0 && bases.every((base) => base.hasZstd) ? 'zstd' : 'gzip';
}
