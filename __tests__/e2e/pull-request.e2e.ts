import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { dataOfPage } from '../explorer/read-page.ts';
import { afterTest } from '../jest/after-test.ts';
import type { CommandResult } from '../rig/command.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { theRig } from '../rig/rig.ts';
import { fingerprint, scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature, type Result } from './publishing.ts';

/* A build that publishes nothing, as of a pull request, beside what is published. */
const rig = await theRig();
const registry = rig.registries.token;
const namespace = ownNamespace('pull-request');
const scratch = await scratchFolder();
const folder = path.join(scratch, 'tool');
const TO = [...HOST_BUILD, '--arches=amd64,arm64'];
await writeFeature('1.0.0', 'hello');
await published(['build', folder, ...targetFlags(registry, namespace), ...TO, '--push'], registry);

/** Writes a Feature that keeps its contract: with `strict` nothing else of it is an error. */
async function writeFeature(version: string, content: string): Promise<void> {
  await writeSmallFeature(folder, 'tool', version, content);
  const metadata = {
    id: 'tool',
    version,
    name: 'tool',
    description: 'The Feature tool',
    options: { mode: { type: 'string', enum: ['auto', 'secure', 'dev', 'build'], default: 'auto' } },
    containerEnv: { PATH: '/opt/nix-feature/tool/bin:${PATH}' },
  };
  await writeFile(path.join(folder, 'devcontainer-feature.json'), `${JSON.stringify(metadata, undefined, 2)}\n`);
  await writeFile(path.join(folder, 'README.md'), '# Tool\n');
  await rm(path.join(folder, 'test.sh'));
  await writeFile(path.join(folder, 'test.sh'), `#!/bin/sh\nset -eu\ntest "$(tool)" = ${content}\n`, { mode: 0o755 });
}

/** Builds it as a pull request does. */
function propose(output: string, flags: readonly string[] = targetFlags(registry, namespace)): Promise<CommandResult> {
  return nixFeature(['build', folder, ...TO, `--output=${path.join(scratch, output)}`, ...flags, '--json'], registry);
}

function resultOf({ code, stdout, stderr }: CommandResult): Result {
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Result;
}

test('a proposal that changes nothing is told nothing', async () => {
  const { warnings, platforms } = resultOf(await propose('same'));
  assert.deepEqual(warnings, []);
  assert.deepEqual(platforms.map(({ changes }) => changes), [null, null]);
  // A job of a matrix, which need not know how the layers of a release travel.
  const one = await nixFeature(['build', folder, ...HOST_BUILD, '--arches=amd64', '--delivery=layers', `--output=${path.join(scratch, 'one')}`, ...targetFlags(registry, namespace), '--json'], registry);
  assert.deepEqual(resultOf(one).warnings, []);
});

test('what is changed under a published version is a warning at the line of the version, and an error with strict', async () => {
  await writeFeature('1.0.0', 'goodbye');
  afterTest(() => writeFeature('1.0.0', 'hello'));
  const tags = await new Reader(registry).tags(`${namespace}/tool`);
  const proposed = await propose('changed');
  const { warnings, platforms } = resultOf(proposed);
  assert.match(warnings.map(({ message }) => message).join(), /^devcontainer-feature\.json: tool 1\.0\.0 is already published with different content: its files differ\.\nA published version never changes: raise "version"\.$/);
  assert.deepEqual(warnings.map((warning) => (warning as { line?: number }).line), [3]);
  assert.deepEqual(platforms.map(({ changes }) => changes?.since), ['1.0.0', '1.0.0']);

  const strict = await propose('strict', [...targetFlags(registry, namespace), '--strict']);
  assert.equal(strict.code, 2, strict.stderr);
  assert.match(strict.stderr, /devcontainer-feature\.json:3:\d+.*tool 1\.0\.0 is already published/s);
  assert.deepEqual(await new Reader(registry).tags(`${namespace}/tool`), tags, 'nothing was published');
});

test('with a new version the summary says what changed since the last release, and the layers are as without a registry', async () => {
  await writeFeature('1.1.0', 'goodbye');
  afterTest(() => writeFeature('1.0.0', 'hello'));
  const { warnings, platforms } = resultOf(await propose('raised'));
  assert.deepEqual(warnings, []);
  assert.deepEqual(platforms.map(({ changes }) => changes?.packages.map(({ name }) => name)), [['tool'], ['tool']]);
  resultOf(await propose('apart', [`--username=${registry.credentials?.username ?? ''}`]));
  // What is for readers has the changes too; all else is the same.
  const all = await Promise.all(['raised', 'apart'].map(async (output) => {
    const { 'explorer.html': _, ...rest } = await fingerprint(path.join(scratch, output));
    const { platforms: shown } = dataOfPage(await readFile(path.join(scratch, output, 'explorer.html'), 'utf8'));
    return { rest, since: shown.map(({ since }) => since?.version) };
  }));
  assert.deepEqual(all[0]?.rest, all[1]?.rest);
  assert.deepEqual(all.map(({ since }) => since), [['1.0.0', '1.0.0'], [undefined, undefined]]);
  const shown = await nixFeature(['build', folder, ...TO, `--output=${path.join(scratch, 'shown')}`, ...targetFlags(registry, namespace)], registry);
  assert.match(shown.stdout + shown.stderr, /Changed since 1\.0\.0/);
});

test("a registry that can't be read costs a line of the log", async () => {
  const proxy = await startFaultProxy(registry.host, ({ response }) => {
    response.writeHead(403).end();
    return Promise.resolve(true);
  });
  afterTest(() => proxy.stop());
  const denied = await propose('denied', targetFlags({ host: proxy.host, credentials: registry.credentials }, namespace));
  assert.deepEqual(resultOf(denied).warnings, []);
  assert.match(denied.stderr, /This build is not compared with what is published: .*403/);
});
