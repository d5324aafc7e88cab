import { isKnownPublic } from './rules/known-public.ts';
import { literalsOf, rowOf, windowsOf, type Literal } from './literals.ts';
import { PLACED_RULES } from './placed-rules.ts';
import { createPrefilter, type Prefilter } from './prefilter/prefilter.ts';
import { numbersOf, tablesOf, windowAt, type Tables } from './prefilter/tables.ts';
import { MOST_AFTER, MOST_BEFORE, type LeakRule } from './rules/rule.ts';
import { LONGEST_LITERAL, type LeakSearch } from './search.ts';

/** Bytes behind a position, and in front of it, on which depends whether a leak is found there. */
export const AHEAD = LONGEST_LITERAL + MOST_AFTER;
export const BEHIND = LONGEST_LITERAL + MOST_BEFORE;

export interface Match {
  readonly rule: LeakRule;
  /** In the bytes that were given. */
  readonly from: number;
  readonly to: number;
}

/** Characters of a secret that a finding may show. */
export const SHOWN = 4;
/** Rules of what a team knows by name: it can't be found where it is hidden. */
const NAMES: ReadonlySet<string> = new Set(['identifier', 'machine-folder']);

/** A part of bytes. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A literal, and where in it the window is by which it is found. */
interface Found {
  readonly literal: Literal;
  readonly window: number;
}

/** What a search looks for, made ready. One serves any number of scanners of a thread. */
export class Matcher {
  /** What is used for further threads, as it takes longer than all else to begin. */
  readonly tables: Tables;
  readonly #literals = new Map<number, Found[]>();
  readonly #plain: boolean;
  readonly #free: Prefilter[] = [];

  /** @param plain without WebAssembly */
  constructor(search: LeakSearch, plain = false) {
    this.#plain = plain;
    const literals = literalsOf(search);
    const windows = literals.map(windowsOf);
    this.tables = search.tables ?? tablesOf(windows, PLACED_RULES, Math.min(...literals.map(rowOf)));
    for (const [i, literal] of literals.entries()) {
      const window = this.tables.chosen[i] as number;
      for (const number of numbersOf(windowAt(windows[i] ?? [], window))) {
        const present = this.#literals.get(number);
        if (present === undefined) this.#literals.set(number, [{ literal, window }]);
        else present.push({ literal, window });
      }
    }
  }

  /** A prefilter for the literals, to be given back: its memory is used again. */
  take(): Prefilter {
    return this.#free.pop() ?? createPrefilter(this.tables, this.#plain);
  }

  giveBack(prefilter: Prefilter): void {
    this.#free.push(prefilter);
  }

  /** A text, such as the name of a file, with what shows no secret of it: of a token its beginning, of a known value nothing. */
  withoutSecrets(text: string): string {
    const bytes = Buffer.from(text);
    const padded = Buffer.concat([bytes, Buffer.alloc(4)]);
    let [shown, done] = ['', 0];
    for (let at = 0; at < bytes.length; at++) {
      for (const { rule, from, to } of this.matchesAt(padded, at, { from: 0, to: bytes.length })) {
        if (rule.severity === 'low' || NAMES.has(rule.id) || to <= done) continue;
        // What stands around it, up to the next name, may be the rest of a value that was found by a piece of it.
        const [begin, end] = [Math.max(done, rule.id === 'known-value' ? beginOfName(bytes, from) : from), rule.id === 'known-value' ? endOfName(bytes, to) : to];
        shown += `${bytes.toString('utf8', done, begin)}${rule.id === 'known-value' ? '' : bytes.toString('latin1', from, Math.min(to, from + SHOWN))}…`;
        done = end;
      }
    }
    return shown + bytes.toString('utf8', done);
  }

  /** What has its window at `at`. @param within what belongs together; what is outside is not looked at */
  *matchesAt(bytes: Buffer, at: number, within: Range): Generator<Match> {
    if (at + 3 > within.to) return;
    for (const { literal, window } of this.#literals.get(bytes.readUInt32LE(at)) ?? []) {
      const from = at - window;
      if (from < within.from || from + literal.bytes.length > within.to || !isAt(literal, bytes, from)) continue;
      const match = matchOf(literal, bytes, from, within);
      if (match !== undefined) yield match;
    }
  }
}

function isAt({ bytes: wanted, anyCase }: Literal, bytes: Buffer, from: number): boolean {
  for (let i = 0; i < wanted.length; i++) {
    const byte = bytes[from + i] as number;
    if (byte !== wanted[i] && !(anyCase && byte >= 0x41 && byte <= 0x5a && byte + 32 === wanted[i])) return false;
  }
  return true;
}

function beginOfName(bytes: Buffer, at: number): number {
  return bytes.lastIndexOf('/', Math.max(0, at - 1)) + 1;
}

function endOfName(bytes: Buffer, at: number): number {
  const end = bytes.indexOf('/', at);
  return end < 0 ? bytes.length : end;
}

/** An anchor with fewer characters occurs inside of words. */
const DISTINCT = 5;

function matchOf({ rule, bytes: { length } }: Literal, bytes: Buffer, at: number, within: Range): Match | undefined {
  if (rule.before === undefined && isInside(rule, length) && at > within.from && isWordByte(bytes[at - 1] as number)) return undefined;
  const after = rule.after.exec(bytes.toString('latin1', at + length, Math.min(within.to, at + length + MOST_AFTER)));
  if (after === null) return undefined;
  const to = at + length + after[0].length;
  let from = at;
  if (rule.before !== undefined) {
    const before = rule.before.exec(bytes.toString('latin1', Math.max(within.from, at - MOST_BEFORE), at));
    if (before === null) return undefined;
    from -= before[0].length;
  }
  const text = bytes.toString('latin1', from, to);
  return rule.check?.(text) === false || isKnownPublic(text) ? undefined : { rule, from, to };
}

function isInside({ inWord, id }: LeakRule, length: number): boolean {
  return inWord !== true && (length < DISTINCT || id === 'identifier');
}

function isWordByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
