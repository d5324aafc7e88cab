import type { GithubHost } from '../host/github/github.ts';
import type { Host } from '../kit/host.ts';
import { type CacheReport, cacheOutputsOf, renderCacheSummary } from '../report/runs/cache.ts';
import type { ServedCache } from '../serve/request.ts';
import type { CacheRequest } from '../serve/session/cache-request.ts';
import { CACHE_INPUTS } from './inputs/cache.ts';
import type { InputReader } from './inputs/inputs.ts';
import { surroundingsInJob } from './inputs/surroundings.ts';
import { readCacheRequest } from './requests/read-cache-request.ts';
import { runAction, setOutputs } from './run-action.ts';

export type StartCache = (request: CacheRequest) => Promise<{ readonly served: ServedCache; readonly nixConfig: string }>;
export type FinishCache = (request: CacheRequest, session: string, host: Host) => Promise<CacheReport>;

/**
 * Runs the main step of the cache action: starts the server, and tells Nix of the steps that follow.
 * @returns the exit code
 */
export async function runCacheAction(process: NodeJS.Process, host: GithubHost, start: StartCache): Promise<number> {
  return runAction(host, CACHE_INPUTS, async (read) => {
    const { served, nixConfig } = await start(await request(read, process));
    setOutputs(host, cacheOutputsOf(served));
    host.exportVariable('NIX_CONFIG', nixConfig);
    host.info(`Nix asks ${served.url} first: ${served.paths} store paths of ${served.features} Features.`);
  });
}

/**
 * Runs the post step: ends the server, keeps and uploads what was built.
 * @returns the exit code
 */
export async function runCachePost(process: NodeJS.Process, host: GithubHost, finish: FinishCache): Promise<number> {
  const session = host.state('cache-session');
  if (session === '') return 0;
  return runAction(host, CACHE_INPUTS, async (read) => {
    const asked = await request(read, process);
    const report = await finish(asked, session, host);
    if (asked.summary) await host.summary(renderCacheSummary(report));
  });
}

function request(read: InputReader, process: NodeJS.Process): Promise<CacheRequest> {
  return readCacheRequest(read, surroundingsInJob(process));
}
