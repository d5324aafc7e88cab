import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AggregatedResult, AssertionResult, Test, TestResult } from '@jest/test-result';
import { lastLines, type Failure, type Summary } from './summary.ts';
import type { MeasuredResult } from './test-result.ts';
import { TIMES, type Times } from './times.ts';

/** Where scripts/test.ts wants the summary, for the last lines of its own log. */
const SUMMARY = process.env['NIX_FEATURE_TEST_SUMMARY'];
const SLOWEST = 8;

/** A line for each file, each failure when it happens, and at the end the slowest files and the failures again. */
export default class Reporter {
  readonly #root: string;
  readonly #failures: Failure[] = [];
  readonly #seconds = new Map<string, number>();
  readonly #processor = new Map<string, number>();
  readonly #start = performance.now();

  constructor(config: { readonly rootDir: string }) {
    this.#root = config.rootDir;
  }

  onTestResult(test: Test, result: TestResult): void {
    const file = path.relative(this.#root, test.path);
    const seconds = result.perfStats.runtime / 1000;
    const { processor = 0 } = result as Partial<MeasuredResult>;
    this.#seconds.set(file, seconds);
    this.#processor.set(file, processor);
    // Tests that were not asked for by name are no part of the run.
    const ran = result.testResults.filter(({ status }) => status !== 'pending');
    const failed = ran.filter(({ status }) => status !== 'passed');
    // A file that could not even be run has no results.
    const whole: Failure[] = result.testExecError ? [{ name: file, message: result.failureMessage ?? 'could not be run' }] : [];
    const failures = [...failed.map((each) => failureOf(file, each)), ...whole];
    this.#failures.push(...failures);
    say(`${failures.length === 0 ? '✔' : '✖'} ${file}: ${ran.length} tests, ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor)`);
    for (const { name, message } of failures) say(`✖ ${name}\n${indented(message)}`);
    const output = result.console?.map(({ message }) => message).join('') ?? '';
    if (output !== '' && (failures.length > 0 || process.env['NIX_FEATURE_TEST_OUTPUT'] === '1')) say(`  its output ended so:\n${indented(output)}`);
  }

  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    this.#sayTimes();
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const summary: Summary = { passed: results.numPassedTests, failed, failures: this.#failures };
    if (SUMMARY !== undefined) {
      mkdirSync(path.dirname(SUMMARY), { recursive: true });
      writeFileSync(SUMMARY, JSON.stringify(summary));
    } else {
      say(lastLines(summary).join('\n'));
    }
    if (process.env['NIX_FEATURE_TEST_TIMES'] === 'write') this.#writeTimes();
  }

  #sayTimes(): void {
    const slowest = [...this.#seconds].sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
    const sum = sumOf(this.#seconds);
    say(`── slowest of ${this.#seconds.size} files, which took ${sum.toFixed(0)} s one after the other and ${((performance.now() - this.#start) / 1000).toFixed(0)} s side by side`);
    for (const [file, seconds] of slowest) say(`${seconds.toFixed(1).padStart(7)} s, ${(this.#processor.get(file) ?? 0).toFixed(1).padStart(6)} s of processor  ${file}`);
    for (const [kind, suffix] of [['unit', '.test.ts'], ['end-to-end', '.e2e.ts']] as const) {
      const files = [...this.#processor].filter(([file]) => file.endsWith(suffix));
      if (files.length > 0) say(`── ${files.length} ${kind} files: ${sumOf(new Map(files)).toFixed(0)} s of processor, containers apart`);
    }
  }

  /** Files that were not run keep the time that they took before. */
  #writeTimes(): void {
    const times: Record<string, number> = { ...(JSON.parse(readFileSync(TIMES, 'utf8')) as Times) };
    for (const [file, seconds] of this.#seconds) times[file] = Math.round(seconds);
    const worth = Object.entries(times).filter(([, seconds]) => seconds >= 5);
    writeFileSync(TIMES, `${JSON.stringify(Object.fromEntries(worth.sort(([, a], [, b]) => b - a)), null, 2)}\n`);
  }
}

function failureOf(file: string, { ancestorTitles, title, failureMessages }: AssertionResult): Failure {
  return { name: [file, ...ancestorTitles, title].join(' › '), message: failureMessages.join('\n') };
}

function sumOf(seconds: ReadonlyMap<string, number>): number {
  return [...seconds.values()].reduce((a, b) => a + b, 0);
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
