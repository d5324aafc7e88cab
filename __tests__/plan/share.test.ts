import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { LastRelease } from '../../src/plan/facts.ts';
import { siblingsOf } from '../../src/plan/share.ts';
import { entry } from '../report/sample.ts';
import { ARCHES, released } from './facts.ts';

/** A release whose platforms ship these: names and sizes; what begins with a dash is the base's. */
function shipping(sizes: Readonly<Record<string, number>>): LastRelease {
  const closure = Object.entries(sizes).map(([name, size]) => entry(name.replace(/^-/, ''), size, name.startsWith('-') ? 'base' : 'delta'));
  return { platforms: new Map(ARCHES.map((arch) => [arch, released(arch, { closure })])), isOwnPart: true, metadata: [] };
}

test('Features that ship the same paths share, those with the most bytes first', () => {
  const releases = new Map([
    ['python', shipping({ python: 500, openssl: 60, zlib: 10 })],
    ['black', shipping({ black: 5, python: 500 })],
    ['curl', shipping({ curl: 7, openssl: 60, zlib: 10 })],
    ['jq', shipping({ jq: 9, '-zlib': 10 })],
  ]);
  assert.deepEqual(Object.fromEntries(siblingsOf(releases, ['python', 'curl', 'jq', 'new'])), {
    python: ['black', 'curl'],
    curl: ['python'],
    jq: [],
    new: [],
  });
});

test('no more than eight are named, in an order that is always the same', () => {
  const releases = new Map(Array.from({ length: 12 }, (_, index) => [`f${String(index).padStart(2, '0')}`, shipping({ common: 100 })] as const).toReversed());
  assert.deepEqual(siblingsOf(releases, ['f03']).get('f03'), ['f00', 'f01', 'f02', 'f04', 'f05', 'f06', 'f07', 'f08']);
});
