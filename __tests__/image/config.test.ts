import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { composeConfig, composeManifest, originAnnotations } from '../../src/image/config/compose-image.ts';
import { mergeEnvironment, plainVariables } from '../../src/image/config/merge-environment.ts';
import { entriesOfLabel, metadataLabel } from '../../src/image/config/metadata-label.ts';
import { BaseError, Failure } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import { DOCKER_LAYER, DOCKER_MANIFEST, IMAGE_CONFIG, LAYER_GZIP, LAYER_ZSTD } from '../../src/oci/format/media-types.ts';

const DEFAULT = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

test('variables of Features are set one after the other, as ENV instructions are', () => {
  const cases: readonly (readonly [image: readonly string[], features: readonly Readonly<Record<string, unknown>>[], expected: readonly string[]])[] = [
    [['PATH=/bin', 'A=b'], [{ PATH: '/opt/x/bin:${PATH}' }], ['PATH=/opt/x/bin:/bin', 'A=b']],
    [['PATH=/bin'], [{ PATH: '/x:${PATH}' }, { PATH: '/y:${PATH}' }], ['PATH=/y:/x:/bin']],
    [[], [{ PATH: '/x:$PATH' }], [`PATH=/x:${DEFAULT}`]],
    [['A=1'], [{ B: '${A}2', C: '$B$B' }], ['A=1', 'B=12', 'C=1212']],
    [['A=x=y'], [{ B: '${A:-d}', D: '${E:-d}', F: '${A:+set}' }], ['A=x=y', 'B=x=y', 'D=d', 'F=set']],
    [[], [{ Q: 'a "quoted" \\ thing' }], ['Q=a "quoted" \\ thing']],
    [[], [{ 'a.name-of': 'x' }], ['a.name-of=x']],
    [['HOME=/root', 'bare'], [{}], ['HOME=/root', 'bare=']],
  ];
  for (const [image, features, expected] of cases) {
    assert.deepEqual(mergeEnvironment(image, features.map((env) => ({ name: 'The Feature x', containerEnv: JSON.stringify(env) }))), expected, JSON.stringify(features));
  }
});

test('a value that no engine takes is refused, with the name of the Feature', () => {
  for (const [env, says] of [
    [{ A: '${localEnv:HOME}' }, /^The Feature x sets "A" in "containerEnv", which has "\$\{localEnv:H/],
    [{ A: 'two\nlines' }, /line break/],
    [{ A: '${B:?no}' }, /demands "B", which is not set/],
    [{ A: 5 }, /is not a text/],
    [{ A: 'x'.repeat(1000), B: '$A'.repeat(1000) }, /sets "B" in "containerEnv", which becomes longer than the 131072 bytes/],
    [{ A: `${'${B:-'.repeat(100_000)}x${'}'.repeat(100_000)}` }, /has more than 100 "\$\{…\}" in one another/],
    [Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`A${index}`, index === 0 ? 'x'.repeat(100_000) : 'y$A0'])), /sets "A20" in "containerEnv", which is more than an image can have/],
    [{ 'A B': 'x' }, /is not the name of a variable/],
    [{ 'A=B': 'x' }, /is not the name of a variable/],
  ] as const) {
    assert.throws(() => mergeEnvironment([], [{ name: 'The Feature x', containerEnv: JSON.stringify(env) }]), (error: unknown) => error instanceof Failure && says.test(error.message), JSON.stringify(env));
  }
});

test('of the variables of a devcontainer.json those are set that stand for themselves', () => {
  assert.equal(plainVariables({ A: 'b', C: '${localEnv:HOME}', D: 5, E: 'two\nlines', 'F G': 'h' }), '{"A":"b"}');
  for (const none of [undefined, null, 'text', {}, { A: '$B' }]) assert.equal(plainVariables(none), undefined);
});

