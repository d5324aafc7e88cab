import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of the installer, in the order in which they are joined: the program itself must be the last. */
const RUNTIME_PARTS = [
  'head',
  'say',
  'hints',
  'guard',
  'sets',
  'log',
  'signed',
  'bundle',
  'options',
  'rights',
  'nar',
  'preflight',
  'whole',
  'lock',
  'nix',
  'registry',
  'failure',
  'watch',
  'fetch',
  'layers',
  'unpack',
  'store',
  'owner',
  'switch',
  'shells',
  'record',
  'prune',
  'door',
  'dev',
  'register',
  'dev-lib',
  'release',
  'packages',
  'ctl',
  'why',
  'build',
  'mode',
  'main',
] as const;

/**
 * Reads the runtime that ships as `nix-feature/install.sh`: one file, from the parts in `install/parts`.
 * @param folder the project's `install` folder
 */
export async function readRuntime(folder: string): Promise<string> {
  const parts = await Promise.all(RUNTIME_PARTS.map((part) => readFile(join(folder, 'parts', `${part}.sh`), 'utf8')));
  return parts.join('');
}
