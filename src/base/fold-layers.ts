import { storePathOfName, type StorePath } from '../nix/store/store-path.ts';
import type { BaseContents } from './base-store.ts';
import { narSizeOfContents, unpackContents, type PathContents } from './path-contents.ts';
import { hasProgram, registryText } from './program-way.ts';
import type { StoreChanges } from './store-entries.ts';

/** What an image has of a store path. */
export interface Held {
  /** Of the regular files. */
  readonly bytes: number;
  /** Of the NAR that it would make; undefined if that can't be told, or something in it was removed. */
  readonly narSize: number | undefined;
}

interface Folded {
  bytes: number;
  readonly layers: PathContents[];
  hasHole: boolean;
}

/**
 * Returns what is in the store once the layers lie on each other, the lowest first. Names that are no store paths are dropped.
 *
 * Store paths don't change: if two layers bring one, the upper is the same again (another owner, a copied file), so
 * the larger counts and not their sum. If it is not the same, its NAR's size says so.
 */
export function foldLayers(layers: readonly StoreChanges[]): ReadonlyMap<StorePath, Held> {
  const names = new Map<string, Folded>();
  for (const { added, sizes, contents, whiteouts, holes, opaque } of layers) {
    // A layer hides what is below it, never what it brings itself.
    if (opaque) names.clear();
    for (const name of whiteouts) names.delete(name);
    for (const name of holes) {
      const below = names.get(name);
      if (below !== undefined) below.hasHole = true;
    }
    added.forEach((name, i) => {
      const folded = names.get(name) ?? { bytes: 0, layers: [], hasHole: false };
      folded.bytes = Math.max(folded.bytes, sizes[i] ?? 0);
      folded.layers.push(unpackContents(contents[i] ?? '') ?? new Map());
      names.set(name, folded);
    });
  }
  const paths = [...names].map(([name, folded]) => [storePathOfName(name), heldOf(folded)] as const);
  return new Map(paths.filter((path): path is [StorePath, Held] => path[0] !== undefined));
}

function heldOf({ bytes, layers, hasHole }: Folded): Held {
  return { bytes, narSize: hasHole ? undefined : narSizeOfContents(layers) };
}

/** Returns what an image holds whose layers lie on each other, the lowest first. */
export function contentsOf(layers: readonly StoreChanges[]): BaseContents {
  const held = foldLayers(layers);
  const measured = [...held].filter((path): path is [StorePath, Held & { narSize: number }] => path[1].narSize !== undefined);
  const registry = registryText(layers.map(({ way }) => way));
  return {
    paths: new Set(held.keys()),
    sizes: new Map([...held].map(([path, { bytes }]) => [path, bytes])),
    narSizes: new Map(measured.map(([path, { narSize }]) => [path, narSize])),
    hasZstd: hasProgram(layers.map(({ way }) => way)),
    ...(registry !== undefined && { registry }),
  };
}
