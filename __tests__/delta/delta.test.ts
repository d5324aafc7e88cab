import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { buildDocument } from '../../src/delta/document/build-document.ts';
import type { LayerEntry } from '../../src/delta/document/delta-document.ts';
import { deltaOf } from '../../src/delta/delta.ts';
import { parseDeltaDocument } from '../../src/delta/document/parse-document.ts';
import { planLayers } from '../../src/delta/layers/plan-layers.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { IntegrityError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { assertFollows } from '../schemas.ts';
import { closureOfTrees, storePath } from '../nix/nar-builder.ts';

const A = storePath('a', 'a');
const B = storePath('b', 'b');
const C = storePath('c', 'c');
const CLOSURE = closureOfTrees([
  { path: C, tree: 'c' },
  { path: A, tree: 'a' },
  { path: B, tree: 'b' },
]);

test('what the base has is relied upon, the rest is shipped, both in the order of the paths', () => {
  const delta = deltaOf(CLOSURE, new Set([B, storePath('d', 'not-in-the-closure')]));
  assert.deepEqual(delta.add.map((info) => info.path), [A, C]);
  assert.deepEqual(delta.require.map((info) => info.path), [B]);
});

test('a base that has all of it leaves an empty delta, and an empty delta no layer', () => {
  const delta = deltaOf(CLOSURE, new Set([A, B, C]));
  assert.deepEqual(delta.add, []);
  assert.deepEqual(planLayers(delta.add, 16).layers, []);
});

test('the document has of each path what it holds and needs, and nothing that only some databases know', () => {
  const deriver = storePath('d', 'x.drv');
  const closure = new Map([...CLOSURE].map(([path, info]) => [path, { ...info, deriver, ca: 'text:x' }]));
  const document = buildDocument({
    feature: { id: 'x', version: '1.0.0' },
    system: 'x86_64-linux',
    storePath: A,
    outputs: { out: A },
    bases: [],
    closure,
    baseStore: new Set([B]),
    layers: [],
    source: { flake: '.#x', locked: {} },
  });
  assertFollows('delta', document);
  assert.deepEqual(
    document.closure.map((entry) => [entry.path, entry.in, entry.deriver, entry.ca]),
    [[A, 'delta', null, null], [B, 'base', null, null], [C, 'delta', null, null]],
  );
});

const layerOf = (path: StorePath): LayerEntry => ({
  key: digestOf(`key of ${path}`),
  digest: digestOf(path),
  diffId: digestOf(`tar of ${path}`),
  size: 1,
  mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
  paths: [path],
});

const FACTS = {
  feature: { id: 'x', version: '1.0.0' },
  system: 'x86_64-linux',
  storePath: A,
  outputs: { out: A },
  bases: [],
  closure: CLOSURE,
  baseStore: new Set([B]),
  layers: [layerOf(A), layerOf(C)],
  source: { flake: '.#x', locked: {} },
} as const;

test('a complement is written down next to the layers, without the files that hold it, and read back', () => {
  const document = buildDocument({ ...FACTS, complement: [{ ...layerOf(B), file: '/tmp/b' } as LayerEntry] });
  assert.deepEqual(document.complement, [layerOf(B)]);
  assert.deepEqual(parseDeltaDocument(JSON.stringify(document), 'it'), document);
});

test('a complement with nothing in it leaves no trace', () => {
  assert.deepEqual(buildDocument({ ...FACTS, complement: [] }), buildDocument(FACTS));
});

test('a complement that holds what is not of the base, or not of the closure, is refused', () => {
  const cases = [
    [A, /the complement holds .*-a, which is not of the base/],
    [storePath('d', 'stranger'), /-stranger, which is not in the closure/],
  ] as const;
  for (const [path, why] of cases) {
    const text = JSON.stringify({ ...buildDocument(FACTS), complement: [{ ...layerOf(path), digest: digestOf('another') }] });
    assert.throws(() => parseDeltaDocument(text, 'it'), (error) => error instanceof IntegrityError && why.test(error.message));
  }
});
