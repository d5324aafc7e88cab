/** Without a character that a text ends in, however often it does. */
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
