import { BYTE_SHARES, COMMON_SHARES } from './shares.ts';
import { WINDOW } from './prefilter-code.ts';

/** Four bytes of a literal that the prefilter looks for. */
export interface Window {
  /** Where in the literal it begins. */
  readonly at: number;
  /** For each of the four, which bytes it may be. */
  readonly bytes: Choices;
}

type Choices = readonly (readonly number[])[];

const BUCKETS = 8;
const KINDS = BYTE_SHARES.length;
/** What a position costs whose window really is looked for, beside one that is taken by mistake. */
const DEARER = 64;

/** By which of its windows each literal is found, and what is taken for one of them. */
export interface Placed {
  /** Where in the literal the window begins. */
  readonly chosen: readonly number[];
  readonly buckets: readonly Halves[];
}

/** For each place of a window: which halves of bytes are taken, as bits. */
export interface Halves {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

export const NOTHING_PLACED: Placed = { chosen: [], buckets: Array.from({ length: BUCKETS }, () => ({ low: [], high: [] })) };

/**
 * Chooses a window of each literal, and puts those that are alike together: a bucket takes every mixture of its members' halves
 * of bytes for one of them. Each goes to where it adds least to what is taken by mistake, those first that leave least choice.
 * @param first where the first of the literals are already
 * @param tried how many windows of a literal are compared, the rarest ones
 */
export function placeLiterals(literals: readonly (readonly Window[])[], first: Placed, tried: number): Placed {
  const buckets = first.buckets.map((halves) => new Bucket(halves));
  const chosen = [...first.chosen];
  const order = literals.map((windows, i) => ({ windows, i })).slice(chosen.length);
  for (const { windows, i } of order.toSorted((a, b) => a.windows.length - b.windows.length || inOrder(a.windows[0]?.bytes, b.windows[0]?.bytes) || a.i - b.i)) {
    let [best, bucket, least] = [windows[0] as Window, buckets[0] as Bucket, Number.POSITIVE_INFINITY];
    for (const { window, own } of rarest(windows, tried)) {
      for (const each of buckets) {
        const costs = DEARER * own + each.shareWith(window.bytes) - each.share;
        if (costs < least) [best, bucket, least] = [window, each, costs];
      }
    }
    chosen[i] = best.at;
    bucket.add(best.bytes);
  }
  return { chosen, buckets };
}

function rarest(windows: readonly Window[], count: number): readonly { readonly window: Window; readonly own: number }[] {
  return windows
    .map((window) => ({ window, own: shareOf(window) }))
    .toSorted((a, b) => a.own - b.own)
    .slice(0, count);
}

function inOrder(a: Choices = [], b: Choices = []): number {
  for (let i = 0; i < WINDOW; i++) {
    const difference = (a[i]?.[0] ?? 0) - (b[i]?.[0] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of all positions, those where the window is. */
function shareOf({ bytes: window }: Window): number {
  let sum = 0;
  for (const shares of BYTE_SHARES) {
    let share = 1;
    for (const bytes of window) {
      let any = 0;
      for (const byte of bytes) any += shares[byte] as number;
      share *= any;
    }
    sum += share;
  }
  return Math.max(sum, COMMON_SHARES.get(String.fromCharCode(...window.map(([byte = 0]) => byte))) ?? 0);
}

/** Windows that are looked for together. */
class Bucket implements Halves {
  readonly low = new Uint16Array(WINDOW);
  readonly high = new Uint16Array(WINDOW);
  /** For each kind of data, place and high half: how often a byte with it has one of the low halves. Sums that are kept make a bucket cheap to ask. */
  readonly #rows = new Float64Array(KINDS * WINDOW * 16);
  /** Of all positions in data of each kind, those that are taken: the sum. */
  share = 0;

  constructor({ low, high }: Halves) {
    if (low.length === 0) return;
    this.high.set(high);
    for (let i = 0; i < WINDOW; i++) for (let half = 0; half < 16; half++) if ((((low[i] as number) >>> half) & 1) === 1) this.#addLow(i, half);
    this.low.set(low);
    this.share = this.shareWith(Array.from({ length: WINDOW }, () => []));
  }

  /** What `share` would be with this window. */
  shareWith(window: Choices): number {
    let sum = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      let share = 1;
      for (let i = 0; i < WINDOW; i++) share *= this.#shareAt(kind, i, window[i] as readonly number[]);
      sum += share;
    }
    return sum;
  }

  add(window: Choices): void {
    this.share = this.shareWith(window);
    for (let i = 0; i < WINDOW; i++) {
      for (const byte of window[i] as readonly number[]) {
        if ((((this.low[i] as number) >>> (byte & 15)) & 1) === 0) this.#addLow(i, byte & 15);
        this.low[i] = (this.low[i] as number) | (1 << (byte & 15));
        this.high[i] = (this.high[i] as number) | (1 << (byte >> 4));
      }
    }
  }

  #addLow(i: number, low: number): void {
    for (let kind = 0; kind < KINDS; kind++) {
      for (let half = 0; half < 16; half++) {
        const row = 16 * (WINDOW * kind + i) + half;
        this.#rows[row] = (this.#rows[row] as number) + (BYTE_SHARES[kind]?.[16 * half + low] as number);
      }
    }
  }

  /** Of all bytes, those that would be taken in a place if these were. */
  #shareAt(kind: number, i: number, bytes: readonly number[]): number {
    let [low, high] = [0, this.high[i] as number];
    for (const byte of bytes) {
      low |= 1 << (byte & 15);
      high |= 1 << (byte >> 4);
    }
    low &= ~(this.low[i] as number);
    const row = 16 * (WINDOW * kind + i);
    const shares = BYTE_SHARES[kind] as Float64Array;
    let share = 0;
    for (let halves = high; halves !== 0; halves &= halves - 1) {
      const half = 31 - Math.clz32(halves & -halves);
      share += this.#rows[row + half] as number;
      for (let left = low; left !== 0; left &= left - 1) share += shares[16 * half + 31 - Math.clz32(left & -left)] as number;
    }
    return share;
  }
}
