import { formatBytes, formatCount, formatDuration } from '../../kit/format.ts';
import { inert } from '../../kit/inert.ts';
import type { WslFinding, WslOutcome, WslReport, WslRow } from '../facts/wsl-facts.ts';
import { wslHeadline } from '../text/wsl-headline.ts';
import { code, escapeText, joinSections, table } from './markdown.ts';
import { givenSection } from './summary.ts';

/** GitHub shows no colours in a summary but those of characters. */
const WORDS: Readonly<Record<WslOutcome, string>> = { passed: '✓ passed', warned: '! warning', failed: '🔴 **failed**', skipped: '🔴 **skipped**', unchecked: '? not checked' };

/** Renders the job summary of a WSL tarball, in GitHub's Markdown. Its first line says it all. */
export function renderWslSummary(report: WslReport): string {
  const { tarball, rows, files, artifact, release } = report;
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name);
  return joinSections([
    `## ${escapeText(inert(wslHeadline(report)))}`,
    skipped.length === 0 ? '' : `🔴 **Findings do not count, because ${code('skip-checks')} names them: ${skipped.map(code).join(', ')}.**`,
    table(['Check', 'Result', 'Found'], rows.map((row) => [escapeText(row.title), WORDS[row.outcome], cell(row)])),
    `${tarball.digest === '' ? '' : `${code(tarball.digest)}, `}${formatBytes(tarball.size)} (${escapeText(tarball.compression)}), ${formatBytes(tarball.unpacked)} unpacked, ${formatCount(tarball.members)} members. It took ${formatDuration(report.duration)}.`,
    files.length === 0 ? '' : `Beside it: ${files.map(code).join(', ')}.`,
    artifact === undefined ? '' : `Artifact: ${code(artifact)}.`,
    release === undefined ? '' : `Release: ${release.url.startsWith('https://') ? `[${escapeText(release.tag)}](${release.url})` : code(release.tag)}, with ${release.assets.map(code).join(', ')}.`,
    givenSection(report.given),
  ]);
}

function cell({ findings, more }: WslRow): string {
  return [...findings.map(findingText), ...(more === 0 ? [] : [`and ${formatCount(more)} more`])].join('<br>');
}

function findingText({ file, says }: WslFinding): string {
  const sentence = escapeText(inert(says));
  return file === '' ? `The tarball ${sentence}` : `${code(inert(file))} ${sentence}`;
}
