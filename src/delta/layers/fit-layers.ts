import { countEither } from './causes.ts';
import { burdenOf, groupOf, type Group } from './group.ts';
import type { ReusableLayer } from './known-layers.ts';

/** For how many releases a choice is paid: what is spent now is weighed against what each of them sends again. */
const HORIZON = 10;
/** What a further layer may cost at each installation, in bytes that could travel instead: a request and its wait. */
const LAYER = 64 * 1024;
/** What part of the bytes that must be packed may be packed on top, of layers that exist, to make room for them. */
const SPARE = 0.05;

/**
 * Merges groups, always the two that it costs the least to have together, until there are no more than `maxLayers`, and
 * further if another layer isn't worth its request. Layers that exist are only given up if there are too many: small
 * ones, if new large paths need their places, or any, if all new paths are in one group already.
 * @param causes how many there are
 */
export function fitLayers<L extends ReusableLayer>(groups: readonly Group<L>[], maxLayers: number, causes: number): readonly Group<L>[] {
  let fitting = groups;
  let spare = SPARE * groups.reduce((sum, { layer, size }) => sum + (layer === undefined ? size : 0), 0);
  let pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => pairOf(a, b, causes)));
  for (;;) {
    const over = fitting.length > maxLayers;
    const pair = over ? (cheapest(pairs, spare) ?? cheapest(pairs, Infinity)) : cheapest(pairs, 0);
    if (pair === undefined || (!over && pair.cost >= LAYER)) return fitting;
    const both = groupOf<L>([...pair.a.atoms, ...pair.b.atoms]);
    const others = fitting.filter((group) => group !== pair.a && group !== pair.b);
    pairs = pairs.filter(({ a, b }) => a !== pair.a && a !== pair.b && b !== pair.a && b !== pair.b);
    for (const other of others) pairs.push(pairOf(other, both, causes));
    fitting = [...others, both];
    spare = Math.max(0, spare - pair.now);
  }
}

interface Pair<L extends ReusableLayer> {
  readonly a: Group<L>;
  readonly b: Group<L>;
  /** Bytes of layers that exist and would be packed again. */
  readonly now: number;
  /** Bytes that are sent because the two are one layer: now, and in releases to come. */
  readonly cost: number;
}

function pairOf<L extends ReusableLayer>(a: Group<L>, b: Group<L>, all: number): Pair<L> {
  const now = (a.layer?.size ?? 0) + (b.layer?.size ?? 0);
  const apart = burdenOf(a.size, countEither(a.causes, a.causes), all) + burdenOf(b.size, countEither(b.causes, b.causes), all);
  const together = burdenOf(a.size + b.size, countEither(a.causes, b.causes), all);
  return { a, b, now, cost: now + HORIZON * (together - apart) };
}

/** @param spare bytes of layers that exist that may be given up */
function cheapest<L extends ReusableLayer>(pairs: readonly Pair<L>[], spare: number): Pair<L> | undefined {
  let best: Pair<L> | undefined;
  for (const pair of pairs) if (pair.now <= spare && (best === undefined || pair.cost < best.cost)) best = pair;
  return best;
}
