import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkVerification } from '../../src/actions/verify.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { CHECKS, outcomeOf, type Check, type VerifyReport } from '../../src/report/facts/verify-facts.ts';
import { verifyOutputsOf, verifyResultOf } from '../../src/report/machine/verify-result.ts';
import { renderVerifySummary } from '../../src/report/markdown/verify-summary.ts';
import { renderTerminalVerification } from '../../src/report/terminal/verify-terminal.ts';
import { explain } from '../../src/report/text/explain.ts';
import { PLAIN } from '../../src/report/text/palette.ts';

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

const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/verify.schema.json'), 'utf8')) as { properties: { checks: { items: { properties: { check: { enum: string[] } } } } } };
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

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
  assert.deepEqual(schema.properties.checks.items.properties.check.enum.toSorted(), CHECKS.map(({ name }) => name as string).toSorted());
  for (const each of [report(PASSED), report(FAILED, UNCHECKED), { ...report(FAILED), digest: undefined, version: undefined, arches: [] }]) {
    assert.ok(isValid(JSON.parse(JSON.stringify(verifyResultOf(each)))), JSON.stringify(isValid.errors));
  }
  assert.ok(!isValid({ ...verifyResultOf(report(PASSED)), outcome: 'fine' }));
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
