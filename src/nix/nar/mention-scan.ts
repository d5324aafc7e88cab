import { NIX32_ALPHABET } from '../store/nix32.ts';
import { STORE_DIR } from '../store/store-path.ts';

const PREFIX = Buffer.from(`${STORE_DIR}/`);
/** Nix's own tools blank a reference out with characters that no hash has; such a name is no reference. */
const HASH = new RegExp(`^[${NIX32_ALPHABET}]{32}-$`);
/** Bytes of a hash part and the dash behind it. */
const LENGTH = 33;

/**
 * Finds the store paths that a stream names in full, whether or not anybody knows them: the hash parts behind
 * `/nix/store/`. What a {@link ReferenceScanner} looks for must be known, but may stand without that.
 */
export class MentionScanner {
  readonly found = new Set<string>();
  /** The last bytes of the stream so far: one less than a name's beginning has. */
  #tail: Buffer = Buffer.alloc(0);

  write(chunk: Buffer): void {
    const whole = PREFIX.length + LENGTH;
    // A name may lie across the border of two chunks, or of many small ones.
    const border = Buffer.concat([this.#tail, chunk.subarray(0, whole - 1)]);
    this.#scan(border);
    this.#scan(chunk);
    this.#tail = chunk.length >= whole - 1 ? Buffer.from(chunk.subarray(1 - whole)) : border.subarray(1 - whole);
  }

  #scan(bytes: Buffer): void {
    for (let at = bytes.indexOf(PREFIX); at >= 0; at = bytes.indexOf(PREFIX, at + PREFIX.length)) {
      const name = bytes.toString('latin1', at + PREFIX.length, at + PREFIX.length + LENGTH);
      if (HASH.test(name)) this.found.add(name.slice(0, -1));
    }
  }
}
