import { dominatorsOf } from './dominators.ts';
import { orderOf, type References } from './graph.ts';

/** Words of 32 places that are looked at in one go: memory stays small, and 20,000 paths take a moment. */
const WORDS = 32;

/** Returns, for each place, what all that it reaches weighs, itself included. */
export function closureSizes(references: References, weights: readonly number[]): Float64Array {
  const sizes = new Float64Array(references.length);
  const { neededFirst, hasCycle } = orderOf(references);
  for (let first = 0; first < references.length; first += WORDS * 32) {
    const bits = reachedBits(references, neededFirst, { first, hasCycle });
    const sums = sumsOf(weights, first);
    for (let place = 0; place < sizes.length; place++) sizes[place] = (sizes[place] ?? 0) + weightOf(bits, place, sums);
  }
  return sizes;
}

/** For each place, one bit for each of the places from `first` that it reaches. */
function reachedBits(references: References, neededFirst: readonly number[], { first, hasCycle }: { readonly first: number; readonly hasCycle: boolean }): Uint32Array {
  const bits = new Uint32Array(references.length * WORDS);
  for (let changed = true; changed; ) {
    changed = false;
    for (const place of neededFirst) {
      const own = place * WORDS;
      const bit = place - first;
      if (bit >= 0 && bit < WORDS * 32) bits[own + (bit >>> 5)] = (bits[own + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
      for (const need of references[place] ?? []) {
        for (let word = 0; word < WORDS; word++) {
          const before = bits[own + word] ?? 0;
          const after = (before | (bits[need * WORDS + word] ?? 0)) >>> 0;
          if (after === before) continue;
          bits[own + word] = after;
          changed = true;
        }
      }
    }
    if (!hasCycle) break;
  }
  return bits;
}

/** What each value of each byte of the words weighs. */
function sumsOf(weights: readonly number[], first: number): Float64Array {
  const sums = new Float64Array(WORDS * 4 * 256);
  for (let byte = 0; byte < WORDS * 4; byte++) {
    for (let value = 1; value < 256; value++) {
      const lowest = 31 - Math.clz32(value & -value);
      sums[byte * 256 + value] = (sums[byte * 256 + (value & (value - 1))] ?? 0) + (weights[first + byte * 8 + lowest] ?? 0);
    }
  }
  return sums;
}

function weightOf(bits: Uint32Array, place: number, sums: Float64Array): number {
  let sum = 0;
  for (let word = 0; word < WORDS; word++) {
    const value = bits[place * WORDS + word] ?? 0;
    if (value === 0) continue;
    for (let byte = 0; byte < 4; byte++) sum += sums[(word * 4 + byte) * 256 + ((value >>> (byte * 8)) & 255)] ?? 0;
  }
  return sum;
}

/** Returns, for each place, what would go if nothing referred to it any more: it and all that only it keeps. */
export function retainedSizes(references: References, roots: readonly number[], weights: readonly number[]): Float64Array {
  const dominators = dominatorsOf(references, roots);
  const retained = Float64Array.from(weights);
  // What is dominated comes before what dominates it.
  for (const place of orderOf(references, roots).neededFirst) {
    const dominator = dominators[place] ?? -1;
    if (dominator >= 0) retained[dominator] = (retained[dominator] ?? 0) + (retained[place] ?? 0);
  }
  return retained;
}
