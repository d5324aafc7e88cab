import { storePathOfName, type StorePath } from '../nix/store-path.ts';
import type { StoreChanges } from './store-entries.ts';

/**
 * What is in the store once the layers lie on each other, the lowest first, and the bytes of the regular files in each
 * store path. Names that are no store paths are dropped.
 *
 * Store paths don't change: where two layers bring one, the upper is the same again (another owner, a copied file), so
 * the larger counts and not their sum.
 */
export function foldLayers(layers: readonly StoreChanges[]): ReadonlyMap<StorePath, number> {
  const names = new Map<string, number>();
  for (const { added, sizes, whiteouts, opaque } of layers) {
    // A layer hides what is below it, never what it brings itself.
    if (opaque) names.clear();
    for (const name of whiteouts) names.delete(name);
    added.forEach((name, i) => names.set(name, Math.max(names.get(name) ?? 0, sizes[i] ?? 0)));
  }
  const paths = [...names].map(([name, bytes]) => [storePathOfName(name), bytes] as const);
  return new Map(paths.filter((path): path is [StorePath, number] => path[0] !== undefined));
}

/** Is there a `zstd` to unpack layers with, once the layers lie on each other, the lowest first? */
export function foldZstd(layers: readonly StoreChanges[]): boolean {
  return layers.findLast(({ zstd }) => zstd !== undefined)?.zstd ?? false;
}
