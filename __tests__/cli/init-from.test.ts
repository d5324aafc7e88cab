import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { init } from '../../src/cli/init.ts';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import { InputError } from '../../src/kit/errors.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';

const root = await mkdtemp(join(tmpdir(), 'nix-feature-init-from-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let count = 0;

/** Takes a Feature over whose metadata is this. @returns what was printed, and the repository's folder */
async function takeOver(metadata: string | Buffer, ...flags: string[]): Promise<{ text: string; here: string }> {
  const here = join(root, String(count++));
  await mkdir(join(here, '.git'), { recursive: true });
  await mkdir(join(here, 'old'));
  await writeFile(join(here, 'old/devcontainer-feature.json'), metadata);
  const commandLine = parseCommandLine(['init', 'tools', '--from', 'old', ...flags]);
  let text = '';
  const write = (part: string): boolean => {
    text += part;
    return true;
  };
  const stream = { write, isTTY: false } as unknown as NodeJS.WriteStream;
  const host = createTerminalHost({ stdout: stream, stderr: stream, env: {}, signal: new AbortController().signal });
  await init(commandLine, readerOf(commandLine.inputs, {}), here, host);
  return { text, here };
}

test("metadata that can't be taken over is refused with its place, and nothing is written", async () => {
  const unfit: readonly (readonly [string | Buffer, RegExp])[] = [
    ['', /is not JSON/],
    ['{ "id": "tools", ', /is not JSON/],
    [Buffer.from([0x7b, 0xff, 0x7d]), /not UTF-8/],
    ['[1,2]', /holds no object/],
    ['"x"', /holds no object/],
    [`{ "x": ${'['.repeat(3000)} }`, /nested more than/],
    ['{ "options": [] }', /"options" must be an object/],
    ['{ "options": null }', /"options" must be an object/],
    ['{ "options": { "mode": "x" }, "containerEnv": 7 }', /"options\.mode" must be an object/],
    ['{ "containerEnv": 7 }', /"containerEnv" must be an object/],
    ['{ "options": [], "options": {} }', /"options" appears twice/],
  ];
  for (const [metadata, why] of unfit) {
    await assert.rejects(takeOver(metadata), (error) => error instanceof InputError && why.test(error.message) && error.location !== undefined, String(metadata).slice(0, 60));
    assert.deepEqual(readdirSync(join(root, String(count - 1))).sort(), ['.git', 'old'], String(metadata).slice(0, 60));
  }
});

test('a byte order mark and odd values that nothing is put into are taken', async () => {
  const { here } = await takeOver('\uFEFF{ "id": ["old"], "version": 7, "name": null, "legacyIds": "x", "options": { "mode": { "enum": {} } } }');
  const written = JSON.parse(await readFile(join(here, 'tools/devcontainer-feature.json'), 'utf8')) as { id: string; version: string };
  assert.deepEqual([written.id, written.version], ['tools', '0.1.0']);
});

test('what is left to do names the base image that only stands for one, and a README.md that is missing', async () => {
  const { text, here } = await takeOver('{ "id": "tools" }');
  assert.match(text, /\d\. Put your base image in place of ghcr\.io\/org\/bedrock:1\.0\.0 in \.github\/workflows\/feature-tools\.yml and in the command below\.\n/);
  assert.match(text, /\d\. There is no README\.md: describe in one what the Feature brings/);
  assert.ok(existsSync(join(here, '.github/workflows/feature-tools.yml')));
  assert.doesNotMatch((await takeOver('{ "id": "tools" }', '--base-image', 'ghcr.io/acme/bedrock:3')).text, /in place of/);
});
