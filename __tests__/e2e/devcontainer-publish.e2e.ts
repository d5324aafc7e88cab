import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Arch } from '../../src/platform.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { attempt, run, type CommandResult, type Env } from '../rig/command.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, engine } from '../rig/images.ts';
import { PROJECT } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { MACHINE, scratchFolder, writeFeature } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature } from './publishing.ts';

/* What we publish, in the hands of the real dev container CLI, on a real engine and a real Bedrock. */
const rig = await theRig();
const { docker } = rig;
const registry = rig.registries.none;
const reader = new Reader(registry);
const scratch = await scratchFolder();
const CLI = path.join(PROJECT, 'node_modules/@devcontainers/cli/devcontainer.js');
const images: string[] = [];
afterAll(async () => {
  for (const image of images) await engine(docker, 'image', 'rm', '--force', image).catch(() => undefined);
});

const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const tools = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const content = { arch: machineArch(), paths: [base.out], database: true };
const bedrock = `${registry.host}/devcontainer/bedrock:1`;
await pushLayout(await bedrockLayout([content]), bedrock);
const localBedrock = await bedrockImage(docker, content);

interface Workspace {
  readonly from: string;
  readonly features: readonly string[];
  /** Further lines of the Dockerfile. */
  readonly lines?: readonly string[];
}

/** A workspace whose Dockerfile adds a user, and the base's own curl to PATH. */
async function workspace(name: string, { from, features, lines = [] }: Workspace): Promise<string> {
  const folder = path.join(scratch, name);
  await mkdir(path.join(folder, '.devcontainer'), { recursive: true });
  const dockerfile = [
    `FROM ${from}`,
    'RUN echo dev:x:1000:1000::/home/dev:/bin/bash >> /etc/passwd && mkdir -p /home/dev && chown 1000:1000 /home/dev',
    ...lines,
  ];
  await writeFile(path.join(folder, '.devcontainer/Dockerfile'), `${dockerfile.join('\n')}\n`);
  const config = {
    // The registry is on this machine's own loopback.
    build: { dockerfile: 'Dockerfile', options: ['--network=host'] },
    remoteUser: 'dev',
    features: Object.fromEntries(features.map((feature) => [feature, {}])),
  };
  await writeFile(path.join(folder, '.devcontainer/devcontainer.json'), JSON.stringify(config));
  return folder;
}

function devcontainerBuild(folder: string, image: string, flags: readonly string[] = [], env: Env = {}): Promise<CommandResult> {
  images.push(image);
  const argv = [process.execPath, CLI, 'build', '--omit-syntax-directive', '--workspace-folder', folder, '--image-name', image, ...flags];
  return attempt(argv, { env: { ...MACHINE, DOCKER_BUILDKIT: undefined, ...env } });
}

/** What the tool says, in a login shell and in another, to root and to the remote user. */
async function say(image: string, script: string, arch: Arch = machineArch()): Promise<string[]> {
  // Not as the container's own program: what a container says that ends at once is lost now and then.
  const name = `devcontainer-publish-${process.pid}`;
  await engine(docker, 'run', '--detach', '--rm', '--name', name, '--platform', `linux/${arch}`, image, 'sleep', '600');
  const asDev = 'setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/dev';
  const all = ['', asDev].flatMap((user) => ['-c', '-lc'].map((flag) => `${user} bash ${flag} "$1" || exit; echo ${END}`)).join('; ');
  try {
    const answers = (await engine(docker, 'exec', '--user', 'root', name, 'bash', '-c', all, 'bash', script)).split(`${END}\n`);
    return [...new Set(answers.slice(0, -1).map((answer) => answer.trim()))];
  } finally {
    await engine(docker, 'rm', '--force', name);
  }
}

const END = '-- end --';

