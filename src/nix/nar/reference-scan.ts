import { NIX32_ALPHABET } from '../store/nix32.ts';
import { hashPartOf, type StorePath } from '../store/store-path.ts';

/** Characters of a store path's hash part. */
const LENGTH = 32;

/** Value of each byte as a digit of Nix's base 32, or 255. */
const DIGIT = new Uint8Array(256).fill(255);
for (let value = 0; value < NIX32_ALPHABET.length; value++) DIGIT[NIX32_ALPHABET.charCodeAt(value)] = value;

/** Leading digits that the bitmap knows: four of five bits each, a bit for each of 2^20 beginnings. */
const PREFIX_BITS = 20;

/** What references are looked for: made once, used by many scanners. */
export class ReferenceTable {
  readonly #paths = new Map<string, StorePath>();
  readonly #beginnings = new Uint8Array(2 ** PREFIX_BITS / 8);

  constructor(paths: Iterable<StorePath>) {
    for (const path of paths) {
      const hash = hashPartOf(path);
      this.#paths.set(hash, path);
      const beginning = beginningOf(Buffer.from(hash, 'latin1'), 0);
      this.#beginnings[beginning >> 3] = (this.#beginnings[beginning >> 3] ?? 0) | (1 << (beginning & 7));
    }
  }

  /** The path whose hash part begins at `at`, where 32 digits are known to follow. */
  find(bytes: Buffer, at: number): StorePath | undefined {
    const beginning = beginningOf(bytes, at);
    if (((this.#beginnings[beginning >> 3] ?? 0) & (1 << (beginning & 7))) === 0) return undefined;
    return this.#paths.get(bytes.toString('latin1', at, at + LENGTH));
  }
}

/**
 * Finds the store paths whose hash part occurs in a stream, as Nix does after a build to learn what an output refers
 * to (references.cc): any 32 base 32 digits in a row may be a hash.
 */
export class ReferenceScanner {
  readonly found = new Set<StorePath>();
  readonly #table: ReferenceTable;
  /** The last bytes of the stream so far: one less than a hash has. */
  #tail: Buffer = Buffer.alloc(0);

  constructor(table: ReferenceTable) {
    this.#table = table;
  }

  write(chunk: Buffer): void {
    // A hash may lie across the border of two chunks, or of many small ones.
    const border = Buffer.concat([this.#tail, chunk.subarray(0, LENGTH - 1)]);
    this.#scan(border);
    this.#scan(chunk);
    this.#tail = chunk.length >= LENGTH - 1 ? Buffer.from(chunk.subarray(1 - LENGTH)) : border.subarray(1 - LENGTH);
  }

  #scan(bytes: Buffer): void {
    const last = bytes.length - LENGTH;
    let start = 0;
    // Digits from `start` on that are known to be some: they need no second look when the window moves by one.
    let known = 0;
    while (start <= last) {
      // From the window's end: in most data this finds a byte that is no digit at once, and skips the whole window.
      let at = start + LENGTH - 1;
      const stop = start + known;
      while (at >= stop && DIGIT[bytes[at] as number] !== 255) at--;
      if (at >= stop) {
        known = start + LENGTH - 1 - at;
        start = at + 1;
        continue;
      }
      const path = this.#table.find(bytes, start);
      if (path !== undefined) this.found.add(path);
      start++;
      known = LENGTH - 1;
    }
  }
}

function beginningOf(bytes: Buffer, at: number): number {
  return (
    ((DIGIT[bytes[at] as number] as number) << 15) |
    ((DIGIT[bytes[at + 1] as number] as number) << 10) |
    ((DIGIT[bytes[at + 2] as number] as number) << 5) |
    (DIGIT[bytes[at + 3] as number] as number)
  );
}
