import { readFile } from 'node:fs/promises';
import { run } from './command.ts';

/** Unmounts what is mounted below a folder, innermost first: what a killed debootstrap or engine leaves behind. */
export async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n').map((line) => line.split(' ')[4] ?? '');
  for (const mount of mounts.filter((point) => point.startsWith(`${folder}/`)).toReversed()) await run(['umount', mount]);
}
