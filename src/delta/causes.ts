import type { PathInfo } from '../nix/closure.ts';
import type { StorePath } from '../nix/store-path.ts';

/** How many causes are told apart; in a larger delta several paths share one. */
const BITS = 1024;
const WORDS = BITS / 32;

/**
 * Why paths may be others in the next release: one bit for each path that may change of itself. Nix builds all that
 * needs it again, so a path has the causes of what it refers to, and a layer those of its paths.
 */
export type Causes = Uint32Array;

/** The causes of each path. @param infos in an order that does not depend on hashes; what is not in it is no cause */
export function causesOf(infos: ReadonlyMap<StorePath, PathInfo>): ReadonlyMap<StorePath, Causes> {
  const found = new Map<StorePath, Causes>();
  for (const path of referencesFirst(infos)) {
    const causes = unionOf((infos.get(path)?.references ?? []).flatMap((reference) => found.get(reference) ?? []));
    const bit = found.size % BITS;
    causes[bit >>> 5] = (causes[bit >>> 5] ?? 0) | (1 << (bit & 31));
    found.set(path, causes);
  }
  return found;
}

/** Each path after those that it refers to. Without recursion: chains of references may be long. */
function* referencesFirst(infos: ReadonlyMap<StorePath, PathInfo>): Generator<StorePath> {
  const seen = new Set<StorePath>();
  const open: { readonly path: StorePath; readonly references: Iterator<StorePath> }[] = [];
  const enter = (path: StorePath): void => {
    const info = seen.has(path) ? undefined : infos.get(path);
    if (info === undefined) return;
    seen.add(path);
    open.push({ path, references: info.references.values() });
  };
  for (const start of infos.keys()) {
    enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.references.next();
      if (next.done !== true) enter(next.value);
      else {
        yield top.path;
        open.pop();
      }
    }
  }
}

export function unionOf(sets: readonly Causes[]): Causes {
  const union = new Uint32Array(WORDS);
  for (const set of sets) for (let i = 0; i < WORDS; i++) union[i] = (union[i] ?? 0) | (set[i] ?? 0);
  return union;
}

/** How many causes one of the two has, or both. */
export function countEither(a: Causes, b: Causes): number {
  let count = 0;
  for (let i = 0; i < WORDS; i++) count += ones((a[i] ?? 0) | (b[i] ?? 0));
  return count;
}

/** How many causes there are in a delta of so many paths. */
export function countAll(paths: number): number {
  return Math.min(paths, BITS);
}

/** Bits of a word that are set (Warren, Hacker's Delight, "Counting 1-Bits"). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
