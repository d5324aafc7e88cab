import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Summary } from './summary.ts';

const JEST = path.join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');
const CONFIG = path.join(import.meta.dirname, 'fixtures/jest.config.ts');

/** For each fixture, the test that must fail ("the file" is the file as a whole), and why. */
const WRONG: Readonly<Record<string, readonly (readonly [test: string, why: RegExp])[]>> = {
  assertion: [
    ['compares', /AssertionError[^]*\+ {3}answer: 41[^]*- {3}answer: 42[^]*assertion\.fixture\.ts:6/],
    ['fails for a reason', /^Error: what went wrong\n[^]*caused by: Error: why it went wrong/],
  ],
  hang: [['never ends', /^Exceeded timeout of 2000 ms for a test/], ['the file', /does not end: .*Timeout still open/]],
  'hang-in-hook': [['waits for its hook', /^Exceeded timeout of 2000 ms for a hook/], ['the file', /does not end: .*Timeout still open/]],
  loop: [['lets nobody else run', /The process ended \(signal SIGTERM\) while the test ran/], ['the file', /took longer than 20 s and was ended, while this ran: lets nobody else run/]],
  exit: [['ends the process', /The process ended \(code 0\) while the test ran/], ['the file', /ended \(code 0\) before its tests did/]],
  'exit-at-import': [['the file', /ended \(code 0\) before its tests did/]],
  'exit-code': [['the file', /ended by exit code 3/]],
  'throw-at-import': [['the file', /Error: thrown at import/]],
  'missing-import': [['the file', /Cannot find module .*no-such-file\.ts/]],
  'syntax-error': [['the file', /SyntaxError/]],
  'open-handle': [['the file', /does not end: .*TCPServerWrap still open 8 s after its last test/]],
  'late-rejection': [['the file', /Error: rejected after the end/]],
  'not-awaited': [['the file', /AssertionError[^]*while this ran: takes longer/]],
  'no-tests': [['the file', /has no tests/]],
  skipped: [['is skipped', /marked as skipped/]],
  only: [['the file', /has a test with \.only/]],
  todo: [['is to be written', /marked as todo/]],
  failing: [['is expected to fail', /marked as failing/]],
  killed: [['is killed', /The process ended \(signal SIGKILL\)/], ['the file', /ended \(signal SIGKILL\)/]],
  flood: [['writes without end', /The process ended \(signal SIGTERM\)/], ['the file', /wrote more than 16 MiB and was ended/]],
  'after-all': [['the file', /Error: thrown by afterAll/]],
  nested: [['defines a test', /Tests cannot be nested/]],
  cleanup: [['fails when it cleans up', /^Error: thrown by a cleanup/]],
};

interface Run {
  readonly code: number;
  readonly stdout: string;
}

let folder: string;
let run: Run;
let summary: Summary;

function jest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [JEST, '--config', CONFIG, ...args], { env: { ...process.env, NIX_FEATURE_TEST_SUMMARY: undefined, ...env } }, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, stdout });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jest-fixtures-'));
  // Neither the compiler nor the linter would have it in the tree.
  await writeFile(path.join(folder, 'syntax-error.fixture.ts'), "import { test } from '@jest/globals';\ntest('is no TypeScript', () => {{);\n");
  const file = path.join(folder, 'summary.json');
  run = await jest([], { NIX_FEATURE_FIXTURES: folder, NIX_FEATURE_TEST_SUMMARY: file });
  summary = JSON.parse(await readFile(file, 'utf8')) as Summary;
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function failuresOf(fixture: string): [test: string, message: string][] {
  return summary.failures.filter(({ name }) => name.split(' › ')[0]?.endsWith(`/${fixture}.fixture.ts`)).map(({ name, message }) => [name.split(' › ').slice(1).join(' › '), message]);
}

describe('a run of jest', () => {
  for (const [fixture, expected] of Object.entries(WRONG)) {
    test(`fails because of the fixture ${fixture}`, () => {
      const failures = failuresOf(fixture);
      assert.deepEqual(
        failures.map(([name]) => name),
        expected.map(([name]) => name),
      );
      for (const [at, [, why]] of expected.entries()) assert.match(failures[at]?.[1] ?? '', why);
    });
  }

  test('passes what passes, and knows each fixture', () => {
    assert.deepEqual(failuresOf('green'), []);
    assert.match(run.stdout, /✔ \S+green\.fixture\.ts: 2 tests/);
    assert.equal(summary.failed, Object.values(WRONG).flat().length);
    assert.equal(run.code, 1);
  });

  test('goes on after a test that ran into its time limit', () => {
    assert.match(run.stdout, /✖ \S+\/hang\.fixture\.ts: 3 tests/);
  });

  test('shows the message of a failed test, and what its file wrote, where it failed', () => {
    assert.match(run.stdout, /✖ \S+assertion\.fixture\.ts › compares\n {4}AssertionError[^]*its output ended so:\n {4}what the program said\n/);
  });

  test('ends its log with what failed and with the counts, unless another program does', async () => {
    assert.doesNotMatch(run.stdout, /\d+ passed/);
    const alone = await jest(['assertion', 'green'], { NIX_FEATURE_FIXTURES: '' });
    assert.equal(alone.code, 1);
    const last = alone.stdout.trimEnd().split('\n').slice(-6);
    assert.match(last.join('\n'), /^── failed\n✖ \S+ › compares\n {4}AssertionError .*\n✖ \S+ › fails for a reason\n {4}Error: what went wrong\n2 passed, 2 failed$/);
  }, 120_000);

  test('runs the tests of a name alone, and is green if they pass; takes one process for files that leave it as it was, and a new one after a file that does not', async () => {
    const some = await jest(['-t', 'runs all the same|leaves nothing|leaves a variable|finds nothing', 'hang\\.fixture', 'neighbours', '--maxWorkers=1'], { NIX_FEATURE_FIXTURES: '', NIX_FEATURE_TEST_OUTPUT: '1' });
    assert.match(some.stdout, /✔ \S+\/hang\.fixture\.ts: 1 tests/);
    assert.match(some.stdout, /\n5 passed, 0 failed\n$/);
    assert.equal(some.code, 0);
    const [first, second, untidy, after] = [...some.stdout.matchAll(/process (\d+)/g)].map(([, id]) => id);
    assert.deepEqual([second, untidy], [first, first]);
    assert.notEqual(after, first);
  }, 120_000);
});
