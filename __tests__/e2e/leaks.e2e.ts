import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { startFaultProxy, type FaultProxy } from '../rig/fault-proxy.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { startGitHubServices } from '../rig/github-services.ts';
import { bedrockImage } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { runActionHere } from '../rig/runner.ts';
import { BEFORE, IDENTIFIER, SHOWN, TOKEN, writeLeakingFeature } from './leaking-feature.ts';
import { LABEL, MACHINE, attemptBuild, buildHere, containersLeft, scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, Reader, targetFlags } from './publishing.ts';

/* What a package leaks, from the flake to the registry: found, told, and with `leaks: fail` kept back. */
buildHere();
const rig = await theRig();
const scratch = await scratchFolder();
const workspace = path.join(scratch, 'workspace');
const RULE = 'github-personal-token';
const feature = await writeLeakingFeature(path.join(workspace, 'leaky'), { id: 'leaky', in: ['amd64', 'arm64'] });
const half = await writeLeakingFeature(path.join(workspace, 'half'), { id: 'half', in: ['arm64'] });

/** The registry behind a proxy that counts what is asked of it. */
async function countedRegistry(): Promise<FaultProxy> {
  const proxy = await startFaultProxy(rig.registries.none.host, () => Promise.resolve(false));
  afterTest(() => proxy.stop());
  return proxy;
}

/** A run that publishes layers for some platforms to a namespace of its own. */
interface Publishing {
  readonly registry: FaultProxy;
  readonly namespace: string;
  readonly flags: readonly string[];
}

async function publishing(name: string, folder: string, arches: string): Promise<Publishing> {
  const registry = await countedRegistry();
  const namespace = ownNamespace(`leaks/${name}`);
  const target = targetFlags({ host: registry.host, credentials: undefined }, namespace);
  return { registry, namespace, flags: ['build', `--feature=${folder}`, ...HOST_BUILD, '--delivery=layers', '--push', ...target, `--arches=${arches}`] };
}

/** A finding of `json`, as far as tests look at it. */
interface Found {
  readonly rule: string;
  readonly storePath: string | null;
  readonly file: string;
  readonly inside: readonly string[];
  readonly offset: number;
  readonly shown: string;
  readonly arch: string | null;
  readonly via: readonly string[];
  readonly reason?: string;
}

function leaksOf(stdout: string): { readonly mode: string; readonly found: readonly Found[]; readonly allowed: readonly Found[] } {
  return (JSON.parse(stdout) as { leaks: ReturnType<typeof leaksOf> }).leaks;
}

/** Neither the token, nor a part of it that would help anybody. */
function keepsSecret(...texts: readonly string[]): void {
  for (const text of texts) for (let at = SHOWN.length; at + 8 <= TOKEN.length; at += 4) assert.ok(!text.includes(TOKEN.slice(at, at + 8)), 'a part of the token was shown');
}

async function assertNothingPublished(namespace: string, id: string): Promise<void> {
  const reader = new Reader(rig.registries.none);
  assert.deepEqual(await reader.tags(`${namespace}/${id}`), []);
  assert.equal(await reader.digest(namespace, 'latest'), undefined, 'the collection lists it');
}

const SETTINGS = /\/nix\/store\/[0-9a-z]{32}-settings-1\.0/;
const PLACE = new RegExp(`A GitHub personal access token \\("${SHOWN}…"\\) in ${SETTINGS.source}/share/settings at byte ${BEFORE.length} \\[${RULE}\\]\\. It is shipped because of leaky → settings-1\\.0\\.`);

test('with `leaks: fail` a token in a package ends the build: told without the token, and nothing is sent or kept', async () => {
  const { registry, namespace, flags } = await publishing('fail', feature, 'amd64');
  const output = path.join(scratch, 'layout-of-fail');
  const temporary = path.join(scratch, 'temporary-of-fail');
  await mkdir(temporary);
  const run = await nixFeature([...flags, '--leaks=fail', '--json', `--output=${output}`], undefined, { TMPDIR: temporary });
  assert.equal(run.code, 1, run.stderr);
  assert.match(run.stderr, PLACE);
  assert.match(run.stderr, /share\/settings\.gz › gzip at byte 8/);
  assert.match(run.stderr, /leaks: 2 leaks found/);
  keepsSecret(run.stdout, run.stderr);
  // An upload is opened and given up, to see that it may write; none is opened for a layer.
  assert.deepEqual(registry.verbs.filter((verb) => !verb.startsWith('GET ')), ['POST upload', 'DELETE session']);
  assert.equal(registry.bodyBytes(), 0);
  await assertNothingPublished(namespace, 'leaky');
  assert.ok(!existsSync(output), 'a layout was left');
  assert.deepEqual(await readdir(temporary), []);
});

