import { isRefused, type WslReport } from '../facts/wsl-facts.ts';

/** What `nix-feature wsl --json` prints: `null` if there is nothing. */
export function wslResultOf(report: WslReport) {
  const { name, configuration = null, arch, tarball, rows, files, artifact = null, release = null } = report;
  return { schemaVersion: 1, name, configuration, arch, outcome: isRefused(report) ? 'failed' : 'passed', tarball, checks: rows, files, artifact, release };
}
