import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { digestOf, hexOf } from '../../src/oci/format/digest.ts';
import { composeSlsa, type BuiltFeature } from '../../src/provenance/format/compose-slsa.ts';
import { BUILD_TYPE, readProvenance } from '../../src/provenance/format/slsa.ts';
import { assertFollows } from '../schemas.ts';
import { document } from '../report/sample.ts';

const REVISION = 'b'.repeat(40);
const NAR = { narHash: `sha256-${Buffer.alloc(32, 1).toString('base64')}` };
const NAR_HEX = '01'.repeat(32);
const BASE = digestOf('base');

function built(locked: unknown, more: Partial<BuiltFeature> = {}): BuiltFeature {
  const one = { ...document(), bases: [{ name: 'ghcr.io/org/bedrock:1', digest: BASE, storePaths: 7 }], source: { flake: './tools#default', locked } };
  return {
    feature: { id: 'my-tools', version: '1.2.0' },
    delivery: 'layers',
    documents: [one],
    origin: { source: 'https://github.com/org/tools', revision: REVISION },
    nix: {},
    run: { builder: 'https://example.com/builder' },
    version: '1.0.0',
    isPublishedBefore: false,
    ...more,
  };
}

test('a predicate names the Feature, its source, its base by digest and each input of its flake by revision and NAR hash', () => {
  assertFollows('provenance', composeSlsa(built(null, { run: { builder: 'https://example.com/builder', invocation: 'https://example.com/1', event: 'push' }, nix: { amd64: '2.31.2' }, isPublishedBefore: true })));
  const predicate = composeSlsa(built({ nixpkgs: { type: 'github', owner: 'NixOS', repo: 'nixpkgs', rev: 'c'.repeat(40), ...NAR } }));
  assert.deepEqual(predicate, {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: {
        feature: { id: 'my-tools', version: '1.2.0' },
        flake: './tools#default',
        platforms: ['linux/amd64'],
        baseImages: ['ghcr.io/org/bedrock:1'],
        delivery: 'layers',
        complement: false,
      },
      resolvedDependencies: [
        { name: 'source', uri: `git+https://github.com/org/tools@${REVISION}`, digest: { gitCommit: REVISION } },
        { name: 'base', uri: 'ghcr.io/org/bedrock:1', digest: { sha256: hexOf(BASE) }, annotations: { platform: 'linux/amd64' } },
        { name: 'input nixpkgs', uri: `github:NixOS/nixpkgs/${'c'.repeat(40)}`, digest: { gitCommit: 'c'.repeat(40), narSha256: NAR_HEX } },
      ],
    },
    runDetails: { builder: { id: 'https://example.com/builder', version: { 'nix-feature': '1.0.0' } } },
  });
  assertFollows('provenance', predicate);
});

// [input, address, digests]
const INPUTS: readonly (readonly [unknown, string | undefined, object | undefined])[] = [
  [{ type: 'gitlab', owner: 'a', repo: 'b', rev: 'c'.repeat(40), host: 'git.example' }, `gitlab:a/b/${'c'.repeat(40)}?host=git.example`, { gitCommit: 'c'.repeat(40) }],
  [{ type: 'git', url: 'https://git.example/x', rev: 'c'.repeat(40) }, `git+https://git.example/x@${'c'.repeat(40)}`, { gitCommit: 'c'.repeat(40) }],
  [{ type: 'tarball', url: 'https://example.com/x.tar.gz', ...NAR }, 'https://example.com/x.tar.gz', { narSha256: NAR_HEX }],
  [{ type: 'path', ...NAR }, undefined, { narSha256: NAR_HEX }],
  [{ type: 'github', owner: 'a', repo: 'b', rev: 'not one', narHash: 'sha512-x' }, 'github:a/b/not one', undefined],
  [null, undefined, undefined],
  [7, undefined, undefined],
  [{ url: 7, rev: ['x'] }, undefined, undefined],
];
for (const [input, uri, digest] of INPUTS) {
  test(`the locked input ${JSON.stringify(input)} becomes ${uri ?? 'a resource without an address'}`, () => {
    const resource = composeSlsa(built({ x: input })).buildDefinition.resolvedDependencies.at(-1);
    assert.deepEqual(resource, { name: 'input x', ...(uri === undefined ? {} : { uri }), ...(digest === undefined ? {} : { digest }) });
  });
}

test('what two platforms have in common is named once', () => {
  const [one] = built({ x: NAR }).documents;
  assert.ok(one);
  const predicate = composeSlsa(built({}, { documents: [one, { ...one, system: 'aarch64-linux' }] }));
  assert.deepEqual(predicate.buildDefinition.resolvedDependencies.map(({ name }) => name), ['source', 'base', 'input x', 'base']);
  assert.deepEqual(predicate.buildDefinition.externalParameters['platforms'], ['linux/amd64', 'linux/arm64']);
});

test('locks of any shape make a predicate', () => {
  for (const locked of [undefined, null, 'x', 7, [], {}]) assert.equal(composeSlsa(built(locked, { origin: {} })).buildDefinition.resolvedDependencies.length, 1);
});

const refuse = (why: string): never => {
  throw new Error(why);
};

test('the provenance that GitHub writes itself is read too', () => {
  const { source, revision, builder } = readProvenance(
    {
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
        resolvedDependencies: [{ uri: 'git+https://github.com/org/tools@refs/heads/main', digest: { gitCommit: REVISION } }],
      },
      runDetails: { builder: { id: 'https://github.com/org/tools/.github/workflows/x.yml@refs/heads/main' } },
    },
    refuse,
  );
  assert.deepEqual([source, revision, builder], ['https://github.com/org/tools', REVISION, 'https://github.com/org/tools/.github/workflows/x.yml@refs/heads/main']);
});

for (const predicate of [{}, { buildDefinition: { buildType: 'x' } }, { buildDefinition: { buildType: 1 }, runDetails: { builder: { id: 'x' } } }, { buildDefinition: { buildType: 'x', resolvedDependencies: {} }, runDetails: { builder: { id: 'x' } } }]) {
  test(`the predicate ${JSON.stringify(predicate)} is refused`, () => {
    assert.throws(() => readProvenance(predicate, refuse));
  });
}
