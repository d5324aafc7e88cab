import type { SourceLocation } from '../../kit/errors.ts';
import { formatDuration, formatNumberOf } from '../../kit/format.ts';
import type { Arch } from '../../platform.ts';
import { code, details, escapeText, table } from '../text/markdown.ts';
import type { Palette } from '../text/terminal-text.ts';

/** One thing that a Feature was tested for. */
export interface CheckResult {
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What is wrong, why it was skipped, or how much was looked at. */
  readonly detail?: string;
  /** By line, if it failed and there is more to say. */
  readonly log?: readonly string[];
  /** Where it failed, if that is in a file of the Feature's folder; `file` is relative to it. */
  readonly at?: SourceLocation;
}

/** A Feature, installed into one base and tested there. */
export interface TestReport {
  readonly arch: Arch;
  /** As the user wrote it. */
  readonly base: string;
  /** Whom test.sh ran as; empty if it didn't. */
  readonly user: string;
  /** In the order in which they ran; empty if nothing did. */
  readonly checks: readonly CheckResult[];
  /** Why nothing ran; undefined if it did. */
  readonly skipped?: string;
  /** Milliseconds; 0 if another job tested it. */
  readonly duration: number;
}

/** A build, as far as its tests go. */
interface Tested {
  /** Absent if it was not tested. */
  readonly tests?: readonly TestReport[];
}

interface TestedFeature extends Tested {
  readonly feature: { readonly id: string; readonly version: string };
}

export function hasFailed({ checks }: TestReport): boolean {
  return checks.some(({ outcome }) => outcome === 'failed');
}

/** Returns what the tests in the bases showed, for the job summary; nothing if there were none. */
export function testsSection({ tests = [] }: Tested): string {
  if (tests.length === 0) return '';
  const rows = tests.map((test) => [test.arch, code(test.base), escapeText(test.user || '–'), escapeText(resultOfTest(test)), test.duration === 0 ? '' : formatDuration(test.duration)]);
  const checks = tests.flatMap((test) => test.checks.map((check) => [test.arch, code(test.base), escapeText(check.title), escapeText(resultOfCheck(check))]));
  const list = checks.length === 0 ? '' : `\n\n${details('All checks', table(['Platform', 'Base', 'Check', 'Result'], checks))}`;
  return `### Tested in its base\n\n${table(['Platform', 'Base', 'User', 'Result', 'Time'], rows)}${list}`;
}

/** Returns the same for a terminal. */
export function terminalTestsSection({ tests = [] }: Tested, palette: Palette): string {
  if (tests.length === 0) return '';
  const lines = tests.map((test) => `  ${test.arch} in ${test.base}${test.user === '' ? '' : ` as ${test.user}`}: ${resultOfTest(test)}`);
  return [palette.bold('Tested in its base'), ...lines].join('\n');
}

/** Renders all that `nix-feature test` must say. */
export function renderTestReport({ feature, tests = [] }: TestedFeature, palette: Palette): string {
  const blocks = tests.map((test) => [
    palette.bold(`${feature.id} ${feature.version} for ${test.arch} in ${test.base}: ${resultOfTest(test)}`),
    ...test.checks.map((check) => `  ${check.title}: ${resultOfCheck(check)}`),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Returns `12 checks passed, 1 not possible there` */
export function resultOfTest({ checks, skipped }: TestReport): string {
  // Why is a warning already, and may be long.
  if (skipped !== undefined) return 'not tested (the warnings say why)';
  const count = (outcome: CheckResult['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  const left = count('skipped');
  return `${formatNumberOf(count('passed'), 'check')} passed${count('failed') > 0 ? `, ${count('failed')} failed` : ''}${left > 0 ? `, ${left} not possible there` : ''}`;
}

function resultOfCheck({ outcome, detail }: CheckResult): string {
  return detail === undefined ? outcome : `${outcome}: ${detail}`;
}
