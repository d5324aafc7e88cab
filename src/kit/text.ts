/**
 * Returns the candidate that a mistyped word most likely meant, or undefined if none is close.
 * Close: at most one edit per three letters (a swap of neighbours is one edit), or one is the beginning of the other.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  const longest = Math.max(word.length, best?.candidate.length ?? 0);
  if (best !== undefined && best.distance <= Math.max(1, Math.floor(longest / 3))) return best.candidate;
  return lower.length < 2 ? undefined : candidates.find((candidate) => candidate.startsWith(lower));
}

/** Returns ` Did you mean docker?`, or nothing. Ready to be appended to a sentence. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = closest(word, candidates);
  return candidate === undefined ? '' : ` Did you mean ${candidate}?`;
}

/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replace = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * Tells whether a text fits a pattern, all of it; `*` stands for any characters, and nothing else has a meaning. It takes as many steps as the
 * text has characters times the pattern's, whatever they are.
 */
export function fitsWildcard(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === pattern;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - last.length;
}

/** Removes a character from the end of a text, however often it is there. */
export function withoutTrailing(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end--;
  return text.slice(0, end);
}

/** Tells whether a line has both parts, in this order. Case does not matter. */
export function hasLineWith(text: string, first: string, second: string): boolean {
  const [before, after] = [first.toLowerCase(), second.toLowerCase()];
  return text
    .toLowerCase()
    .split('\n')
    .some((line) => {
      const at = line.indexOf(before);
      return at >= 0 && line.includes(after, at + before.length);
    });
}

/** Returns a text as one word of a shell, whatever is in it (POSIX shell, "Single-Quotes"). */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Returns the same as a person writes it: in quotes only where they are needed. */
export function plainShellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellWord(text);
}

/** Returns a value as JSON for people and programs alike: indented, and ended by a line feed. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Is it a day that there is: `2026-12-31`? */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
