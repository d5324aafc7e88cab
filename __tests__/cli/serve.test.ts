import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { test } from '@jest/globals';
import { readFeatureName, readServeRequest } from '../../src/actions/requests/cache/read-serve-request.ts';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import { servedText } from '../../src/cli/commands/serve.ts';
import { formatReference } from '../../src/oci/format/reference.ts';
import { InputError } from '../../src/kit/errors.ts';

const SERVED = { url: 'http://127.0.0.1:8080', publicKey: `nix-feature-cache-1:${'a'.repeat(43)}=`, features: 2, paths: 48 };
const SETTINGS = [`extra-substituters = ${SERVED.url}`, `extra-trusted-public-keys = ${SERVED.publicKey}`];
const WHERE = { folder: '/', env: {}, platform: 'linux', arch: 'x64', cores: 2 };

test('what serve prints is as its schema says, or two lines for nix.conf', () => {
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/serve.schema.json'), 'utf8')) as object;
  const valid = new Ajv2020({ strict: true }).compile(schema);
  assert.ok(valid(JSON.parse(servedText(SERVED, SETTINGS, true))), JSON.stringify(valid.errors));
  const text = servedText(SERVED, SETTINGS, false);
  assert.match(text, /^48 store paths of 2 Features at http:\/\/127\.0\.0\.1:8080\./);
  assert.ok(text.includes(`\nextra-substituters = ${SERVED.url}\nextra-trusted-public-keys = ${SERVED.publicKey}\n`));
});

test('serve takes Features and namespaces, with or without a host', () => {
  const { inputs, command, json } = parseCommandLine(['serve', 'org/features', 'localhost:5000/a/tool:1.2.0', '--json', '--priority=5', '--arches=amd64']);
  assert.equal(command, 'serve');
  assert.ok(json);
  const request = readServeRequest(readerOf(inputs, {}), WHERE);
  assert.deepEqual(request.features.map(formatReference), ['ghcr.io/org/features', 'localhost:5000/a/tool:1.2.0']);
  assert.deepEqual({ ...request, features: [] }, { features: [], registry: 'ghcr.io', credentials: undefined, arches: ['amd64'], port: 0, priority: 5 });
  assert.equal(formatReference(readFeatureName('oci://ghcr.io/org/features', 'ghcr.io')), 'ghcr.io/org/features');
});

test('names that are none, ports out of range and flags of a build are refused', () => {
  for (const [argv, says] of [
    [['serve'], /needs Features, or a namespace/],
    [['serve', 'ORG/features'], /features: .*lower case/],
    [['serve', 'https://ghcr.io/org'], /features: .*scheme|not an image reference/],
    [['serve', 'org/features', '--port=70000'], /port: "70000" is not a whole number from 1 to 65535/],
    [['serve', 'org/features', '--push'], /--push says how to build/],
  ] as const) {
    const run = (): unknown => readServeRequest(readerOf(parseCommandLine(argv).inputs, {}), WHERE);
    assert.throws(run, (error: Error) => error instanceof InputError && says.test(error.message), argv.join(' '));
  }
});
