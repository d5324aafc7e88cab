import type { Closure } from '../nix/store/closure.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { Digest } from '../oci/format/digest.ts';

/** The store paths that a base image holds, found whatever their file type. */
export interface BaseStore {
  /** As the user named it. */
  readonly name: string;
  /** Of the platform's image manifest; undefined for a local image that has none. */
  readonly digest: Digest | undefined;
  readonly paths: ReadonlySet<StorePath>;
  /** Bytes of the regular files in each of `paths`; undefined if the store was listed in a container. */
  readonly sizes?: ReadonlyMap<StorePath, number>;
  /** Bytes of the NAR that each of `paths` would make; none for a path that something was removed of, or that can't be told. */
  readonly narSizes: ReadonlyMap<StorePath, number>;
  /** It has a `zstd` program, so that layers may be compressed with it. */
  readonly hasZstd: boolean;
  /** The text of Nix's registry of flakes in it; absent if there is none, or the store was listed in a container. */
  readonly registry?: string;
}

/** What is found in a base. */
export type BaseContents = Omit<BaseStore, 'name' | 'digest'>;

/** A store path of a closure that exists in a base but is not whole. */
export interface Incomplete {
  readonly path: StorePath;
  /** Bytes of the NAR that it should make. */
  readonly wanted: number;
  /** Of the one that it makes in the base; undefined if that can't be told, or something in it was removed. */
  readonly found: number | undefined;
}

/** Returns the paths of a closure that every base holds, whole. Without bases, there are none. */
export function intersectBases(bases: readonly BaseStore[], closure: Closure): ReadonlySet<StorePath> {
  if (bases.length === 0) return new Set();
  const held = [...closure.values()].filter((info) => bases.every((base) => base.narSizes.get(info.path) === info.narSize));
  return new Set(held.map(({ path }) => path));
}

export function incompletePaths({ paths, narSizes }: BaseStore, closure: Closure): readonly Incomplete[] {
  const named = [...closure.values()].filter(({ path }) => paths.has(path));
  return named.map(({ path, narSize }) => ({ path, wanted: narSize, found: narSizes.get(path) })).filter(({ wanted, found }) => wanted !== found);
}
