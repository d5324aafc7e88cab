/** GitHub drops a job summary over 1 MiB; we stay far below it. */
const MAX_SUMMARY_BYTES = 512 * 1024;

/**
 * Escapes text so that nothing in it is read as Markdown or HTML; line breaks become blanks. Uses numeric references instead of backslashes,
 * because they also work in HTML blocks and tables.
 */
export function escapeText(text: string): string {
  return onOneLine(text).replaceAll(SPECIAL, (character, link: string | undefined) => `&#${character.charCodeAt(0)};${link === undefined ? '' : '&#8203;'}`);
}

/**
 * GitHub looks for mentions, which write to people, and for numbers of issues in what its Markdown has become: a numeric reference
 * is a character again by then, so a blank without width comes behind it (https://github.com/github/cmark-gfm/issues/181).
 */
const SPECIAL = /((?<![a-z\d])@(?=[a-z\d])|#(?=\d))|[&<>`*_~|\\[\]#@]/gi;

function onOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/);
  if (lines.length === 1) return text;
  const trimmed = lines.map((line, index) => (index === 0 ? line.trimEnd() : index === lines.length - 1 ? line.trimStart() : line.trim()));
  return trimmed.filter((line, index) => line !== '' || index === 0 || index === lines.length - 1).join(' ');
}

/** Returns text in a code span, good in a table cell as well. */
export function code(text: string): string {
  if (/^[^\s`|](?:[^`|\r\n]*[^\s`|])?$/.test(text)) return `\`${text}\``;
  // A code span knows no escapes, and a table splits at | even there: HTML does both right.
  return `<code>${text.replaceAll(/[&<>|`*_~\\[\]@\r\n:]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}

/** Renders a text of our own: only text between backticks is Markdown, as code. */
export function prose(text: string): string {
  return text
    .split(/(`[^`\r\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escapeText(part)))
    .join('');
}

/** Returns a block of text, whatever it holds. */
export function fence(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** Returns a quote block; every line of the text stays a line. */
export function quote(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => `> ${escapeText(line)}`.trimEnd())
    .join('<br>\n');
}

/** Returns a folded section; `body` is Markdown. */
export function details(title: string, body: string): string {
  return `<details><summary>${escapeText(title)}</summary>\n\n${body}\n\n</details>`;
}

/** Cells are Markdown already. @param right which columns are aligned to the right */
export function table(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const rule = head.map((_, column) => (right.includes(column) ? '---:' : '---'));
  return [head, rule, ...rows].map(tableRow).join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Cuts a document between two of its sections if it is too large for GitHub. */
export function capMarkdown(document: string, maxBytes = MAX_SUMMARY_BYTES): string {
  return joinSections(document.trimEnd().split(/\n\n(?=#{2,3} |<details>)/), maxBytes);
}

/** Joins sections, and leaves out from the end what would make the document too large. A sentence says so. */
export function joinSections(sections: readonly string[], maxBytes = MAX_SUMMARY_BYTES): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const section of sections.filter((text) => text !== '')) {
    bytes += Buffer.byteLength(section) + 2;
    if (bytes > maxBytes) {
      kept.push('_The rest of this report is left out: it is too long for a summary._');
      break;
    }
    kept.push(section);
  }
  return `${kept.join('\n\n')}\n`;
}


