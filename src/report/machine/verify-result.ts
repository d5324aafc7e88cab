import { CHECKS, outcomeOf, titleOf, type Check, type VerifyReport } from '../facts/verify-facts.ts';

/** Every output of the verify action; verify/action.yml and docs/reference/inputs.md are made from this. */
export const VERIFY_OUTPUTS = [
  { name: 'outcome', description: '`passed`; `failed` if any check failed; `unchecked` if none failed but something could not be checked.' },
  { name: 'digest', description: 'The digest of the manifest that was verified; empty if it could not be read. A tag may name another one later.' },
  { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/verify.schema.json`).' },
] as const;

export type VerifyOutputName = (typeof VERIFY_OUTPUTS)[number]['name'];

/** Returns what the verify action sets. Text from outside is in `json` alone. */
export function verifyOutputsOf(report: VerifyReport): Readonly<Record<VerifyOutputName, string>> {
  const failed = new Set(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name));
  return {
    outcome: outcomeOf(report),
    digest: report.digest ?? '',
    failed: CHECKS.filter(({ name }) => failed.has(name)).map(({ name }) => name).join(','),
    json: JSON.stringify(verifyResultOf(report)),
  };
}

/** Returns what `nix-feature verify --json` prints: `null` if there is nothing. */
export function verifyResultOf(report: VerifyReport) {
  const { name, digest = null, version = null, arches, checks } = report;
  return { schemaVersion: 1, ref: name, outcome: outcomeOf(report), digest, version, arches, checks: checks.map(checkResult) };
}

function checkResult(check: Check) {
  const { name, arch = null, outcome, says, problems, more } = check;
  return { check: name, title: titleOf({ name }), arch, outcome, says, problems, more };
}
