/** What refers to what: places of paths, each without itself. There may be cycles, if who wrote the document was no Nix. */
export type References = readonly (readonly number[])[];

/** Returns, for each place, those that refer to it. */
export function parentsOf(references: References): readonly (readonly number[])[] {
  const parents: number[][] = references.map(() => []);
  for (const [place, needs] of references.entries()) for (const need of needs) parents[need]?.push(place);
  return parents;
}

export interface Order {
  /** Each place after those that it needs, as far as there are no cycles. */
  readonly neededFirst: readonly number[];
  readonly hasCycle: boolean;
}

const OPEN = 1;
const DONE = 2;

/** Sorts all places. Without recursion, because chains of references may be long. @param starts are walked first, in this order */
export function orderOf(references: References, starts: readonly number[] = []): Order {
  const state = new Uint8Array(references.length);
  const looked = new Uint32Array(references.length);
  const neededFirst: number[] = [];
  const open: number[] = [];
  let hasCycle = false;
  const enter = (place: number): void => {
    if (state[place] === OPEN) hasCycle = true;
    if (state[place] !== 0) return;
    state[place] = OPEN;
    open.push(place);
  };
  for (const start of [...starts, ...references.keys()]) {
    if (state[start] === 0) enter(start);
    for (let place = open.at(-1); place !== undefined; place = open.at(-1)) {
      const next = references[place]?.[looked[place] ?? 0];
      looked[place] = (looked[place] ?? 0) + 1;
      if (next !== undefined) {
        enter(next);
        continue;
      }
      state[place] = DONE;
      neededFirst.push(place);
      open.pop();
    }
  }
  return { neededFirst, hasCycle };
}

/** Returns everything that can be reached from a place, itself included. */
export function reachedFrom(start: number, next: References): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const place of reached) for (const each of next[place] ?? []) reached.add(each);
  return reached;
}

/** Returns the shortest chain of references from one of the roots to a place, both included; empty if nothing leads there. */
export function shortestChain(references: References, roots: readonly number[], target: number): readonly number[] {
  const through = new Map<number, number | undefined>(roots.map((root) => [root, undefined]));
  for (const place of through.keys()) {
    if (place === target) break;
    for (const need of references[place] ?? []) if (!through.has(need)) through.set(need, place);
  }
  if (!through.has(target)) return [];
  const chain: number[] = [];
  for (let place: number | undefined = target; place !== undefined; place = through.get(place)) chain.push(place);
  return chain.toReversed();
}
