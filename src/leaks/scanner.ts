import { AHEAD, BEHIND, SHOWN, type Match, type Matcher, type Range } from './matcher.ts';
import { memberKindOf, MAGIC_BYTES, MOST_PACKED, MOST_UNPACKED, unpack } from './members.ts';
import type { Prefilter } from './prefilter/prefilter.ts';
import { MOST_DATA } from './prefilter/prefilter-code.ts';
import type { Severity } from './rules/rule.ts';

/** A leak in one part of a stream; nothing of it but its first characters. It can be handed to another thread. */
export interface Hit {
  readonly rule: string;
  readonly what: string;
  readonly severity: Severity;
  readonly hint: string;
  readonly publicInTests: boolean;
  /** The number that the part began with. */
  readonly part: number;
  /** Bytes from the beginning of the part; of what it became if it was compressed. */
  readonly offset: number;
  /** What it was compressed with, and the names of members; from the outside in. */
  readonly inside: readonly string[];
  /** Up to four characters. */
  readonly shown: string;
}

export interface ScanResult {
  readonly hits: readonly Hit[];
  /** Hits that were left out, as there were too many of their kind in their part. */
  readonly more: number;
  /** Hits that were left out, as there were too many in all: nobody can say whether they are allowed. */
  readonly lost: number;
  /** Compressed parts that could not be searched. */
  readonly closed: number;
  /** Bytes that were scanned. */
  readonly bytes: number;
}

/** The part of bytes that belong to no file. */
export const NO_PART = -1;

/** Of traces, and of all else: what is harmless must not crowd out what is not. */
const MOST_HITS = 5000;
/** Of one rule in one part. */
const MOST_ALIKE = 3;
/** Bytes between two pieces of one value, with the break of a line between them. */
const NEAR = 64;
/** A file in an archive in an archive. */
const DEEPEST = 3;

/** Where a scanner stands in compressed files, and what is left to be unpacked there. */
interface Depth {
  readonly inside: readonly string[];
  readonly part: number;
  readonly budget: { bytes: number };
}

/**
 * Looks for leaks in a stream that is made of parts, one after the other. What it finds does not depend on how the stream
 * is cut into pieces, and nothing is found that lies in two parts. To be ended, even where nobody wants the result.
 */
export class LeakScanner {
  readonly #matcher: Matcher;
  readonly #prefilter: Prefilter;
  readonly #data: Buffer;
  readonly #depth: Depth | undefined;
  /** Bytes of the stream in front of `#data`. */
  #gone = 0;
  #filled = 0;
  /** Positions up to here are done. */
  #done = 0;
  /** Where parts begin in the stream, and their numbers; the first is the one at `#done`, or one before it. */
  readonly #starts: number[] = [0];
  readonly #parts: number[] = [NO_PART];
  /** Beginning of the part, while it may be compressed; all of it once it is known to be. */
  #start: Buffer[] | undefined;
  #startLength = 0;
  #hits: Hit[] = [];
  readonly #alike = new Map<string, number>();
  #lastValue: { readonly what: string; readonly part: number; readonly offset: number } | undefined;
  /** Traces among the hits. */
  #traces = 0;
  #lost = 0;
  #more = 0;
  #closed = 0;

  /** @param depth where it is in a compressed file; undefined outside */
  constructor(matcher: Matcher, depth?: Depth) {
    this.#matcher = matcher;
    this.#prefilter = matcher.take();
    this.#data = this.#prefilter.data;
    this.#depth = depth;
  }

  /** What is written from here on is this part. @param open it may be a compressed file that should be looked into */
  begin(part: number, open = false): void {
    this.#lookInside();
    this.#starts.push(this.#gone + this.#filled);
    this.#parts.push(part);
    this.#start = open ? [] : undefined;
    this.#startLength = 0;
  }