test('with `leaks: warn` the same is published, and each finding is a warning and a row of the result', async () => {
  const { namespace, flags } = await publishing('warn', feature, 'amd64');
  const run = await nixFeature([...flags, '--json', `--identifiers=${IDENTIFIER}`]);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stderr, PLACE);
  keepsSecret(run.stdout, run.stderr);
  const { mode, found, allowed } = leaksOf(run.stdout);
  assert.equal(mode, 'warn');
  assert.deepEqual(allowed, []);
  assert.deepEqual(found.map(({ rule, file, inside, arch }) => [rule, file, inside.join(), arch].join(' ')).toSorted(), [
    `${RULE} share/settings  amd64`,
    `${RULE} share/settings.gz gzip amd64`,
    'identifier share/settings  amd64',
    'identifier share/settings.gz gzip amd64',
  ].toSorted());
  for (const { storePath, via, offset, rule, shown } of found) {
    assert.match(storePath ?? '', SETTINGS);
    assert.deepEqual(via.map((each) => each.slice('/nix/store/'.length + 33)), ['leaky', 'settings-1.0']);
    if (rule === RULE) assert.deepEqual([offset, shown], [BEFORE.length, SHOWN]);
  }
  assert.deepEqual(await new Reader(rig.registries.none).tags(`${namespace}/leaky`), ['1', '1.0', '1.0.0', '1.0.0_amd64', 'latest', 'latest-amd64']);

  // The next version takes the layer over: with `fail` it is searched all the same, by what is known now.
  const metadata = path.join(feature, 'devcontainer-feature.json');
  const text = await readFile(metadata, 'utf8');
  afterTest(() => writeFile(metadata, text));
  await writeFile(metadata, text.replace('"1.0.0"', '"1.0.1"'));
  const next = await nixFeature([...flags, '--leaks=fail', '--json']);
  assert.equal(next.code, 1, next.stderr);
  assert.match(next.stderr, /Look for leaks in the reused layers/);
  assert.match(next.stderr, PLACE);
  const trusting = await nixFeature([...flags, '--json']);
  assert.equal(trusting.code, 0, trusting.stderr);
  assert.deepEqual(leaksOf(trusting.stdout).found, []);
});

test('`leaks-allow` with a reason lets it pass; an entry that has expired does not, and says so', async () => {
  const { namespace, flags } = await publishing('allow', feature, 'amd64');
  const allow = path.join(scratch, 'allow.yml');
  const entry = `- rule: ${RULE}\n  path: settings-*\n  file: share/settings*\n  reason: a token of nobody\n`;
  await writeFile(allow, `${entry}  until: 2020-01-31\n`);
  const expired = await nixFeature([...flags, '--leaks=fail', `--leaks-allow=${allow}`]);
  assert.equal(expired.code, 1, expired.stderr);
  assert.match(expired.stderr, /leaks-allow: the entry for github-personal-token was valid until 2020-01-31 \("a token of nobody"\)/);
  await assertNothingPublished(namespace, 'leaky');

  await writeFile(allow, entry);
  const allowed = await nixFeature([...flags, '--leaks=fail', `--leaks-allow=${allow}`, '--json']);
  assert.equal(allowed.code, 0, allowed.stderr);
  const leaks = leaksOf(allowed.stdout);
  assert.deepEqual(leaks.found, []);
  assert.deepEqual(leaks.allowed.map(({ file, reason }) => [file, reason]), [['share/settings', 'a token of nobody'], ['share/settings.gz', 'a token of nobody']]);
  keepsSecret(expired.stdout, expired.stderr, allowed.stdout, allowed.stderr);
  assert.notDeepEqual(await new Reader(rig.registries.none).tags(`${namespace}/leaky`), []);
});

