import { basename } from 'node:path';
import type { SourceLocation } from '../../kit/errors.ts';

/**
 * Returns a message behind the place that it is about, as compilers write it. Messages name their file, since not every host
 * shows the place: what the place says already is left out.
 */
export function placed(message: string, at: SourceLocation | undefined): string {
  if (at === undefined) return message;
  if (at.line === undefined && message.includes(at.file)) return message;
  const place = [at.file, at.line, at.line === undefined ? undefined : at.column].filter((part) => part !== undefined).join(':');
  const said = [`${place} `, `${basename(at.file)}: `].find((start) => message.startsWith(start)) ?? '';
  return `${place}: ${message.slice(said.length)}`;
}
