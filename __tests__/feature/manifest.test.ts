import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { collectionText, entriesOf, mergeIntoCollection, parseCollection, type Collection } from '../../src/feature/manifest/collection.ts';
import { featureManifest, publishedPlatforms, type FeatureManifestFacts } from '../../src/feature/manifest/feature-manifest.ts';
import { Failure } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { document } from '../report/sample.ts';

const layer = (name: string) => ({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digestOf(name), size: name.length });
const manifestOf = (arch: string) => ({ config: { mediaType: 'x', digest: digestOf(`document ${arch}`), size: 700 } });
const FACTS: FeatureManifestFacts = {
  feature: { id: 'my-tools', version: '1.2.0' },
  metadata: '{"id":"my-tools","version":"1.2.0","name":"My tools","description":"Tools"}',
  key: digestOf('key'),
  config: { mediaType: 'x', digest: digestOf('{}'), size: 2 },
  tar: { mediaType: 'x', digest: digestOf('tar'), size: 3 },
  platforms: [
    { arch: 'amd64', document: document(), digest: digestOf('manifest amd64'), manifest: manifestOf('amd64'), layers: [layer('one'), layer('shared')], complement: [layer('glibc')] },
    { arch: 'arm64', document: document(undefined, 'arm64'), digest: digestOf('manifest arm64'), manifest: manifestOf('arm64'), layers: [layer('two'), layer('shared')], complement: [layer('shared')] },
  ],
  origin: { source: 'https://github.com/org/repo', revision: '0123' },
  created: 1_700_000_000,
  onGithub: false,
};

test("the Feature's tar comes first, then each platform's layers, then their complements, none of them twice", () => {
  const { layers, config } = featureManifest(FACTS);
  assert.deepEqual(layers.map(({ digest }) => digest), ['tar', 'one', 'shared', 'two', 'glibc'].map(digestOf));
  assert.equal(layers[0]?.mediaType, 'application/vnd.devcontainers.layer.v1+tar');
  assert.deepEqual(layers[0]?.annotations, { 'org.opencontainers.image.title': 'devcontainer-feature-my-tools.tgz' });
  assert.equal(config.mediaType, 'application/vnd.devcontainers');
});

test('annotations say what it is, what it was made of and where it comes from', () => {
  const { annotations } = featureManifest(FACTS);
  assert.deepEqual(annotations, {
    'dev.containers.metadata': FACTS.metadata,
    'dev.nix-feature.key': digestOf('key'),
    'dev.nix-feature.platform.amd64': digestOf('manifest amd64'),
    'dev.nix-feature.platform.arm64': digestOf('manifest arm64'),
    'dev.nix-feature.document.amd64': `${digestOf('document amd64')} 700`,
    'dev.nix-feature.document.arm64': `${digestOf('document arm64')} 700`,
    'org.opencontainers.image.title': 'My tools',
    'org.opencontainers.image.description': 'Tools',
    'org.opencontainers.image.version': '1.2.0',
    'org.opencontainers.image.source': 'https://github.com/org/repo',
    'org.opencontainers.image.revision': '0123',
    'org.opencontainers.image.base.name': 'ghcr.io/org/bedrock:latest',
    'org.opencontainers.image.base.digest': digestOf('bedrock'),
    'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
  });
  assert.deepEqual([...publishedPlatforms(annotations ?? {})], [
    ['amd64', { digest: digestOf('manifest amd64'), document: { digest: digestOf('document amd64'), size: 700 } }],
    ['arm64', { digest: digestOf('manifest arm64'), document: { digest: digestOf('document arm64'), size: 700 } }],
  ]);
});

test("a platform without a document's blob, or with one that is none, is still a platform", () => {
  const digest = digestOf('manifest amd64');
  const platform = { 'dev.nix-feature.platform.amd64': digest };
  for (const blob of [undefined, '', 'sha256:0', digest, `${digest} -1`, `${digest} many`]) {
    const annotations = blob === undefined ? platform : { ...platform, 'dev.nix-feature.document.amd64': blob };
    assert.deepEqual([...publishedPlatforms(annotations)], [['amd64', { digest, document: undefined }]]);
  }
  assert.deepEqual([...publishedPlatforms({ 'dev.nix-feature.platform.riscv64': digest, 'dev.nix-feature.platform.arm64': 'latest' })], []);
});

test("GitHub's registry is told what kind of package it is", () => {
  assert.equal(featureManifest({ ...FACTS, onGithub: true }).annotations?.['com.github.package.type'], 'devcontainer_feature');
});

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
