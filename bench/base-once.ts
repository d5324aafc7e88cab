/**
 * Reads the store of a base once, as a process of its own: node base-once.ts REFERENCE [CACHE_FOLDER]
 * Prints how many store paths it has, peak memory in bytes, and how many milliseconds of processor time it took.
 */
import { readBase } from '../src/base/read-base.ts';
import { createFolderCache } from '../src/host/terminal/folder-cache.ts';
import { parseReference } from '../src/oci/format/reference.ts';
import { Registry } from '../src/oci/pull/registry.ts';

const [text = '', folder] = process.argv.slice(2);
const registry = new Registry(parseReference(text));
const cache = folder === undefined ? undefined : createFolderCache(folder, (line) => process.stderr.write(`${line}\n`));
const { paths } = await readBase(registry, 'amd64', cache === undefined ? {} : { cache });
registry.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(JSON.stringify({ paths: paths.size, peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }));
