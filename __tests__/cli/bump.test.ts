import assert from 'node:assert/strict';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFeatureName, readServeRequest } from '../../src/actions/requests/read-cache-request.ts';
import { bump, type BumpCommands } from '../../src/cli/commands/bump.ts';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import type { TerminalHost } from '../../src/host/terminal/terminal.ts';
import { InputError } from '../../src/kit/errors.ts';
import { formatReference } from '../../src/oci/format/reference.ts';
import { bumpNamed } from '../../src/plan/bump/bump-named.ts';
import { servedText } from '../../src/report/runs/cache.ts';
import type { PlannedFeature, PlanReport } from '../../src/report/runs/plan.ts';
import type { PlanRequest } from '../../src/request/build.ts';
import { afterTest } from '../jest/after-test.ts';

const isValid = new Ajv2020().compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/bump.schema.json'), 'utf8')) as object);
const PLANNED: PlannedFeature = { folder: 'features/fd', id: 'fd', version: '1.0.0', why: undefined, reason: '1.0.0 is published with this content', shareWith: [] };

/** A repository of two Features. */
async function repository(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'bump-'));
  afterTest(() => rm(root, { recursive: true }));
  for (const id of ['jq', 'fd']) {
    await mkdir(join(root, 'features', id), { recursive: true });
    await writeFile(join(root, 'features', id, 'devcontainer-feature.json'), `{ "id": "${id}", "version": "1.0.0", "name": "${id}" } // end\n`);
  }
  return root;
}

/** What the command prints. @param planned what a plan would find */
async function printed(root: string, argv: readonly string[], planned: readonly PlannedFeature[] = []): Promise<{ readonly text: string; readonly asked: PlanRequest | undefined }> {
  let [text, asked]: [string, PlanRequest | undefined] = ['', undefined];
  const { words, json, inputs } = parseCommandLine(['bump', ...argv]);
  const host = { result: (said: string) => void (text += said) } as unknown as TerminalHost;
  const surroundings = { folder: root, env: {}, arch: 'x64', platform: 'linux', cores: 1 } as unknown as Parameters<typeof bump>[0]['surroundings'];
  const plan: BumpCommands['plan'] = () =>
    Promise.resolve((request) => {
      asked = request;
      return Promise.resolve({ features: planned, broken: 0 } as unknown as PlanReport);
    });
  await bump({ words, json, read: readerOf(inputs, {}), surroundings }, host, { plan, bumpNamed });
  return { text, asked };
}

test('a level that is named raises the Features that are named, without a registry', async () => {
  const root = await repository();
  assert.equal((await printed(root, ['minor', 'features/jq'])).text, 'features/jq: 1.0.0 → 1.1.0 (minor)\n');
  assert.equal(await readFile(join(root, 'features/jq/devcontainer-feature.json'), 'utf8'), '{ "id": "jq", "version": "1.1.0", "name": "jq" } // end\n');
  await assert.rejects(printed(root, ['major']), /features: there are 2 Features below .*, and each has a version of its own\./);
  const { text } = await printed(root, ['patch', 'features/*', '--json']);
  assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
  assert.match(text, /"to": "1\.0\.1"[\s\S]*"to": "1\.1\.1"/);
});

test('otherwise a plan decides, which is told to raise versions, and nothing to raise is no error', async () => {
  const root = await repository();
  const flags = ['--base-image=none', '--build-in=host', '--registry=r.example', '--namespace=org'];
  const { text, asked } = await printed(root, ['features/*', ...flags], [PLANNED]);
  assert.deepEqual([asked?.bump, asked?.features], [true, ['features/*']]);
  assert.equal(text, 'No version has to be raised: 1 Feature.\nfeatures/fd: 1.0.0 stays: 1.0.0 is published with this content\n');
  const raised: PlannedFeature = { ...PLANNED, folder: 'features/jq', id: 'jq', why: 'new', raised: { from: '1.0.0', to: '1.1.0', level: 'minor', reasons: ['git is new'] } };
  assert.equal((await printed(root, ['auto', ...flags], [PLANNED, raised])).text, 'features/jq: 1.0.0 → 1.1.0 (minor: git is new)\nfeatures/fd: 1.0.0 stays: 1.0.0 is published with this content\n');
  const json: unknown = JSON.parse((await printed(root, ['auto', ...flags, '--json'], [PLANNED, raised])).text);
  assert.ok(isValid(json), JSON.stringify(isValid.errors));
});

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
