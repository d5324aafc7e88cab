import { HASH_BITS, HASH_FACTOR, LOOKED_AT, MOST_DATA, PLACES, prefilterModule, SLACK } from './prefilter-code.ts';

const BUCKETS = 8;

/** Finds where one of many windows of four bytes may begin. */
export interface Prefilter {
  /** What is searched: `MOST_DATA` bytes, to be written before `find`. */
  readonly data: Buffer;
  /** Positions in `data` from `from` up to `to`, in order, some of them by mistake and none left out. Valid until the next call. */
  find(from: number, to: number): Uint32Array;
}

/** @param plain without WebAssembly */
export function createPrefilter(tables: Tables, plain = false): Prefilter {
  return (plain ? undefined : vectorized(tables)) ?? inScript(tables);
}

/** What a prefilter goes by: made once for all that look for the same. */
export interface Tables {
  /** For each byte that is looked at, 16 for the low half and 16 for the high one. */
  readonly halves: Uint8Array;
  readonly windows: Uint8Array;
}

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (from: number, to: number) => number;
}

let module: object | undefined;

/** @returns undefined if the machine has no such vectors */
function vectorized({ halves, windows }: Tables): Prefilter | undefined {
  let instance: { readonly exports: unknown };
  try {
    module ??= new WebAssembly.Module(prefilterModule());
    instance = new WebAssembly.Instance(module);
  } catch {
    return undefined;
  }
  const { memory, run } = instance.exports as Exports;
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(halves, PLACES.tables);
  bytes.set(windows, PLACES.windows);
  const found = new Uint32Array(memory.buffer, PLACES.found, MOST_DATA);
  return {
    data: Buffer.from(memory.buffer, PLACES.data, MOST_DATA + SLACK),
    find: (from, to) => {
      const count = run(PLACES.data + from, PLACES.data + to);
      let valid = 0;
      for (; valid < count && (found[valid] as number) < PLACES.data + to; valid++) found[valid] = (found[valid] as number) - PLACES.data;
      return found.subarray(0, valid);
    },
  };
}

/** The same in JavaScript. */
function inScript({ halves, windows }: Tables): Prefilter {
  const data = Buffer.alloc(MOST_DATA + SLACK);
  const found = new Uint32Array(MOST_DATA);
  const [first, second, third, fourth] = Array.from({ length: LOOKED_AT }, (_, i) => Uint8Array.from({ length: 256 }, (_each, byte) => bucketsOf(halves, i, byte)));
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('four bytes are looked at');
  return {
    data,
    find: (from, to) => {
      let count = 0;
      for (let at = from; at < to; at++) {
        const fit = (first[data[at] as number] as number) & (second[data[at + 1] as number] as number) & (third[data[at + 2] as number] as number) & (fourth[data[at + 3] as number] as number);
        if (fit === 0) continue;
        const hash = hashOf(data.readUInt32LE(at));
        if (((windows[hash >>> 3] as number) & (1 << (hash & 7))) !== 0) found[count++] = at;
      }
      return found.subarray(0, count);
    },
  };
}

function bucketsOf(halves: Uint8Array, i: number, byte: number): number {
  return (halves[32 * i + (byte & 15)] as number) & (halves[32 * i + 16 + (byte >> 4)] as number);
}

function hashOf(window: number): number {
  return Math.imul(window, HASH_FACTOR) >>> (32 - HASH_BITS);
}

/** @param all windows of four bytes each, little endian */
export function tablesOf(all: Iterable<number>): Tables {
  const windows = [...new Set(all)];
  const halves = new Uint8Array(32 * LOOKED_AT);
  const hashes = new Uint8Array(2 ** HASH_BITS / 8);
  for (const [bucket, members] of bucketed(windows).entries()) {
    for (const window of members) {
      for (let i = 0; i < LOOKED_AT; i++) {
        const byte = (window >>> (8 * i)) & 255;
        for (const place of [32 * i + (byte & 15), 32 * i + 16 + (byte >> 4)]) halves[place] = (halves[place] as number) | (1 << bucket);
      }
    }
  }
  for (const window of windows) {
    const hash = hashOf(window);
    hashes[hash >>> 3] = (hashes[hash >>> 3] as number) | (1 << (hash & 7));
  }
  return { halves, windows: hashes };
}

