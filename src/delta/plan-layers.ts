import type { PathInfo } from '../nix/closure.ts';
import { compareText, nameOf, type StorePath } from '../nix/store-path.ts';
import { atomsOf } from './atoms.ts';
import { causesOf, countAll, unionOf, type Causes } from './causes.ts';
import { fitLayers } from './fit-layers.ts';
import { groupOf, type Group } from './group.ts';
import { layersToKeep, type KnownLayer } from './keep-layers.ts';
import { settleLayers } from './settle-layers.ts';

export interface LayerPlan<L extends KnownLayer = KnownLayer> {
  /** In the order of the manifest: what is kept as it is, and what must be packed. */
  readonly layers: readonly PlannedLayer<L>[];
}

type PlannedLayer<L extends KnownLayer> =
  | { readonly kind: 'keep'; readonly layer: L }
  | { readonly kind: 'pack'; readonly paths: readonly StorePath[] };

/** What is weighed, each against each: so many layers that exist, so many atoms of what must be packed. */
const WEIGHED = 128;

/**
 * Splits a delta into at most `maxLayers` layers of whole paths: no layer is empty, each path is in one, and the order in
 * which paths are given does not matter. docs/how-it-works.md, "Layers", has the rules.
 *
 * @param history layers that exist, in order of preference: the last release's, then those of others
 */
export function planLayers<L extends KnownLayer>(add: readonly PathInfo[], maxLayers: number, history: readonly L[] = []): LayerPlan<L> {
  // By names rather than by hashes: when all is built again, paths come into the company that they were in.
  const infos = new Map(add.toSorted(byName).map((info) => [info.path, info]));
  const causes = causesOf(infos);
  const kept = largest(layersToKeep(infos, history), Math.max(WEIGHED, maxLayers)).map((layer) => keptGroup(layer, infos, causes));
  const safe = new Set(kept.flatMap(({ layer }) => layer.paths));
  const atoms = atomsOf([...infos.values()].filter(({ path }) => !safe.has(path)), WEIGHED, causes);
  const fitting = fitLayers<L>([...kept, ...atoms.map((atom) => groupOf<L>([atom]))], maxLayers, countAll(infos.size));
  const packs = settleLayers(fitting.filter(({ layer }) => layer === undefined), countAll(infos.size));
  return {
    layers: [
      ...fitting.flatMap(({ layer }) => (layer === undefined ? [] : [{ kind: 'keep' as const, layer }])),
      // The largest first: many cores do best with the small ones at the end.
      ...packs.toSorted((a, b) => b.size - a.size).map((group) => ({ kind: 'pack' as const, paths: pathsOf(group) })),
    ],
  };
}

function pathsOf<L extends KnownLayer>({ atoms }: Group<L>): StorePath[] {
  return atoms.flatMap(({ infos }) => infos.map(({ path }) => path)).toSorted(compareText);
}

function byName(a: PathInfo, b: PathInfo): number {
  return compareText(nameOf(a.path), nameOf(b.path)) || compareText(a.path, b.path);
}

/** The `count` largest layers, in the order in which they come. */
function largest<L extends KnownLayer>(layers: readonly L[], count: number): readonly L[] {
  const chosen = new Set(layers.toSorted((a, b) => b.size - a.size).slice(0, count));
  return layers.filter((layer) => chosen.has(layer));
}

function keptGroup<L extends KnownLayer>(
  layer: L,
  infos: ReadonlyMap<StorePath, PathInfo>,
  causes: ReadonlyMap<StorePath, Causes>,
): Group<L> & { readonly layer: L } {
  const held = layer.paths.flatMap((path) => infos.get(path) ?? []);
  const atom = { infos: held, size: layer.size, causes: unionOf(layer.paths.flatMap((path) => causes.get(path) ?? [])) };
  return { layer, atoms: [atom], size: atom.size, causes: atom.causes };
}
