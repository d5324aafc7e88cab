import { cp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, isAbsolute } from 'node:path';
import { makeFolders } from '../../kit/files.ts';
import type { HostCache } from '../../kit/host.ts';
import { makeTemporary } from '../../kit/temporary.ts';

/** Entries kept: the oldest go. */
const MAX_ENTRIES = 50;
const PARTIAL = '.partial-';

/**
 * Creates a cache in a folder, one folder per key.
 * @param root absolute; made when something is saved
 * @param debug told why an entry could not be had or kept
 */
export function createFolderCache(root: string, debug: (line: string) => void): HostCache {
  return {
    restore: async (key, prefix, folder) => {
      try {
        const found = await findEntry(root, key, prefix);
        if (found === undefined) return undefined;
        await cp(join(root, fileNameOf(found)), folder, { recursive: true });
        return found;
      } catch (error) {
        debug(`The cache in ${root} could not be read for ${key}: ${String(error)}`);
        return undefined;
      }
    },
    save: async (key, folder) => {
      try {
        await saveEntry(root, key, folder);
      } catch (error) {
        debug(`The cache in ${root} could not store ${key}: ${String(error)}`);
      }
    },
  };
}

async function findEntry(root: string, key: string, prefix: string): Promise<string | undefined> {
  const keys = await newestFirst(root);
  return keys.includes(key) ? key : keys.find((candidate) => candidate.startsWith(prefix));
}

async function saveEntry(root: string, key: string, folder: string): Promise<void> {
  await makeFolders(root);
  const entry = join(root, fileNameOf(key));
  if ((await stat(entry).catch(() => undefined)) !== undefined) return;
  // Another process may save at the same time; whoever renames first wins.
  const partial = await makeTemporary('partial-cache', root, true);
  try {
    await cp(folder, partial, { recursive: true });
    const now = new Date();
    await utimes(partial, now, now);
    await rename(partial, entry);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  const old = (await newestFirst(root)).slice(MAX_ENTRIES);
  await Promise.all(old.map((name) => rm(join(root, fileNameOf(name)), { recursive: true, force: true })));
}

async function newestFirst(root: string): Promise<readonly string[]> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const entries = await Promise.all(
    names.map(async (name) => {
      const key = keyOf(name);
      // Another process may remove old entries right now.
      const time = (await stat(join(root, name)).catch(() => undefined))?.mtimeMs;
      return key === undefined || time === undefined ? undefined : { key, time };
    }),
  );
  return entries
    .filter((entry) => entry !== undefined)
    .toSorted((a, b) => b.time - a.time)
    .map(({ key }) => key);
}

/** Undefined for what is no entry. */
function keyOf(fileName: string): string | undefined {
  if (fileName.startsWith(PARTIAL)) return undefined;
  try {
    return decodeURIComponent(fileName);
  } catch {
    return undefined;
  }
}

/** Keys hold slashes and colons. */
function fileNameOf(key: string): string {
  return encodeURIComponent(key);
}

/** Returns the folder in which a machine keeps what can be fetched or made again. XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const told = env['NIX_FEATURE_CACHE'] ?? '';
  if (told !== '') return told;
  const xdg = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(xdg) ? xdg : join(env['HOME'] ?? homedir(), '.cache'), 'nix-feature');
}
