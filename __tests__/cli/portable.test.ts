import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import { carry } from '../../src/cli/portable.ts';
import { fileReason, InputError } from '../../src/kit/errors.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import type { Carried } from '../../src/portable/export-feature.ts';
import { digestOf } from '../../src/oci/format/digest.ts';

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
