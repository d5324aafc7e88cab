import type { PathInfo } from '../../nix/store/closure.ts';
import { compareText, nameOf, type StorePath } from '../../nix/store/store-path.ts';
import { atomsOf } from './atoms.ts';
import { causesOf, countAll, unionOf, type Causes } from './causes.ts';
import { fitLayers } from './fit-layers.ts';
import { groupOf, type Group } from './group.ts';
import { layersToKeep, type ReusableLayer } from './known-layers.ts';
import { settleLayers } from './settle-layers.ts';

export interface LayerPlan<L extends ReusableLayer = ReusableLayer> {
  /** In the order of the manifest: what is kept as it is, and what must be packed. */
  readonly layers: readonly PlannedLayer<L>[];
}

type PlannedLayer<L extends ReusableLayer> =
  | { readonly kind: 'keep'; readonly layer: L }
  | { readonly kind: 'pack'; readonly paths: readonly StorePath[] };

/** What is weighed, each against each: so many layers that exist, so many atoms of what must be packed. */
const WEIGHED = 128;

/**
 * Splits a delta into at most `maxLayers` layers of whole paths: no layer is empty, each path is in one, and the order in
 * which paths are given does not matter. docs/contributing/how-it-works.md, "Layers", has the rules.
 *
 * @param history layers that exist, in order of preference: the last release's, then those of others
 */
export function planLayers<L extends ReusableLayer>(add: readonly PathInfo[], maxLayers: number, history: readonly L[] = []): LayerPlan<L> {
  // By names rather than by hashes: when all is built again, paths come into the company that they were in.
  const infos = new Map(byName(add).map((info) => [info.path, info]));
  const kept = largest(layersToKeep(infos, history), Math.max(WEIGHED, maxLayers));
  const safe = new Set(kept.flatMap(({ paths }) => paths));
  if (safe.size === infos.size && kept.length <= maxLayers) return { layers: kept.map((layer) => keep(layer)) };

  const causes = causesOf(infos);
  const atoms = atomsOf([...infos.values()].filter(({ path }) => !safe.has(path)), WEIGHED, causes);
  const groups = [...kept.map((layer) => keptGroup(layer, infos, causes)), ...atoms.map((atom) => groupOf<L>([atom]))];
  const fitting = fitLayers(groups, maxLayers, countAll(infos.size));
  const packs = settleLayers(fitting.filter(({ layer }) => layer === undefined), countAll(infos.size));
  // The largest first: many cores do best with the small ones at the end.
  const packed = packs.toSorted((a, b) => b.size - a.size).map((group) => pack<L>(group));
  return { layers: [...fitting.flatMap(({ layer }) => (layer === undefined ? [] : [keep(layer)])), ...packed] };
}

function keep<L extends ReusableLayer>(layer: L): PlannedLayer<L> {
  return { kind: 'keep', layer };
}

function pack<L extends ReusableLayer>({ atoms }: Group<L>): PlannedLayer<L> {
  return { kind: 'pack', paths: atoms.flatMap(({ infos }) => infos.map(({ path }) => path)).toSorted(compareText) };
}

function byName(infos: readonly PathInfo[]): PathInfo[] {
  const byKey = new Map(infos.map((info) => [`${nameOf(info.path)} ${info.path}`, info]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/** The `count` largest layers, in the order in which they come. */
function largest<L extends ReusableLayer>(layers: readonly L[], count: number): readonly L[] {
  const chosen = new Set(layers.toSorted((a, b) => b.size - a.size).slice(0, count));
  return layers.filter((layer) => chosen.has(layer));
}

function keptGroup<L extends ReusableLayer>(
  layer: L,
  infos: ReadonlyMap<StorePath, PathInfo>,
  causes: ReadonlyMap<StorePath, Causes>,
): Group<L> {
  const held = layer.paths.flatMap((path) => infos.get(path) ?? []);
  const atom = { infos: held, size: layer.size, causes: unionOf(layer.paths.flatMap((path) => causes.get(path) ?? [])) };
  return { layer, ...groupOf<L>([atom]) };
}
