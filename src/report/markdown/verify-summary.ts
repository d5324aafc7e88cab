import { inert } from '../../kit/inert.ts';
import { formatCount } from '../../kit/format.ts';
import { code, escapeText, joinSections, table } from './markdown.ts';
import { givenSection } from './summary.ts';
import { titleOf, type Check, type Outcome, type VerifyReport } from '../facts/verify-facts.ts';
import { verifyHeadline } from '../text/verify-headline.ts';

const WORDS: Readonly<Record<Outcome, string>> = { passed: '✓ passed', failed: '✗ **failed**', unchecked: '? not checked' };

/** Renders the job summary of a verification, in GitHub's Markdown. Its first line says it all. */
export function renderVerifySummary(report: VerifyReport): string {
  return joinSections([
    `## ${escapeText(inert(verifyHeadline(report)))}`,
    table(['Check', 'Result', 'Found'], report.checks.map((check) => [escapeText(titleOf(check)), WORDS[check.outcome], cell(check)])),
    report.digest === undefined ? '' : `Verified: ${code(report.digest)}`,
    givenSection(report.given),
  ]);
}

function cell({ says, problems, more }: Check): string {
  return [says, ...problems, ...(more === 0 ? [] : [`and ${formatCount(more)} more`])].map((text) => escapeText(inert(text))).join('<br>');
}
