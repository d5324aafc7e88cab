import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { lastLines, type Failure } from './summary.ts';
import { longestFirst, TIMES, type Times } from './times.ts';

const ROOT = path.join(import.meta.dirname, '../..');

function failures(count: number): Failure[] {
  return Array.from({ length: count }, (_, at) => ({ name: `check ${at}`, message: `\n  why ${at}\nmore` }));
}

test('the last lines name each failure and the first line of its message', () => {
  assert.deepEqual(lastLines({ passed: 5, failed: 1, failures: failures(1) }), ['── failed', '✖ check 0', '    why 0', '5 passed, 1 failed']);
  assert.deepEqual(lastLines({ passed: 5, failed: 0, failures: [] }), ['5 passed, 0 failed']);
});

test('the last 20 lines hold them, however many there are and however long', () => {
  const lines = lastLines({ passed: 0, failed: 100, failures: failures(100).map((each) => ({ ...each, message: 'x'.repeat(10_000) })) });
  assert.ok(lines.length <= 20);
  assert.ok(lines.every((line) => line.length < 250));
  assert.deepEqual(lines.slice(-2), ['and 92 more: look for ✖ above', '0 passed, 100 failed']);
});

test('files that take longest are run first, new end-to-end tests before the quick ones', () => {
  const tests = ['a.test.ts', 'b.test.ts', 'new.e2e.ts', 'slow.e2e.ts', 'c.test.ts'].map((name) => ({ path: path.join(ROOT, name) }));
  const order = longestFirst(ROOT, tests, { 'slow.e2e.ts': 100, 'c.test.ts': 10 }).map((each) => path.basename(each.path));
  assert.deepEqual(order, ['slow.e2e.ts', 'new.e2e.ts', 'c.test.ts', 'a.test.ts', 'b.test.ts']);
});

test('the times that the order is by are those of files that there are', () => {
  const times = JSON.parse(readFileSync(TIMES, 'utf8')) as Times;
  assert.deepEqual(
    Object.keys(times).filter((file) => !existsSync(path.join(ROOT, file))),
    [],
  );
});
