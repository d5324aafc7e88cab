import type { StorePath } from './store-path.ts';

/** What Nix knows of one valid store path. */
export interface PathInfo {
  readonly path: StorePath;
  /** SHA-256 of the NAR, as `sha256-<base64>` (SRI). */
  readonly narHash: string;
  /** Bytes of the NAR. */
  readonly narSize: number;
  /** Sorted; a path that refers to itself is among its own references. */
  readonly references: readonly StorePath[];
  readonly deriver: StorePath | null;
  /** The content address, as Nix writes it, of a path that has one. */
  readonly ca: string | null;
}

/** A set of store paths closed under references, in the order of the paths. */
export type Closure = ReadonlyMap<StorePath, PathInfo>;

/** Returns the NAR bytes of all paths. */
export function closureSize(closure: Closure): number {
  let size = 0;
  for (const info of closure.values()) size += info.narSize;
  return size;
}
