import { formatDuration, formatNumberOf } from '../../kit/format.ts';
import type { PlannedFeature, PlanReport } from '../facts/plan-facts.ts';
import { jobsOf } from '../machine/plan-matrix.ts';
import { planHeadline } from '../markdown/plan-summary.ts';
import type { Palette } from '../text/palette.ts';

/** Renders a plan as a person reads it in a terminal. Warnings were shown before. */
export function renderTerminalPlan(report: PlanReport, palette: Palette): string {
  const { now, later } = jobsOf(report);
  const sections = [
    palette.bold(planHeadline(report)),
    list(now, palette),
    later.length === 0 ? '' : `${palette.bold('Left for the next run')}\n${list(later, palette)}`,
    `${formatNumberOf(report.evaluated, 'output')} evaluated. Took ${formatDuration(report.duration)}.`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function list(features: readonly PlannedFeature[], palette: Palette): string {
  return features
    .flatMap(({ folder, id, version, reason, shareWith }) => [
      `  ${id} ${version}${folder.split('/').at(-1) === id ? '' : palette.dim(` (${folder})`)}: ${reason}`,
      ...(shareWith.length === 0 ? [] : [palette.dim(`    shares layers with ${shareWith.join(', ')}`)]),
    ])
    .join('\n');
}
