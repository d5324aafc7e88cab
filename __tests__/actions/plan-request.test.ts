import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { checkPlan } from '../../src/actions/plan.ts';
import { readArches } from '../../src/actions/values/read-arches.ts';
import { readPlanRequest } from '../../src/actions/requests/read-plan-request.ts';
import { InputError } from '../../src/kit/errors.ts';
import type { PlanReport } from '../../src/report/runs/plan.ts';
import type { PlanRequest } from '../../src/request/build.ts';
import { HERE, readerOf, type Given } from './inputs-of.ts';

function read(given: Given, env: Record<string, string> = { GITHUB_REPOSITORY: 'Org/Repo' }): PlanRequest {
  return readPlanRequest(readerOf({ 'base-image': 'ghcr.io/org/bedrock:1', ...given }), { folder: HERE, env, platform: 'linux', arch: 'arm64', cores: 4 });
}

function refusal(given: Given, env?: Record<string, string>): string {
  try {
    read(given, env);
  } catch (error) {
    if (error instanceof InputError) return `${error.input} | ${error.message} | ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a plan is for the platform of its machine unless told, as a build is', () => {
  const { root, features, arches, runners, maxJobs, force, namespace, buildIn } = read({});
  assert.deepEqual({ root, features, arches, maxJobs, force, namespace, buildIn }, { root: HERE, features: [], arches: ['arm64'], maxJobs: 256, force: false, namespace: 'org/repo', buildIn: 'container' });
  assert.deepEqual(arches, readArches(readerOf({}), 'arm64'));
  assert.deepEqual([...runners], [['arm64', 'ubuntu-24.04-arm']]);
  assert.deepEqual([...read({ arches: 'amd64,arm64' }).runners], [['amd64', 'ubuntu-24.04'], ['arm64', 'ubuntu-24.04-arm']]);
});

test('what is built of each folder is what its build finds: a package, or the development shell that is asked for', () => {
  const folder = '/nowhere/tools';
  assert.deepEqual(read({}).flakeOf(folder), { kind: 'folder', folder, attribute: 'default' });
  assert.deepEqual(read({ 'dev-shell': 'ci', 'shell-hook': 'true', 'direnv-hook': 'true' }).flakeOf(folder), { kind: 'shell', of: { kind: 'folder', folder, attribute: 'ci' }, hook: true, direnv: true });
});

test('runners are named for some platforms or all', () => {
  const { arches, runners } = read({ arches: 'arm64', runners: 'arm64 = my-arm-runner\n' });
  assert.deepEqual([arches, [...runners]], [['arm64'], [['arm64', 'my-arm-runner']]]);
  assert.match(refusal({ runners: 'arm46=x' }), /^runners \| runners: "arm46=x" does not name the runner of a platform\. Did you mean arm64\?/);
  assert.match(refusal({ runners: 'my-runner' }), /Write one per line: amd64=ubuntu-24\.04/);
  assert.match(refusal({ runners: 'amd64=a\namd64=b' }), /"amd64" is given twice/);
});

test('what is given is told again, and what is secret is not', () => {
  const { given, force } = read({ features: 'a\nb/*', force: 'true', password: 'secret', username: 'me' });
  assert.equal(force, true);
  assert.deepEqual(given.map(([name, value]) => `${name}=${value}`), ['features=a\nb/*', 'force=true', 'base-image=ghcr.io/org/bedrock:1', 'username=me', 'password=***']);
});

test("what can't be is refused before any work", () => {
  assert.match(refusal({ features: 'a\na' }), /^features \| features: "a" is given twice/);
  assert.match(refusal({ 'max-jobs': '1', arches: 'amd64,arm64' }), /^max-jobs \| max-jobs: 1 is too small: one Feature needs a job for each of its 2 platforms/);
  assert.match(refusal({ 'max-jobs': '257' }), /not a whole number from 1 to 256/);
  assert.match(refusal({ 'base-image': '' }), /^base-image \| /);
  assert.match(refusal({ 'base-image': 'none' }), /^build-in \| /);
  assert.match(refusal({}, {}), /^namespace \| namespace: is missing, and a plan compares with what is published there\./);
});

test('a plan with folders that break the contract fails after it was shown', () => {
  const report = { broken: 0, features: [] } as unknown as PlanReport;
  checkPlan(report);
  assert.throws(() => checkPlan({ ...report, broken: 2 }), /^InputError: Folders of Features break the contract in 2 points; each is shown above\.$/);
});
