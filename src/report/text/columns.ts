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
