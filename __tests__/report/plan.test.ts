import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { PLAIN } from '../../src/report/text/palette.ts';
import type { PlannedFeature, PlanReport } from '../../src/report/facts/plan-facts.ts';
import { jobsOf } from '../../src/report/machine/plan-matrix.ts';
import { planOutputsOf, planResultOf } from '../../src/report/machine/plan-outputs.ts';
import { planHeadline, renderPlanSummary } from '../../src/report/markdown/plan-summary.ts';
import { renderTerminalPlan } from '../../src/report/terminal/plan-terminal.ts';
import { assertFollows } from '../schemas.ts';

function feature(id: string, why: PlannedFeature['why'], change: Partial<PlannedFeature> = {}): PlannedFeature {
  return { folder: `features/${id}`, id, version: '1.0.0', why, reason: why === undefined ? 'it is the same' : `it is ${why}`, shareWith: [], ...change };
}

function plan(features: readonly PlannedFeature[], change: Partial<PlanReport> = {}): PlanReport {
  return {
    features,
    bases: [],
    arches: ['amd64', 'arm64'],
    runners: new Map([['amd64', 'ubuntu-24.04'], ['arm64', 'my-arm']]),
    maxJobs: 256,
    repository: 'ghcr.io/org/repo',
    evaluated: 2,
    warnings: [],
    broken: 0,
    onlyScripts: 0,
    given: [],
    duration: 1_500,
    ...change,
  };
}

const SOME = plan([feature('a', undefined), feature('b', 'new', { shareWith: ['a', 'c'] }), feature('c', 'changed')]);

test('each Feature that must be built gets a job for each platform, on its runner', () => {
  assert.deepEqual(jobsOf(SOME).build.slice(0, 2), [
    { feature: 'features/b', id: 'b', version: '1.0.0', arch: 'amd64', runner: 'ubuntu-24.04', reason: 'new', 'share-with': 'a,c' },
    { feature: 'features/b', id: 'b', version: '1.0.0', arch: 'arm64', runner: 'my-arm', reason: 'new', 'share-with': 'a,c' },
  ]);
  assert.deepEqual(jobsOf(SOME).publish.map(({ id, arches }) => `${id} ${arches}`), ['b amd64,arm64', 'c amd64,arm64']);
});

test('a matrix has whole Features, no more jobs than it may, and those that will be refused come last', () => {
  const { now, later, build } = jobsOf(plan([feature('a', 'changed'), feature('b', 'failed'), feature('c', 'new'), feature('d', 'forced'), feature('e', 'unknown')], { maxJobs: 7 }));
  assert.deepEqual(now.map(({ id }) => id), ['c', 'd', 'e']);
  assert.deepEqual(later.map(({ id }) => id), ['a', 'b']);
  assert.equal(build.length, 6);
});

test('the jobs that build are told the base images that the plan was made for', () => {
  const bases = [`ghcr.io/org/bedrock:1@sha256:${'a'.repeat(64)}`, 'oci:base'];
  assert.equal(planOutputsOf(plan([], { bases }))['base-image'], bases.join('\n'));
  assert.equal(planOutputsOf(plan([]))['base-image'], 'none');
  assert.deepEqual(planResultOf(plan([], { bases })).bases, bases);
});

test('the outputs are texts that a workflow can take', () => {
  const outputs = planOutputsOf(SOME);
  assert.deepEqual([outputs.empty, outputs.count, outputs.later], ['false', '2', '0']);
  assert.equal((JSON.parse(outputs.matrix) as { include: unknown[] }).include.length, 4);
  assert.deepEqual(planOutputsOf(plan([feature('a', undefined)])).matrix, '{"include":[]}');
  assert.equal(planOutputsOf(plan([feature('a', undefined)])).empty, 'true');
});

test('a thousand Features fit into the outputs of a job, and so do ten thousand', () => {
  const reason = 'the output "out" for x86_64-linux was /nix/store/qk9ma90s6hvhxq4ih6w68nmyq178k2rk-tool, and is now /nix/store/6l224wbir9b9231qlyxn90pcp88qa590-tool';
  const many = (count: number) => Array.from({ length: count }, (_, index) => feature(`tool-${index}`, index % 20 === 0 ? 'changed' : undefined, { reason, shareWith: Array.from({ length: 8 }, (__, other) => `tool-${other}`) }));
  for (const count of [1_000, 10_000]) {
    const outputs = Object.values(planOutputsOf(plan(many(count))));
    // Of UTF-16, as GitHub counts.
    assert.ok(outputs.reduce((sum, text) => sum + text.length * 2, 0) < 1024 * 1024, String(count));
  }
});

