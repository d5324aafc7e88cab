import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import { init } from '../../src/cli/init.ts';
import { carry } from '../../src/cli/portable.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { InputError, fileReason } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { Carried } from '../../src/portable/export-feature.ts';

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

const HERE = await mkdtemp(join(tmpdir(), 'nix-feature-portable-'));
afterAll(() => rm(HERE, { recursive: true, force: true }));

/** What a command shows whose work ends with this. */
async function shown(argv: readonly string[], result: Partial<Carried>): Promise<string> {
  let text = '';
  const stream = { write: (part: string) => ((text += part), true), isTTY: false } as unknown as NodeJS.WriteStream;
  const host = createTerminalHost({ stdout: stream, stderr: stream, env: {}, signal: new AbortController().signal });
  const done = async (): Promise<Carried> => ({ id: 'tools', version: '1.2.0', digest: digestOf(Buffer.from('x')), arches: ['amd64'], place: `${HERE}/tools.tar`, what: 'bundle', bytes: 10, tags: [], ...result });
  const commandLine = parseCommandLine(argv);
  const { command } = commandLine;
  assert.ok(command === 'bundle' || command === 'export' || command === 'load');
  const commands = { build: async () => assert.fail('nothing is built'), exportFeature: done, bundleFeature: done, loadFeature: done };
  await carry({ commandLine: { ...commandLine, command }, read: readerOf(commandLine.inputs, {}), surroundings: { folder: HERE, env: {}, platform: 'linux', arch: 'x64', cores: 1 } }, host, commands);
  return text;
}

test('the command that a bundle is published with is taken as it stands there, but for its placeholders', async () => {
  const text = await shown(['bundle', 'ghcr.io/org/tools:1.2.0'], {});
  const next = /nix-feature (load .*)\n/.exec(text)?.[1]?.split(' ') ?? [];
  const { inputs } = parseCommandLine(next);
  assert.deepEqual(Object.fromEntries(inputs), { source: 'tools.tar', registry: '<host>', namespace: '<namespace>' });
});

test('a bundle is a file: a folder as its place is refused, whether it is there or not', async () => {
  await mkdir(join(HERE, 'there'));
  for (const output of ['there', 'there/', 'none/', '.', './']) {
    await assert.rejects(shown(['bundle', 'ghcr.io/org/tools:1.2.0', '--output', output], {}), (error) => error instanceof InputError && error.input === 'output' && error.message.includes(`"${output}" is a folder`), output);
  }
  assert.match(await shown(['bundle', 'ghcr.io/org/tools:1.2.0', '--output', 'there/tools.tar'], {}), /^tools 1\.2\.0/);
});

test('bundle and load say of the sources of a Feature how they get a layout', async () => {
  await mkdir(join(HERE, 'features/tools'), { recursive: true });
  await writeFile(join(HERE, 'features/tools/devcontainer-feature.json'), '{}');
  for (const command of ['bundle', 'load']) {
    await assert.rejects(shown([command, 'features/tools', '--namespace=org'], {}), (error) => error instanceof InputError && /nix-feature build features\/tools --output layout.*nix-feature bundle layout/.test(error.hint ?? ''));
  }
});

test('what the file system refuses is said in words', async () => {
  await writeFile(join(HERE, 'file'), '');
  const refusals = [
    [mkdtemp(join(HERE, 'no/x')), 'it does not exist (ENOENT)'],
    [mkdir(join(HERE, 'no/x')), "a folder can't be created there (ENOENT)"],
    [mkdir(join(HERE, 'file/x')), 'a part of it is a file, not a folder (ENOTDIR)'],
  ] as const;
  for (const [refused, words] of refusals) assert.equal(await refused.then(() => 'taken', fileReason), words);
});
