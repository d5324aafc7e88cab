import type { PathInfo } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';

/** What a pack may be made of. */
export interface PackParts {
  /** What the job built. */
  readonly built: readonly PathInfo[];
  /** What the last pack holds; what was used last comes first. */
  readonly before: readonly PathInfo[];
  /** What the job took from it. */
  readonly used: ReadonlySet<StorePath>;
  /** Bytes of NARs. */
  readonly budget: number;
}

/** Chooses what a pack holds: what was built, then what was used, then what was used before, as far as the budget goes. */
export function choosePack({ built, before, used, budget }: PackParts): readonly PathInfo[] {
  const fresh = new Set(built.map(({ path }) => path));
  const older = before.filter(({ path }) => !fresh.has(path));
  const ordered = [...built, ...older.filter(({ path }) => used.has(path)), ...older.filter(({ path }) => !used.has(path))];
  let left = budget;
  return ordered.filter(({ narSize }) => {
    if (narSize > left) return false;
    left -= narSize;
    return true;
  });
}
