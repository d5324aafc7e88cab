import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { warn } from '../../src/plan/warn.ts';
import type { PlannedFeature } from '../../src/report/runs/plan.ts';

/** What is said of the Features of a plan whose matrix has room for one. */
async function warnings(...why: readonly PlannedFeature['why'][]): Promise<string> {
  let text = '';
  const write = (chunk: string): boolean => {
    text += chunk;
    return true;
  };
  const host = createTerminalHost({ stdout: { write }, stderr: { write }, env: {}, signal: new AbortController().signal });
  const features = why.map((each, index) => ({ folder: `f${index}`, id: `f${index}`, version: '1.0.0', why: each, reason: 'so', shareWith: [] }));
  const report = { features, bases: [], arches: ['amd64'] as const, runners: new Map(), maxJobs: 1, repository: 'r/o', evaluated: 0, warnings: [], broken: 0, onlyScripts: 0, given: [], duration: 0 };
  await warn([], report, host);
  return text;
}

test('what the matrix has no room for is counted, and its turn comes', async () => {
  assert.equal(await warnings('new', undefined), '');
  assert.match(await warnings('new', 'new'), /1 Feature that must be built is left for the next run: the matrix has 1 job, and the limit is 1\. They follow once these are published\./);
});

test('what is forced never makes room for others, and the warning says how to name them', async () => {
  const text = await warnings('forced', 'forced', 'forced');
  assert.match(text, /2 Features that must be built are left for the next run: .* With "force" the next run begins with the same Features again: name the others in "features"\./);
});