  /** The bytes are the caller's own again afterwards. */
  write(bytes: Buffer): void {
    if (this.#start !== undefined) this.#keep(bytes);
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(bytes.length - at, MOST_DATA - this.#filled);
      this.#data.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === MOST_DATA) this.#scan(MOST_DATA - AHEAD);
    }
  }

  end(): ScanResult {
    this.#lookInside();
    this.#scan(this.#filled);
    this.#matcher.giveBack(this.#prefilter);
    // What is in compressed files was found first.
    return { hits: this.#hits.toSorted((a, b) => a.part - b.part || a.offset - b.offset), more: this.#more, lost: this.#lost, closed: this.#closed, bytes: this.#gone + this.#filled };
  }

  /** Looks at positions up to `limit`, and keeps what later ones need. */
  #scan(limit: number): void {
    if (limit > this.#done) {
      for (const at of this.#prefilter.find(this.#done, limit)) this.#lookAt(at);
      this.#done = limit;
      this.#enterPart(this.#gone + limit);
    }
    const gone = Math.max(0, this.#done - BEHIND);
    this.#data.copyWithin(0, gone, this.#filled);
    this.#gone += gone;
    this.#filled -= gone;
    this.#done -= gone;
  }

  #lookAt(at: number): void {
    const part = this.#enterPart(this.#gone + at);
    if (part === NO_PART) return;
    const begin = this.#starts[0] as number;
    const within: Range = { from: Math.max(0, begin - this.#gone), to: Math.min(this.#filled, (this.#starts[1] ?? Number.POSITIVE_INFINITY) - this.#gone) };
    for (const match of this.#matcher.matchesAt(this.#data, at, within)) this.#add(match, part, this.#gone + match.from - begin);
  }

  /** Goes to the part that a position is in. Positions only grow. */
  #enterPart(position: number): number {
    let ahead = 0;
    while ((this.#starts[ahead + 1] ?? Number.POSITIVE_INFINITY) <= position) ahead++;
    if (ahead > 0) {
      this.#starts.splice(0, ahead);
      this.#parts.splice(0, ahead);
    }
    return this.#parts[0] as number;
  }

  #add({ rule, from, to }: Match, part: number, offset: number): void {
    const { id, what, severity, hint, publicInTests = false } = rule;
    if (id === 'known-value' && this.#isSameValue(what, part, offset)) return;
    const key = `${part} ${id}`;
    const alike = this.#alike.get(key) ?? 0;
    this.#alike.set(key, alike + 1);
    if (alike >= MOST_ALIKE) {
      this.#more += 1;
      return;
    }
    const shown = id === 'known-value' ? '' : this.#data.toString('latin1', from, Math.min(to, from + SHOWN)).replaceAll(/[^\x20-\x7e]/g, '.');
    this.#keepHit({ rule: id, what, severity, hint, publicInTests, part: this.#depth?.part ?? part, offset, inside: this.#depth?.inside ?? [], shown });
  }

  /** A value that is found by two of its pieces is there once. */
  #isSameValue(what: string, part: number, offset: number): boolean {
    const last = this.#lastValue;
    this.#lastValue = { what, part, offset };
    return last?.what === what && last.part === part && offset - last.offset <= NEAR;
  }

  #keepHit(hit: Hit): void {
    const isTrace = hit.severity === 'low';
    if ((isTrace ? this.#traces : this.#hits.length - this.#traces) >= MOST_HITS) {
      if (isTrace) this.#more += 1;
      else this.#lost += 1;
      return;
    }
    if (isTrace) this.#traces += 1;
    this.#hits.push(hit);
  }

  /** Keeps a part that is compressed until its end. */
  #keep(bytes: Buffer): void {
    const kept = this.#start;
    // Nearly all files are not: these need not be copied to know it.
    if (kept === undefined || (this.#startLength === 0 && bytes.length >= MAGIC_BYTES && memberKindOf(bytes) === undefined)) {
      this.#start = undefined;
      return;
    }
    kept.push(Buffer.from(bytes));
    this.#startLength += bytes.length;
    if (this.#startLength <= MOST_PACKED) return;
    this.#closed += memberKindOf(Buffer.concat(kept)) === undefined ? 0 : 1;
    this.#start = undefined;
  }

  #lookInside(): void {
    const kept = this.#start;
    this.#start = undefined;
    if (kept === undefined || this.#startLength < MAGIC_BYTES) return;
    const bytes = Buffer.concat(kept);
    const kind = memberKindOf(bytes);
    if (kind === undefined) return;
    const depth = this.#depth ?? { inside: [], part: this.#parts.at(-1) ?? NO_PART, budget: { bytes: MOST_UNPACKED } };
    const members = depth.inside.length < DEEPEST ? unpack(kind, bytes, depth.budget.bytes) : undefined;
    if (members === undefined) this.#closed += 1;
    for (const { name, bytes: unpacked } of members ?? []) {
      if (unpacked === undefined) {
        this.#closed += 1;
        continue;
      }
      depth.budget.bytes -= unpacked.length;
      this.#take(scanBytes(this.#matcher, unpacked, { ...depth, inside: [...depth.inside, name] }));
    }
  }

  #take({ hits, more, lost, closed }: ScanResult): void {
    for (const hit of hits) this.#keepHit(hit);
    this.#more += more;
    this.#lost += lost;
    this.#closed += closed;
  }
}

/** Scans bytes that are there as a whole: one part, number 0. */
export function scanBytes(matcher: Matcher, bytes: Buffer, depth?: Depth): ScanResult {
  const scanner = new LeakScanner(matcher, depth);
  scanner.begin(0, true);
  scanner.write(bytes);
  return scanner.end();
}
