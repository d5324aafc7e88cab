import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { matchesIdentity } from '../../src/provenance/verify/identity-pattern.ts';

// [pattern, identity, matches]
const CASES: readonly (readonly [string, string, boolean])[] = [
  ['https://x/a', 'https://x/a', true],
  ['https://x/a', 'https://x/ab', false],
  ['https://x/a', 'https://x/', false],
  ['https://x/a', 'yhttps://x/a', false],
  ['https://x/a.b', 'https://x/aXb', false],
  ['https://x/(a|b)+', 'https://x/a', false],
  ['https://x/*', 'https://x/a', true],
  ['https://x/*', 'https://x/', true],
  ['https://x/*', 'https://x/a/b', false],
  ['https://x/**', 'https://x/a/b', true],
  ['https://x/**/c', 'https://x/a/b/c', true],
  ['https://x/**/c', 'https://x/a/b/d', false],
  ['https://x/*@refs/tags/v*', 'https://x/w.yml@refs/tags/v1.2', true],
  ['https://x/*@refs/tags/v*', 'https://x/w.yml@refs/heads/v1.2', false],
  ['https://github.com/org/*', 'https://github.com/org-evil/x', false],
  ['**', 'anything/at all', true],
  ['*', 'a@b', true],
  ['', '', true],
  ['', 'x', false],
  ['a\nb', 'a\nb', true],
];
for (const [pattern, identity, matches] of CASES) {
  test(`${JSON.stringify(identity)} is ${matches ? '' : 'not '}of the pattern ${JSON.stringify(pattern)}`, () => {
    assert.equal(matchesIdentity(pattern, identity), matches);
  });
}

test('a pattern of stars takes no time worth mentioning', () => {
  const began = performance.now();
  assert.equal(matchesIdentity('*a'.repeat(1000), 'a'.repeat(2000)), true);
  assert.equal(matchesIdentity('**a'.repeat(600), `${'a'.repeat(2000)}b`), false);
  assert.ok(performance.now() - began < 5000);
});

test('what is longer than any identity is refused', () => {
  assert.equal(matchesIdentity('**', 'a'.repeat(3000)), false);
});