/**
 * Puts windows that are alike together: a bucket takes every mixture of its members' halves for one of them. Each goes to
 * where it adds least to what is taken by mistake.
 */
function bucketed(windows: readonly number[]): readonly (readonly number[])[] {
  const buckets = Array.from({ length: BUCKETS }, () => new Bucket());
  let best = buckets[0] as Bucket;
  let beginning = -1;
  for (const window of windows.toSorted((a, b) => swapped(a) - swapped(b))) {
    // Those with the same three bytes in front add little to each other.
    if ((window & 0xff_ffff) === beginning) {
      best.add(window);
      continue;
    }
    beginning = window & 0xff_ffff;
    let least = Number.POSITIVE_INFINITY;
    for (const bucket of buckets) {
      const costs = bucket.shareWith(window) - bucket.share;
      if (costs < least) [best, least] = [bucket, costs];
    }
    best.add(window);
  }
  return buckets.map(({ members }) => members);
}

/** As a number whose order is that of the bytes. */
function swapped(window: number): number {
  return (((window & 255) << 24) | ((window & 0xff00) << 8) | ((window >>> 8) & 0xff00) | (window >>> 24)) >>> 0;
}

class Bucket {
  readonly members: number[] = [];
  /** Of each place of a window: which halves of bytes are taken, as bits. */
  readonly #low = new Uint16Array(LOOKED_AT);
  readonly #high = new Uint16Array(LOOKED_AT);
  /** For each place and each high half: how often a byte with it has one of the low halves. Sums that are kept make a bucket cheap to ask. */
  readonly #rows = new Float64Array(16 * LOOKED_AT);
  readonly #shares = new Float64Array(LOOKED_AT);
  /** Of all positions, those that are taken. */
  share = 0;

  shareWith(window: number): number {
    let share = 1;
    for (let i = 0; i < LOOKED_AT; i++) share *= this.#shareAt(i, (window >>> (8 * i)) & 255);
    return share;
  }

  add(window: number): void {
    this.members.push(window);
    this.share = 1;
    for (let i = 0; i < LOOKED_AT; i++) {
      const byte = (window >>> (8 * i)) & 255;
      this.#shares[i] = this.#shareAt(i, byte);
      this.share *= this.#shares[i] as number;
      const low = byte & 15;
      if ((((this.#low[i] as number) >>> low) & 1) === 0) for (let half = 0; half < 16; half++) this.#rows[16 * i + half] = (this.#rows[16 * i + half] as number) + byteShare(16 * half + low);
      this.#low[i] = (this.#low[i] as number) | (1 << low);
      this.#high[i] = (this.#high[i] as number) | (1 << (byte >> 4));
    }
  }

  /** Of all bytes, those that would be taken in a place if this one were. */
  #shareAt(i: number, byte: number): number {
    const [low, high] = [this.#low[i] as number, this.#high[i] as number];
    const isNew = ((low >>> (byte & 15)) & 1) === 0;
    if (!isNew && (high >>> (byte >> 4)) & 1) return this.#shares[i] as number;
    const all = high | (1 << (byte >> 4));
    let share = 0;
    for (let half = 0; half < 16; half++) if ((all >>> half) & 1) share += (this.#rows[16 * i + half] as number) + (isNew ? byteShare(16 * half + (byte & 15)) : 0);
    return share;
  }
}

/** How much of what is packed is this byte, roughly: half programs, half text. */
export function byteShare(byte: number): number {
  return SHARES[byte] as number;
}

const SHARES = Float64Array.from({ length: 256 }, (_, byte) => guessedShare(byte));

function guessedShare(byte: number): number {
  if (byte === 0) return 0.2;
  if (byte === 0x20 || 'etaoinsrl'.includes(String.fromCharCode(byte))) return 0.02;
  if (byte >= 0x61 && byte <= 0x7a) return 0.01;
  if (byte >= 0x30 && byte <= 0x39) return 0.006;
  if ('_-./\n"=:H\u0089\u008b\u000f\u00ff\u00e8'.includes(String.fromCharCode(byte))) return 0.008;
  return byte >= 0x41 && byte <= 0x5a ? 0.004 : 0.002;
}
