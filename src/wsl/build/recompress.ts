import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { stream } from '../../programs/process.ts';

/** Writes a gzip file as xz, by the program of that name. @throws SetupError if there is none; CommandError, CancelledError */
export async function recompress(from: string, to: string, signal: AbortSignal): Promise<void> {
  const gunzip = createGunzip();
  const { stdout, done } = stream(['xz', '--compress', '--stdout', '--threads=0'], { input: gunzip, signal });
  await Promise.all([pipeline(createReadStream(from), gunzip, { signal }), pipeline(stdout, createWriteStream(to), { signal })]);
  await done;
}
