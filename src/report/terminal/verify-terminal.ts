import { inert } from '../../kit/inert.ts';
import { formatCount, formatDuration, formatNumberOf, printable } from '../../kit/format.ts';
import type { Palette } from '../text/palette.ts';
import { outcomeOf, titleOf, type Check, type Outcome, type VerifyReport } from '../facts/verify-facts.ts';

const WORDS: Readonly<Record<Outcome, string>> = { passed: 'passed', failed: 'FAILED', unchecked: 'not checked' };

/** The whole result in one line of plain text. */
export function verifyHeadline({ name, version, checks }: VerifyReport): string {
  const outcome = outcomeOf({ checks });
  const count = (wanted: Outcome): number => checks.filter((check) => check.outcome === wanted).length;
  const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
  const all = formatNumberOf(checks.length, 'check');
  if (outcome === 'passed') return `${subject} is what it says: ${all} passed`;
  const open = count('unchecked') === 0 ? '' : `, ${formatCount(count('unchecked'))} could not be made`;
  if (outcome === 'failed') return `${subject} is not what it says: ${formatCount(count('failed'))} of ${all} failed${open}`;
  return `Nothing is known to be wrong with ${subject}: ${formatCount(count('passed'))} of ${all} passed${open}`;
}

/** A verification as a person reads it in a terminal. */
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
