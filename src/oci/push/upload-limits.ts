const MIB = 1024 * 1024;

interface HostLimits {
  readonly host: RegExp;
  /** Bytes; blobs of this size and more are sent in chunks from the beginning. */
  readonly onePutBelow?: number;
  /** Bytes of a chunk; 0 where chunks are not taken at all. */
  readonly chunk?: number;
}

// 4 MiB is what the strictest of them takes (GHCR answers 416 to more).
const DEFAULT_CHUNK = 4 * MIB;

const HOSTS: readonly HostLimits[] = [
  // Parts of at least 5 MB; https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html
  { host: /(?:^|\.)(?:dkr\.ecr[.-].*\.amazonaws\.com(?:\.cn)?|public\.ecr\.aws)$/, chunk: 10 * MIB },
  // Its front refuses bodies over about 20 MB with 413.
  { host: /\.azurecr\.(?:io|cn|us)$/, onePutBelow: 20_000_000 },
  // Artifact Registry and its predecessor have no chunked uploads.
  { host: /(?:^|[.-])(?:docker\.pkg\.dev|gcr\.io)$/, chunk: 0 },
];

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
    const known = HOSTS.find((entry) => entry.host.test(host));
    this.#onePutBelow = options.onePutBelow ?? known?.onePutBelow ?? Infinity;
    this.#chunk = options.chunk ?? known?.chunk ?? DEFAULT_CHUNK;
  }

  fitsOnePut(size: number): boolean {
    return size < this.#onePutBelow;
  }

  /** One PUT of `size` bytes got a 413. @returns whether there is another way */
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
