import { createHash, type Hash } from 'node:crypto';
import { NarEncoder } from './nar-encoder.ts';

/** What a store path is as a NAR. */
export interface NarFacts {
  /** `sha256-<base64>` */
  readonly narHash: string;
  /** Bytes. */
  readonly narSize: number;
}

/** Makes a NAR again, and keeps nothing but its hash. */
export class NarHasher extends NarEncoder {
  readonly #hash: Hash;

  constructor() {
    const hash = createHash('sha256');
    super((bytes) => hash.update(bytes));
    this.#hash = hash;
  }

  /** Ends the archive. @throws Error if it is not whole; the end of a sentence */
  end(): NarFacts {
    const narSize = this.finish();
    return { narHash: `sha256-${this.#hash.digest('base64')}`, narSize };
  }
}
