/** Counts what of one blob was handed to the line. */
export class UploadMeter {
  readonly #size: number;
  readonly #onProgress: ((bytes: number) => void) | undefined;
  #position = 0;
  #sent = 0;

  /** @param onProgress told how many bytes of the blob are on their way; the number falls when some are sent again */
  constructor(size: number, onProgress?: (bytes: number) => void) {
    this.#size = size;
    this.#onProgress = onProgress;
  }

  /** Bytes, those of attempts that failed included. */
  get sent(): number {
    return this.#sent;
  }

  /** Tells whether the last byte was sent. */
  get complete(): boolean {
    return this.#position === this.#size;
  }

  /** A body begins, at this byte of the blob. */
  begin(position: number): void {
    this.#position = position;
    this.#onProgress?.(position);
  }

  add(bytes: number): void {
    this.#sent += bytes;
    this.#position += bytes;
    this.#onProgress?.(this.#position);
  }

  /** The registry has the blob, whoever brought it. */
  end(): void {
    if (!this.complete) this.begin(this.#size);
  }
}
