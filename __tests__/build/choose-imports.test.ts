import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { chooseImports, reachable } from '../../src/build/reuse/choose-imports.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { Catalogue } from '../../src/serve/catalogue.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { heldFeature } from '../serve/held.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => storePath(letter, letter)) as [StorePath, StorePath, StorePath, StorePath];

function catalogueOf(...paths: readonly (readonly [path: StorePath, references: readonly StorePath[]])[]): Catalogue {
  const catalogue = new Catalogue();
  const { document, source } = heldFeature(paths.map(([path, references]): TestPath => ({ path, tree: path, references })));
  catalogue.add(document, source);
  return catalogue;
}

function chosen(wanted: readonly StorePath[], catalogue: Catalogue, valid: readonly StorePath[] = []): readonly StorePath[] {
  return chooseImports(wanted, catalogue, new Set(valid)).map(({ info }) => info.path);
}

test('what is wanted comes with what it needs, each after what it refers to, and nothing twice', () => {
  const catalogue = catalogueOf([A, [B, C, A]], [B, [C]], [C, []], [D, []]);
  assert.deepEqual(chosen([A, B], catalogue), [C, B, A]);
  assert.deepEqual(chosen([A], catalogue, [C]), [B, A]);
  assert.deepEqual([...reachable([A], catalogue)].sort(), [A, B, C]);
});

test('what refers to nothing that is there, or to itself in a circle, is left out with all that needs it', () => {
  assert.deepEqual(chosen([A, D], catalogueOf([A, [B]], [B, [C]], [D, []])), [D]);
  assert.deepEqual(chosen([A, D], catalogueOf([A, [B]], [B, [C]], [D, []]), [C]), [B, A, D]);
  assert.deepEqual(chosen([A, B, D], catalogueOf([A, [B]], [B, [A]], [D, []])), [D]);
  assert.deepEqual(chosen([storePath('a', 'another')], catalogueOf([A, []])), []);
});
