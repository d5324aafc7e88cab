/** `[index of the path, offset, bytes]` in the compressed layer. */
export type Frame = readonly [path: number, offset: number, size: number];

/** Bytes of a tar: a frame of its own for each tiny path would cost more than it spares. */
const LEAST_FRAME = 256 * 1024;

/**
 * Remembers which frames of a compressed layer each of its paths is in. A frame begins with a path wherever it can, so that
 * the paths of a layer can be read one by one; where a path's frames begin depends on the bytes alone.
 */
export class FramePlaces {
  /** First and last frame of each path. */
  readonly #places: { readonly first: number; last: number }[] = [];
  /** Compressed bytes of each frame. */
  readonly #sizes: number[] = [];
  /** The frame that is being filled. */
  #frame = 0;
  /** It begins in the middle of a path. */
  #isTorn = false;
  #inPath = false;

  /** @param filled bytes of the present frame @returns whether that frame must end first */
  beginPath(filled: number): boolean {
    const ends = filled > 0 && (this.#isTorn || filled >= LEAST_FRAME);
    this.#inPath = true;
    const first = this.#frame + (ends ? 1 : 0);
    this.#places.push({ first, last: first });
    if (ends) this.#isTorn = false;
    return ends;
  }

  /** @param filled bytes of the present frame */
  endPath(filled: number): void {
    this.#inPath = false;
    const place = this.#places.at(-1);
    if (place !== undefined) place.last = Math.max(place.first, filled > 0 ? this.#frame : this.#frame - 1);
    if (filled === 0) this.#isTorn = false;
  }

  /** The present frame is full, or ends for a path. */
  endFrame(): void {
    this.#frame += 1;
    this.#isTorn = this.#inPath && this.#places.at(-1)?.first !== this.#frame;
  }

  /** To be called for each frame in order. @param size compressed bytes */
  packed(size: number): void {
    this.#sizes.push(size);
  }

  /** Once all frames are packed. */
  all(): readonly Frame[] {
    const offsets = [0];
    for (const size of this.#sizes) offsets.push((offsets.at(-1) ?? 0) + size);
    return this.#places.map(({ first, last }, path) => {
      const offset = offsets[first] ?? 0;
      return [path, offset, (offsets[last + 1] ?? offset) - offset] as const;
    });
  }
}
