import type { StorePath } from '../../nix/store/store-path.ts';

/** For each path, the one through which it was reached first; a root was reached through nothing. */
export type Reached = ReadonlyMap<StorePath, StorePath | undefined>;

export interface Graph {
  readonly referencesOf: (path: StorePath) => readonly StorePath[];
  /** Only these are walked. */
  readonly within: ReadonlySet<StorePath>;
  /** Of two chains of one length, the one around these explains more. */
  readonly dull: ReadonlySet<StorePath>;
}

/**
 * Returns the shortest ways from the roots to all paths, breadth first. What is new is reached through new paths alone: what was
 * there before refers to what was there before, so nothing else need be walked.
 */
export function reach(roots: readonly StorePath[], { referencesOf, within, dull }: Graph): Reached {
  const reached = new Map<StorePath, StorePath | undefined>();
  let level = [...new Set(roots)].filter((root) => within.has(root));
  for (const root of level) reached.set(root, undefined);
  while (level.length > 0) {
    const next: StorePath[] = [];
    // What comes first at a level is what its references are explained by.
    for (const path of [...level.filter((each) => !dull.has(each)), ...level.filter((each) => dull.has(each))]) {
      for (const reference of referencesOf(path)) {
        if (!within.has(reference) || reached.has(reference)) continue;
        reached.set(reference, path);
        next.push(reference);
      }
    }
    level = next;
  }
  return reached;
}

/** Longer ones explain nothing to anybody. */
const LONGEST = 32;

/** Returns the chain from the root to the path, both included; empty if nothing leads there, or only a very long way. */
export function chainTo(path: StorePath | undefined, reached: Reached): readonly StorePath[] {
  if (path === undefined || !reached.has(path)) return [];
  const chain: StorePath[] = [];
  for (let each: StorePath | undefined = path; each !== undefined; each = reached.get(each)) {
    chain.push(each);
    if (chain.length > LONGEST) return [];
  }
  return chain.toReversed();
}
