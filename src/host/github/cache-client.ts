/*
 * GitHub's cache client as a program of its own; see actions-cache.ts, which starts it. The client takes paths relative
 * to its working folder alone, and that folder is one for the whole process.
 *
 *   cache-client restore <key> <prefix>    cache-client save <key>
 *
 * The last line that it writes is JSON: the key that was found, whether the entry was kept, or null for neither.
 */
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import { ENTRY } from './cache-service.ts';

const [verb, key = '', prefix = ''] = process.argv.slice(2);

async function answer(): Promise<string | boolean | null> {
  if (!isFeatureAvailable()) throw new Error('there is no cache service');
  if (verb === 'restore') return (await restoreCache([ENTRY], key, [prefix])) ?? null;
  // -1: it is there already, or the service did not take it. Either way there is nothing to do.
  return (await saveCache([ENTRY], key)) !== -1;
}

process.stdout.write(`\n${JSON.stringify(await answer())}\n`);
