import { wrapText } from '../../report/text/terminal-text.ts';

/** Columns of a help text: what a terminal has, within what can be read. */
const NARROWEST = 60;
export const WIDEST = 100;

/** @param columns of the terminal; undefined if there is none */
export function helpWidth(columns: number | undefined): number {
  return Math.min(WIDEST, Math.max(NARROWEST, columns === undefined || columns === 0 ? WIDEST : columns));
}

/**
 * Lays text out anew for a width. Blocks are separated by empty lines: paragraphs, usages (the first line begins with "Usage:"), lists (lines begin with
 * "  - "), and examples (lines are set in), which are broken as a shell reads them.
 */
export function reflow(text: string, width: number): string {
  return text.split('\n\n').map((block) => blockLines(block.split('\n'), width).join('\n')).join('\n\n');
}

function blockLines(lines: readonly string[], width: number): readonly string[] {
  const [first = ''] = lines;
  if (first.startsWith('Usage:')) return usageLines(lines.join('\n').slice('Usage:'.length), width);
  if (first.startsWith('  ') && !first.startsWith('  - ')) return lines.flatMap((line) => commandLines(line.trimStart(), '  ', width));
  return joined(lines).flatMap((line) => (line.startsWith('  - ') ? hanging(line.slice(4), '  - ', width) : wrapText(line, width)));
}

/** Lines that belong together as one; each item of a list is by itself. */
function joined(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    const isNew = items.length === 0 || line.startsWith('  - ') || (items.at(-1)?.startsWith('  - ') === true && !line.startsWith('    '));
    if (isNew) items.push(line);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

const USAGE = 'Usage: ';

/** Each usage begins with the program's name; what is set in below it belongs to it. */
function usageLines(text: string, width: number): readonly string[] {
  const usages = text.trim().replaceAll(/\s+/g, ' ').split(/ (?=nix-feature )/);
  return usages.flatMap((usage, index) =>
    wrapText(usage, width - USAGE.length - 2).map((line, at) => `${index === 0 && at === 0 ? USAGE : ' '.repeat(USAGE.length)}${at === 0 ? '' : '  '}${line}`),
  );
}

/** Returns text behind a first word, further lines below it. */
export function hanging(text: string, first: string, width: number): readonly string[] {
  return wrapText(text, width - first.length).map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line);
}

/** A line for a shell, with a backslash where it is broken. Nothing in quotes is broken. */
function commandLines(command: string, indent: string, width: number): readonly string[] {
  if (indent.length + command.length <= width) return [indent + command];
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length + 2 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${last === undefined ? '' : '  '}${word}`);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

/** Lays out two columns; text that does not fit into the right one continues below it. */
export function twoColumns(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const left = Math.max(...rows.map(([text]) => text.length));
  return rows.flatMap(([name, text]) => hanging(text, `  ${name.padEnd(left)}  `, width));
}
