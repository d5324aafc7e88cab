import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { Namespace } from '../../src/release/target.ts';
import { listeningHost } from '../publish/releases.ts';

test('a name that is longer than registries take is refused, with how long it would be', () => {
  const { host } = listeningHost();
  const open = (length: number): void => {
    const target = { registry: 'ghcr.io', namespace: 'n'.repeat(length - 'ghcr.io/'.length - '/tools'.length), credentials: undefined };
    new Namespace(target, host).writer('tools').close();
  };
  open(255);
  assert.throws(() => open(256), (error: Error) => error instanceof InputError && /the name of tools would be longer .*256 characters .*255 at most/.test(error.message));
});
