import { quirksOf } from '../quirks/hosts.ts';
import { CHUNKS } from '../quirks/symptoms.ts';

export interface UploadLimitOptions {
  /** Bytes of a chunk, in place of what is known of the registry. */
  readonly chunk?: number;
  readonly onePutBelow?: number;
}

/** What one registry takes in one request: what is known of its host, and what it taught us while we uploaded. */
export class UploadLimits {
  #onePutBelow: number;
  #chunk: number;

  /** @param host without port */
  constructor(host: string, options: UploadLimitOptions = {}) {
    const known = quirksOf(host);
    this.#onePutBelow = options.onePutBelow ?? known.onePutBelow ?? Infinity;
    this.#chunk = options.chunk ?? known.chunk ?? CHUNKS.size;
  }

  fitsOnePut(size: number): boolean {
    return size < this.#onePutBelow;
  }

  /** One PUT of `size` bytes got a 413. @returns whether the blob can be sent differently */
  refusedOnePut(size: number): boolean {
    this.#onePutBelow = Math.min(this.#onePutBelow, size);
    return this.#chunk > 0;
  }

  /** Bytes. @param least what the registry wants at least (OCI-Chunk-Min-Length) */
  chunk(least: number): number {
    return Math.max(this.#chunk, least);
  }

  /** A chunk of `size` bytes was refused. @returns whether a smaller one may be taken */
  refusedChunk(size: number, least: number): boolean {
    const half = Math.floor(size / 2);
    if (half < Math.max(least, 1024)) return false;
    this.#chunk = Math.min(this.#chunk, half);
    return true;
  }
}
