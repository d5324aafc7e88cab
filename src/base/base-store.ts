import type { Digest } from '../oci/digest.ts';
import type { StorePath } from '../nix/store-path.ts';

/** The store paths that a base image holds, found whatever their file type. */
export interface BaseStore {
  /** As the user named it. */
  readonly name: string;
  /** Of the platform's image manifest; undefined for a local image that has none. */
  readonly digest: Digest | undefined;
  readonly paths: ReadonlySet<StorePath>;
  /** Bytes of the regular files in each of `paths`; undefined where the store was listed in a container. */
  readonly sizes?: ReadonlyMap<StorePath, number>;
  /** It has a `zstd` program, so that layers may be compressed with it. */
  readonly hasZstd: boolean;
}

/** What every one of the bases holds. No base at all holds nothing. */
export function intersectBases(bases: readonly BaseStore[]): ReadonlySet<StorePath> {
  const [first, ...others] = bases;
  if (first === undefined) return new Set();
  return new Set([...first.paths].filter((path) => others.every((other) => other.paths.has(path))));
}