/** Both ways of installing are sampled here; `make test-all` has all four. An embedded Feature with BuildKit is below, too. */
for (const delivery of ['layers', 'embed'] as const) {
  const namespace = ownNamespace(`devcontainer/${delivery}`);
  const feature = await writeFeature(path.join(scratch, delivery, 'tools'), 'tools', tools);
  const result = await published(
    ['build', `--feature=${feature}`, `--base-image=${bedrock}`, '--build-in=host', '--test=false', `--delivery=${delivery}`, '--push', ...targetFlags(registry, namespace)],
    registry,
  );
  const reference = `${registry.host}/${namespace}/tools:1`;
  const curl = [`ENV PATH=${base.out}/bin:$PATH`];

  if (EVERYTHING || delivery === 'layers') test(`a Feature is resolved, locked and installed with BuildKit (delivery: ${delivery})`, async () => {
    const folder = await workspace(`buildkit-${delivery}`, { from: localBedrock, features: [reference], lines: curl });
    const image = `localhost/devcontainer-publish-${process.pid}:buildkit-${delivery}`;
    const first = await devcontainerBuild(folder, image);
    assert.equal(first.code, 0, first.stderr);
    assert.match((await say(image, 'jq --version && echo {} | jq -c .')).join('|'), /^jq-1[^|]*\n\{\}$/);

    const lock = JSON.parse(await readFile(path.join(folder, '.devcontainer/devcontainer-lock.json'), 'utf8')) as { features: Record<string, unknown> };
    assert.deepEqual(lock.features[reference], {
      version: '1.0.0',
      resolved: `${registry.host}/${namespace}/tools@${result.digest}`,
      integrity: result.digest,
    });
    const second = await devcontainerBuild(folder, image, ['--frozen-lockfile']);
    assert.equal(second.code, 0, second.stderr);
  });

  if (EVERYTHING || delivery === 'embed') test(`a Feature is installed without BuildKit (delivery: ${delivery})`, async () => {
    const folder = await workspace(`classic-${delivery}`, { from: localBedrock, features: [reference], lines: curl });
    const image = `localhost/devcontainer-publish-${process.pid}:classic-${delivery}`;
    const { code, stderr } = await devcontainerBuild(folder, image, ['--buildkit', 'never']);
    assert.equal(code, 0, stderr);
    assert.match((await say(image, 'jq --version')).join('|'), /^jq-1[^|]*$/);
    // Registered, so that a garbage collection of the base's Nix leaves it alone.
    const verify = 'nix-store --verify-path $(readlink /opt/nix-feature/tools) && nix-store --gc > /dev/null 2>&1; jq --version';
    await engine(docker, 'run', '--rm', image, 'bash', '-c', verify);
  });
}

// Without the dev container CLI, but by emulation too: build-arches.e2e.ts
if (EVERYTHING) test('a Feature of both platforms is installed on arm64', async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'both'), 'both', '1.0.0');
  await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', '--push', ...targetFlags(registry, ownNamespace('devcontainer/both'))], registry);
  const from = await bedrockImage(docker, { arch: 'arm64', paths: [], database: true });
  const folder = await workspace('arm64', { from, features: [`${registry.host}/${ownNamespace('devcontainer/both')}/both:1`] });
  const image = `localhost/devcontainer-publish-${process.pid}:arm64`;
  const { code, stderr } = await devcontainerBuild(folder, image, ['--platform', 'linux/arm64']);
  assert.equal(code, 0, stderr);
  assert.deepEqual(await say(image, 'uname -m && both', 'arm64'), ['aarch64\nhello']);
});

describe('several Features in one image:', () => {
  const privately = rig.registries.htpasswd;
  const image = `localhost/devcontainer-publish-${process.pid}:several`;
  let layers: readonly unknown[];

  beforeAll(async () => {
    for (const id of ['one', 'two']) {
      const feature = await writeSmallFeature(path.join(scratch, 'pair', id), id, '1.0.0', id);
      await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(registry, ownNamespace('devcontainer/pair'))], registry);
    }
    const known = await writeFeature(path.join(scratch, 'empty/nothing-new'), 'nothing-new', await makeFlake('base', ['curl', 'sqlite3']));
    const flags = [`--base-image=${bedrock}`, '--build-in=host', '--test=false', '--push', ...targetFlags(registry, ownNamespace('devcontainer/empty'))];
    layers = (await published(['build', `--feature=${known}`, ...flags], registry)).platforms.map((each) => each.layers);
    const secret = await writeSmallFeature(path.join(scratch, 'private'), 'private', '1.0.0');
    await published(['build', `--feature=${secret}`, ...HOST_BUILD, '--delivery=embed', '--push', ...targetFlags(privately, ownNamespace('devcontainer/private'))], privately);

    const config = path.join(scratch, 'docker-config');
    await mkdir(config);
    const plugins = path.join(docker.env['DOCKER_CONFIG'] ?? '', 'cli-plugins');
    if (docker.env['DOCKER_CONFIG'] !== undefined) await symlink(plugins, path.join(config, 'cli-plugins'));
    const auth = Buffer.from(`${privately.credentials?.username}:${privately.credentials?.password}`).toString('base64');
    await writeFile(path.join(config, 'config.json'), JSON.stringify({ auths: { [privately.host]: { auth } } }));
    const features = [
      ...['pair/one:latest', 'pair/two:1.0', 'empty/nothing-new:1'].map((name) => `${registry.host}/${ownNamespace(`devcontainer/${name}`)}`),
      `${privately.host}/${ownNamespace('devcontainer/private')}/private:1`,
    ];
    const { code, stderr } = await devcontainerBuild(await workspace('several', { from: localBedrock, features }), image, [], { DOCKER_CONFIG: config });
    assert.equal(code, 0, stderr);
  });

  test('two of one namespace are listed by its collection and installed together', async () => {
    assert.deepEqual((await reader.collection(ownNamespace('devcontainer/pair'))).features.map(({ id }) => id), ['one', 'two']);
    assert.deepEqual(await say(image, 'one && two'), ['one\ntwo']);
  });

  test('one whose store paths the base has already is installed all the same', async () => {
    assert.deepEqual(layers, [[]]);
    assert.match((await say(image, 'command -v sqlite3')).join('|'), /^\/opt\/nix-feature\/nothing-new\/bin\/sqlite3$/);
  });

  test("an embedded one of a private registry is installed with the user's login", async () => {
    assert.deepEqual(await say(image, 'private'), ['hello']);
  });
});

