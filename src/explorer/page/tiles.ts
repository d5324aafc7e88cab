import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from 'd3-hierarchy';
import { formatBytes, formatCount, formatNumberOf } from '../../kit/format.ts';
import { pathTitle, type View } from './view.ts';

/** A rectangle of the treemap: a group, a path, or the paths of a group that are too small to be seen. */
export interface Tile {
  readonly name: string;
  readonly bytes: number;
  /** How many paths it stands for. */
  readonly paths: number;
  /** The path, if it is one. */
  readonly path?: number;
  readonly kind: 'shipped' | 'base' | 'rest';
  readonly children?: readonly Tile[];
}

export type PlacedTile = HierarchyRectangularNode<Tile>;

/** Rectangles that are drawn: more can't be told apart, and make a browser slow. */
const MOST_TILES = 700;
const MOST_GROUPS = 150;
const HEADING = 20;

/** Lays out the paths that were found. */
export function placeTiles(view: View, width: number, height: number): PlacedTile {
  const groups = tilesOf(view);
  const root = hierarchy<Tile>({ name: '', bytes: 0, paths: view.found.length, kind: 'rest', children: groups }, ({ children }) => children)
    .sum(({ children, bytes }) => (children === undefined ? bytes : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return treemap<Tile>().tile(treemapSquarify).size([width, height]).paddingInner(1).paddingOuter(2).paddingTop((node) => (node.depth === 1 ? HEADING : 0)).round(true)(root);
}

function tilesOf(view: View): readonly Tile[] {
  const { model, found, state } = view;
  const { own } = model.sizes(state.weighed);
  const weigh = (paths: readonly number[]): number => paths.reduce((sum, path) => sum + (own[path] ?? 0), 0);
  const heavy = found.filter((path) => (own[path] ?? 0) > 0).toSorted((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
  const seen = new Set(heavy.slice(0, MOST_TILES));
  const groups = [...Map.groupBy(heavy, (path) => groupName(view, path))].map(([name, paths]) => ({ name, paths, bytes: weigh(paths) })).toSorted((a, b) => b.bytes - a.bytes);
  const single = groups.slice(0, MOST_GROUPS).map(({ name, paths, bytes }): Tile => {
    const rest = paths.filter((path) => !seen.has(path));
    const tiles = paths.filter((path) => seen.has(path)).map((path) => tileOf(view, path, own[path] ?? 0));
    return { name, bytes, paths: paths.length, kind: 'rest', children: rest.length === 0 ? tiles : [...tiles, restTile(rest.length, weigh(rest))] };
  });
  const others = groups.slice(MOST_GROUPS).flatMap(({ paths }) => paths);
  if (others.length === 0) return single;
  const bytes = weigh(others);
  return [...single, { name: `${formatCount(groups.length - MOST_GROUPS)} more`, bytes, paths: others.length, kind: 'rest', children: [restTile(others.length, bytes)] }];
}

function tileOf({ model }: View, path: number, bytes: number): Tile {
  return { name: pathTitle(model, path), bytes, paths: 1, path, kind: model.isShipped(path) ? 'shipped' : 'base' };
}

function restTile(paths: number, bytes: number): Tile {
  return { name: formatNumberOf(paths, 'smaller path'), bytes, paths, kind: 'rest' };
}

function groupName({ model, state }: View, path: number): string {
  if (state.grouping === 'package') return model.packages[path]?.name ?? '';
  const layer = model.layerOf[path];
  if (layer === undefined) return 'In the base';
  return state.grouping === 'layer' ? `Layer ${layer + 1} (${formatBytes(model.data.layers[layer]?.size ?? 0)} compressed)` : 'Shipped';
}
