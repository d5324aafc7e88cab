import { cp, mkdir, rm } from 'node:fs/promises';
import type { HostCache } from './host.ts';

/** The part of @actions/cache that is needed. */
export interface CacheService {
  isFeatureAvailable(): boolean;
  restoreCache(paths: string[], primaryKey: string, restoreKeys: string[]): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<number>;
}

/**
 * GitHub's cache as a {@link HostCache}.
 * @param load fetches the client when it is first needed: it is large
 * @param folder through which everything goes; the same in every run, because the service takes the paths of an entry
 *   for a part of its key
 * @param debug told why an entry could not be had or kept
 */
export function createActionsCache(
  load: () => Promise<CacheService>,
  folder: string,
  debug: (line: string) => void,
): HostCache {
  let last: Promise<unknown> = Promise.resolve();
  // There is one folder, so one at a time.
  const next = async <T>(task: (service: CacheService) => Promise<T>, failed: string): Promise<T | undefined> => {
    const run = last.then(async () => {
      try {
        const service = await load();
        if (!service.isFeatureAvailable()) throw new Error('there is no cache service');
        await rm(folder, { recursive: true, force: true });
        return await task(service);
      } catch (error) {
        debug(`${failed}: ${String(error)}`);
        return undefined;
      } finally {
        await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      }
    });
    last = run;
    return run;
  };
  return {
    restore: async (key, prefix, target) =>
      next(async (service) => {
        const found = await service.restoreCache([folder], key, [prefix]);
        if (found !== undefined) await cp(folder, target, { recursive: true });
        return found;
      }, `The cache gave nothing for ${key}`),
    save: async (key, source) => {
      await next(async (service) => {
        await mkdir(folder, { recursive: true });
        await cp(source, folder, { recursive: true });
        // -1: it is there already, or the service did not take it. Either way there is nothing to do.
        if ((await service.saveCache([folder], key)) === -1) debug(`The cache did not take ${key}.`);
      }, `The cache did not take ${key}`);
    },
  };
}
