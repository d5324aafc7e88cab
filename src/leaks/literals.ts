import { ENCODED_RULES } from './rules/encoded-rules.ts';
import { KEY_RULES } from './rules/key-rules.ts';
import type { Window } from './prefilter/buckets.ts';
import { WINDOW } from './prefilter/prefilter-code.ts';
import { looksRandom, type LeakRule } from './rules/rule.ts';
import { linesOfValues, LONGEST_LITERAL, SHORTEST_IDENTIFIER, spellingsOf, type LeakSearch } from './search.ts';
import { SERVICE_RULES } from './rules/service-rules.ts';
import { TOKEN_RULES } from './rules/token-rules.ts';

/** All that needs no knowledge of who builds. */
export const RULES: readonly LeakRule[] = [...TOKEN_RULES, ...SERVICE_RULES, ...KEY_RULES, ...ENCODED_RULES];

/** The ids of rules that a search adds. */
export const OWN_RULES = ['known-value', 'identifier', 'machine-folder', 'build-folder'] as const;

/** A text that must occur where a rule matches. */
export interface Literal {
  readonly rule: LeakRule;
  readonly bytes: Buffer;
  /** Capitals and small letters are the same; `bytes` has small ones. */
  readonly anyCase: boolean;
}

const ANYTHING = /^/;

let ofRules: readonly Literal[] | undefined;

/** Returns all literals of a search; first those that each search has. */
export function literalsOf(search: LeakSearch): readonly Literal[] {
  ofRules ??= RULES.flatMap(literalsOfRule);
  return ofRules
    .concat([...buildRules(search), ...valueRules(search), ...folderRules(search)].flatMap(literalsOfRule))
    .concat(identifierRules(search).flatMap((rule) => rule.anchors.map((anchor) => literal(rule, anchor, true))));
}

function literalsOfRule(rule: LeakRule): readonly Literal[] {
  return rule.anchors.map((anchor) => literal(rule, anchor, false));
}

/** Returns the windows by which a literal may be found: the first few, of those in its row of text if it has one. A shorter literal has one, with what may follow it. */
export function windowsOf(wanted: Literal): readonly Window[] {
  const { bytes, anyCase } = wanted;
  const row = textOf(wanted);
  const choices = Array.from({ length: Math.max(WINDOW, bytes.length) }, (_, i) => {
    const byte = bytes[i];
    return byte === undefined ? FOLLOWING : anyCase ? casesOf(byte) : [byte];
  });
  const begins = Array.from({ length: choices.length - WINDOW + 1 }, (_, at) => at).filter((at) => row.to - row.from < WINDOW || (at >= row.from && at + WINDOW <= row.to));
  return begins.slice(0, MOST_WINDOWS).map((at) => ({ at, bytes: choices.slice(at, at + WINDOW) }));
}

/** Characters of text in a row, with one of its windows in them, wherever the literal is part of a leak. */
export function rowOf(wanted: Literal): number {
  const { from, to } = textOf(wanted);
  return to - from < WINDOW ? 0 : to - from;
}

/** The longest row of text in a literal, with what has to follow. */
function textOf({ bytes, rule: { text = 0 } }: Literal): { readonly from: number; readonly to: number } {
  let [from, longest] = [0, { from: 0, to: 0 }];
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x20 && byte < 0x80) continue;
    const to = i === bytes.length ? i + text : i;
    if (to - from > longest.to - longest.from) longest = { from, to };
    from = i + 1;
  }
  return longest;
}

const MOST_WINDOWS = 12;

/** What may follow an anchor of three bytes. */
const FOLLOWING = [...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-')];

function casesOf(byte: number): readonly number[] {
  const isLetter = byte >= 0x61 && byte <= 0x7a;
  return isLetter ? [byte, byte - 32] : [byte];
}

function literal(rule: LeakRule, text: string, anyCase: boolean): Literal {
  const bytes = Buffer.from(text, 'latin1').subarray(0, LONGEST_LITERAL);
  return { rule, bytes, anyCase };
}

function valueRules({ values }: LeakSearch): readonly LeakRule[] {
  return linesOfValues(values).flatMap(({ name, value }) =>
    spellingsOf(value).map(({ text, as }) => ({
      id: 'known-value',
      what: `the value of ${name}${as === 'plain' ? '' : ` (${as})`}`,
      severity: 'high',
      anchors: [text],
      after: ANYTHING,
      inWord: true,
      hint: 'Revoke it, and keep it out of the build.',
    })),
  );
}

function identifierRules({ identifiers }: LeakSearch): readonly LeakRule[] {
  return identifiers
    .filter((identifier) => identifier.length >= SHORTEST_IDENTIFIER)
    .map((identifier) => ({
      id: 'identifier',
      what: 'a name that `identifiers` lists',
      severity: 'medium',
      anchors: casesOfName(identifier),
      after: /[A-Za-z0-9]$/.test(identifier) ? /^(?![A-Za-z0-9])/ : ANYTHING,
      ...(/^[A-Za-z0-9]/.test(identifier) ? {} : { inWord: true as const }),
      hint: 'Keep it out of the build, or allow it (`leaks-allow`).',
    }));
}

/** As it is written, in small letters and in capitals; of what is only ASCII one form, as any case of it is found. */
function casesOfName(name: string): readonly string[] {
  return [...new Set([name, name.toLowerCase(), name.toUpperCase()].map(withSmallLetters))];
}

/** As latin1; letters beyond ASCII stay as they are. */
function withSmallLetters(text: string): string {
  return Buffer.from(text).toString('latin1').replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function folderRules({ folders }: LeakSearch): readonly LeakRule[] {
  return folders.map((folder) => ({
    id: 'machine-folder',
    what: 'a folder on the build machine',
    severity: 'medium',
    anchors: [Buffer.from(folder).toString('latin1')],
    after: /^(?![\w.-])/,
    inWord: true,
    hint: 'Build in the sandbox, and keep the build folder\'s path out of the output.',
  }));
}

/** What a program keeps of the folder in which Nix built it; only packages of this closure, as others ship such folders too. */
function buildRules({ packages }: LeakSearch): readonly LeakRule[] {
  const names = new Set(packages);
  const rule = { id: 'build-folder', what: 'a folder in which Nix built a package', severity: 'low', hint: 'Strip it, or build it with -ffile-prefix-map.' } as const;
  const check = (text: string): boolean => names.has(text.split('/')[2] ?? '') || names.has(/^\/tmp\/nix-build-([\w.+-]{3,200})\.drv-\d/.exec(text)?.[1] ?? '');
  return [
    { ...rule, anchors: ['/build/'], text: 4, after: /^[\w.+-]{3,200}\//, check },
    { ...rule, anchors: ['/tmp/nix-build-'], text: 9, after: /^[\w.+-]{3,200}\.drv-\d{1,6}\//, check },
  ];
}

/** Tells whether a value is worth looking for: `true`, `/path/to/key` and `0000` are not. Keys of several lines have a header that looks like nothing. */
export function isSecretValue(value: string): boolean {
  return !/^(?:[./~]|[a-z]{1,12}$)/.test(value) && value.split('\n').some((line) => looksRandom(line.trim()));
}
