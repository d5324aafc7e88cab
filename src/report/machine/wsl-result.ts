import { isRefused, type WslReport } from '../facts/wsl-facts.ts';

/** Every output of the wsl action; wsl/action.yml and docs/reference/inputs.md are made from this. */
export const WSL_OUTPUTS = [
  { name: 'outcome', description: '`passed`, or `failed` if any check failed.' },
  { name: 'path', description: 'The tarball; empty if it was built and did not pass.' },
  { name: 'size', description: 'Its bytes.' },
  { name: 'digest', description: '`sha256:…` of the tarball; empty if it could not be read to its end.' },
  { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
  { name: 'artifact', description: 'The name of the uploaded artifact; empty if nothing was uploaded.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/wsl.schema.json`).' },
] as const;

/** Returns what the wsl action sets. Text from outside is in `json` alone. */
export function wslOutputsOf(report: WslReport): Readonly<Record<(typeof WSL_OUTPUTS)[number]['name'], string>> {
  const { tarball, rows, configuration, artifact = '' } = report;
  const refused = isRefused(report);
  return {
    outcome: refused ? 'failed' : 'passed',
    path: refused && configuration !== undefined ? '' : tarball.file,
    size: String(tarball.size),
    digest: tarball.digest,
    failed: rows.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name).join(','),
    artifact,
    json: JSON.stringify(wslResultOf(report)),
  };
}

/** Returns what `nix-feature wsl --json` prints: `null` if there is nothing. */
export function wslResultOf(report: WslReport) {
  const { name, configuration = null, arch, tarball, rows, files, artifact = null, release = null } = report;
  return { schemaVersion: 1, name, configuration, arch, outcome: isRefused(report) ? 'failed' : 'passed', tarball, checks: rows, files, artifact, release };
}
