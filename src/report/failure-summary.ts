import { stripVTControlCharacters } from 'node:util';
import { code, escapeText, fence, joinSections, quote } from './markdown.ts';
import { givenSection } from './summary.ts';
import type { BuildRequest } from '../request.ts';
import type { Explanation } from './explain.ts';

/** The job summary of a run that failed, in GitHub's Markdown. */
export function renderFailureSummary(failure: Explanation, given: BuildRequest['given']): string {
  const { title, message, hint, location, log } = failure;
  const place = location === undefined ? '' : `In ${code([location.file, location.line].filter(Boolean).join(':'))}.`;
  return joinSections([
    `## ${escapeText(title)}`,
    quote(message),
    place,
    hint === undefined ? '' : `**What to do:** ${escapeText(hint)}`,
    log.length === 0 ? '' : `The end of the log:\n\n${fence(stripVTControlCharacters(log.join('\n')), 'text')}`,
    givenSection(given),
  ]);
}
