/*
 * The client of the runner's tool cache as a program of its own; see tool-cache.ts, which starts it. The client writes
 * commands for the runner to standard output, and takes its folders from the environment of the whole process.
 *
 *   tool-client <tool as JSON>
 *
 * The last line that it writes is JSON: a ToolAnswer.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, downloadTool, extractTar, find } from '@actions/tool-cache';
import type { Tool, ToolAnswer } from './tool.ts';

/** In the tool's folder: the cache itself knows only a name and a version, and somebody may have meant another archive. */
const HASH_FILE = '.nix-feature-sha256';

// The one place that tries a download again is the client; its own pauses of 10 to 20 seconds are for other servers. (retry-helper.ts)
Object.assign(globalThis, { TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS: 1, TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS: 3 });

async function answer({ name, version, arch, url, sha256, folder }: Tool): Promise<ToolAnswer> {
  const known = find(name, version, arch);
  if (known !== '' && (await readFile(join(known, HASH_FILE), 'utf8').catch(() => '')) === sha256) return { folder: known, cached: true };
  const archive = await attempt('download', downloadTool(url));
  if (typeof archive !== 'string') return archive;
  const found = await hashOf(archive);
  if (found !== sha256) return { problem: 'hash', found };
  // The owner in the archive is whoever has built it.
  const unpacked = await attempt('unpack', extractTar(archive, undefined, ['xJ', '--no-same-owner']));
  if (typeof unpacked !== 'string') return unpacked;
  const kept = await attempt('unpack', writeFile(join(unpacked, folder, HASH_FILE), sha256).then(() => cacheDir(join(unpacked, folder), name, version, arch)));
  return typeof kept === 'string' ? { folder: kept, cached: false } : kept;
}

async function attempt(problem: 'download' | 'unpack', task: Promise<string>): Promise<string | ToolAnswer> {
  try {
    return await task;
  } catch (error) {
    return { problem, says: (error as Error).message };
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

const result = await answer(JSON.parse(process.argv[2] ?? '') as Tool);
process.stdout.write(`\n${JSON.stringify(result)}\n`);
