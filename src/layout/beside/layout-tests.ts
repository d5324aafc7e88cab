import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { IntegrityError } from '../../kit/errors.ts';
import { inertLog } from '../../kit/safe-text.ts';
import { readUpTo } from '../../kit/files.ts';
import { canonicalJson } from '../../oci/format/canonical-json.ts';
import { ARCHES, type Arch } from '../../platform.ts';
import type { CheckResult, TestReport } from '../../report/parts/tests.ts';

const TESTS_FILE = 'tests.json';
/** Bytes. */
const LIMIT = 1024 * 1024;
/** Bases of each platform, and checks of each base. */
const MOST_TESTS = 100;
const MOST_CHECKS = 200;
/** Characters. */
const LONGEST = 1000;
const OUTCOMES = ['passed', 'failed', 'skipped'] as const satisfies readonly CheckResult['outcome'][];

/** Writes the results of a build's tests into its layout, for the summary of the job that publishes. How long they took is left out: the same build leaves the same file. */
export async function writeLayoutTests(folder: string, tests: readonly TestReport[]): Promise<void> {
  if (tests.length === 0) return;
  const written = tests.map(({ arch, base, user, checks, skipped }) => ({
    arch,
    base: oneLine(base),
    user: oneLine(user),
    checks: checks.map(({ title, outcome, detail }) => ({ title: oneLine(title), outcome, ...(detail === undefined ? {} : { detail: oneLine(detail) }) })),
    ...(skipped === undefined ? {} : { skipped: oneLine(skipped) }),
  }));
  await writeFile(join(folder, TESTS_FILE), canonicalJson({ schemaVersion: 1, tests: written }), { mode: 0o644 });
}

/**
 * Reads them from a layout that anybody may have written.
 * @param arches the layout's own: a job says nothing of another one's platform
 * @returns none if there are none; durations are 0
 * @throws IntegrityError if they are not what a build wrote
 */
export async function readLayoutTests(folder: string, arches: readonly Arch[]): Promise<readonly TestReport[]> {
  const file = join(folder, TESTS_FILE);
  const bytes = await readUpTo(file, LIMIT).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) return [];
  const refuse = (why: string): never => {
    throw new IntegrityError(`${file} can't be used: ${why}.`);
  };
  const field = Field.of(parsedJson(bytes, refuse, { bytes: LIMIT }), refuse);
  field.get('schemaVersion').is(1);
  const tests: TestReport[] = [];
  field.get('tests').each(MOST_TESTS * ARCHES.length, (test) => tests.push(testOf(test, arches)));
  return tests;
}

function testOf(test: Field, arches: readonly Arch[]): TestReport {
  const checks: CheckResult[] = [];
  test.get('checks').each(MOST_CHECKS, (check) => {
    const detail = check.get('detail').optional((text) => text.text(LONGEST));
    checks.push({ title: check.get('title').text(LONGEST), outcome: check.get('outcome').oneOf(OUTCOMES), ...(detail === undefined ? {} : { detail }) });
  });
  const skipped = test.get('skipped').optional((text) => text.text(LONGEST));
  return {
    arch: test.get('arch').oneOf(arches),
    base: test.get('base').text(LONGEST),
    user: test.get('user').text(LONGEST),
    checks,
    ...(skipped === undefined ? {} : { skipped }),
    duration: 0,
  };
}

function oneLine(text: string): string {
  return inertLog(text).replaceAll(/\s+/g, ' ').slice(0, LONGEST).toWellFormed();
}
