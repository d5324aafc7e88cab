import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Ended, ContainerQuestion } from './questions.ts';

/** So many entries are enough to tell two folders apart. */
const COMPARED = 100;

/** Asks for the inodes of a folder in a container. Nothing is written, as Nix may read the folder at the same time. */
export function inodesQuestion(folder: string): ContainerQuestion {
  return { argv: ['/bin/sh', '-c', 'ls -ai1 -- "$1"', 'sh', folder] };
}

/**
 * Tells whether a folder that is mounted in a container is ours, and not another one of that name on the engine's machine, by the
 * inodes of its entries.
 * @param folder absolute, the same in the container
 * @param answer to {@link inodesQuestion}
 * @returns false if it differs or can't be seen; true if the image has no `ls` to look with
 */
export async function isSameFolder(folder: string, answer: Ended): Promise<boolean> {
  const theirs = inodesIn(answer);
  if (theirs === undefined) return true;
  if (theirs.get('.') !== String((await lstat(folder)).ino)) return false;
  for (const name of (await readdir(folder)).slice(0, COMPARED)) {
    // A name with a line break is listed in a way of each `ls`'s own.
    if (/[^\x20-\x7e]|^\.\.?$/.test(name)) continue;
    const ours = await lstat(path.join(folder, name)).catch(() => undefined);
    if (ours !== undefined && theirs.get(name) !== String(ours.ino)) return false;
  }
  return true;
}

function inodesIn({ exitCode, lines }: Ended): ReadonlyMap<string, string> | undefined {
  // What a shell says of a program that is not there, or can't be run.
  if (exitCode === 127 || exitCode === 126) return undefined;
  if (exitCode !== 0) return new Map();
  return new Map(lines.flatMap((line) => {
    const [, inode, name] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return inode === undefined || name === undefined ? [] : [[name, inode] as const];
  }));
}
