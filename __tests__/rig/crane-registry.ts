import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { RIG, TOOLS, searchPath } from './paths.ts';
import { freePort } from './ports.ts';
import { startService, until } from './service.ts';
import type { Registry } from './registry.ts';

const CRANE = path.join(TOOLS, 'usr/bin/crane');

/** Where the mirror has no sid there is no crane. */
export const hasCrane = existsSync(CRANE);

/** Starts another real registry (go-containerregistry's) on a free loopback port. Everybody may push. */
export async function startCraneRegistry(): Promise<Registry> {
  await mkdir(path.join(RIG, 'registry'), { recursive: true });
  const folder = await mkdtemp(path.join(RIG, 'registry', 'crane-'));
  const port = await freePort();
  const service = startService([CRANE, 'registry', 'serve', '--address', `127.0.0.1:${port}`, '--disk', path.join(folder, 'data')], {
    log: path.join(folder, 'log'),
    env: { PATH: searchPath() },
  });
  const stop = async (): Promise<void> => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const answers = async (): Promise<boolean> => {
    const answer = await fetch(`http://127.0.0.1:${port}/v2/`).catch(() => undefined);
    await answer?.body?.cancel();
    return answer !== undefined;
  };
  try {
    await mkdir(path.join(folder, 'data'), { recursive: true });
    await until('crane registry serve', answers, { seconds: 30, service });
  } catch (error) {
    await stop();
    throw error;
  }
  return { host: `localhost:${port}`, credentials: undefined, folder: path.join(folder, 'data'), stop };
}
