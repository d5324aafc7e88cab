import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { unmountBelow } from './mounts.ts';
import { RIG } from './paths.ts';

/**
 * A folder below `.rig` that is made once and kept. Test files run as separate processes: one makes it, the others wait.
 * A half-made folder of a killed run is made anew.
 * @param name may hold slashes; say in it whatever the content depends on
 * @param make fills the (empty) folder
 * @returns the folder
 */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(RIG, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  await mkdir(path.dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    await unmountBelow(unfinished);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished);
    await make(unfinished);
    await rename(unfinished, folder);
  });
  return folder;
}

export async function withLock<T>(file: string, body: () => Promise<T>): Promise<T> {
  const release = await lock(file);
  try {
    return await body();
  } finally {
    await release();
  }
}

/**
 * Held by one process at a time, or by many that share it, and let go by the kernel however a process ends (Node itself
 * has no flock).
 * @returns lets go of it
 */
export async function lock(file: string, kind: 'exclusive' | 'shared' = 'exclusive'): Promise<() => Promise<void>> {
  // A group of its own: Ctrl-C must not let go of the lock before its holder is through.
  const holder = spawn('flock', [`--${kind}`, file, 'sh', '-c', 'echo held; cat'], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const ended = new Promise<void>((resolve, reject) => {
    holder.on('error', reject);
    holder.on('exit', () => {
      resolve();
    });
  });
  const held = new Promise<void>((resolve) => {
    holder.stdout.once('data', () => {
      resolve();
    });
  });
  await Promise.race([held, ended]);
  return async () => {
    holder.stdin.end();
    await ended;
  };
}
