import type { SourceLocation } from '../../kit/errors.ts';
import { withoutSequences } from '../../kit/safe-text.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { JobLinks } from '../build/links.ts';
import { givenSection } from '../build/summary.ts';
import { code, fence, escapeText, joinSections, prose, quote } from '../text/markdown.ts';
import type { Explanation } from '../text/explain.ts';

/** One of several errors: its message and, on further lines, its hint; and where it is. */
export interface Fault {
  readonly message: string;
  readonly at: SourceLocation | undefined;
}

interface FailureContext {
  /** The errors that the failure is made of, if it is several. */
  readonly faults?: readonly Fault[];
  readonly job?: JobLinks;
}

/**
 * Renders the job summary of a run that failed, in GitHub's Markdown.
 */
export function renderFailureSummary(failure: Explanation, given: BuildRequest['given'], { faults = [], job = {} }: FailureContext = {}): string {
  const { message, hint, location, log } = failure;
  const place = location === undefined ? '' : `In ${placeOf(location)}.`;
  return joinSections([
    `## ${escapeText(headlineOf(failure))}`,
    faults.map(faultItem).join('\n'),
    quote(message),
    place,
    hint === undefined ? '' : `**What to do:** ${prose(hint)}`,
    pagesSection(failure, job),
    log.length === 0 ? '' : `The end of the log:\n\n${fence(withoutSequences(log.join('\n')), 'text')}`,
    givenSection(given),
  ]);
}

/** `Failed: the build failed`; who cancelled a run knows that it did not fail. */
function headlineOf({ kind, title }: Explanation): string {
  if (kind === 'cancelled') return title;
  return title === 'Failed' ? title : `Failed: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** The pages that the hint names, the commit and the run. */
function pagesSection({ message, hint = '' }: Explanation, { source, revision, run }: JobLinks): string {
  const pages = new Set([...`${message} ${hint}`.matchAll(/https:\/\/github\.com\/org\/nix-feature-action\/blob\/v1\/docs\/[a-z/-]+\.md/g)].map(([url]) => url));
  const links = [
    ...[...pages].map((url) => `[${url.split('/').at(-1)?.replace(/\.md$/, '') ?? 'documentation'}](<${url}>)`),
    ...(source === undefined || revision === undefined ? [] : [`[Commit ${revision.slice(0, 7)}](<${source}/commit/${revision}>)`]),
    ...(run === undefined ? [] : [`[Run](<${run}>)`]),
  ];
  return links.join(' · ');
}

function faultItem({ message, at }: Fault): string {
  return `- ${prose(message)}${at === undefined ? '' : ` (${placeOf(at)})`}`;
}

function placeOf({ file, line }: SourceLocation): string {
  return code([file, line].filter((part) => part !== undefined).join(':'));
}


