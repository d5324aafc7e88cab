import type { Closure, PathInfo } from '../nix/store/closure.ts';
import type { StorePath } from '../nix/store/store-path.ts';

/** closure − base store, in the order of the paths. */
export interface Delta {
  /** What must be shipped. */
  readonly add: readonly PathInfo[];
  /** What is relied upon: closure ∩ base store. */
  readonly require: readonly PathInfo[];
}

export function deltaOf(closure: Closure, base: ReadonlySet<StorePath>): Delta {
  const add: PathInfo[] = [];
  const require: PathInfo[] = [];
  for (const info of closure.values()) (base.has(info.path) ? require : add).push(info);
  return { add, require };
}
