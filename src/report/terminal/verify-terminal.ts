import { inert } from '../../kit/inert.ts';
import { formatCount, formatDuration, printable } from '../../kit/format.ts';
import type { Palette } from '../text/palette.ts';
import { titleOf, type Check, type Outcome, type VerifyReport } from '../facts/verify-facts.ts';
import { verifyHeadline } from '../text/verify-headline.ts';

const WORDS: Readonly<Record<Outcome, string>> = { passed: 'passed', failed: 'FAILED', unchecked: 'not checked' };

/** Renders a verification as a person reads it in a terminal. */
export function renderTerminalVerification(report: VerifyReport, palette: Palette): string {
  const width = Math.max(...report.checks.map((check) => titleOf(check).length));
  const rows = report.checks.flatMap((check) => rowsOf(check, width, palette));
  return `${palette.bold(shown(verifyHeadline(report)))}\n\n${rows.join('\n')}\n\n${report.digest ?? 'No manifest was read.'}\nTook ${formatDuration(report.duration)}.\n`;
}

function rowsOf(check: Check, width: number, palette: Palette): readonly string[] {
  const indent = ' '.repeat(width + 17);
  return [
    `  ${titleOf(check).padEnd(width)}  ${painted(check.outcome, palette)}  ${shown(check.says)}`,
    ...check.problems.map((problem) => `${indent}${shown(problem)}`),
    ...(check.more === 0 ? [] : [`${indent}and ${formatCount(check.more)} more`]),
  ];
}

function painted(outcome: Outcome, palette: Palette): string {
  const word = WORDS[outcome].padEnd(11);
  if (outcome === 'passed') return palette.dim(word);
  return outcome === 'failed' ? palette.red(word) : palette.yellow(word);
}

/** On one line, whatever it holds. */
function shown(text: string): string {
  return inert(printable(text));
}
