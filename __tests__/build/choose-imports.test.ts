import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { chooseImports, reachable } from '../../src/build/reuse/choose-imports.ts';
import { parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
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

test('a chain and a circle of any length that a document names end no build', () => {
  const long = Array.from({ length: 30_000 }, (_, index) => parseStorePath(`/nix/store/${String(index).padStart(32, '0')}-link`));
  const linked = (last: readonly StorePath[]): Catalogue => {
    const catalogue = new Catalogue();
    const { document, source } = heldFeature([{ path: D, tree: 'd' }]);
    const [[info], [layer]] = [document.closure, document.layers];
    const closure = long.map((path, index) => ({ ...info!, path, references: index + 1 < long.length ? [long[index + 1]!] : last }));
    catalogue.add({ ...document, closure: [...document.closure, ...closure], layers: [{ ...layer!, paths: [D, ...long] }] }, source);
    return catalogue;
  };
  assert.deepEqual(chosen([long[0]!], linked([])), long.toReversed());
  assert.equal(reachable([long[0]!], linked([])).size, long.length);
  assert.deepEqual(chosen([long[0]!, D], linked([long[1]!])), [D]);
});

test('what refers to nothing that is there, or to itself in a circle, is left out with all that needs it', () => {
  assert.deepEqual(chosen([A, D], catalogueOf([A, [B]], [B, [C]], [D, []])), [D]);
  assert.deepEqual(chosen([A, D], catalogueOf([A, [B]], [B, [C]], [D, []]), [C]), [B, A, D]);
  assert.deepEqual(chosen([A, B, D], catalogueOf([A, [B]], [B, [A]], [D, []])), [D]);
  assert.deepEqual(chosen([storePath('a', 'another')], catalogueOf([A, []])), []);
});
