import assert from 'node:assert/strict';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkVerification } from '../../src/actions/verify.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { type PlannedFeature, type PlanReport, jobsOf, planOutputsOf, planResultOf, planHeadline, renderPlanSummary, renderTerminalPlan } from '../../src/report/runs/plan.ts';
import { type RunReport, runOutputsOf, renderRunSummary } from '../../src/report/runs/run.ts';
import { type SetupReport, setupHeadline, setupOutputsOf, setupResultOf, renderSetupSummary, renderShellLines } from '../../src/report/runs/setup.ts';
import { CHECKS, outcomeOf, type Check, type VerifyReport, verifyOutputsOf, verifyResultOf, renderVerifySummary, renderTerminalVerification } from '../../src/report/runs/verify.ts';
import { explain } from '../../src/report/text/explain.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
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

const PASSED: Check = { name: 'manifest', outcome: 'passed', says: 'fine', problems: [], more: 0 };
const FAILED: Check = { name: 'members', arch: 'amd64', outcome: 'failed', says: 'a|b <script> \u001b[31m`x`', problems: ['one', 'two'], more: 3 };
const UNCHECKED: Check = { name: 'base', arch: 'arm64', outcome: 'unchecked', says: 'nobody answers', problems: [], more: 0 };

function report(...checks: readonly Check[]): VerifyReport {
  return { name: 'ghcr.io/org/tools:1.2.0', digest: digestOf('manifest'), version: '1.2.0', arches: ['amd64'], checks, given: [], duration: 1234 };
}

function kindOf(of: VerifyReport): string {
  try {
    checkVerification(of);
    return 'none';
  } catch (error) {
    return explain(error).kind;
  }
}

const verifySchema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/verify.schema.json'), 'utf8')) as { properties: { checks: { items: { properties: { check: { enum: string[] } } } } } };
const isVerification = new Ajv2020({ allowUnionTypes: true }).compile(verifySchema);

test('a failure counts more than what could not be checked, and each has its exit code', () => {
  assert.equal(outcomeOf(report(PASSED)), 'passed');
  assert.equal(outcomeOf(report(PASSED, UNCHECKED)), 'unchecked');
  assert.equal(outcomeOf(report(UNCHECKED, FAILED)), 'failed');
  assert.doesNotThrow(() => checkVerification(report(PASSED)));
  assert.deepEqual([report(PASSED), report(PASSED, UNCHECKED), report(UNCHECKED, FAILED)].map(kindOf), ['none', 'unchecked', 'failure']);
});

test('checks that a registry refused are answered with the login that is missing', () => {
  const refused: Check = { ...UNCHECKED, says: 'GET https://ghcr.io/v2/x/manifests/latest was answered with 401 Unauthorized (UNAUTHORIZED)' };
  assert.throws(() => checkVerification(report(refused)), { inTerminal: 'The registry wants a login that may read this: run docker login for it.' });
  assert.throws(() => checkVerification(report(UNCHECKED)), { hint: /^The table says why/, inTerminal: undefined });
});

test('the JSON of a verification is what its schema says, and the schema knows every check', () => {
  assert.deepEqual(verifySchema.properties.checks.items.properties.check.enum.toSorted(), CHECKS.map(({ name }) => name as string).toSorted());
  for (const each of [report(PASSED), report(FAILED, UNCHECKED), { ...report(FAILED), digest: undefined, version: undefined, arches: [] }]) {
    assert.ok(isVerification(JSON.parse(JSON.stringify(verifyResultOf(each)))), JSON.stringify(isVerification.errors));
  }
  assert.ok(!isVerification({ ...verifyResultOf(report(PASSED)), outcome: 'fine' }));
  assert.equal(verifyOutputsOf(report(FAILED, { ...FAILED, arch: 'arm64' }, PASSED)).failed, 'members');
});

