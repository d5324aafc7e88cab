import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import type { InputReader } from '../../src/actions/inputs/inputs.ts';
import { readImageRequest } from '../../src/actions/requests/image/read-image-request.ts';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import type { ImageRequest } from '../../src/image/request.ts';
import { InputError } from '../../src/kit/errors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'image-request-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const BASE = 'ghcr.io/org/bedrock:1';
const FEATURE = 'ghcr.io/org/features/tool:1';
const FINE = { base: BASE, features: FEATURE, tag: 'ghcr.io/org/dev' };

function read(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): ImageRequest {
  const reader: InputReader = (name) => inputs[name] ?? '';
  return readImageRequest(reader, { folder, env, platform: 'linux', arch: 'x64', cores: 1 });
}

function devcontainer(value: unknown): string {
  writeFileSync(path.join(folder, 'devcontainer.json'), `// comments are allowed\n${JSON.stringify(value)}`);
  return 'devcontainer.json';
}

test('an image is of a base and Features, and goes to tags or into a folder', () => {
  const request = read({ ...FINE, features: `${FEATURE}\nghcr.io/org/features/other`, tag: 'ghcr.io/org/dev:2\nlocalhost:5000/dev', output: 'image', arches: 'arm64' }, { SOURCE_DATE_EPOCH: '5' });
  assert.deepEqual(request.base, { kind: 'registry', text: BASE });
  assert.deepEqual(request.features, [{ text: FEATURE, options: {} }, { text: 'ghcr.io/org/features/other', options: {} }]);
  assert.deepEqual(request.tags, [{ registry: 'ghcr.io', repository: 'org/dev', tag: '2' }, { registry: 'localhost:5000', repository: 'dev', tag: 'latest' }]);
  assert.deepEqual([request.output, request.arches, request.created, request.devcontainer], [path.join(folder, 'image'), ['arm64'], 5, undefined]);
  assert.deepEqual([read(FINE).arches, read(FINE).created], [[], undefined]);
});

test('a devcontainer.json names the base, Features with options, and what goes into the metadata', () => {
  const file = devcontainer({ image: BASE, features: { [FEATURE]: { mode: 'secure' } }, overrideFeatureInstallOrder: ['ghcr.io/org/features/tool'], remoteUser: 'dev' });
  const request = read({ devcontainer: file, tag: 'ghcr.io/org/dev:1', features: 'ghcr.io/org/features/other' });
  assert.equal(request.base.text, BASE);
  assert.deepEqual(JSON.parse(JSON.stringify(request.features)), [{ text: FEATURE, options: { mode: 'secure' } }, { text: 'ghcr.io/org/features/other', options: {} }]);
  assert.deepEqual(request.devcontainer?.order, ['ghcr.io/org/features/tool']);
  assert.equal(request.devcontainer?.properties['remoteUser'], 'dev');
  // The input counts, and then a Dockerfile is somebody else's business.
  assert.equal(read({ ...FINE, base: 'ghcr.io/org/other:2', devcontainer: devcontainer({ build: {}, remoteUser: 'dev' }) }).base.text, 'ghcr.io/org/other:2');
});

test('each refusal names its input and says what would be right', () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, string, RegExp])[] = [
    [{ ...FINE, base: '' }, 'base', /^base: is missing\.$/],
    [{ ...FINE, base: `${BASE}\n${BASE}` }, 'base', /an image has one base/],
    [{ ...FINE, base: 'daemon:bedrock' }, 'base', /an image of a container engine/],
    [{ ...FINE, base: `${BASE},${BASE}` }, 'base', /^base: "\S+" is not a single image reference\.$/],
    [{ ...FINE, base: 'none' }, 'base', /^base: "none" is no image/],
    [{ ...FINE, base: './layout' }, 'base', /^base: "\.\/layout" /],
    [{ ...FINE, features: '' }, 'features', /^features: is missing\.$/],
    [{ ...FINE, features: `${FEATURE}\n${FEATURE}` }, 'features', /is given twice/],
    [{ ...FINE, features: './tool' }, 'features', /is a folder, and only what is published/],
    [{ ...FINE, features: 'docker://x' }, 'features', /is not an image reference/],
    [{ ...FINE, tag: '' }, 'tag', /the image would go nowhere/],
    [{ ...FINE, tag: `ghcr.io/org/dev@sha256:${'0'.repeat(64)}` }, 'tag', /has a digest, which is known only when/],
    [{ ...FINE, tag: 'ghcr.io/Org/dev:1' }, 'tag', /must be lower case/],
    [{ ...FINE, devcontainer: 'nowhere.json' }, 'devcontainer', /can't be read: it does not exist/],
  ];
  for (const [inputs, input, says] of cases) {
    assert.throws(() => read(inputs), (error: unknown) => error instanceof InputError && error.input === input && says.test(error.message), JSON.stringify(inputs));
  }
  assert.throws(() => read(FINE, { SOURCE_DATE_EPOCH: 'now' }), /SOURCE_DATE_EPOCH: "now" is not a number of seconds/);
});

test('what a devcontainer.json can not say of an image is refused at its place', () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [{ build: { dockerfile: 'Dockerfile' }, features: {} }, /has "build", which would have to be run/],
    [{ dockerComposeFile: 'x' }, /has "dockerComposeFile"/],
    [{ features: {} }, /names no "image"/],
    [{ image: '${localEnv:IMAGE}' }, /with a variable/],
    [{ image: BASE, features: [] }, /"features" that are not an object/],
    [{ image: BASE, features: { [FEATURE]: 5 } }, /the options of ".*" are not an object/],
    [{ image: BASE, features: { './tool': {} } }, /devcontainer: the Feature "\.\/tool" is a folder/],
    [{ image: BASE, overrideFeatureInstallOrder: 'x' }, /not a list of names/],
    [[], /holds no object/],
  ];
  for (const [value, says] of cases) {
    assert.throws(() => read({ devcontainer: devcontainer(value), tag: 'ghcr.io/org/dev:1' }), (error: unknown) => error instanceof InputError && error.input === 'devcontainer' && says.test(error.message), JSON.stringify(value));
  }
});

test('the command takes Features as words, and the rest as flags', () => {
  const { command, inputs } = parseCommandLine(['image', FEATURE, '--base', BASE, 'ghcr.io/org/features/other', '--tag=a/b:1', '--tag', 'c/d:1']);
  const reader = readerOf(inputs, {});
  assert.deepEqual([command, reader('features'), reader('base'), reader('tag')], ['image', `${FEATURE}\nghcr.io/org/features/other`, BASE, 'a/b:1\nc/d:1']);
  assert.throws(() => parseCommandLine(['image', FEATURE, '--push']), /--push says how to build, and has no meaning for nix-feature image/);
  assert.throws(() => parseCommandLine(['build', '--tag=x']), /--tag has no meaning for nix-feature build/);
});
