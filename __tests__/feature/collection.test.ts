import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { collectionText, entriesOf, mergeIntoCollection, parseCollection, type Collection } from '../../src/feature/manifest/collection.ts';

const A = { id: 'a', version: '1.0.0', 'x-own': [1] };
const B = { id: 'b', version: '2.0.0' };
const OTHERS = { sourceInformation: { source: 'devcontainer-cli' }, features: [A, B], templates: [{ id: 't' }] };

function merged(present: unknown, metadata: unknown, source?: string): unknown {
  const collection = present === undefined ? undefined : parseCollection(JSON.stringify(present), 'it');
  return read(mergeIntoCollection(collection, JSON.stringify(metadata), source));
}

function read(collection: Collection | undefined): unknown {
  return collection === undefined ? undefined : JSON.parse(collectionText(collection));
}

test('a first Feature makes a collection', () => {
  assert.deepEqual(merged(undefined, { id: 'a', version: '1.0.0' }, 'https://github.com/org/repo'), {
    sourceInformation: { source: 'https://github.com/org/repo' },
    features: [{ id: 'a', version: '1.0.0' }],
  });
});

test('a further Feature leaves the others as they are, whoever published them', () => {
  assert.deepEqual(merged(OTHERS, { id: 'c', version: '0.1.0' }), { ...OTHERS, features: [A, B, { id: 'c', version: '0.1.0' }] });
});

test('a newer version takes the place of the older one', () => {
  assert.deepEqual(merged(OTHERS, { id: 'a', version: '1.1.0' }), { ...OTHERS, features: [{ id: 'a', version: '1.1.0' }, B] });
});

test('an older version, a pre-release of a released Feature, and what is in already change nothing', () => {
  assert.equal(merged(OTHERS, { id: 'b', version: '1.9.0' }), undefined);
  assert.equal(merged(OTHERS, { id: 'b', version: '3.0.0-rc.1' }), undefined);
  assert.equal(merged(OTHERS, { id: 'b', version: '2.0.0' }), undefined);
});

test('entries of others keep their order and their digits', () => {
  const text = '{\n  "z": 1.0,\n  "features": [\n    {\n      "id": "b",\n      "2": 12345678901234567890,\n      "1": []\n    }\n  ],\n  "a": {}\n}\n';
  assert.equal(collectionText(parseCollection(text, 'it')), text);
});

test('what is no collection is not taken for one', () => {
  for (const text of ['', '[]', 'null', '3', '{"features":{}}', '{"features":[1]}']) assert.throws(() => parseCollection(text, 'it'), Failure, text);
  assert.deepEqual(read(parseCollection('{"x":1}', 'it')), { x: 1, features: [] });
});

test('entries whose ids can be no part of an address are passed over by all who look Features up, and kept as they are', () => {
  const ids = ['../other/a', 'a/b', '..', '', 'A', 'x@sha256:0', 'a:1', 'a?b', 'a b', '__proto__', 'a\n', 'a'.repeat(200)];
  const collection = parseCollection(JSON.stringify({ features: [...ids.map((id) => ({ id, version: '1.0.0' })), { version: '1.0.0' }, A] }), 'it');
  assert.deepEqual(entriesOf(collection), [{ id: 'a', version: '1.0.0' }]);
  assert.equal(collection.features.length, ids.length + 2);
});
