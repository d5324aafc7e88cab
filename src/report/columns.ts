type Row = readonly string[];

/** Cells of a row joined by two blanks, each column as wide as its widest cell, numbers one below the other. */
export function alignRight(rows: readonly Row[]): readonly string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

/** The same for words. */
export function alignLeft(rows: readonly Row[]): readonly string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

function widthsOf(rows: readonly Row[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return widths;
}
