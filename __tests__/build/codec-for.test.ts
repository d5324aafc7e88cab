import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { codecFor } from '../../src/build/pack.ts';
import { buildRequest } from '../request.ts';

const WITH = { hasZstd: true };
const WITHOUT = { hasZstd: false };

test('a codec that was named is taken, whatever the bases can do', () => {
  assert.equal(codecFor(buildRequest({ compression: 'zstd', complement: true }), [WITHOUT]), 'zstd');
  assert.equal(codecFor(buildRequest({ compression: 'gzip' }), [WITH]), 'gzip');
});

test('auto is zstd where every base can unpack it', () => {
  assert.equal(codecFor(buildRequest({ compression: 'auto' }), [WITH, WITH]), 'zstd');
  assert.equal(codecFor(buildRequest({ compression: 'auto' }), [WITH, WITHOUT]), 'gzip');
});

test('auto is gzip for a Feature that is for systems which nobody can ask', () => {
  assert.equal(codecFor(buildRequest({ compression: 'auto' }), []), 'gzip');
  assert.equal(codecFor(buildRequest({ compression: 'auto', complement: true }), [WITH]), 'gzip');
});
