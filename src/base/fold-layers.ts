import { storePathOfName, type StorePath } from '../nix/store-path.ts';
import type { StoreChanges } from './store-entries.ts';

/** What is in the store once the layers lie on each other, the lowest first. Names that are no store paths are dropped. */
export function foldLayers(layers: readonly StoreChanges[]): ReadonlySet<StorePath> {
  const names = new Set<string>();
  for (const { added, whiteouts, opaque } of layers) {
    // A layer hides what is below it, never what it brings itself.
    if (opaque) names.clear();
    for (const name of whiteouts) names.delete(name);
    for (const name of added) names.add(name);
  }
  return new Set([...names].map(storePathOfName).filter((path) => path !== undefined));
}

/** Is there a `zstd` to unpack layers with, once the layers lie on each other, the lowest first? */
export function foldZstd(layers: readonly StoreChanges[]): boolean {
  return layers.findLast(({ zstd }) => zstd !== undefined)?.zstd ?? false;
}
