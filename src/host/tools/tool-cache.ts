import { isAbsolute, join } from 'node:path';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import { makeFolders } from '../../kit/files.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { makeTemporary, removeFolder } from '../../kit/temporary.ts';
import { capture } from '../../programs/process.ts';
import { cacheFolder } from '../terminal/folder-cache.ts';
import type { Tool, ToolAnswer } from './tool.ts';

// Node runs src as it is; in dist each entry has a folder of its own.
const PROGRAM = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'tool-client.ts' : '../tools/index.js');

export interface ToolCacheOptions {
  /** Says where the cache is, and which proxy leads to servers. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Told what the client says. */
  readonly debug: (line: string) => void;
}

/** A tool's folder in the cache; `cached`: it was there already. */
export interface CachedTool {
  readonly folder: string;
  readonly cached: boolean;
}

/**
 * Finds a tool in the machine's tool cache, or downloads it. Its hash is compared before anything of it is unpacked.
 * On a runner the cache is RUNNER_TOOL_CACHE; elsewhere it is beside what else is kept for later.
 * @throws Failure if it can't be downloaded; IntegrityError if its hash differs; CancelledError
 */
export async function fetchTool(tool: Tool, { env, signal, debug }: ToolCacheOptions): Promise<CachedTool> {
  const told = env['RUNNER_TOOL_CACHE'] ?? '';
  const cache = isAbsolute(told) ? told : join(cacheFolder(env), 'tools');
  await makeFolders(cache);
  const work = await makeTemporary('nix-feature-tool');
  try {
    const said = await capture([process.execPath, PROGRAM, JSON.stringify(tool)], {
      purpose: 'download',
      baseEnv: env,
      cwd: work,
      env: { RUNNER_TOOL_CACHE: cache, RUNNER_TEMP: work },
      signal,
      shown: { argv: ['the tool-cache client'] },
    });
    const lines = said.trimEnd().split('\n');
    const answer = JSON.parse(lines.pop() ?? '') as ToolAnswer;
    for (const line of lines.filter((each) => each !== '')) debug(redactUrls(line.replace(/^::\w+::/, '')));
    if ('folder' in answer) return answer;
    throw failureOf(answer, tool);
  } finally {
    await removeFolder(work);
  }
}

function failureOf(answer: Exclude<ToolAnswer, CachedTool>, { url, sha256 }: Tool): Failure {
  const address = redactUrls(url);
  if (answer.problem === 'hash') {
    return new IntegrityError(`${address} has the wrong SHA-256: ${answer.found} instead of ${sha256}. Nothing of it was unpacked.`, {
      hint: 'If you set "nix-sha256" or "nix-mirror", check them. Otherwise something between this machine and the server changes the download.',
    });
  }
  const says = redactUrls(answer.says);
  if (answer.problem === 'download') {
    return new Failure(`${address} can't be downloaded: ${says}. It was tried up to three times.`, { hint: 'Check that the version exists and that this machine can reach the server; "nix-mirror" names another one.' });
  }
  return new Failure(`${address} can't be unpacked: ${says}.`, { hint: 'That needs "tar" and "xz" in PATH, and room for about 250 MB in the tool cache and the temporary folder.' });
}
