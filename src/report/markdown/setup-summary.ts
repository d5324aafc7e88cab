import { formatDuration } from '../../kit/format.ts';
import { inert } from '../../kit/inert.ts';
import type { SetupReport } from '../facts/setup-facts.ts';
import { setupHeadline } from '../text/setup-text.ts';
import { code, escapeText, joinSections } from './markdown.ts';
import { givenSection } from './summary.ts';

/** Renders the job summary of a set-up. */
export function renderSetupSummary(report: SetupReport): string {
  const { bin, duration } = report;
  const place = bin === undefined ? '' : ` ${code(bin)} goes before PATH.`;
  return joinSections([`## ${escapeText(inert(setupHeadline(report)))}`, `It took ${formatDuration(duration)}.${place}`, givenSection(report.given)]);
}
