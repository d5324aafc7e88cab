import type { PathInfo } from '../nix/closure.ts';
import { compareText, type StorePath } from '../nix/store-path.ts';
import { fitLayers } from './fit-layers.ts';
import { groupNew } from './group-new.ts';
import { layersToKeep, type KnownLayer } from './keep-layers.ts';

export interface LayerPlan<L extends KnownLayer = KnownLayer> {
  /** In the order of the manifest: what is kept as it is, and what must be packed. */
  readonly layers: readonly PlannedLayer<L>[];
}

type PlannedLayer<L extends KnownLayer = KnownLayer> =
  | { readonly kind: 'keep'; readonly layer: L }
  | { readonly kind: 'pack'; readonly paths: readonly StorePath[] };

/** How likely a release changes a layer that the last one left alone. */
const QUIET = 0.05;

/**
 * Splits a delta into at most `maxLayers` layers of whole paths: no layer is empty, each path is in one, and the order in
 * which paths are given does not matter. docs/how-it-works.md, "Layers", has the rules.
 *
 * @param history layers that exist, in order of preference: the last release's, then those of others
 */
export function planLayers<L extends KnownLayer>(add: readonly PathInfo[], maxLayers: number, history: readonly L[] = []): LayerPlan<L> {
  const infos = new Map(add.toSorted((a, b) => compareText(a.path, b.path)).map((info) => [info.path, info]));
  const kept = layersToKeep(infos, history);
  const safe = new Set(kept.flatMap(({ paths }) => paths));
  const fresh = [...infos.values()].filter(({ path }) => !safe.has(path));
  const broken = history.filter((layer) => !kept.includes(layer));
  const groups = fitLayers(
    [
      ...kept.map((layer) => ({
        layer,
        infos: layer.paths.map((path) => infos.get(path)).filter((info) => info !== undefined),
        size: layer.size,
        unrest: QUIET,
      })),
      ...groupNew(fresh, maxLayers, broken),
    ],
    maxLayers,
  );
  const packs = groups.filter(({ layer }) => layer === undefined).toSorted((a, b) => b.size - a.size);
  return {
    layers: [
      ...groups.flatMap(({ layer }) => (layer === undefined ? [] : [{ kind: 'keep' as const, layer }])),
      ...packs.map((group) => ({ kind: 'pack' as const, paths: group.infos.map(({ path }) => path).toSorted(compareText) })),
    ],
  };
}
