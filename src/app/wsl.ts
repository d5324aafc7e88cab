import { basename } from 'node:path';
import type { Host } from '../kit/host.ts';
import type { WslReport } from '../report/facts/wsl-facts.ts';
import { checkTarball } from '../wsl/check-tarball.ts';
import type { WslRequest } from '../wsl/request.ts';

/**
 * Checks a WSL tarball. What is wrong with it is in the report.
 * @throws Failure if it can't be read; SetupError, CancelledError
 */
export async function makeTarball(request: WslRequest, host: Host): Promise<WslReport> {
  const began = performance.now();
  const { tarball, rows } = await checkTarball(request.tarball, request, { signal: host.signal, now: Date.now() });
  return { name: basename(request.tarball), configuration: undefined, arch: request.arch, tarball, rows, files: [], artifact: undefined, release: undefined, duration: performance.now() - began };
}