test("the label has the base's entries, one for each Feature, and the devcontainer.json's own", () => {
  const feature = { text: 'ghcr.io/org/tool:1', metadata: { id: 'tool', version: '1.0.0', containerEnv: { A: 'b' }, capAdd: ['SYS_PTRACE'], entrypoint: '/x', customizations: { vscode: {} }, options: {}, postCreateCommand: 'true' } };
  const own = { capAdd: ['SYS_PTRACE'], entrypoint: '/x', customizations: { vscode: {} }, postCreateCommand: 'true' };
  const label = (base: string | undefined, devcontainer?: Readonly<Record<string, unknown>>): unknown => JSON.parse(metadataLabel({ base, features: [feature], devcontainer }));
  assert.deepEqual(label(undefined), [{ id: 'ghcr.io/org/tool:1', ...own }]);
  assert.deepEqual(label('[{"remoteUser":"dev"}]', { image: 'x', features: {}, name: 'n', remoteUser: 'me', containerEnv: { A: 'c' }, initializeCommand: 'x' }), [{ remoteUser: 'dev' }, { id: 'ghcr.io/org/tool:1', ...own }, { containerEnv: { A: 'c' }, remoteUser: 'me' }]);
  assert.deepEqual(label('{"remoteUser":"dev"}', { name: 'n' }), [{ remoteUser: 'dev' }, { id: 'ghcr.io/org/tool:1', ...own }]);
  for (const junk of ['', 'text', '5', '['.repeat(100)]) assert.equal(entriesOfLabel(junk), undefined, junk);
});

const LAYER = { descriptor: { mediaType: LAYER_ZSTD, digest: digestOf('layer'), size: 5 }, diffId: digestOf('tar'), of: 'tool 1.0.0' };
const CONFIG = { diffIds: [digestOf('base')], layers: [LAYER], environment: ['A=b'], label: '[]', created: undefined };

function parse(config: ReturnType<typeof composeConfig>): Record<string, unknown> {
  return JSON.parse(config.bytes.toString()) as Record<string, unknown>;
}

function manifest(mediaType: string, count = 1): ImageManifest {
  return { schemaVersion: 2, mediaType: DOCKER_MANIFEST, config: { mediaType: IMAGE_CONFIG, digest: digestOf('c'), size: 1 }, layers: Array.from({ length: count }, () => ({ mediaType, digest: digestOf('base'), size: 1 })) };
}

function made(base: ImageManifest): ImageManifest {
  return JSON.parse(composeManifest(base, base.config, [LAYER], originAnnotations({ name: 'ghcr.io/org/bedrock:1', digest: digestOf('b') }, 0)).bytes.toString()) as ImageManifest;
}

test('a config keeps what the base says, and nothing says when it was made unless somebody does', () => {
  const base = { architecture: 'amd64', os: 'linux', created: '2020-01-01T00:00:00Z', config: { User: 'dev', Env: ['A=a'], Labels: { x: 'y' } }, history: [{ created_by: 'a' }, { created_by: 'b', empty_layer: true }], rootfs: {} };
  const plain = parse(composeConfig({ ...CONFIG, base }));
  assert.equal(plain['created'], '2020-01-01T00:00:00Z');
  assert.deepEqual(plain['config'], { User: 'dev', Env: ['A=b'], Labels: { x: 'y', 'devcontainer.metadata': '[]' } });
  assert.deepEqual(plain['rootfs'], { type: 'layers', diff_ids: [digestOf('base'), digestOf('tar')] });
  assert.deepEqual(plain['history'], [...base.history, { created_by: 'nix-feature image: tool 1.0.0' }]);
  const dated = parse(composeConfig({ ...CONFIG, base: { ...base, config: null, history: [] }, created: 86_400 }));
  assert.equal(dated['created'], '1970-01-02T00:00:00Z');
  assert.deepEqual([dated['config'], dated['history']], [{ Env: ['A=b'], Labels: { 'devcontainer.metadata': '[]' } }, []]);
});

test("a manifest has OCI's types, and refuses layers that may not be copied, or are too many", () => {
  const fine = made(manifest(DOCKER_LAYER));
  assert.deepEqual(fine.layers.map(({ mediaType }) => mediaType), [LAYER_GZIP, LAYER_ZSTD]);
  assert.deepEqual(fine.annotations, { 'org.opencontainers.image.base.name': 'ghcr.io/org/bedrock:1', 'org.opencontainers.image.base.digest': digestOf('b'), 'org.opencontainers.image.created': '1970-01-01T00:00:00Z' });
  assert.throws(() => made(manifest('application/vnd.docker.image.rootfs.foreign.diff.tar.gzip')), BaseError);
  assert.throws(() => made(manifest(LAYER_GZIP, 126)), /would have 127 layers/);
});
