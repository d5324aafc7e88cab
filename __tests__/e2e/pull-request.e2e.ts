import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { dataOfPage } from '../explorer/read-page.ts';
import { afterTest } from '../jest/after-test.ts';
import type { CommandResult } from '../rig/command.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { POOR_TOKEN, REST_TOKEN, startGitHubServices } from '../rig/github-services.ts';
import { theRig } from '../rig/rig.ts';
import { runActionHere, type StepResult } from '../rig/runner.ts';
import { fingerprint, MACHINE, scratchFolder } from './nix-feature.ts';
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
  assert.match(warnings.map(({ message }) => message).join(), /^devcontainer-feature\.json: tool 1\.0\.0 is already published with different content: its files differ \(flake\.nix, test\.sh\)\.\nA published version never changes: raise "version" to 1\.0\.1 \(patch\)\. This command writes it: nix-feature bump patch \S+\/tool$/);
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
  const { warnings, platforms, history } = resultOf(await propose('raised'));
  assert.deepEqual(warnings, []);
  // Embedded layers are sent again with each release; of what nobody has published yet, the new ones.
  assert.deepEqual(history.map(({ version, newBytes }) => [version, newBytes !== null && newBytes > 0]), [['1.0.0', true], ['1.1.0', true]]);
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

test('the jobs of a pull request share one comment; a token that may not write it is a notice, and an output has the text', async () => {
  await writeFeature('1.1.0', 'goodbye');
  afterTest(() => writeFeature('1.0.0', 'hello'));
  const github = await startGitHubServices();
  afterTest(() => github.stop());
  const event = path.join(scratch, 'event.json');
  await writeFile(event, JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } }));
  const { username = '', password = '' } = registry.credentials ?? {};
  const build = (arches: string, token = REST_TOKEN, more: Readonly<Record<string, string>> = {}): Promise<StepResult> =>
    runActionHere({
      workspace: scratch,
      token,
      inputs: { feature: 'tool', 'base-image': 'none', 'build-in': 'host', test: 'false', comment: 'true', arches, registry: registry.host, namespace, username, password, ...more },
      env: { ...MACHINE, ...github.env, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event },
    });
  for (const arch of ['amd64', 'arm64']) {
    const { code, log, outputs } = await build(arch);
    assert.equal(code, 0, log);
    assert.match(outputs['comment-body'] ?? '', new RegExp(`^<details open><summary><b>tool 1\\.1\\.0</b> \\(${arch}\\): .* since 1\\.0\\.0</summary>`));
  }
  const [comment, ...more] = github.rest.comments(7);
  assert.deepEqual(more, []);
  assert.deepEqual([...(comment?.body ?? '').matchAll(/<b>tool 1\.1\.0<\/b> \((\w+)\)/g)].map(([, arch]) => arch), ['amd64', 'arm64']);

  const failed = await build('arm64', REST_TOKEN, { 'max-delta-size': '1' });
  assert.equal(failed.code, 1, failed.log);
  const now = github.rest.comments(7)[0]?.body ?? '';
  assert.match(now, /<b>tool 1\.1\.0<\/b> \(amd64\): .* since 1\.0\.0<\/summary>/);
  assert.match(now, /^❌ <b>tool 1\.1\.0<\/b> \(arm64\): Failed: .*delta.* \(\[log\]\(<https:\/\/github\.com\/octo-org\/octo-repo\/actions\/runs\/\d+>\)\)$/m);
  assert.ok(now.includes(failed.outputs['comment-body'] ?? 'nothing'));

  const poor = await build('amd64', POOR_TOKEN);
  assert.equal(poor.code, 0, poor.log);
  assert.match(poor.annotations.find(({ level }) => level === 'notice')?.message ?? '', /^The pull request got no comment: the job's token may not write it\./);
  assert.match(poor.outputs['comment-body'] ?? '', /^<details open>/);
  assert.equal(github.rest.comments(7).length, 1);
});
