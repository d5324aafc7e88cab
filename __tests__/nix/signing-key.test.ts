import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';

test('a key is read as it was written, and has the same public half', () => {
  const key = SigningKey.generate('cache.example.org-1');
  const again = SigningKey.parse(`${key.secretText()}\n`);
  assert.equal(again.publicText, key.publicText);
  assert.equal(again.sign('text'), key.sign('text'));
  assert.match(key.publicText, /^cache\.example\.org-1:[A-Za-z0-9+/]{43}=$/);
});

test('what is no secret key is refused without being shown', () => {
  const key = SigningKey.generate('cache-1');
  const [name = '', digits = ''] = key.secretText().split(':');
  const swapped = Buffer.from(digits, 'base64');
  swapped.writeUInt8(swapped.readUInt8(40) ^ 1, 40);
  for (const [text, says] of [
    ['', /it is not <name>:<88 characters/],
    [key.publicText, /it is not <name>:<88 characters/],
    [digits, /it is not/],
    [`a name:${digits}`, /it is not/],
    [`${name}:${swapped.toString('base64')}`, /two halves do not belong together/],
  ] as const) {
    assert.throws(() => SigningKey.parse(text), (error: Error) => says.test(error.message) && !error.message.includes(digits.slice(0, 20)));
  }
});
