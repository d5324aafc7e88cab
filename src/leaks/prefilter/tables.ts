import { placeLiterals, type Placed, type Window } from './buckets.ts';
import { HASH_BITS, HASH_FACTOR, LOOKED_AT } from './prefilter-code.ts';

/** The tables of a prefilter, made once for all searches with the same literals. */
export interface Tables {
  /** For each byte that is looked at, 16 for the low half and 16 for the high one. */
  readonly halves: Uint8Array;
  readonly windows: Uint8Array;
  /** Where in each literal the window begins by which it is found. */
  readonly chosen: readonly number[];
  /** Characters of text in a row in which every window lies, at least; 0 if some lie in no text. */
  readonly row: number;
}

/** More make the beginning of a small build slower, and hardly anything else faster. */
const TRIED = 3;

/**
 * @param literals of each literal, the windows by which it may be found: one of them is enough
 * @param first where the first of the literals are already
 * @param row characters of text in a row in which every window lies
 */
export function tablesOf(literals: readonly (readonly Window[])[], first: Placed, row: number): Tables {
  const { chosen, buckets } = placeLiterals(literals, first, TRIED);
  const halves = new Uint8Array(32 * LOOKED_AT);
  for (const [bucket, { low, high }] of buckets.entries()) {
    for (let i = 0; i < LOOKED_AT; i++) {
      for (let half = 0; half < 16; half++) {
        const [ofLow, ofHigh] = [32 * i + half, 32 * i + 16 + half];
        halves[ofLow] = (halves[ofLow] as number) | ((((low[i] as number) >>> half) & 1) << bucket);
        halves[ofHigh] = (halves[ofHigh] as number) | ((((high[i] as number) >>> half) & 1) << bucket);
      }
    }
  }
  const windows = new Uint8Array(2 ** HASH_BITS / 8);
  for (const [i, all] of literals.entries()) {
    for (const number of numbersOf(windowAt(all, chosen[i]))) {
      const hash = hashOf(number);
      windows[hash >>> 3] = (windows[hash >>> 3] as number) | (1 << (hash & 7));
    }
  }
  return { halves, windows, chosen, row };
}

export function windowAt(windows: readonly Window[], at: number | undefined): Window {
  const found = windows.find((window) => window.at === at);
  if (found === undefined) throw new Error(`no window begins at ${at}`);
  return found;
}

/** Returns the four bytes that a window may be, each as a number: little endian. */
export function numbersOf({ bytes: window }: Window): readonly number[] {
  return window.reduce<readonly number[]>((numbers, bytes, i) => numbers.flatMap((each) => bytes.map((byte) => (each | (byte << (8 * i))) >>> 0)), [0]);
}

export function hashOf(number: number): number {
  return Math.imul(number, HASH_FACTOR) >>> (32 - HASH_BITS);
}
