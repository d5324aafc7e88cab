import type { Hit, LeakScanner, ScanResult } from '../leaks/scanner.ts';
import { NO_PART } from '../leaks/scanner.ts';
import type { TarPart } from './tar-writer.ts';

/** A leak in a layer. */
export interface LayerHit extends Hit {
  /** The member of the tar, without a slash in front. */
  readonly member: string;
  /** It is in the name of the member, or in what a link points to, and not in the contents. */
  readonly inName: boolean;
}

export interface LayerLeaks extends Omit<ScanResult, 'hits'> {
  readonly hits: readonly LayerHit[];
}

/** Remembers where in a tar its parts begin, for whoever looks for leaks in another thread: numbers go there, names stay. */
export class TarParts {
  readonly #names: string[] = [];
  /** Where in the present block a part begins, and its number, in turn. */
  #begun: number[] = [];

  /** The fields of a header have its number. @param at bytes of the present block that are in front of it */
  begin(what: TarPart, at: number): void {
    if (typeof what === 'object') this.#names.push(what.header);
    const last = 2 * (this.#names.length - 1);
    this.#begun.push(at, what === 'padding' ? NO_PART : what === 'contents' ? last + 1 : last);
  }

  /** What has begun in the block that is full now. */
  take(): readonly number[] {
    const begun = this.#begun;
    this.#begun = [];
    return begun;
  }

  leaksOf({ hits, ...rest }: ScanResult): LayerLeaks {
    return { ...rest, hits: hits.map((hit) => ({ ...hit, member: this.#names[hit.part >> 1] ?? '', inName: hit.part % 2 === 0 })) };
  }
}

/**
 * Scans a slice of a block.
 * @param begun what has begun in the block, as `TarParts` gives it
 * @param from where in the block the slice begins
 */
export function scanParts(scanner: LeakScanner, slice: Buffer, begun: readonly number[], from: number): void {
  let done = 0;
  for (let i = firstFrom(begun, from); i < begun.length && (begun[i] as number) < from + slice.length; i += 2) {
    const at = (begun[i] as number) - from;
    if (at > done) scanner.write(slice.subarray(done, at));
    const part = begun[i + 1] as number;
    scanner.begin(part, part % 2 === 1);
    done = at;
  }
  scanner.write(slice.subarray(done));
}

/** The first part that begins at `from` or later. */
function firstFrom(begun: readonly number[], from: number): number {
  let [low, high] = [0, begun.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((begun[2 * middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
