import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { foldLayers } from '../../src/base/fold-layers.ts';
import type { StoreChanges } from '../../src/base/store-entries.ts';
import { storeName } from './layer-tar.ts';

const [A, B, C] = [storeName('a'), storeName('b'), storeName('c')];
const layer = (changes: Partial<StoreChanges>): StoreChanges => ({ added: [], sizes: [], contents: [], whiteouts: [], holes: [], opaque: false, way: [], ...changes });
const names = (layers: readonly StoreChanges[]): string[] => [...foldLayers(layers).keys()].map((path) => path.slice('/nix/store/'.length)).sort();

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

const bytes = (layers: readonly StoreChanges[]): Record<string, number> => Object.fromEntries([...foldLayers(layers)].map(([path, held]) => [path.slice('/nix/store/'.length), held.bytes]));

test('bytes are those of the layer that brings a path', () => {
  assert.deepEqual(bytes([layer({ added: [A, B], sizes: [1, 2] }), layer({ added: [C], sizes: [4] })]), { [A]: 1, [B]: 2, [C]: 4 });
});

test('a path that an upper layer brings again, in part or as a whole, counts once', () => {
  assert.deepEqual(bytes([layer({ added: [A, B], sizes: [10, 2] }), layer({ added: [A, B], sizes: [3, 2] })]), { [A]: 10, [B]: 2 });
});

test('bytes below a whiteout or an opaque layer are gone', () => {
  const below = layer({ added: [A, B], sizes: [10, 20] });
  assert.deepEqual(bytes([below, layer({ whiteouts: [A], added: [A], sizes: [3] })]), { [A]: 3, [B]: 20 });
  assert.deepEqual(bytes([below, layer({ opaque: true, added: [B], sizes: [4] })]), { [B]: 4 });
});
