import { basename } from 'node:path';
import type { SourceLocation } from '../../kit/errors.ts';

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
