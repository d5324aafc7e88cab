import { formatDuration } from '../../kit/format.ts';
import { inert } from '../../kit/inert.ts';
import type { RunReport } from '../facts/run-facts.ts';
import { code, escapeText, joinSections, table } from './markdown.ts';
import { givenSection } from './summary.ts';

/** Renders the job summary of a command that was run, in GitHub's Markdown. Its first line says it all. */
export function renderRunSummary({ exitCode, where, nix, tools, path, prepared, duration, given }: RunReport): string {
  const title = `The command ended with exit code ${exitCode} after ${formatDuration(duration)}, ${where === 'the host' ? 'on' : 'in'} ${where}`;
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
