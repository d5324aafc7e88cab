import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLayers } from '../../src/base/fold-layers.ts';
import type { StoreChanges } from '../../src/base/store-entries.ts';
import { storeName } from './layer-tar.ts';

const [A, B, C] = [storeName('a'), storeName('b'), storeName('c')];
const layer = (changes: Partial<StoreChanges>): StoreChanges => ({ added: [], whiteouts: [], opaque: false, ...changes });
const names = (layers: readonly StoreChanges[]): string[] => [...foldLayers(layers)].map((path) => path.slice('/nix/store/'.length)).sort();

test('no layer holds nothing', () => {
  assert.deepEqual(names([]), []);
});

test('layers add up', () => {
  assert.deepEqual(names([layer({ added: [A] }), layer({}), layer({ added: [A, B] })]), [A, B]);
});

test('a whiteout removes what lies below, and nothing above', () => {
  assert.deepEqual(names([layer({ added: [A, B] }), layer({ whiteouts: [A, C] }), layer({ added: [C] })]), [B, C]);
});

test('a path that a layer removes and brings itself is there', () => {
  assert.deepEqual(names([layer({ added: [A] }), layer({ whiteouts: [A], added: [A] })]), [A]);
});

test('a path that was removed can come back', () => {
  assert.deepEqual(names([layer({ added: [A] }), layer({ whiteouts: [A] }), layer({ added: [A] })]), [A]);
});

test('an opaque layer hides all below it, and not what it brings', () => {
  assert.deepEqual(names([layer({ added: [A, B] }), layer({ opaque: true, added: [B] }), layer({ added: [C] })]), [B, C]);
});

test('what is no store path is dropped', () => {
  assert.deepEqual(names([layer({ added: [A, '.links', 'x', `${A}/bin`, `../${A}`] })]), [A]);
});
