import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packLayers, type PackedLayer } from '../archive/pack-layers.ts';
import type { Delta } from '../delta/delta.ts';
import { planLayers } from '../delta/plan-layers.ts';
import type { Closure, PathInfo } from '../nix/closure.ts';
import type { NixSite } from '../nix/site.ts';
import { formatBytes, formatNumberOf } from '../report/format.ts';
import type { BuildRequest, Compression } from '../request.ts';
import type { Stages } from './stages.ts';

export interface PackTools {
  readonly request: BuildRequest;
  /** Where layers are written. */
  readonly folder: string;
  readonly stages: Stages;
  readonly compression: Compression;
  readonly signal: AbortSignal;
}

/** Packs what the bases lack. */
export async function packDelta(site: NixSite, closure: Closure, { add }: Delta, tools: PackTools): Promise<PackedLayer[]> {
  return packStage('Pack the delta', 'the base has every path already: there is nothing to pack', site, closure, add, tools);
}

/** Packs what is required of the bases, in layers of its own: a system that has it need not fetch it. */
export async function packComplement(site: NixSite, closure: Closure, { require }: Delta, tools: PackTools): Promise<PackedLayer[]> {
  // The packer names files by their number.
  const folder = join(tools.folder, 'complement');
  await mkdir(folder, { recursive: true });
  return packStage('Pack the complement', 'nothing is required of a base', site, closure, require, { ...tools, folder });
}

function packStage(
  title: string,
  ifEmpty: string,
  site: NixSite,
  closure: Closure,
  paths: readonly PathInfo[],
  { request, folder, stages, compression, signal }: PackTools,
): Promise<PackedLayer[]> {
  const groups = planLayers(paths, request.maxLayers).layers.flatMap((layer) => (layer.kind === 'pack' ? [layer.paths] : []));
  const total = paths.reduce((size, info) => size + info.narSize, 0);
  return stages.run(title, { total, unit: 'bytes' }, async (progress) => {
    if (groups.length === 0) return [[], ifEmpty];
    const layers = await packLayers(site, closure, groups, folder, {
      compression,
      jobs: request.jobs,
      signal,
      onProgress: (done, path) => progress.update(done, path),
    });
    const size = layers.reduce((sum, layer) => sum + layer.size, 0);
    const what = `${formatNumberOf(paths.length, 'store path')} into ${formatNumberOf(layers.length, 'layer')}`;
    return [layers, `${what}, ${formatBytes(total)} → ${formatBytes(size)} (${compression})`];
  });
}
