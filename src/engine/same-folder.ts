import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../kit/errors.ts';
import type { Engine } from './engine.ts';

/** So many entries are enough to tell two folders apart. */
const COMPARED = 100;

/**
 * Tells whether a folder that is mounted in a container is ours, and not another one of that name on the engine's machine. Compares the inodes
 * of its entries; nothing is written, as Nix may read the folder at the same time.
 * @param folder absolute, the same in the container
 * @returns false if it differs or can't be seen; true if the image has no `ls` to look with
 * @throws CancelledError
 */
export async function isSameFolder(engine: Engine, container: string, folder: string): Promise<boolean> {
  const theirs = await inodesIn(engine, container, folder);
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

async function inodesIn(engine: Engine, container: string, folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const lines = (await engine.run(['exec', container, '/bin/sh', '-c', 'ls -ai1 -- "$1"', 'sh', folder])).split('\n');
    return new Map(lines.flatMap((line) => {
      const [, inode, name] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
      return inode === undefined || name === undefined ? [] : [[name, inode] as const];
    }));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // What a shell says of a program that is not there, or can't be run.
    return error.exitCode === 127 || error.exitCode === 126 ? undefined : new Map();
  }
}
