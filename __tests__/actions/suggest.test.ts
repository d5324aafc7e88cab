import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { closest } from '../../src/kit/suggest.ts';
import { secretsIn } from '../../src/actions/inputs/redact.ts';
import { specOf } from '../../src/actions/inputs/inputs.ts';

test('a slip of the finger finds its word', () => {
  const words = ['docker', 'podman', 'container', 'host'];
  assert.equal(closest('dokcer', words), 'docker');
  assert.equal(closest('Podman', words), 'podman');
  assert.equal(closest('cont', words), 'container');
  assert.equal(closest('hots', words), 'host');
});

test('another word finds none', () => {
  assert.equal(closest('kubernetes', ['docker', 'podman']), undefined);
  assert.equal(closest('x', ['docker', 'podman']), undefined);
  assert.equal(closest('', ['docker', 'podman']), undefined);
});

test('secrets are known before anything is said', () => {
  assert.deepEqual(secretsIn(specOf('password'), ' hunter2 '), ['hunter2']);
  assert.deepEqual(secretsIn(specOf('password'), ''), []);
  assert.deepEqual(secretsIn(specOf('username'), 'me'), []);
  assert.deepEqual(secretsIn(specOf('nix-config'), 'cores = 1\nextra-access-tokens = a=b c=PAT:d\n'), ['b', 'PAT:d']);
});
