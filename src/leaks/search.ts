import type { LeakTargets, NamedValue } from '../request.ts';

/** What is looked for besides the rules; it can be handed to another thread. */
export interface LeakSearch extends LeakTargets {
  /** Names of the closure's packages, with version: Nix builds them in folders of these names. */
  readonly packages: readonly string[];
}

/** Shorter values are found by chance. */
export const SHORTEST_VALUE = 8;
export const SHORTEST_IDENTIFIER = 4;
/** Bytes of a literal that count; no two secrets begin alike for so long. */
export const LONGEST_LITERAL = 128;

/** One text that is looked for in one of its spellings. */
export interface Spelling {
  readonly text: string;
  readonly as: 'plain' | 'base64' | 'URL-encoded' | 'JSON-encoded';
}

/** How a value may be written: as it is, in base64 wherever it begins there, and as part of an address or of JSON. */
export function spellingsOf(value: string): readonly Spelling[] {
  const spellings: Spelling[] = [{ text: Buffer.from(value).toString('latin1'), as: 'plain' }];
  for (const [text, as] of [[encodeURIComponent(wellFormed(value)), 'URL-encoded'], [JSON.stringify(value).slice(1, -1), 'JSON-encoded']] as const) {
    if (text !== value) spellings.push({ text: Buffer.from(text).toString('latin1'), as });
  }
  for (const text of base64Of(Buffer.from(value))) {
    spellings.push({ text, as: 'base64' });
    const url = text.replaceAll('+', '-').replaceAll('/', '_');
    if (url !== text) spellings.push({ text: url, as: 'base64' });
  }
  return spellings;
}

/** Base64 writes three bytes as four characters: what is in the middle of something begins at any of the three. */
function base64Of(value: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), value]).toString('base64');
    // Characters that hold bits of what stands before or behind.
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + value.length) * 8) / 6));
  });
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** The values themselves; of those with several lines each line, as they are indented or joined elsewhere. */
export function linesOfValues(values: readonly NamedValue[]): readonly NamedValue[] {
  const lines = values.flatMap(({ name, value }) => {
    const several = value.split(/\r?\n/).map((line) => line.trim());
    return several.filter((line) => line.length >= (several.length > 1 ? 2 * SHORTEST_VALUE : SHORTEST_VALUE) && !line.startsWith('-----')).map((line) => ({ name, value: line }));
  });
  return [...new Map(lines.map((line) => [line.value, line])).values()];
}
