import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/errors.ts';
import { mergeIntoCollection, parseCollection } from '../../src/feature/collection.ts';

const OTHERS = {
  sourceInformation: { source: 'devcontainer-cli' },
  features: [
    { id: 'a', version: '1.0.0', 'x-own': [1] },
    { id: 'b', version: '2.0.0' },
  ],
  templates: [{ id: 't' }],
};

test('a first Feature makes a collection', () => {
  assert.deepEqual(mergeIntoCollection(undefined, { id: 'a', version: '1.0.0' }, 'https://github.com/org/repo'), {
    sourceInformation: { source: 'https://github.com/org/repo' },
    features: [{ id: 'a', version: '1.0.0' }],
  });
});

test('a further Feature leaves the others as they are, whoever published them', () => {
  assert.deepEqual(mergeIntoCollection(OTHERS, { id: 'c', version: '0.1.0' }, undefined), {
    ...OTHERS,
    features: [...OTHERS.features, { id: 'c', version: '0.1.0' }],
  });
});

test('a newer version takes the place of the older one', () => {
  const merged = mergeIntoCollection(OTHERS, { id: 'a', version: '1.1.0' }, undefined);
  assert.deepEqual(merged?.features, [{ id: 'a', version: '1.1.0' }, OTHERS.features[1]]);
});

test('an older version, a pre-release of a released Feature, and what is in already change nothing', () => {
  assert.equal(mergeIntoCollection(OTHERS, { id: 'b', version: '1.9.0' }, undefined), undefined);
  assert.equal(mergeIntoCollection(OTHERS, { id: 'b', version: '3.0.0-rc.1' }, undefined), undefined);
  assert.equal(mergeIntoCollection(OTHERS, { id: 'b', version: '2.0.0' }, undefined), undefined);
});

test('what is no collection is not taken for one', () => {
  for (const text of ['', '[]', 'null', '3', '{"features":{}}', '{"features":[1]}']) assert.throws(() => parseCollection(text, 'it'), Failure, text);
  assert.deepEqual(parseCollection('{"x":1}', 'it'), { x: 1, features: [] });
});
