import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { actionYml, imageActionYml, planActionYml, publishActionYml, setupActionYml, verifyActionYml, wslActionYml } from '../../scripts/docs/action-yml.ts';
import { inputsMd } from '../../scripts/docs/inputs-md.ts';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { SETUP_INPUTS } from '../../src/actions/inputs/setup.ts';
import { VERIFY_INPUTS } from '../../src/actions/inputs/verify.ts';
import { OUTPUTS } from '../../src/report/build/outputs.ts';
import { SETUP_OUTPUTS } from '../../src/report/runs/setup.ts';
import { VERIFY_OUTPUTS } from '../../src/report/runs/verify.ts';
import { PLAN_OUTPUTS } from '../../src/report/runs/plan.ts';

function file(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}

/** The names directly below a top-level key. */
function namesBelow(yaml: string, key: string): string[] {
  const block = new RegExp(`^${key}:\\n((?: .*\\n|\\n)*)`, 'm').exec(yaml)?.[1] ?? '';
  return [...block.matchAll(/^ {2}([a-z0-9-]+):/gm)].map(([, name]) => name ?? '');
}

test("the actions' files and docs/reference/inputs.md are what the tables say", () => {
  assert.equal(file('action.yml'), actionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('publish/action.yml'), publishActionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('plan/action.yml'), planActionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('verify/action.yml'), verifyActionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('setup/action.yml'), setupActionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('image/action.yml'), imageActionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('wsl/action.yml'), wslActionYml(), 'run: node scripts/docs.ts');
  assert.equal(file('docs/reference/inputs.md'), inputsMd(), 'run: node scripts/docs.ts');
});

test('action.yml has every input and every output, and no others', () => {
  const yaml = file('action.yml');
  assert.deepEqual(namesBelow(yaml, 'inputs'), INPUTS.map(({ name }) => name));
  assert.deepEqual(namesBelow(yaml, 'outputs'), OUTPUTS.map(({ name }) => name));
  assert.match(yaml, /\n {2}github-token:\n(?: {4}.*\n| {6}.*\n)*? {4}default: '\$\{\{ github\.token \}\}'\n/);
});

test('the publish action has the inputs that say what and where, and none that say how to build', () => {
  const yaml = file('publish/action.yml');
  assert.deepEqual(namesBelow(yaml, 'inputs'), ['feature-id', 'layouts', 'arches', 'delivery', 'sbom', 'policy', 'allow-events', 'registry', 'namespace', 'moving-tags', 'collection', 'sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url', 'username', 'password', 'github-token', 'summary']);
  assert.deepEqual(namesBelow(yaml, 'outputs'), OUTPUTS.map(({ name }) => name));
});

test('the plan action has no input that says how to pack, and cleans up after itself', () => {
  const yaml = file('plan/action.yml');
  const names = namesBelow(yaml, 'inputs');
  assert.deepEqual(names.slice(0, 8), ['features', 'runners', 'force', 'bump', 'attest', 'max-jobs', 'include', 'base-image']);
  for (const name of ['compression', 'max-layers', 'push', 'output', 'feature', 'test']) assert.ok(!names.includes(name), name);
  assert.deepEqual(namesBelow(yaml, 'outputs'), PLAN_OUTPUTS.map(({ name }) => name));
  assert.match(yaml, /main: index\.mjs\n {2}post: index\.mjs\n/);
});

test('the verify action says what is verified first, and builds and publishes nothing', () => {
  const yaml = file('verify/action.yml');
  assert.deepEqual(namesBelow(yaml, 'inputs'), VERIFY_INPUTS.map(({ name }) => name));
  assert.deepEqual(namesBelow(yaml, 'inputs').slice(0, 7), ['ref', 'base', 'rebuild', 'key', 'identity', 'issuer', 'trusted-root']);
  assert.deepEqual(namesBelow(yaml, 'outputs'), VERIFY_OUTPUTS.map(({ name }) => name));
});

test('the setup action names the release first, and has no post step', () => {
  const yaml = file('setup/action.yml');
  assert.deepEqual(namesBelow(yaml, 'inputs'), SETUP_INPUTS.map(({ name }) => name));
  assert.deepEqual(namesBelow(yaml, 'inputs').slice(0, 3), ['nix-version', 'nix-sha256', 'nix-mirror']);
  assert.deepEqual(namesBelow(yaml, 'outputs'), SETUP_OUTPUTS.map(({ name }) => name));
  assert.doesNotMatch(yaml, /post:/);
});
