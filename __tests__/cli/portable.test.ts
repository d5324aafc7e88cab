import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import { carry } from '../../src/cli/portable.ts';
import { createTerminalHost } from '../../src/host/terminal.ts';
import type { Carried } from '../../src/portable/export-feature.ts';
import { digestOf } from '../../src/oci/digest.ts';

const HERE = '/home/me/project';

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
