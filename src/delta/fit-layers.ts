import type { PathInfo } from '../nix/closure.ts';
import type { KnownLayer } from './keep-layers.ts';

/** What will be a layer: one that exists, or paths that are to be packed. */
export interface Group<L extends KnownLayer> {
  /** The layer that holds exactly these paths. */
  readonly layer?: L;
  readonly infos: readonly PathInfo[];
  /** Compressed bytes: of a layer that exists as they are, else as they are expected. */
  readonly size: number;
  /** How likely the next release changes one of the paths: 0 to 1. */
  readonly unrest: number;
}

/** For how many releases a choice is paid: what is spent now is weighed against what each of them sends again. */
const HORIZON = 10;
/** What a further layer may cost at each installation, in bytes that could travel instead: a request and its wait. */
const LAYER = 64 * 1024;

/** What part of the bytes that are sent anyway may be spent on giving up layers that exist, for the good of the others. */
const SPARE = 0.02;

/**
 * Merges groups, always the two that it costs the least to have together, until there are no more than `maxLayers`, and
 * on where a further layer isn't worth its request. A layer that exists is given up only where there are too many: if it
 * is next to nothing, or if all that must be packed is one group already.
 */
export function fitLayers<L extends KnownLayer>(groups: readonly Group<L>[], maxLayers: number): readonly Group<L>[] {
  const isNew = ({ layer }: Group<L>): boolean => layer === undefined;
  let fitting = groups;
  let spare = SPARE * groups.filter(isNew).reduce((sum, { size }) => sum + size, 0);
  for (;;) {
    const over = fitting.length > maxLayers;
    const pair = over ? (cheapestPair(fitting, spare) ?? cheapestPair(fitting, Infinity)) : cheapestPair(fitting.filter(isNew), 0);
    if (pair === undefined || (!over && pair.cost >= LAYER)) return fitting;
    const [a, b] = pair.groups;
    fitting = [...fitting.filter((group) => group !== a && group !== b), merged(a, b)];
    spare -= pair.now;
  }
}

interface Pair<L extends KnownLayer> {
  readonly groups: readonly [Group<L>, Group<L>];
  /** Bytes of layers that exist and would be packed again. */
  readonly now: number;
  /** Bytes that are sent because the two are one layer: now, and in releases to come. */
  readonly cost: number;
}

/** @param spare bytes of layers that exist that may be given up */
function cheapestPair<L extends KnownLayer>(groups: readonly Group<L>[], spare: number): Pair<L> | undefined {
  let best: Pair<L> | undefined;
  for (const [i, a] of groups.entries()) {
    for (const b of groups.slice(i + 1)) {
      const now = (a.layer?.size ?? 0) + (b.layer?.size ?? 0);
      if (now > Math.max(0, spare)) continue;
      const cost = now + HORIZON * futureCost(a, b);
      if (best === undefined || cost < best.cost) best = { groups: [a, b], now, cost };
    }
  }
  return best;
}

/** Bytes that one release sends, by expectation, because the two are one layer. */
function futureCost<L extends KnownLayer>(a: Group<L>, b: Group<L>): number {
  return (a.size + b.size) * either(a.unrest, b.unrest) - a.size * a.unrest - b.size * b.unrest;
}

function merged<L extends KnownLayer>(a: Group<L>, b: Group<L>): Group<L> {
  return { infos: [...a.infos, ...b.infos], size: a.size + b.size, unrest: either(a.unrest, b.unrest) };
}

function either(p: number, q: number): number {
  return p + q - p * q;
}
