/** A small assembler for WebAssembly modules with one memory and one function (WebAssembly 2.0, "Binary Format"). */

/** Bytes of code; nested lists are joined. */
export type Code = readonly (number | Code)[];

const I32 = 0x7f;
const I64 = 0x7e;
const V128 = 0x7b;
const NO_RESULT = 0x40;

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const int = (value: number): Code => [0x41, signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const sub = (a: Code, b: Code): Code => [a, b, 0x6b];
export const mul = (a: Code, b: Code): Code => [a, b, 0x6c];
export const and = (a: Code, b: Code): Code => [a, b, 0x71];
export const shiftRight = (a: Code, b: Code): Code => [a, b, 0x76];
export const lessUnsigned = (a: Code, b: Code): Code => [a, b, 0x49];
export const unlike = (a: Code, b: Code): Code => [a, b, 0x47];
/** These are of 64 bits. */
export const long = (value: number): Code => [0x42, signed(value)];
export const longOf = (a: Code): Code => [a, 0xad];
export const longOfSigned = (a: Code): Code => [a, 0xac];
export const longSub = (a: Code, b: Code): Code => [a, b, 0x7d];
export const longAnd = (a: Code, b: Code): Code => [a, b, 0x83];
export const longOr = (a: Code, b: Code): Code => [a, b, 0x84];
export const longShiftLeft = (a: Code, b: Code): Code => [a, b, 0x86];
export const longShiftRight = (a: Code, b: Code): Code => [a, b, 0x88];
export const isNotZero = (a: Code): Code => [a, long(0), 0x52];
/** A number of 32 bits. */
export const longTrailingZeros = (a: Code): Code => [a, 0x7a, 0xa7];
export const load = (at: Code, offset = 0): Code => [at, 0x28, 0, unsigned(offset)];
export const loadByte = (at: Code, offset = 0): Code => [at, 0x2d, 0, unsigned(offset)];
export const store = (at: Code, value: Code): Code => [at, value, 0x36, 0, 0];
export const loadVector = (at: Code, offset = 0): Code => [at, 0xfd, 0, 0, unsigned(offset)];
export const splat = (byte: Code): Code => [byte, 0xfd, 0x0f];
/** Bytes of `a` from `from` on, then those of `b`: sixteen of the thirty-two. */
export const joined = (a: Code, b: Code, from: number): Code => [a, b, 0xfd, 0x0d, Array.from({ length: 16 }, (_, i) => from + i)];
/** Picks bytes of `table` by indices below 16 ("relaxed swizzle": what others pick differs from machine to machine). */
export const pick = (table: Code, by: Code): Code => [table, by, 0xfd, 0x80, 0x02];
export const vectorAnd = (a: Code, b: Code): Code => [a, b, 0xfd, 0x4e];
export const vectorOr = (a: Code, b: Code): Code => [a, b, 0xfd, 0x50];
export const vectorShift = (a: Code, bits: number): Code => [a, int(bits), 0xfd, 0x6d];
export const anyBit = (a: Code): Code => [a, 0xfd, 0x53];
/** One bit for each byte that is not zero. */
export const setBytes = (a: Code): Code => [a, splat(int(0)), 0xfd, 0x24, 0xfd, 0x64];
/** One bit for each byte that is greater; bytes from 128 on are less than 0. */
export const greaterBytes = (a: Code, b: Code): Code => [a, b, 0xfd, 0x27, 0xfd, 0x64];
export const when = (condition: Code, body: Code): Code => [condition, 0x04, NO_RESULT, body, 0x0b];
/** Runs the body as long as the condition holds. */
export const whilst = (condition: Code, body: Code): Code => [0x03, NO_RESULT, condition, 0x04, NO_RESULT, body, 0x0c, 1, 0x0b, 0x0b];

export interface ScanProgram {
  /** How many numbers it takes: locals from 0 on. It returns one. */
  readonly parameters: number;
  /** Further locals: numbers, then long ones, then vectors. */
  readonly numbers: number;
  readonly longs: number;
  readonly vectors: number;
  /** 64 KiB each. */
  readonly pages: number;
  readonly body: Code;
}

/** Assembles a module that exports `memory` and the function `run`. The same program gives the same bytes. */
export function assembleProgram({ parameters, numbers, longs, vectors, pages, body }: ScanProgram): Uint8Array<ArrayBuffer> {
  const type: Code = [0x60, vector(Array.from({ length: parameters }, () => [I32])), vector([[I32]])];
  const locals = vector([[unsigned(numbers), I32], [unsigned(longs), I64], [unsigned(vectors), V128]]);
  const exported: Code = [[name('memory'), 2, 0], [name('run'), 0, 0]];
  const sections: readonly (readonly [id: number, code: Code])[] = [
    [1, vector([type])],
    [3, vector([[0]])],
    [5, vector([[0, unsigned(pages)]])],
    [7, vector(exported as readonly Code[])],
    [10, vector([sized([locals, body, 0x0b])])],
  ];
  const magic: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  return Uint8Array.from(bytesOf([magic, ...sections.map(([id, code]) => [id, sized(code)])]));
}

function bytesOf(code: Code): number[] {
  return code.flatMap((each) => (typeof each === 'number' ? [each] : bytesOf(each)));
}

function sized(code: Code): Code {
  return [unsigned(bytesOf(code).length), code];
}

function vector(items: readonly Code[]): Code {
  return [unsigned(items.length), ...items];
}

function name(text: string): Code {
  return sized([...Buffer.from(text)]);
}

/** LEB128 (5.2.2). */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const rest = value >> 7;
  const byte = value & 0x7f;
  const last = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
  return last ? [byte] : [byte | 0x80, signed(rest)];
}
