import { basename } from 'node:path';
import type { SourceLocation } from '../../kit/errors.ts';
import { printable } from '../../kit/format.ts';
import { inert } from '../../kit/safe-text.ts';

/** Colours for a terminal, or none. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

const plain = (text: string): string => text;

export const PLAIN: Palette = { bold: plain, dim: plain, red: plain, yellow: plain };

/** ECMA-48, "Select graphic rendition". */
export const COLOURS: Palette = {
  bold: (text) => `\u001B[1m${text}\u001B[22m`,
  dim: (text) => `\u001B[2m${text}\u001B[22m`,
  red: (text) => `\u001B[31m${text}\u001B[39m`,
  yellow: (text) => `\u001B[33m${text}\u001B[39m`,
};

/** Returns a text from outside on one line, fit for a terminal whatever it holds. */
export function onOneLine(text: string): string {
  return inert(printable(text));
}

/**
 * Cells of a row joined by two blanks, each column as wide as its widest cell.
 * @param numbers the columns whose cells end below each other; all of them unless said
 */
export function alignColumns(rows: readonly (readonly string[])[], numbers?: readonly number[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const aligned = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return numbers?.includes(column) === false ? cell.padEnd(width) : cell.padStart(width);
  };
  return rows.map((row) => row.map(aligned).join('  ').trimEnd());
}

/** Returns a text as lines of at most `width` characters, split at its blanks; a longer word has a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    if (line !== undefined && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === undefined ? word : `${line} ${word}`;
    }
  }
  return line === undefined ? lines : [...lines, line];
}

/**
 * Puts the place before a message, as compilers do. Messages name their file, because not every host shows the place; the file is then not
 * repeated.
 */
export function placed(message: string, at: SourceLocation | undefined): string {
  if (at === undefined) return message;
  if (at.line === undefined && message.includes(at.file)) return message;
  const place = [at.file, at.line, at.line === undefined ? undefined : at.column].filter((part) => part !== undefined).join(':');
  const said = [`${place} `, `${basename(at.file)}: `].find((start) => message.startsWith(start)) ?? '';
  return `${place}: ${message.slice(said.length)}`;
}
