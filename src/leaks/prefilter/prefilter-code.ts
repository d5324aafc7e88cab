import {
  add,
  and,
  anyBit,
  assembleProgram,
  get,
  greaterBytes,
  int,
  isNotZero,
  joined,
  lessUnsigned,
  load,
  loadByte,
  loadVector,
  long,
  longAnd,
  longOf,
  longOfSigned,
  longOr,
  longShiftLeft,
  longShiftRight,
  longSub,
  longTrailingZeros,
  mul,
  pick,
  set,
  setBytes,
  shiftRight,
  splat,
  store,
  sub,
  unlike,
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
export const HASH_BITS = 18;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
export const HASH_FACTOR = 0x9e3779b1 | 0;

/** Where things are in the module's memory; bytes. */
export const PLACES = {
  /** Of each byte that is looked at: 16 bytes for its low half, 16 for its high one. A bit is a bucket. */
  tables: 0,
  /** A bit for each hash of a window that is looked for. */
  windows: 1024,
  /** Positions that were found, 4 bytes each. */
  found: 64 * 1024,
  /** What is searched. */
  data: 1024 * 1024,
} as const;

/** Bytes of data that are searched at once; all of them may be found. */
export const MOST_DATA = 192 * 1024;
/** Bytes behind the data that are read and never found. */
export const SLACK = 64;
const PAGES = (PLACES.data + MOST_DATA) / 65_536 + 1;

const [AT, END, MORE, ALL, OUT, PLACE, HASH, NEXT] = [0, 1, 2, 3, 4, 5, 6, 7];
const [BITS, TEXT] = [8, 9];
const [LOW, HIGH, FIT, HALF, BLANK, SEEN] = [10, 11, 12, 13, 14, 15];
const VECTOR = 16;
/** Bytes of data that are looked at in one turn. */
const TURN = 3 * VECTOR;
const BEFORE = SEEN + TURN / VECTOR;
const TABLES = BEFORE + LOOKED_AT - 1;
/** Distance from the first byte that is looked at to the last. */
const REACH = LOOKED_AT - 1;
/** The bytes of which a turn knows whether they are text begin so far in front of it, and end so far behind it. */
const MARGIN = (64 - TURN) / 2;
/** A row of text with so many bytes lies in what one turn sees, wherever in it the window is. */
export const LONGEST_ROW = WINDOW + MARGIN / 2;

/**
 * Finds where a window may begin: `run(from, to, more, all)` writes positions to `found` and returns how many. Nearly all of a program is no
 * text, and all that is looked for is: so it passes over what has no row of `WINDOW + more` characters, unless `all` is -1.
 * The rest is looked at sixteen positions at once: the halves of a byte pick the buckets that it fits, in each place of a window; a
 * position that fits one bucket with all of its bytes has its window hashed. ("Teddy" of the Hyperscan library.)
 */
export function prefilterModule(): Uint8Array<ArrayBuffer> {
  const seen = Array.from({ length: TURN / VECTOR }, (_, i) => SEEN + i);
  const body: Code = [
    ...Array.from({ length: 2 * LOOKED_AT }, (_, i) => set(TABLES + i, loadVector(int(PLACES.tables + 16 * i)))),
    set(HALF, splat(int(0x0f))),
    set(BLANK, splat(int(0x1f))),
    set(OUT, int(PLACES.found)),
    set(END, add(get(END), int(REACH))),
    whilst(lessUnsigned(get(AT), get(END)), [
      findText(),
      when(isNotZero(longOr(get(TEXT), longOfSigned(get(ALL)))), [
        when(unlike(get(AT), get(NEXT)), look(-VECTOR, SEEN)),
        ...seen.map((each, i) => look(VECTOR * i, each)),
        when(anyBit(seen.map(get).reduce(vectorOr)), [
          set(BITS, joinBits(seen.map((each) => setBytes(get(each))))),
          whilst(isNotZero(get(BITS)), lookCloser()),
        ]),
        set(NEXT, add(get(AT), int(TURN))),
      ]),
      set(AT, add(get(AT), int(TURN))),
    ]),
    shiftRight(sub(get(OUT), int(PLACES.found)), int(2)),
  ];
  return assembleProgram({ parameters: 4, numbers: 4, longs: 2, vectors: TABLES - LOW + 2 * LOOKED_AT, pages: PAGES, body });
}

/** A bit where a row of text begins that is long enough. */
function findText(): Code {
  const vectors = Array.from({ length: 64 / VECTOR }, (_, i) => greaterBytes(loadVector(sub(get(AT), int(MARGIN)), VECTOR * i), get(BLANK)));
  const narrow = (by: Code): Code => set(TEXT, longAnd(get(TEXT), longShiftRight(get(TEXT), by)));
  return [set(TEXT, joinBits(vectors)), narrow(long(1)), narrow(long(2)), narrow(longOf(get(MORE)))];
}

/** Sixteen bits of each. */
function joinBits(parts: readonly Code[]): Code {
  return parts.map((part, i) => (i === 0 ? longOf(part) : longShiftLeft(longOf(part), long(VECTOR * i)))).reduce(longOr);
}

/** Looks at the sixteen positions that end `ahead` bytes further on. @param seen where the buckets go that they fit */
function look(ahead: number, seen: number): Code {
  return [
    set(FIT, ahead < 0 ? loadVector(sub(get(AT), int(-ahead))) : loadVector(get(AT), ahead)),
    set(LOW, vectorAnd(get(FIT), get(HALF))),
    set(HIGH, vectorShift(get(FIT), 4)),
    ...Array.from({ length: LOOKED_AT }, (_, i) => lookAt(REACH - i, seen)),
  ];
}

/** The buckets that the bytes in place `i` of a window fit, of those that the ones behind them fit; seen from the last byte. */
function lookAt(i: number, seen: number): Code {
  const fit = vectorAnd(pick(get(TABLES + 2 * i), get(LOW)), pick(get(TABLES + 2 * i + 1), get(HIGH)));
  if (i === REACH) return set(seen, fit);
  const moved = joined(get(BEFORE + i), get(FIT), 16 - REACH + i);
  return [set(FIT, fit), set(seen, vectorAnd(get(seen), moved)), set(BEFORE + i, get(FIT))];
}

function lookCloser(): Code {
  const bit = and(shiftRight(loadByte(shiftRight(get(HASH), int(3)), PLACES.windows), and(get(HASH), int(7))), int(1));
  return [
    set(PLACE, sub(add(get(AT), longTrailingZeros(get(BITS))), int(REACH))),
    set(HASH, shiftRight(mul(load(get(PLACE)), int(HASH_FACTOR)), int(32 - HASH_BITS))),
    when(bit, [store(get(OUT), get(PLACE)), set(OUT, add(get(OUT), int(4)))]),
    set(BITS, longAnd(get(BITS), longSub(get(BITS), long(1)))),
  ];
}
