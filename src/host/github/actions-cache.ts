import { constants } from 'node:fs';
import { access, cp, mkdir, rm, symlink } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { messageOf } from '../../kit/errors.ts';
import type { HostCache } from '../../kit/host.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { makeTemporary } from '../../kit/temporary.ts';
import { capture } from '../../programs/process.ts';
import { ENTRY, cacheRefusal } from './cache-service.ts';

export interface ActionsCacheOptions {
  /** The job's environment: it says where the service is. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Gets what the client prints, and why an entry could not be restored or saved. */
  readonly debug: (line: string) => void;
  /** Told when the service has reached a limit, each time. */
  readonly warning: (message: string) => void;
}

// Node runs src as it is; in dist each entry has a folder of its own.
const PROGRAM = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'cache-client.ts' : '../cache/index.js');

/** All that the client may start. With zstd in reach it writes entries that a job without it never finds. */
const PROGRAMS = ['tar', 'gzip'];

/**
 * Creates a {@link HostCache} of GitHub's cache. What one job saves, any other finds, wherever its workspace and its temporary
 * folder are, and whichever programs it has: jobs on a runner and jobs in containers share entries.
 */
export function createActionsCache(options: ActionsCacheOptions): HostCache {
  const within = async <T>(failed: string, task: (folder: string) => Promise<T>): Promise<T | undefined> => {
    let folder: string | undefined;
    try {
      if (!hasService(options.env)) throw new Error('there is no cache service');
      folder = await makeTemporary('nix-feature-cache');
      return await task(folder);
    } catch (error) {
      options.debug(`${failed}: ${messageOf(error)}`);
      return undefined;
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  };
  return {
    restore: (key, prefix, target) =>
      within(`The cache could not be read for ${key}`, async (folder) => {
        const found = await ask(['restore', key, prefix], folder, options);
        if (typeof found !== 'string') return undefined;
        await cp(join(folder, ENTRY), target, { recursive: true });
        return found;
      }),
    save: async (key, source) => {
      await within(`The cache could not store ${key}`, async (folder) => {
        await cp(source, join(folder, ENTRY), { recursive: true });
        if ((await ask(['save', key], folder, options)) !== true) options.debug(`The cache could not store ${key}.`);
      });
    },
  };
}

function hasService(env: ActionsCacheOptions['env']): boolean {
  return [env['ACTIONS_RESULTS_URL'], env['ACTIONS_CACHE_URL']].some((url) => (url ?? '') !== '');
}

/**
 * Runs the client in a folder.
 * @returns its answer; see cache-client.ts
 * @throws Failure
 */
async function ask(words: readonly string[], folder: string, { env, signal, debug, warning }: ActionsCacheOptions): Promise<unknown> {
  const programs = join(folder, 'bin');
  await linkPrograms(programs, env['PATH'] ?? '');
  const said = await capture([process.execPath, PROGRAM, ...words], {
    purpose: 'cache',
    baseEnv: env,
    cwd: folder,
    // The client resolves paths against the one, and its archives against the other.
    env: { GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder, PATH: programs },
    signal,
    shown: { argv: ['the cache client'] },
  });
  const lines = said.trimEnd().split('\n');
  const answer = lines.pop() ?? '';
  const refusal = cacheRefusal(said);
  if (refusal !== undefined) warning(refusal);
  for (const line of lines.flatMap(worthSaying)) debug(line);
  return JSON.parse(answer);
}

/** Of what the client writes for the runner: no debug lines, which show signed URLs, and none that asks for their masks. */
function worthSaying(line: string): string[] {
  const text = line.replace(/^::(?:warning|error|notice)::/, '');
  return text === '' || text.startsWith('::') ? [] : [redactUrls(text)];
}

/** Makes a folder for PATH with nothing but the programs that are needed. */
async function linkPrograms(folder: string, path: string): Promise<void> {
  await mkdir(folder);
  for (const name of PROGRAMS) {
    const found = await firstOf(path.split(':').filter((each) => isAbsolute(each)).map((each) => join(each, name)));
    if (found !== undefined) await symlink(found, join(folder, name));
  }
}

async function firstOf(programs: readonly string[]): Promise<string | undefined> {
  for (const program of programs) {
    if (await access(program, constants.X_OK).then(() => true, () => false)) return program;
  }
  return undefined;
}