test('text from outside is inert in the table of a terminal and of a summary', () => {
  const terminal = renderTerminalVerification(report(PASSED, FAILED, UNCHECKED), PLAIN);
  assert.ok(!terminal.includes('\u001b'), terminal);
  assert.match(terminal, /^ghcr\.io\/org\/tools:1\.2\.0 is not what it claims to be: 1 of 3 checks failed, 1 could not be made\n/);
  assert.match(terminal, /Members \(amd64\) +FAILED +a\|b/);
  assert.match(terminal, /\n +two\n +and 3 more\n/);
  const summary = renderVerifySummary(report(PASSED, FAILED));
  assert.ok(!summary.includes('<script>') && !summary.includes('\u001b'), summary);
  assert.match(summary, /\| Members \(amd64\) \| ✗ \*\*failed\*\* \| a&#124;b /);
});

test('a breach of a policy alone is not called a false claim', () => {
  const breach: Check = { name: 'policy', arch: 'amd64', outcome: 'failed', says: 'forbid: x', problems: [], more: 0 };
  assert.match(renderVerifySummary(report(PASSED, breach)), /^## \S+ breaches the policy: 1 of 2 checks failed\n/);
  assert.throws(() => checkVerification(report(PASSED, breach, UNCHECKED)), /breaches the policy: 1 of 3 checks failed/);
  assert.throws(() => checkVerification(report(breach, FAILED)), /is not what it claims to be: 2 of 2 checks failed/);
});

const setupSchema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/setup.schema.json'), 'utf8')) as object;
const isSetup = new Ajv2020({ strict: false }).compile(setupSchema);

const SETUP: SetupReport = {
  nix: 'Nix 2.31.2',
  wanted: '2.31.2',
  from: 'cached',
  bin: '/nix/store/aaaa-nix-2.31.2/bin',
  variables: { NIX_CONFIG: "access-tokens = github.com=ghp_secret\nuser-agent-suffix = it's" },
  given: [['nix-version', '2.31.2']],
  duration: 812,
};

test('what setup came to is JSON by its schema, wherever Nix came from, and without the settings', () => {
  for (const from of ['here', 'cached', 'downloaded'] as const) {
    const result = setupResultOf({ ...SETUP, from, bin: from === 'here' ? undefined : SETUP.bin });
    assert.ok(isSetup(result), JSON.stringify(isSetup.errors));
    assert.doesNotMatch(JSON.stringify(result), /ghp_secret/);
  }
  assert.doesNotMatch(JSON.stringify(setupOutputsOf(SETUP)), /ghp_secret/);
});

test('the lines for a shell mean what they say, whatever is in a setting', () => {
  assert.equal(renderShellLines(SETUP), `export PATH='/nix/store/aaaa-nix-2.31.2/bin':"$PATH"\nexport NIX_CONFIG='access-tokens = github.com=ghp_secret\nuser-agent-suffix = it'\\''s'\n`);
  assert.doesNotMatch(renderShellLines({ ...SETUP, bin: undefined }), /PATH=/);
});

test('the first line says where Nix comes from, and that another version was asked for', () => {
  assert.equal(setupHeadline(SETUP), 'Nix 2.31.2 was installed from the tool cache');
  assert.equal(setupHeadline({ ...SETUP, from: 'downloaded' }), 'Nix 2.31.2 was downloaded and installed');
  assert.equal(setupHeadline({ ...SETUP, from: 'here' }), 'Nix 2.31.2 is there');
  assert.equal(setupHeadline({ ...SETUP, from: 'here', wanted: '2.35.1' }), 'Nix 2.31.2 is installed already and is used; 2.35.1 was not needed');
  assert.match(renderSetupSummary(SETUP), /^## Nix 2\.31\.2 was installed from the tool cache\n\nIt took 0\.8 s\. `\/nix\/store\/aaaa-nix-2\.31\.2\/bin` goes before PATH\./);
});

const RUN: RunReport = {
  exitCode: 0,
  where: 'a container of ghcr.io/org/bedrock:1',
  nix: 'Nix 2.26.3',
  tools: ['./tools#default'],
  path: ['/nix/store/00000000000000000000000000000000-a/bin'],
  prepared: 1234.5,
  duration: 61_000,
  given: [['flake', '.#default']],
};

test('the JSON of a command is what its schema says', () => {
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/run.schema.json'), 'utf8')) as object;
  const isValid = new Ajv2020().compile(schema);
  for (const exitCode of [0, 3, 143]) {
    const outputs = runOutputsOf({ ...RUN, exitCode });
    assert.equal(outputs['exit-code'], String(exitCode));
    assert.ok(isValid(JSON.parse(outputs.json)), JSON.stringify(isValid.errors));
  }
});

test('the summary of a command says in its first line how it ended, and where', () => {
  const [first] = renderRunSummary(RUN).split('\n');
  assert.equal(first, '## The command ended with exit code 0 after 1 min 1 s, in a container of ghcr.io/org/bedrock:1');
});