test('what a matrix holds is no sentence, and a plan that is too long for an output is in its file', () => {
  const long = plan(Array.from({ length: 2_000 }, (_, index) => feature(`tool-${index}`, 'new', { reason: `the secret hunter2 and ${'words '.repeat(20)}` })), { maxJobs: 256 });
  const outputs = planOutputsOf(long, '/tmp/plan.json');
  assert.doesNotMatch(outputs.matrix + outputs['publish-matrix'], /hunter2/);
  assert.ok(outputs.json.length <= 100 * 1024);
  assert.deepEqual((({ truncated, count, features }) => ({ truncated, count, features }))(JSON.parse(outputs.json) as { truncated: boolean; count: number; features: unknown[] }), { truncated: true, count: 128, features: [] });
  assert.equal(outputs['json-file'], '/tmp/plan.json');
  assertFollows('plan', JSON.parse(outputs.json));
});

test('the result tells of each Feature what is planned', () => {
  const planned = plan([feature('a', undefined), feature('b', 'new'), feature('c', 'new')], { maxJobs: 2 });
  const { features, upToDate, later } = planResultOf(planned);
  assert.deepEqual(features.map((each) => [each.id, each.plan, each.why]), [['a', 'up-to-date', null], ['b', 'build', 'new'], ['c', 'later', 'new']]);
  assert.deepEqual([upToDate, later], [1, 1]);
  assertFollows('plan', planResultOf(planned));
  const outputs = planOutputsOf(planned);
  assertFollows('plan', JSON.parse(outputs.json));
  assertFollows('plan#/$defs/matrix', JSON.parse(outputs.matrix));
  assertFollows('plan#/$defs/publish-matrix', JSON.parse(outputs['publish-matrix']));
});

test('the first line says it all', () => {
  assert.equal(planHeadline(SOME), '2 Features to build for amd64 and arm64, 1 up to date');
  assert.equal(planHeadline(plan([feature('a', undefined)])), 'Nothing to build: 1 Feature up to date');
  assert.equal(planHeadline(plan([feature('a', 'new'), feature('b', 'new')], { maxJobs: 2 })), '1 Feature to build for amd64 and arm64, 1 left for the next run');
  assert.equal(planHeadline(plan([], { broken: 2 })), 'Nothing could be planned');
  assert.equal(planHeadline(plan([], { onlyScripts: 1 })), 'Nothing to build: 1 Feature is only scripts');
  assert.equal(planHeadline(plan([], { onlyScripts: 2 })), 'Nothing to build: 2 Features are only scripts');
  assert.equal(planHeadline(plan([], { onlyScripts: 1, broken: 1 })), 'Nothing could be planned');
  assert.equal(planHeadline(plan([feature('a', undefined)], { onlyScripts: 2 })), 'Nothing to build: 1 Feature up to date');
});

test('the summary has a table of reasons, in which nothing of a reason is Markdown', () => {
  const summary = renderPlanSummary(plan([feature('a', undefined), feature('b', 'failed', { reason: 'error: | <b> `x`' })], { warnings: [{ message: 'b fails' }], given: [['force', 'true']] }));
  assert.match(summary, /^## 1 Feature to build for amd64 and arm64, 1 up to date\n\n\| Feature \|/);
  assert.match(summary, /\| `b` \| 1\.0\.0 \| `features\/b` \| error: &#124; &#60;b&#62; &#96;x&#96; \|  \|/);
  assert.match(summary, /### Warnings\n\n- b fails/);
  assert.match(summary, /<summary>Up to date \(1\)<\/summary>\n\n- `a` 1\.0\.0 \(`features\/a`\)/);
});

test('a terminal shows the same as lines', () => {
  const text = renderTerminalPlan(plan([...SOME.features, feature('d', 'new', { folder: 'features/old-d' })]), PLAIN);
  assert.match(text, /^3 Features to build for amd64 and arm64, 1 up to date\n\n {2}b 1\.0\.0: it is new\n {4}shares layers with a, c\n {2}d 1\.0\.0 \(features\/old-d\): it is new\n {2}c 1\.0\.0: it is changed\n\n2 outputs evaluated\. Took 1\.5 s\.\n$/);
});
