import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { bump, type BumpCommands } from '../../src/cli/commands/bump.ts';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import type { TerminalHost } from '../../src/host/terminal/terminal.ts';
import { bumpNamed } from '../../src/plan/bump/bump-named.ts';
import type { PlannedFeature, PlanReport } from '../../src/report/facts/plan-facts.ts';
import type { PlanRequest } from '../../src/request.ts';
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
