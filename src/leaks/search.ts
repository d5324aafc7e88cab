import type { LeakTargets, NamedValue } from '../request/rules.ts';
import { piecesInBase64 } from './rules/encoded-rules.ts';
import type { Tables } from './prefilter/tables.ts';

/** What is looked for besides the rules; it can be handed to another thread. */
export interface LeakSearch extends LeakTargets {
  /** Names of the closure's packages, with version: Nix builds them in folders of these names. */
  readonly packages: readonly string[];
  /** The tables for a matcher of the same literals, so that they are made only once. */
  readonly tables?: Tables;
}

/** Shorter values are found by chance. */
export const SHORTEST_VALUE = 8;
export const SHORTEST_IDENTIFIER = 4;
/** Bytes of a literal that count; no two secrets begin alike for so long. */
export const LONGEST_LITERAL = 128;

/** One text that is looked for in one of its spellings. */
export interface Spelling {
  readonly text: string;
  readonly as: 'plain' | 'base64' | 'hexadecimal' | 'URL-encoded' | 'JSON-encoded' | 'XML-encoded';
}

/** Returns how a value may be written: as it is, in base64 wherever it begins there, in hexadecimal, and as part of an address, of JSON or of XML. Each text once. */
export function spellingsOf(value: string): readonly Spelling[] {
  const all: readonly (readonly [text: string, as: Spelling['as']])[] = [
    [value, 'plain'],
    ...urlForms(value.toWellFormed()).map((text) => [text, 'URL-encoded'] as const),
    ...jsonForms(value).map((text) => [text, 'JSON-encoded'] as const),
    ...xmlForms(value).map((text) => [text, 'XML-encoded'] as const),
    ...hexForms(value).map((text) => [text, 'hexadecimal'] as const),
    ...piecesInBase64(Buffer.from(value)).flatMap(piecesOf).flatMap((text) => [[text, 'base64'], [text.replaceAll('+', '-').replaceAll('/', '_'), 'base64']] as const),
  ];
  const once = new Map(all.toReversed());
  return [...once].toReversed().map(([text, as]) => ({ text: Buffer.from(text).toString('latin1'), as }));
}

/** As JavaScript and as RFC 3986 encode it, and as forms do; digits of either case. */
function urlForms(value: string): readonly string[] {
  const loose = encodeURIComponent(value);
  const strict = loose.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const form = strict.replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
  return [loose, strict, form].flatMap((text) => [text, text.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())]);
}

/** As JavaScript writes it, as PHP does (slashes), and as Go does (what means something in HTML). */
function jsonForms(value: string): readonly string[] {
  const plain = JSON.stringify(value).slice(1, -1);
  return [plain, plain.replaceAll('/', String.raw`\/`), plain.replaceAll(/[<>&]/g, (character) => String.raw`\u00` + character.charCodeAt(0).toString(16))];
}

/** As text between tags, and as an attribute with what means something there. */
function xmlForms(value: string): readonly string[] {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quoted = text.replaceAll('"', '&quot;');
  return [text, quoted, quoted.replaceAll("'", '&#39;'), quoted.replaceAll("'", '&apos;')];
}

function hexForms(value: string): readonly string[] {
  const digits = Buffer.from(value).toString('hex');
  return [digits, digits.toUpperCase()];
}

/** Characters of base64 that show which value it is. */
const PIECE = 24;
/** Fewer may occur by chance. */
const SHORTEST_PIECE = 12;

/**
 * Programs break base64 into lines, of 64 characters at least: of two pieces in a row one is whole. The last ones are taken, as keys and
 * tokens of a kind begin alike.
 */
function piecesOf(text: string): readonly string[] {
  if (text.length < 2 * SHORTEST_PIECE) return [text];
  const length = Math.min(PIECE, text.length >> 1);
  return [text.slice(-2 * length, -length), text.slice(-length)];
}

/** Returns the values themselves; of those with several lines each line, as they are indented or joined elsewhere. */
export function linesOfValues(values: readonly NamedValue[]): readonly NamedValue[] {
  const lines = values.flatMap(({ name, value }) => {
    const several = value.split(/\r?\n/).map((line) => line.trim());
    return several.filter((line) => line.length >= (several.length > 1 ? 2 * SHORTEST_VALUE : SHORTEST_VALUE) && !line.startsWith('-----')).map((line) => ({ name, value: line }));
  });
  return [...new Map(lines.map((line) => [line.value, line])).values()];
}
