/**
 * What text from outside must not do where it is shown: move a terminal's cursor or set its title (control characters, C1
 * too), end a line (line and paragraph separators), or turn the order of what is read around (marks for bidirectional
 * text). A surrogate alone is no text at all.
 */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]|\p{Surrogate}/u; // oxlint-disable-line no-control-regex
const UNFIT_IN_LINE = new RegExp(UNFIT.source.replace(String.raw`\u0000-\u001f`, String.raw`\u0000-\u0008\u000a-\u001f`), 'gu');
const UNFIT_IN_TEXT = new RegExp(UNFIT.source.replace(String.raw`\u0000-\u001f`, String.raw`\u0000-\u0008\u000b-\u001f`), 'gu');

/** ECMA-48: control sequences (colours, cursor), and strings for the terminal itself (titles, links), with their text. */
const SEQUENCE = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0090\u0098\u009c-\u009f]*(?:\u0007|\u001b\\|\u009c)/g; // oxlint-disable-line no-control-regex

/** The first character that a text of one line should not hold: "the character U+001B". */
export function firstUnfit(text: string): string | undefined {
  const found = UNFIT.exec(text)?.[0];
  return found === undefined ? undefined : `the character U+${codeOf(found).toUpperCase()}`;
}

/**
 * A line as it can be shown. Sequences for terminals are left out, other characters that do something are written as JSON
 * writes them: `\u202e`; so JSON stays what it was.
 */
export function inertLine(line: string): string {
  return line.replaceAll(SEQUENCE, '').replaceAll(UNFIT_IN_LINE, escaped);
}

/** The same for a text of several lines. */
export function inertText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(SEQUENCE, '')
    .replaceAll(UNFIT_IN_TEXT, escaped);
}

function escaped(character: string): string {
  return `\\u${codeOf(character)}`;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
}
