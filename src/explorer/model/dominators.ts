import { orderOf, parentsOf, type References } from './graph.ts';

/** Nothing reaches it. */
export const UNREACHED = -2;
/** It stays if any one other path goes. */
export const BY_NONE = -1;

/**
 * Returns, for each place, the nearest one that every way from the roots to it leads through: if that goes, it goes as well. The algorithm is the one of
 * Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm"), with one start above all roots.
 * @returns places, BY_NONE or UNREACHED
 */
export function dominatorsOf(references: References, roots: readonly number[]): Int32Array {
  const start = references.length;
  // The start refers to the roots, and all that it reaches comes behind the rest.
  const whole = [...references, roots];
  const parents = parentsOf(whole);
  const rank = new Int32Array(whole.length).fill(-1);
  const order = reachable(whole, start);
  for (const [at, place] of order.entries()) rank[place] = at;
  const dominators = new Int32Array(whole.length).fill(UNREACHED);
  dominators[start] = start;
  const meet = (a: number, b: number): number => {
    let [left, right] = [a, b];
    while (left !== right) {
      while ((rank[left] ?? 0) < (rank[right] ?? 0)) left = dominators[left] ?? start;
      while ((rank[right] ?? 0) < (rank[left] ?? 0)) right = dominators[right] ?? start;
    }
    return left;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const place of order.toReversed().slice(1)) {
      const known = (parents[place] ?? []).filter((parent) => (dominators[parent] ?? UNREACHED) !== UNREACHED);
      const dominator = known.reduce((a, b) => meet(a, b));
      changed ||= dominators[place] !== dominator;
      dominators[place] = dominator;
    }
  }
  return dominators.subarray(0, start).map((dominator) => (dominator === start ? BY_NONE : dominator));
}

/** Places that the start reaches, each after those that it needs; the start is the last. */
function reachable(references: References, start: number): readonly number[] {
  const { neededFirst } = orderOf(references, [start]);
  return neededFirst.slice(0, neededFirst.indexOf(start) + 1);
}
