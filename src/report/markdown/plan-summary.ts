import { formatCount, formatList, formatNumberOf } from '../../kit/format.ts';
import type { PlannedFeature, PlanReport } from '../facts/plan-facts.ts';
import { jobsOf } from '../machine/plan-matrix.ts';
import { code, details, escapeText, joinSections, table } from './markdown.ts';
import { givenSection, warningsSection } from './summary.ts';

/** Returns the whole plan in one line of plain text. */
export function planHeadline(report: PlanReport): string {
  const { build, now, later } = jobsOf(report);
  const rest = report.features.length - now.length - later.length;
  const kept = rest === 0 ? '' : `, ${formatCount(rest)} up to date`;
  const left = later.length === 0 ? '' : `, ${formatCount(later.length)} left for the next run`;
  const scripts = report.onlyScripts === 0 ? '' : `${formatNumberOf(report.onlyScripts, 'Feature')} ${report.onlyScripts === 1 ? 'is' : 'are'} only scripts`;
  if (build.length === 0 && rest === 0) return scripts === '' || report.broken > 0 ? 'Nothing could be planned' : `Nothing to build: ${scripts}`;
  if (build.length === 0) return `Nothing to build: ${formatNumberOf(rest, 'Feature')} up to date`;
  return `${formatNumberOf(now.length, 'Feature')} to build for ${formatList(report.arches)}${left}${kept}`;
}

/** Renders the job summary of a plan, in GitHub's Markdown. Its first line says it all. */
export function renderPlanSummary(report: PlanReport): string {
  const { now, later } = jobsOf(report);
  const rest = report.features.filter(({ why }) => why === undefined);
  return joinSections([
    `## ${escapeText(planHeadline(report))}`,
    featureTable(now),
    later.length === 0 ? '' : `### Left for the next run\n\n${featureTable(later)}`,
    warningsSection(report),
    rest.length === 0 ? '' : details(`Up to date (${rest.length})`, rest.map(({ id, version, folder }) => `- ${code(id)} ${escapeText(version)} (${code(folder)})`).join('\n')),
    givenSection(report.given),
  ]);
}

function featureTable(features: readonly PlannedFeature[]): string {
  if (features.length === 0) return '';
  return table(
    ['Feature', 'Version', 'Folder', 'Why', 'Layers shared with'],
    features.map(({ id, version, folder, reason, shareWith }) => [code(id), escapeText(version), code(folder), escapeText(reason), shareWith.map(code).join(', ')]),
  );
}
