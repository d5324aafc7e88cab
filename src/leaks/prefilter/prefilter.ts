import { LONGEST_ROW, LOOKED_AT, MOST_DATA, PLACES, prefilterModule, SLACK, WINDOW } from './prefilter-code.ts';
import { hashOf, type Tables } from './tables.ts';

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

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (from: number, to: number, more: number, all: number) => number;
}

let module: object | undefined;

/** @returns undefined if the machine has no such vectors */
function vectorized({ halves, windows, row }: Tables): Prefilter | undefined {
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
  const [more, all] = row < WINDOW ? [0, -1] : [Math.min(row, LONGEST_ROW) - WINDOW, 0];
  const found = new Uint32Array(memory.buffer, PLACES.found, MOST_DATA);
  return {
    data: Buffer.from(memory.buffer, PLACES.data, MOST_DATA + SLACK),
    find: (from, to) => {
      const count = run(PLACES.data + from, PLACES.data + to, more, all);
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