test('the dev container CLI takes no tag of a platform for a version', async () => {
  const namespace = ownNamespace('devcontainer/outdated');
  for (const version of ['1.0.0', '2.0.0-rc.1']) {
    const feature = await writeSmallFeature(path.join(scratch, 'outdated', version, 'tool'), 'tool', version, version);
    await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(registry, namespace)], registry);
  }
  const name = `${registry.host}/${namespace}/tool`;
  const { publishedVersions } = JSON.parse(await run([process.execPath, CLI, 'features', 'info', 'tags', name, '--output-format', 'json'], { env: MACHINE })) as { publishedVersions?: string[] };
  const folder = await workspace('outdated', { from: localBedrock, features: [`${name}:1.0`] });
  const outdated = await run([process.execPath, CLI, 'outdated', '--workspace-folder', folder, '--output-format', 'json'], { env: MACHINE });
  const { features } = JSON.parse(outdated) as { features: Readonly<Record<string, { readonly latest: string }>> };
  assert.doesNotMatch(`${Object.values(features)[0]?.latest} ${publishedVersions?.join(' ')}`, /amd64|arm64/);
});

function info(mode: 'tags' | 'manifest'): Promise<string> {
  const feature = `${registry.host}/${ownNamespace('devcontainer/layers')}/tools:1`;
  return run([process.execPath, CLI, 'features', 'info', mode, feature, '--output-format', 'json'], { env: MACHINE });
}

test("the dev container CLI shows a Feature's manifest and its tags", async () => {
  const { publishedTags } = JSON.parse(await info('tags')) as { publishedTags: string[] };
  // This registry has no referrers API: a tag lists what is attached (OCI distribution specification, "Referrers Tag Schema").
  const attached = publishedTags.filter((tag) => /^sha256-[0-9a-f]{64}$/.test(tag));
  assert.equal(attached.length, 1);
  assert.deepEqual(publishedTags.filter((tag) => !attached.includes(tag) && !/[-_](?:amd64|arm64)$/.test(tag)).sort(), ['1', '1.0', '1.0.0', 'latest']);
  assert.match(await info('manifest'), /application\/vnd\.devcontainers\.layer\.v1\+tar/);
});

test('a Feature that was exported from its sources is installed as a local one, with no registry', async () => {
  const folder = await workspace('local', { from: localBedrock, features: ['./tools'], lines: [`ENV PATH=${base.out}/bin:$PATH`] });
  const feature = await writeFeature(path.join(scratch, 'sources', 'tools'), 'tools', tools);
  const output = path.join(folder, '.devcontainer/tools');
  const exported = await nixFeature(['export', feature, `--base-image=${bedrock}`, '--build-in=host', '--test=false', `--output=${output}`]);
  assert.equal(exported.code, 0, exported.stderr);
  assert.match(exported.stdout, /In its devcontainer\.json: "features": \{ "\.\/tools": \{\} \}/);
  const image = `localhost/devcontainer-publish-${process.pid}:local`;
  const { code, stderr } = await devcontainerBuild(folder, image);
  assert.equal(code, 0, stderr);
  assert.match((await say(image, 'jq --version')).join('|'), /^jq-1[^|]*$/);
});
