import {
  add,
  and,
  anyBit,
  assembleProgram,
  get,
  int,
  joined,
  lessUnsigned,
  load,
  loadByte,
  loadVector,
  mul,
  or,
  pick,
  set,
  setBytes,
  shiftLeft,
  shiftRight,
  splat,
  store,
  sub,
  trailingZeros,
  vectorAnd,
  vectorOr,
  vectorShift,
  when,
  whilst,
  type Code,
} from './assembler.ts';

/** Bytes of a window that the first look is at. */
export const LOOKED_AT = 4;
/** Bytes of a window. */
export const WINDOW = 4;
/** Bits of the hash of a window. */
export const HASH_BITS = 16;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
export const HASH_FACTOR = 0x9e3779b1 | 0;

/** Where things are in the module's memory; bytes. */
export const PLACES = {
  /** Of each byte that is looked at: 16 bytes for its low half, 16 for its high one. A bit is a bucket. */
  tables: 0,
  /** A bit for each hash of a window that is looked for. */
  windows: 1024,
  /** Positions that were found, 4 bytes each. */
  found: 16 * 1024,
  /** What is searched. */
  data: 1024 * 1024,
} as const;

/** Bytes of data that are searched at once; all of them may be found. */
export const MOST_DATA = 192 * 1024;
/** Bytes behind the data that are read and never found. */
export const SLACK = 64;
const PAGES = (PLACES.data + MOST_DATA) / 65_536 + 1;

const [AT, END, OUT, BITS, PLACE, HASH] = [0, 1, 2, 3, 4, 5];
const [LOW, HIGH, FIT, SEEN, FIRST, HALF, BEFORE] = [6, 7, 8, 9, 10, 11, 12];
const TABLES = BEFORE + LOOKED_AT;
/** Distance from the first byte that is looked at to the last. */
const REACH = LOOKED_AT - 1;

/**
 * Finds where a window may begin: `run(from, to)` writes positions to `found` and returns how many. Sixteen positions
 * at once: the halves of a byte pick the buckets that it fits, in each place of a window; a position that fits one
 * bucket with all of its bytes has its window hashed. Two vectors a turn, as that asks half as often. ("Teddy" of the Hyperscan library.)
 */
export function prefilterModule(): Uint8Array<ArrayBuffer> {
  const body: Code = [
    ...Array.from({ length: 2 * LOOKED_AT }, (_, i) => set(TABLES + i, loadVector(int(PLACES.tables + 16 * i)))),
    set(HALF, splat(int(0x0f))),
    set(OUT, int(PLACES.found)),
    set(END, add(get(END), int(REACH))),
    whilst(lessUnsigned(get(AT), get(END)), [
      look(0),
      set(FIRST, get(SEEN)),
      look(16),
      when(anyBit(vectorOr(get(FIRST), get(SEEN))), [
        set(BITS, or(setBytes(get(FIRST)), shiftLeft(setBytes(get(SEEN)), int(16)))),
        whilst(get(BITS), lookCloser()),
      ]),
      set(AT, add(get(AT), int(32))),
    ]),
    shiftRight(sub(get(OUT), int(PLACES.found)), int(2)),
  ];
  return assembleProgram({ parameters: 2, numbers: 4, vectors: TABLES - LOW + 2 * LOOKED_AT, pages: PAGES, body });
}

/** Looks at the sixteen positions that end `ahead` bytes further on. */
function look(ahead: number): Code {
  return [
    set(FIT, loadVector(get(AT), ahead)),
    set(LOW, vectorAnd(get(FIT), get(HALF))),
    set(HIGH, vectorShift(get(FIT), 4)),
    ...Array.from({ length: LOOKED_AT }, (_, i) => lookAt(REACH - i)),
  ];
}

/** The buckets that the bytes in place `i` of a window fit, of those that the ones behind them fit; seen from the last byte. */
function lookAt(i: number): Code {
  const fit = vectorAnd(pick(get(TABLES + 2 * i), get(LOW)), pick(get(TABLES + 2 * i + 1), get(HIGH)));
  if (i === REACH) return set(SEEN, fit);
  const moved = joined(get(BEFORE + i), get(FIT), 16 - REACH + i);
  return [set(FIT, fit), set(SEEN, vectorAnd(get(SEEN), moved)), set(BEFORE + i, get(FIT))];
}

function lookCloser(): Code {
  const bit = and(shiftRight(loadByte(shiftRight(get(HASH), int(3)), PLACES.windows), and(get(HASH), int(7))), int(1));
  return [
    set(PLACE, sub(add(get(AT), trailingZeros(get(BITS))), int(REACH))),
    set(HASH, shiftRight(mul(load(get(PLACE)), int(HASH_FACTOR)), int(32 - HASH_BITS))),
    when(bit, [store(get(OUT), get(PLACE)), set(OUT, add(get(OUT), int(4)))]),
    set(BITS, and(get(BITS), sub(get(BITS), int(1)))),
  ];
}
