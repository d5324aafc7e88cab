import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host, UseCase } from '../kit/host.ts';
import { makeTemporary } from '../kit/temporary.ts';
import type { BuildReport } from '../report/facts/facts.ts';
import type { BuildRequest } from '../request.ts';

/**
 * Runs `nix-feature test`: builds a Feature, installs it into its bases and tests it there. Nothing of it is kept.
 * @throws TestError
 */
export async function buildAndTest(
  request: BuildRequest,
  host: Host,
  build: UseCase<BuildRequest, BuildReport>,
): Promise<BuildReport> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await makeTemporary('nix-feature-test');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const report = await build({ ...request, test: 'true', push: 'false', output: join(folder, 'layout') }, host);
  return { ...report, layout: undefined };
}
