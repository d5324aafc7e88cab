import { inert, inertLog } from '../kit/safe-text.ts';
import { COLOURS, type Palette } from '../report/text/terminal-text.ts';

/** Takes secrets out of everything that is shown. */
export interface Masker {
  add(secret: string): void;
  apply(text: string): string;
}

// Shorter ones would take half of every text away, and hide nothing.
const MIN_LENGTH = 3;

export function createMasker(): Masker {
  const secrets = new Set<string>();
  let longestFirst: readonly string[] = [];
  return {
    add: (secret) => {
      // Output comes line by line, so each line of a key must be found by itself.
      for (const line of [secret, ...secret.split(/\r?\n/)]) {
        if (line.trim().length >= MIN_LENGTH) secrets.add(line.trim());
      }
      longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    },
    apply: (text) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text),
  };
}

/** All that {@link COLOURS} writes, and nothing else that a terminal obeys. */
const OURS = /(\u001b\[(?:[12]|22|3[139])m)/; // oxlint-disable-line no-control-regex

/** What may come out of a host: without secrets, and doing nothing but being read. */
export interface Filter {
  /** What is said on the way: messages, and lines of programs without their colours. */
  readonly log: (text: string) => string;
  /** The result that was requested: no character of it is changed. */
  readonly result: (text: string, palette: Palette) => string;
}

export function createFilter(masker: Masker): Filter {
  // A secret may be cut in two by what is taken out, and may hold what is written in another way.
  const both = (text: string, rule: (text: string) => string): string => masker.apply(rule(masker.apply(text)));
  return {
    log: (text) => both(text, inertLog),
    result: (text, palette) => both(text, (whole) => (palette === COLOURS ? inParts(whole, inert) : inert(whole))),
  };
}

/** Returns a line of our own that contains text from outside, and maybe our colours. */
export function colouredLine(text: string, palette: Palette, { log }: Filter): string {
  return palette === COLOURS ? inParts(text, log) : log(text);
}

function inParts(text: string, rule: (part: string) => string): string {
  return text
    .split(OURS)
    .map((part, index) => (index % 2 === 1 ? part : rule(part)))
    .join('');
}

/**
 * Returns a line that GitHub's runner will not take for one of its commands. It leaves out what .NET's TrimStart does, NEL and
 * spaces of all kinds among it, before it looks for `::name::`; and it reads the older `##[name]` anywhere.
 */
export function withoutCommands(line: string): string {
  return line.replace(/^([\s\p{Z}\p{C}]*)::/u, '$1> ::').replaceAll('##[', '# #[');
}
