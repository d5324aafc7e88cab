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

/** The causes of each path; what `infos` does not hold is none. @param infos in an order that does not depend on hashes */
export function causesOf(infos: ReadonlyMap<StorePath, PathInfo>): ReadonlyMap<StorePath, Causes> {
  const found = new Map<StorePath, Causes>();
  const open: { readonly causes: Causes; readonly references: Iterator<StorePath> }[] = [];
  const enter = ({ path, references }: PathInfo): void => {
    const causes = new Uint32Array(WORDS);
    const bit = found.size % BITS;
    causes[bit >>> 5] = 1 << (bit & 31);
    found.set(path, causes);
    open.push({ causes, references: references.values() });
  };
  for (const info of infos.values()) {
    if (!found.has(info.path)) enter(info);
    // Without recursion: chains of references may be long.
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { value: reference, done } = top.references.next();
      if (done === true) {
        open.pop();
        const below = open.at(-1);
        if (below !== undefined) add(below.causes, top.causes);
        continue;
      }
      const causes = found.get(reference);
      const info = infos.get(reference);
      if (causes !== undefined) add(top.causes, causes);
      else if (info !== undefined) enter(info);
    }
  }
  return found;
}

export function unionOf(sets: Iterable<Causes>): Causes {
  const union = new Uint32Array(WORDS);
  for (const set of sets) add(union, set);
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

function add(set: Causes, more: Causes): void {
  for (let i = 0; i < WORDS; i++) set[i] = (set[i] ?? 0) | (more[i] ?? 0);
}

/** Bits of a word that are set (Warren, Hacker's Delight, "Counting 1-Bits"). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
