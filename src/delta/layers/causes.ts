import type { PathInfo } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';

/** How many causes are told apart; in a larger delta several paths share one. */
const BITS = 1024;
const WORDS = BITS / 32;

/**
 * Why paths may change in the next release: one bit for each path that may change by itself. Nix then rebuilds everything that needs it, so a
 * path has the causes of what it refers to, and a layer those of its paths.
 */
export type Causes = Uint32Array;

/** Returns the causes of each path. @param infos in an order that does not depend on hashes; what is not in it is no cause */
export function causesOf(infos: ReadonlyMap<StorePath, PathInfo>): ReadonlyMap<StorePath, Causes> {
  const paths = [...infos.keys()];
  const places = new Map(paths.map((path, place) => [path, place]));
  const needs = [...infos.values()].map(({ references }) => references.map((path) => places.get(path)).filter((place) => place !== undefined));
  const causes = paths.map(() => new Uint32Array(WORDS));
  for (const [i, place] of neededFirst(needs).entries()) {
    const own = causes[place] ?? new Uint32Array(WORDS);
    for (const need of needs[place] ?? []) add(own, causes[need]);
    own[(i % BITS) >>> 5] = (own[(i % BITS) >>> 5] ?? 0) | (1 << (i & 31));
  }
  return new Map(paths.map((path, place) => [path, causes[place] ?? new Uint32Array(WORDS)]));
}

/** Places, each after those that it needs. Without recursion: chains of references may be long. */
function neededFirst(needs: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const open: number[] = [];
  const seen = new Uint8Array(needs.length);
  /** How many of a place's needs were looked at. */
  const looked = new Uint32Array(needs.length);
  const enter = (place: number): void => {
    if (seen[place] === 1) return;
    seen[place] = 1;
    open.push(place);
  };
  for (const start of needs.keys()) {
    enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const i = looked[top] ?? 0;
      const need = needs[top]?.[i];
      looked[top] = i + 1;
      if (need !== undefined) enter(need);
      else {
        order.push(top);
        open.pop();
      }
    }
  }
  return order;
}

export function unionOf(sets: readonly Causes[]): Causes {
  const union = new Uint32Array(WORDS);
  for (const set of sets) add(union, set);
  return union;
}

function add(set: Causes, more: Causes | undefined): void {
  if (more !== undefined) for (let i = 0; i < WORDS; i++) set[i] = (set[i] ?? 0) | (more[i] ?? 0);
}

/** Returns how many causes one of the two has, or both. */
export function countEither(a: Causes, b: Causes): number {
  let count = 0;
  for (let i = 0; i < WORDS; i++) count += ones((a[i] ?? 0) | (b[i] ?? 0));
  return count;
}

/** Returns how many causes there are in a delta of so many paths. */
export function countAll(paths: number): number {
  return Math.min(paths, BITS);
}

/** Bits of a word that are set (Warren, Hacker's Delight, "Counting 1-Bits"). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
