import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { parseFlake } from '../../src/actions/values/flake-reference.ts';
import { ownAttribute } from '../../src/build/build-platform.ts';

test('mode build builds the attribute that was built, if its flake is the one that ships', () => {
  const places = { feature: import.meta.dirname, here: import.meta.dirname };
  const of = (text: string): string | undefined => ownAttribute({ flake: parseFlake(text, places), featureFolder: places.feature }).attribute;
  assert.equal(of('#tools'), 'tools');
  assert.equal(of('.#tools^bin'), 'tools^bin');
  assert.equal(of('#^bin'), 'default^bin');
  for (const other of ['#default', '.', '..#tools', 'github:org/repo#tools', 'nixpkgs#hello']) assert.equal(of(other), undefined, other);
  assert.equal(ownAttribute({ flake: { kind: 'packages', packages: ['jq'] }, featureFolder: places.feature }).attribute, undefined);
});
