import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { featureManifest, publishedPlatforms, type FeatureManifestFacts } from '../../src/feature/manifest/feature-manifest.ts';
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
