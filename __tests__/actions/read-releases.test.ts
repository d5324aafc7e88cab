import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readCheckRequest, readWithdrawRequest } from '../../src/actions/requests/read-releases.ts';
import { InputError } from '../../src/kit/errors.ts';
import { HERE, readerOf, type Given } from './inputs-of.ts';

const WHERE = { folder: HERE, env: {}, platform: 'linux', arch: 'x64', cores: 4 };

function checked(name: string, given: Given = {}): string {
  const { registry, namespace, id } = readCheckRequest(name, readerOf(given), WHERE);
  return `${registry} ${namespace} ${id ?? '-'}`;
}

function withdrawn(feature: string, given: Given = {}): string {
  const { registry, namespace, id } = readWithdrawRequest({ feature, version: '1.0.0' }, readerOf(given), WHERE);
  return `${registry} ${namespace} ${id}`;
}

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return `${error.input} | ${error.message} | ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a name without a host is in the registry of the flag, or in the default one', () => {
  assert.equal(checked('org/features'), 'ghcr.io org/features -');
  assert.equal(checked('org/features', { registry: 'localhost:5000' }), 'localhost:5000 org/features -');
  assert.equal(checked('localhost:5000/org/features'), 'localhost:5000 org/features -');
  assert.equal(checked('tools', { namespace: 'org/features' }), 'ghcr.io org/features tools');
  assert.equal(withdrawn('org/features/tools'), 'ghcr.io org/features tools');
});

test('flags that agree with a whole name are taken, and those that contradict it refused', () => {
  for (const read of [checked, withdrawn]) {
    assert.match(read('ghcr.io/org/features/tools', { registry: 'ghcr.io', namespace: 'org/features' }), /^ghcr\.io org\/features/);
    assert.match(refusal(() => read('ghcr.io/org/features/tools', { registry: 'localhost:5000' })), /^registry \| registry: "localhost:5000" contradicts the name "ghcr\.io\/org\/features\/tools"\. \| Leave --registry out/);
    assert.match(refusal(() => read('org/features/tools', { namespace: 'other' })), /^namespace \| namespace: "other" contradicts the name/);
  }
});

test('what is no name is refused in whole sentences', () => {
  for (const name of ['Org/features', 'org//features', '/x', 'org/features:1.0.0', `org/features@sha256:${'0'.repeat(64)}`]) {
    const text = refusal(() => checked(name));
    assert.match(text, /^id \| id: .*\. \| Write <namespace>\/<id>/, name);
    assert.doesNotMatch(text, /\.\. |: \. /, name);
  }
});

test('a missing namespace is asked for with what it is for: nothing is published here', () => {
  for (const read of [() => checked(''), () => checked('tools'), () => withdrawn('tools')]) {
    assert.match(refusal(read), /^namespace \| namespace: is missing, and releases are looked for there\. \| A Feature is published as ghcr\.io\/<namespace>\/<id>/);
  }
});
