import type { RunReport } from '../facts/run-facts.ts';

/** Every output of the run action, besides those that the command itself sets; run/action.yml and docs/reference/inputs.md are made from this. */
export const RUN_OUTPUTS = [
  { name: 'exit-code', description: 'The exit code of the command. 128 or more: a signal ended it.' },
  { name: 'json', description: 'What was run, where, how long it took and how it ended, as one JSON object (`schemas/run.schema.json`).' },
] as const;

/** Runs what the action sets. */
export function runOutputsOf(report: RunReport): Readonly<Record<(typeof RUN_OUTPUTS)[number]['name'], string>> {
  return { 'exit-code': String(report.exitCode), json: JSON.stringify(runResultOf(report)) };
}

/** What `json` is; times are milliseconds. */
function runResultOf({ exitCode, where, nix, tools, path, prepared, duration }: RunReport): Readonly<Record<string, unknown>> {
  return { schemaVersion: 1, exitCode, where, nix, tools, path, preparedMs: Math.round(prepared), durationMs: Math.round(duration) };
}
