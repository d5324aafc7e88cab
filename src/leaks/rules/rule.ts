import { SELF_CHECKING } from './checksums.ts';

/** `high`: a credential. `medium`: something private, or a credential that may be meant to be there. `low`: a trace; it never fails a build. */
export type Severity = 'high' | 'medium' | 'low';

/** One kind of leak: a literal, and what has to stand around it. */
export interface LeakRule {
  readonly id: string;
  /** What was found, with its article. */
  readonly what: string;
  readonly severity: Severity;
  /** Each has at least three bytes; the text is found by them. */
  readonly anchors: readonly string[];
  /** What follows the anchor; begins with `^`, takes `MOST_AFTER` bytes at most. */
  readonly after: RegExp;
  /** Characters (from a blank to `~`) that `after` takes at once, at least: what is no text need not be looked at. */
  readonly text?: number;
  /** What stands in front of the anchor and belongs to it; ends with `$`, takes `MOST_BEFORE` bytes at most. */
  readonly before?: RegExp;
  /** The anchor may stand inside a word. */
  readonly inWord?: true;
  /** The last say. @param text from what `before` matched to the end of what `after` did */
  readonly check?: (text: string) => boolean;
  /** What to do about it. */
  readonly hint: string;
  /** Such files as test suites ship are known to hold it. */
  readonly publicInTests?: true;
}

/** Bytes that are looked at behind an anchor and in front of it. */
export const MOST_AFTER = 512;
export const MOST_BEFORE = 128;

/** Changes with each rule that is added or changed, so that reports can say which rules were used. */
export const RULES_VERSION = 2;

type Row = readonly [id: string, what: string, anchors: string, after: RegExp, check?: (text: string) => boolean];

/** Of a token, behind its anchor. */
const SHORTEST_BODY = 16;

/** Tokens of services, one a row; anchors are separated by blanks. */
export function tokens(severity: Severity, rows: readonly Row[]): readonly LeakRule[] {
  return rows.map(([id, what, anchors, after, check]) => ({
    id,
    what,
    severity,
    anchors: anchors.split(' '),
    after,
    text: SHORTEST_BODY,
    check: (text) => looksRandom(text) && (check?.(text) ?? true),
    // Programs of some languages keep their texts in a row, with nothing in between: a checksum tells where one ends.
    ...(check !== undefined && SELF_CHECKING.has(check) ? { inWord: true as const } : {}),
    hint: 'Revoke it where it was issued, and keep it out of the build.',
  }));
}

/** What documentation puts where a token goes. */
const PLACEHOLDER = /example|placeholder|redacted|dummy|changeme|x{5}|\*{3}|0{7}|1234567|abcdefg|(?:0123|abcd|beef|test){3}/i;
/** Of a text with so many characters, how many must differ. */
const MOST_DIFFERENT = 9;

/** Tells whether a text may be random. Placeholders in documentation do not look random. */
export function looksRandom(text: string): boolean {
  return !PLACEHOLDER.test(text) && new Set(text).size >= Math.min(MOST_DIFFERENT, text.length / 3) && !/(.)\1{5}/.test(text);
}
