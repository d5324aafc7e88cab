import { createEmptyTestResult, type AssertionResult, type TestResult } from '@jest/test-result';
import type { FileOutcome, TestOutcome } from './file-run.ts';

/** The title of what is wrong with a file as a whole. It counts as a failed test. */
export const WHOLE_FILE = 'the file';

/** What our reporter gets; jest hands it on as it is. */
export interface MeasuredResult extends TestResult {
  /** Seconds of processor time. */
  readonly processor: number;
}

/** Tells jest what became of a file. */
export function testResult(path: string, outcome: FileOutcome, { start, end }: { readonly start: number; readonly end: number }): MeasuredResult {
  const whole: TestOutcome[] = outcome.errors.length === 0 ? [] : [{ name: [WHOLE_FILE], milliseconds: 0, errors: outcome.errors }];
  const tests = [...outcome.tests, ...whole];
  const failed = tests.filter(({ errors }) => errors.length > 0);
  const empty = createEmptyTestResult();
  return {
    ...empty,
    processor: outcome.processor,
    testFilePath: path,
    perfStats: { ...empty.perfStats, start, end, runtime: end - start },
    testResults: tests.map(assertion),
    numFailingTests: failed.length,
    numPassingTests: tests.filter(({ errors, left }) => errors.length === 0 && !left).length,
    numPendingTests: tests.filter(({ left }) => left).length,
    failureMessage: failed.length === 0 ? null : failed.flatMap(({ errors }) => errors).join('\n'),
    console: outcome.output === '' ? [] : [{ message: outcome.output, origin: '', type: 'log' }],
  };
}

function assertion({ name, milliseconds, errors, left }: TestOutcome): AssertionResult {
  return {
    ancestorTitles: name.slice(0, -1),
    title: name.at(-1) ?? '',
    fullName: name.join(' '),
    duration: milliseconds,
    failureMessages: [...errors],
    failureDetails: [],
    numPassingAsserts: 0,
    status: left ? 'pending' : errors.length === 0 ? 'passed' : 'failed',
  };
}
