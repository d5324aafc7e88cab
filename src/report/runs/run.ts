import { formatDuration } from '../../kit/format.ts';
import { inert } from '../../kit/safe-text.ts';
import { givenSection } from '../build/summary.ts';
import { code, escapeText, joinSections, table } from '../text/markdown.ts';

/** How a command in a shell has ended. */
export interface RunReport {
  readonly exitCode: number;
  /** "the host", "a container of ghcr.io/org/bedrock:latest" */
  readonly where: string;
  /** Which Nix made the shell: `Nix 2.31.2`. */
  readonly nix: string;
  /** What the shell was made of: `./tools#default`. */
  readonly tools: readonly string[];
  /** Folders that it put into PATH. */
  readonly path: readonly string[];
  /** Milliseconds until the command began, and that it took. */
  readonly prepared: number;
  readonly duration: number;
  readonly given: readonly (readonly [name: string, value: string])[];
}

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

/** Renders the job summary of a command that was run, in GitHub's Markdown. Its first line says it all. */
export function renderRunSummary({ exitCode, where, nix, tools, path, prepared, duration, given }: RunReport): string {
  const title = `The command ended with exit code ${exitCode} after ${formatDuration(duration)}, ${runPlace({ where })}`;
  return joinSections([
    `## ${escapeText(inert(title))}`,
    table(
      ['', ''],
      [
        ['Tools', tools.map((tool) => code(inert(tool))).join(' ')],
        ['Nix', escapeText(inert(nix))],
        ['Prepared in', formatDuration(prepared)],
        ['Folders in PATH', path.map((folder) => code(inert(folder))).join('<br>')],
      ],
    ),
    givenSection(given),
  ]);
}

/** Returns `on the host`, `in a container of ghcr.io/org/bedrock:latest` */
export function runPlace({ where }: Pick<RunReport, 'where'>): string {
  return `${where === 'the host' ? 'on' : 'in'} ${where}`;
}
