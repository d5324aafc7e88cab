import { formatBytes, formatCount, formatDuration, printable } from '../../kit/format.ts';
import { inert } from '../../kit/inert.ts';
import type { WslOutcome, WslReport, WslRow } from '../facts/wsl-facts.ts';
import type { Palette } from '../text/palette.ts';
import { wslFindingText, wslHeadline } from '../text/wsl-headline.ts';

const WORDS: Readonly<Record<WslOutcome, string>> = { passed: 'passed', warned: 'warning', failed: 'FAILED', skipped: 'SKIPPED', unchecked: 'not checked' };

/** Renders the checks of a tarball as a person reads them in a terminal. */
export function renderTerminalWsl(report: WslReport, palette: Palette): string {
  const width = Math.max(...report.rows.map(({ title }) => title.length));
  const { tarball } = report;
  const facts = `${tarball.digest === '' ? 'Its digest is not known.' : tarball.digest}\n${formatBytes(tarball.size)}, ${formatBytes(tarball.unpacked)} unpacked, ${formatCount(tarball.members)} members. Took ${formatDuration(report.duration)}.`;
  const left = report.files.length === 0 ? '' : `\n${shown(tarball.file)}\nBeside it: ${report.files.map(shown).join(', ')}.`;
  return `${palette.bold(shown(wslHeadline(report)))}\n\n${report.rows.flatMap((row) => linesOf(row, width, palette)).join('\n')}\n\n${facts}${left}\n`;
}

function linesOf({ title, outcome, findings, more }: WslRow, width: number, palette: Palette): readonly string[] {
  const indent = ' '.repeat(width + 4);
  return [
    `  ${title.padEnd(width)}  ${painted(outcome, palette)}`,
    ...findings.map((finding) => `${indent}${shown(wslFindingText(finding))}`),
    ...(more === 0 ? [] : [`${indent}and ${formatCount(more)} more`]),
  ];
}

/** What was skipped is as red as what failed: somebody decided that it does not count. */
function painted(outcome: WslOutcome, palette: Palette): string {
  const word = WORDS[outcome];
  if (outcome === 'passed') return palette.dim(word);
  return outcome === 'failed' || outcome === 'skipped' ? palette.red(word) : palette.yellow(word);
}

/** On one line, whatever it holds. */
function shown(text: string): string {
  return inert(printable(text));
}
