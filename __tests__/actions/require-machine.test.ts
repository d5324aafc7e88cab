import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { requireNode } from '../../src/actions/inputs/require-machine.ts';
import { SetupError } from '../../src/kit/errors.ts';

for (const version of ['20.19.0', '22.1.0', '8.0.0']) {
  test(`an older Node.js is refused, with what to do about it: ${version}`, () => {
    assert.throws(() => requireNode(version, 'action'), (error: SetupError) => /needs Node\.js 24/.test(error.message) && error.message.includes(version) && /2\.327\.1/.test(error.hint ?? ''));
    assert.throws(() => requireNode(version, 'terminal'), (error: SetupError) => /npx/.test(error.hint ?? ''));
  });
}

test('Node.js 24 and newer are taken', () => {
  for (const version of ['24.0.0', '24.21.0', '26.0.0']) requireNode(version, 'action');
});
