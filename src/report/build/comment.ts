import { formatBytes, formatCount } from '../../kit/format.ts';
import type { Arch } from '../../platform.ts';
import { escapeText, joinSections } from '../text/markdown.ts';
import { changesSection } from '../parts/changes-section.ts';
import { changesHeadline } from '../parts/changes.ts';
import { leaksSection } from '../parts/leaks.ts';
import { licenceChanges } from '../parts/licences.ts';
import { resultOfTest } from '../parts/tests.ts';
import type { Explanation } from '../text/explain.ts';
import { buildOutcome } from './sentences.ts';
import { figuresOf, type BuildReport, type PlatformReport } from './facts.ts';

/** What a pull request's comment says of one platform of one Feature. Jobs write their parts into one comment. */
export interface CommentPart {
  /** `<id>/<arch>`: a later run of the job replaces it. */
  readonly key: string;
  /** Markdown. */
  readonly text: string;
}

/** What a job that failed was to build. */
export interface FailedFeature {
  readonly id: string;
  /** Undefined if it could not be read. */
  readonly version: string | undefined;
}

type FailureText = Pick<Explanation, 'kind' | 'title' | 'message'>;

/** By which we know our comment; GitHub does not show it. */
export const COMMENT_MARK = '<!-- nix-feature-action -->';
const TITLE = '### Dev Container Features';
const PART = /<!-- nix-feature-part: ([a-z0-9._-]+\/[a-z0-9]+) ([0-9a-f]*) -->\n([\s\S]*?)\n<!-- \/nix-feature-part -->/g;
/** Characters; GitHub takes 65,536. */
const LONGEST = 60_000;
const LONGEST_PART = 20_000;
/** Of why a job failed. */
const LONGEST_REASON = 300;
/** What stands around a part. */
const AROUND = 250;

/** Returns a part for each platform of the report. */
export function commentParts(report: BuildReport): readonly CommentPart[] {
  return report.platforms.map((platform) => ({ key: `${report.feature.id}/${platform.arch}`, text: partText(report, platform) }));
}

function partText(report: BuildReport, platform: PlatformReport): string {
  const { changes, licences, arch } = platform;
  const { id, version } = report.feature;
  const warnings = report.warnings.map(({ message }) => `- ⚠️ ${escapeText(message)}`);
  const idle = warnings.length === 0 && (report.upToDate || changes?.packages.length === 0);
  const what = changes === undefined ? buildOutcome(report) : changes.packages.length === 0 ? `no store path changed since ${changes.since}` : `${changesHeadline(changes)} since ${changes.since}`;
  const tests = (report.tests ?? []).filter((test) => test.arch === arch).map((test) => `Tested in ${escapeText(test.base)}: ${escapeText(resultOfTest(test))}.`);
  const body = joinSections([
    warnings.join('\n'),
    sizeText(platform),
    changes === undefined ? '' : changesSection(changes, '').replace(/^### .*\n*/, ''),
    licences === undefined ? '' : licenceChanges(licences, ''),
    leaksSection(report.leaks),
    tests.join('<br>'),
  ], LONGEST_PART);
  return folded(`<b>${escapeText(`${id} ${version}`)}</b> (${arch}): ${escapeText(what)}`, body, !idle);
}

/** Returns a part for each platform of a job that failed: one line that says why. What stood there before is of another commit. */
export function failedParts({ id, version }: FailedFeature, arches: readonly Arch[], { kind, title, message }: FailureText, run?: string): readonly CommentPart[] {
  const what = kind === 'cancelled' || title === 'Failed' ? title : `Failed: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const [first = ''] = message.split(/[\r\n]/);
  const why = first.length > LONGEST_REASON ? `${first.slice(0, LONGEST_REASON)}…` : first;
  const link = run === undefined ? '' : ` ([log](<${run}>))`;
  const name = version === undefined ? id : `${id} ${version}`;
  return arches.map((arch) => ({ key: `${id}/${arch}`, text: `❌ <b>${escapeText(name)}</b> (${arch}): ${escapeText(what)}: ${escapeText(why)}${link}` }));
}

function sizeText({ document }: PlatformReport): string {
  const { delta, compressed, layers } = figuresOf(document);
  if (delta.paths === 0) return 'The base already has everything.';
  return `Ships ${formatCount(delta.paths)} store paths, ${formatBytes(delta.bytes)}; compressed ${formatBytes(compressed)} in ${formatCount(layers)} ${layers === 1 ? 'layer' : 'layers'}.`;
}

/** @param title HTML */
function folded(title: string, body: string, isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${body.trimEnd()}\n\n</details>`;
}

/**
 * Puts a job's parts into the comment of the pull request. Parts of other jobs stay, sorted by Feature and platform; those that were
 * written for another commit say so. What is too long keeps its headline.
 * @param before the comment as it is; undefined if there is none
 * @param revision of the pull request's head; empty if it is not known
 */
export function mergeComment(before: string | undefined, parts: readonly CommentPart[], revision: string): string {
  const all = new Map([...(before ?? '').matchAll(PART)].map(([, key = '', commit = '', text = '']) => [key, { commit, text }] as const));
  for (const { key, text } of parts) all.set(key, { commit: revision, text: text.replaceAll('<!--', '&lt;!--') });
  const sorted = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1));
  // Each gets at least its headline; the rest of the room goes to the first ones that need more.
  let left = sorted.reduce((sum, [, { text }]) => sum - headlineAlone(text).length - AROUND, LONGEST);
  const texts = sorted.map(([key, { commit, text }]) => {
    const more = text.length - headlineAlone(text).length;
    const shown = more > left ? headlineAlone(text) : text;
    left -= Math.max(0, shown === text ? more : 0);
    const old = commit === revision || commit === '' ? '' : `\n<sub>As of commit ${commit.slice(0, 7)}.</sub>`;
    return `<!-- nix-feature-part: ${key} ${commit} -->\n${shown}\n<!-- /nix-feature-part -->${old}`;
  });
  return `${[COMMENT_MARK, TITLE, ...texts].join('\n\n')}\n`;
}

/** Tells whether a comment has all these parts, as they were merged into it. */
export function hasParts(comment: string, parts: readonly CommentPart[], revision: string): boolean {
  return mergeComment(comment, parts, revision) === comment;
}

function headlineAlone(text: string): string {
  const [headline] = /^<details[^>]*><summary>.*<\/summary>/.exec(text) ?? [];
  // The part of a failed job is nothing but its headline.
  if (headline === undefined) return text;
  return `${headline.replace('<details open>', '<details>')}\n\nToo long for a comment: see the summary of the run.\n\n</details>`;
}