test('what a container of the base builds is searched as well, and no container stays', async () => {
  const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
  const image = await bedrockImage(rig.docker, { arch: machineArch(), paths: [base.out], database: true });
  const output = path.join(scratch, 'layout-of-container');
  const run = await attemptBuild({ feature, 'base-image': `daemon:${image}`, 'container-engine': 'docker', 'container-options': LABEL, 'nix-config': 'substituters =', leaks: 'fail', output });
  assert.equal(run.code, 1, run.stderr);
  assert.match(run.stderr, PLACE);
  keepsSecret(run.stdout, run.stderr);
  assert.deepEqual(run.left, []);
  assert.ok(!existsSync(output), 'a layout was left');
  assert.deepEqual(await containersLeft(rig.docker), []);
});

test('a token in the second platform means that nothing of the first one is sent either', async () => {
  const { registry, namespace, flags } = await publishing('platforms', half, 'amd64,arm64');
  const run = await nixFeature([...flags, '--leaks=fail', '--json']);
  assert.equal(run.code, 1, run.stderr);
  assert.match(run.stderr, /leaks: 2 leaks found\. The first: A GitHub personal access token/);
  keepsSecret(run.stdout, run.stderr);
  assert.deepEqual(registry.verbs.filter((verb) => !verb.startsWith('GET ')), ['POST upload', 'DELETE session']);
  assert.equal(registry.bodyBytes(), 0);
  await assertNothingPublished(namespace, 'half');
});

test("a token in the Feature's own folder is found before anything is built or asked", async () => {
  const own = await writeLeakingFeature(path.join(workspace, 'own'), { id: 'own', in: [] });
  await writeFile(path.join(own, 'setup.sh'), `#!/bin/sh\ncurl -H 'Authorization: Bearer ${TOKEN}' https://example.org\n`);
  const { registry, flags } = await publishing('own', own, 'amd64');
  const run = await nixFeature([...flags, '--leaks=fail']);
  assert.equal(run.code, 1, run.stderr);
  assert.match(run.stderr, /A GitHub personal access token \("\S+…"\) in setup\.sh at byte \d+ \[github-personal-token\]/);
  keepsSecret(run.stdout, run.stderr);
  assert.deepEqual(registry.verbs, []);
});

test('in a workflow a token is an annotation of the job that fails, its summary names the place, and no artifact is there to be published', async () => {
  const services = await startGitHubServices();
  afterTest(() => services.stop());
  const registry = await countedRegistry();
  const namespace = ownNamespace('leaks/workflow');
  const temporary = path.join(scratch, 'temporary-of-workflow');
  await mkdir(temporary);
  const step = (inputs: Readonly<Record<string, string>>, action = '.'): ReturnType<typeof runActionHere> =>
    runActionHere({ action, workspace, inputs: { registry: registry.host, namespace, ...inputs }, env: { ...MACHINE, ...services.env, RUNNER_TEMP: temporary, TMPDIR: temporary } });
  const build = (arches: string): ReturnType<typeof step> => step({ feature: 'half', 'base-image': 'none', 'build-in': 'host', test: 'false', leaks: 'fail', push: 'layers', delivery: 'layers', arches });

  const clean = await build('amd64');
  assert.equal(clean.code, 0, clean.log);
  const before = await readdir(temporary);
  const leaky = await build('arm64');
  assert.equal(leaky.code, 1, leaky.log);
  assert.deepEqual(services.artifacts().map(({ name }) => name), ['feature-half-amd64']);
  assert.deepEqual(await readdir(temporary), before);
  assert.deepEqual(leaky.outputs, {});
  const faults = leaky.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const place = new RegExp(`${SETTINGS.source}/share/settings at byte ${BEFORE.length} \\[${RULE}\\]`);
  assert.ok(faults.length >= 2 && faults.some((message) => place.test(message)), leaky.log);
  assert.match(leaky.summary, new RegExp(`${SETTINGS.source}/share/settings at byte ${BEFORE.length} &#91;${RULE}&#93;`));
  keepsSecret(leaky.stdout, leaky.stderr, leaky.summary, JSON.stringify(leaky.annotations));

  const publish = await step({ 'feature-id': 'half', arches: 'amd64,arm64' }, 'publish');
  assert.equal(publish.code, 1, publish.log);
  await assertNothingPublished(namespace, 'half');
});
