import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where inputs are kept that once broke a parser: a line each, in base64. */
export function corpusFile(parser: string): string {
  return path.join(import.meta.dirname, 'corpus', `${parser.toLowerCase().replaceAll(/[^a-z.]+/g, '-')}.txt`);
}

export function corpusOf(parser: string): readonly Buffer[] {
  const file = corpusFile(parser);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => Buffer.from(line, 'base64'));
}
