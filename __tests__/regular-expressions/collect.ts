import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.join(import.meta.dirname, '../../src');
/** What a slash that begins a regular expression stands behind. */
const BEFORE = /(?:^|[=(,:[!&|?{};+]|=>|\b(?:return|case|typeof|of|in|yield|await))$/;

export interface Found {
  readonly expression: RegExp;
  readonly where: string;
}

/** All literals of src, and what its modules make of texts when they are read. */
export async function collectExpressions(): Promise<readonly Found[]> {
  const files = globSync('**/*.ts', { cwd: SRC }).sort();
  const literals = files.flatMap((file) => literalsOf(readFileSync(path.join(SRC, file), 'utf8')).map((expression) => ({ expression, where: file })));
  return [...literals, ...(await constructed(files))];
}

/** Modules are read with a RegExp that takes notes. Entries are left out, as they would begin to run. */
async function constructed(files: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  const original = RegExp;
  let where = '';
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args: [string | RegExp, string?]) => {
      const expression = new target(...args);
      // A package that a module imports makes its own.
      if (where !== '' && !(new Error().stack?.split('\n')[2] ?? '').includes('/node_modules/')) found.push({ expression, where });
      return expression;
    },
  });
  try {
    for (const file of files.filter((name) => !/^(?:main|cli\/main|archive\/block-worker|host\/github\/cache-client|host\/tools\/tool-client|explorer\/page\/main)\.ts$/.test(name))) {
      where = file;
      await import(path.join(SRC, file));
    }
  } finally {
    globalThis.RegExp = original;
  }
  return found.filter(({ expression }, index) => found.findIndex((each) => String(each.expression) === String(expression)) === index);
}

/** The regular expressions of a TypeScript text. */
export function literalsOf(text: string): readonly RegExp[] {
  const found: RegExp[] = [];
  const templates: number[] = [];
  let depth = 0;
  let code = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '/' && text[at + 1] === '/') at = ending(text, '\n', at);
    else if (char === '/' && text[at + 1] === '*') at = ending(text, '*/', at) + 1;
    else if (char === "'" || char === '"') {
      at = endOfQuote(text, at, char);
      code = 'x';
    } else if (char === '`' || (char === '}' && templates.at(-1) === depth)) {
      if (char === '}') templates.pop();
      at = endOfTemplate(text, at);
      code = 'x';
      if (text[at] === '{') {
        templates.push(depth);
        code = '{';
      }
    } else if (char === '/' && BEFORE.test(code.trimEnd())) {
      const end = endOfExpression(text, at);
      const flags = /^[dgimsuvy]*/.exec(text.slice(end + 1))?.[0] ?? '';
      found.push(new RegExp(text.slice(at + 1, end), flags));
      at = end + flags.length;
      code = 'x';
    } else {
      if (char === '{') depth++;
      if (char === '}') depth--;
      code = (code + char).slice(-20);
    }
  }
  return found;
}

function ending(text: string, what: string, from: number): number {
  const end = text.indexOf(what, from + 1);
  return end < 0 ? text.length : end;
}

function endOfQuote(text: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Where the template ends, or the brace behind a dollar is. */
function endOfTemplate(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '`') {
    if (text[at] === '$' && text[at + 1] === '{') return at + 1;
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

function endOfExpression(text: string, from: number): number {
  let inClass = false;
  let at = from + 1;
  for (; at < text.length && (inClass || text[at] !== '/'); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
  }
  return at;
}
