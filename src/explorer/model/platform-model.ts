import { parsePackageName, type PackageName } from '../../nix/store/package-name.ts';
import type { ExplorerPlatform } from './explorer-data.ts';
import { BY_NONE, dominatorsOf } from './dominators.ts';
import { orderOf, parentsOf, reachedFrom, shortestChain, type References } from './graph.ts';
import { closureSizes, retainedSizes } from './sizes.ts';

/** Which bytes count. */
export type Weighed = 'all' | 'shipped';

/** Bytes of a path: its own, of all that it needs, and of what would go with it. */
export interface Sizes {
  readonly own: readonly number[];
  readonly closure: Float64Array;
  readonly retained: Float64Array;
}

const HASH = 32;

/** One platform of a Feature, with what is asked about it. Paths are places in `names`. */
export class PlatformModel {
  readonly data: ExplorerPlatform;
  readonly references: References;
  readonly parents: References;
  readonly packages: readonly PackageName[];
  /** For each path, the place of its layer in `data.layers`; undefined if it is required of the base. */
  readonly layerOf: readonly (number | undefined)[];
  readonly fresh: ReadonlySet<number>;
  readonly #sizes = new Map<Weighed, Sizes>();
  #resent: readonly number[] | undefined;

  constructor(data: ExplorerPlatform) {
    this.data = data;
    this.references = data.references.map(placesOf);
    this.parents = parentsOf(this.references);
    this.packages = data.names.map((name) => parsePackageName(name.slice(HASH + 1)));
    const layers = new Map(data.layers.flatMap(({ paths }, layer) => paths.map((path) => [path, layer] as const)));
    this.layerOf = data.names.map((_, path) => layers.get(path));
    this.fresh = new Set(data.since?.fresh);
  }

  get count(): number {
    return this.data.names.length;
  }

  /** `/nix/store/<hash>-<name>` */
  storePath(path: number): string {
    return `/nix/store/${this.data.names[path] ?? ''}`;
  }

  isShipped(path: number): boolean {
    return this.layerOf[path] !== undefined;
  }

  licencesOf(path: number): readonly string[] {
    const { licences } = this.data;
    return licences?.of[path]?.map((place) => licences.names[place] ?? '') ?? [];
  }

  sizes(weighed: Weighed): Sizes {
    const known = this.#sizes.get(weighed);
    if (known !== undefined) return known;
    const own = weighed === 'all' ? this.data.sizes : this.data.sizes.map((size, path) => (this.isShipped(path) ? size : 0));
    const sizes = { own, closure: closureSizes(this.references, own), retained: retainedSizes(this.references, this.data.roots, own) };
    this.#sizes.set(weighed, sizes);
    return sizes;
  }

  /** The shortest way from an output to a path. */
  chainTo(path: number): readonly number[] {
    return shortestChain(this.references, this.data.roots, path);
  }

  /** The nearest path that keeps this one alone; undefined if several ways lead to it. */
  keptBy(path: number): number | undefined {
    const dominator = dominatorsOf(this.references, this.data.roots)[path] ?? BY_NONE;
    return dominator < 0 ? undefined : dominator;
  }

  /** What Nix builds again if a path changes: all that needs it, itself included. */
  rebuiltWith(path: number): ReadonlySet<number> {
    return reachedFrom(path, this.parents);
  }

  /** For each path, compressed bytes of the layers that a next release sends if that path changes. */
  resentBytes(): readonly number[] {
    this.#resent ??= resentOf(this.parents, this.layerOf, this.data.layers);
    return this.#resent;
  }
}

/** Written as distances, because those are short. */
function placesOf(distances: readonly number[]): readonly number[] {
  let place = 0;
  return distances.map((distance) => (place += distance));
}

/** A layer is sent again if any of its paths changes. */
function resentOf(parents: References, layerOf: readonly (number | undefined)[], layers: readonly { readonly size: number }[]): readonly number[] {
  const words = Math.max(1, Math.ceil(layers.length / 32));
  const touched = new Uint32Array(parents.length * words);
  const { neededFirst, hasCycle } = orderOf(parents);
  for (let pass = 0; pass < (hasCycle ? parents.length : 1); pass++) {
    let changed = false;
    for (const path of neededFirst) {
      const own = path * words;
      const before = touched.slice(own, own + words);
      const layer = layerOf[path];
      if (layer !== undefined) touched[own + (layer >>> 5)] = (touched[own + (layer >>> 5)] ?? 0) | (1 << (layer & 31));
      for (const parent of parents[path] ?? []) {
        for (let word = 0; word < words; word++) touched[own + word] = (touched[own + word] ?? 0) | (touched[parent * words + word] ?? 0);
      }
      changed ||= before.some((word, at) => word !== touched[own + at]);
    }
    if (!changed) break;
  }
  return parents.map((_, path) => layers.reduce((sum, { size }, layer) => sum + ((((touched[path * words + (layer >>> 5)] ?? 0) >>> (layer & 31)) & 1) === 1 ? size : 0), 0));
}
