import type { SetupReport } from '../facts/setup-facts.ts';

/** Every output of the setup action; setup/action.yml and docs/reference/inputs.md are made from this. */
export const SETUP_OUTPUTS = [
  { name: 'nix', description: 'The Nix that is used: `Nix 2.31.2`.' },
  { name: 'from', description: '`here`: it was installed already; `cached`: installed from the tool cache; `downloaded`: downloaded and installed.' },
  { name: 'path', description: 'The folder of its programs, which was added to PATH; empty if `nix` was in PATH already.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/setup.schema.json`).' },
] as const;

export type SetupOutputName = (typeof SETUP_OUTPUTS)[number]['name'];

/** Returns what the setup action sets. */
export function setupOutputsOf(report: SetupReport): Readonly<Record<SetupOutputName, string>> {
  return { nix: report.nix, from: report.from, path: report.bin ?? '', json: JSON.stringify(setupResultOf(report)) };
}

/** Returns what `nix-feature setup --json` prints. The settings are not in it: they may hold tokens. */
export function setupResultOf({ nix, wanted, from, bin, variables }: SetupReport) {
  return { schemaVersion: 1, nix, wanted, from, path: bin ?? null, variables: Object.keys(variables).toSorted() };
}
