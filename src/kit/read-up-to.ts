import { readFile, stat } from 'node:fs/promises';
import { IntegrityError } from './errors.ts';

/**
 * Reads a file that has no reason to be larger.
 * @param limit bytes
 * @throws IntegrityError if it is, or is no file; what the file system says
 */
export async function readUpTo(file: string, limit: number): Promise<Buffer> {
  const info = await stat(file);
  if (!info.isFile()) throw new IntegrityError(`${file} is not a file.`);
  if (info.size > limit) throw new IntegrityError(`${file} has ${info.size} bytes; the limit is ${limit}.`);
  return readFile(file);
}
