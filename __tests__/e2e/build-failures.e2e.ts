import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { run } from '../rig/command.ts';
import { kindsFlake, machineArch } from '../rig/flakes.ts';
import { pushLayout, writeImageLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout } from '../rig/images.ts';
import { freePort } from '../rig/ports.ts';
import { startRegistry } from '../rig/registry.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, MACHINE, attemptBuild, buildHere, containersLeft, manifestsOf, scratchFolder, writeFeature, type Flags, type RunOptions } from './nix-feature.ts';

/* Everything that can be wrong with what a user gives, or with the machine: one error that says what to do, and no rest. */
buildHere();
const rig = await theRig();
const arch = machineArch();
const OTHER = arch === 'amd64' ? 'arm64' : 'amd64';
const scratch = await scratchFolder();
const feature = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
const bedrock = { arch, paths: [], database: false } as const;
const layout = await bedrockLayout([bedrock]);
const local = `daemon:${await bedrockImage(rig.docker, bedrock)}`;

const OFFLINE: Flags = { 'nix-config': 'substituters =' };
const ON_HOST: Flags = { feature, 'base-image': 'none', 'build-in': 'host', ...OFFLINE };
const IN_CONTAINER: Flags = { feature, 'base-image': local, 'container-engine': 'docker', 'container-options': LABEL, ...OFFLINE };

interface Expected {
  readonly code: 1 | 2 | 3;
  /** Of the first line behind `error:`. */
  readonly says: RegExp;
  /** Of the line behind it; none where there is nothing that the user could do. */
  readonly hint?: RegExp;
  readonly options?: RunOptions;
}

/** Runs a build that must fail with one error, and leave nothing. @returns standard error */
async function fails(flags: Flags, { code, says, hint, options }: Expected): Promise<string> {
  const output = path.join(scratch, 'deep', 'output');
  // What is known of a base would hide that it is damaged now.
  const ran = await attemptBuild({ ...flags, output }, { ...options, env: { NIX_FEATURE_CACHE: '/dev/null/no-cache', ...options?.env } });
  assert.equal(ran.code, code, ran.stderr);
  const lines = ran.stderr.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => line.startsWith('error: '));
  assert.match(lines[at] ?? '', says);
  if (hint !== undefined) assert.match(lines.slice(at + 1).join('\n'), hint);
  assert.doesNotMatch(ran.stderr, /^\s+at .*\.[jt]s:\d+|Unexpected error/m);
  assert.equal(ran.stdout, '');
  assert.deepEqual(ran.left, []);
  assert.ok(!existsSync(path.dirname(output)), 'a folder was left where the output would be');
  if (flags['container-engine'] !== undefined) assert.deepEqual(await containersLeft(flags['container-engine'] === 'docker' ? rig.docker : rig.podman), []);
  return ran.stderr;
}

// What is wrong with inputs is said before any work: actions/read-request.test.ts, actions/references.test.ts, nix/flake.test.ts.
test('a feature folder that is none', async () => {
  await fails({ ...ON_HOST, feature: '.' }, { code: 2, says: /has no devcontainer-feature.json/, hint: /at least "id" and "version"/ });
});

for (const [where, flags] of [['on the host', ON_HOST], ['in a container', IN_CONTAINER]] as const) {
  test(`an attribute that the flake does not have, ${where}`, async () => {
    await fails({ ...flags, flake: '#helo' }, { code: 1, says: /has no package "helo" for \w+-linux/, hint: /it offers: .*hello/ });
  });

  test(`a build that fails, ${where}: the derivation and the end of its log, not a wall`, async () => {
    // What is asked for, or what it needs.
    const flake = where === 'on the host' ? '#failing' : '#needsFailing';
    const stderr = await fails({ ...flags, flake }, { code: 1, says: /The build of failing (on the host|in a container of \S+) failed/ });
    const log = stderr.slice(stderr.indexOf('error: the end of the log:'));
    assert.match(log, /failing: this is the reason/);
    assert.ok(log.split('\n').length < 60);
  });

  test(`a flake that can not be evaluated, ${where}: the line that is wrong`, async () => {
    const broken = await writeFeature(path.join(scratch, 'broken'), 'broken');
    await writeFile(path.join(broken, 'flake.nix'), '{\n  outputs = { self }: {\n    packages.x86_64-linux.default = 1 + ;\n  };\n}\n');
    const stderr = await fails({ ...flags, feature: broken }, { code: 1, says: /syntax error/ });
    assert.match(stderr, /^error: .*broken\/flake\.nix:3:\d+: /m);
  });
}

test('a base that does not exist, which is said before a long build: repository, tag and local image', async () => {
  const { host } = rig.registries.none;
  const pushed = `${host}/e2e-failures/bedrock:1`;
  await pushLayout(layout, pushed);
  const [nothing, otherTag] = [`${host}/e2e-failures/nothing:1`, `${host}/e2e-failures/bedrock:2`];
  // A base that can't be used stops a long build at once.
  await fails({ ...ON_HOST, flake: '#slow', 'base-image': nothing }, { code: 1, says: new RegExp(`The base image ${nothing} does not exist`), hint: /Nothing was found in/ });
  await fails({ ...IN_CONTAINER, 'base-image': otherTag }, { code: 1, says: new RegExp(`The base image ${otherTag} does not exist`), hint: /Did you mean 1\? .* has the tags 1\./ });
  for (const flags of [{ ...ON_HOST, 'container-engine': 'docker' }, { ...IN_CONTAINER, 'container-engine': 'podman' }]) {
    const engine = flags['container-engine'];
    await fails({ ...flags, 'base-image': 'daemon:localhost/nowhere:1' }, { code: 1, says: new RegExp(`${engine} has no image "localhost/nowhere:1"`), hint: new RegExp(`${engine} images`) });
  }
});

test('a base whose registry does not answer, after some attempts', async () => {
  const nobody = `localhost:${await freePort()}/bedrock:1`;
  await fails({ ...ON_HOST, 'base-image': nobody }, { code: 1, says: new RegExp(`The base image ${nobody} can't be read`), hint: /Nothing answers there/ });
});

test('a base that the registry refuses, without a login and with a wrong one', async () => {
  const { host, credentials } = rig.registries.htpasswd;
  assert.ok(credentials !== undefined);
  const name = `${host}/e2e-failures/private:1`;
  await pushLayout(layout, name, { credentials });
  const expected: Expected = { code: 1, says: new RegExp(`The base image ${name} is refused: .*401`) };
  await fails({ ...ON_HOST, 'base-image': name }, { ...expected, hint: /No login was sent, because none was found for .* docker login/ });
  const login = { registry: host, namespace: 'x', username: 'somebody', password: 'wrong-horse' };
  const stderr = await fails({ ...IN_CONTAINER, 'base-image': name, ...login }, { ...expected, hint: /The login from the inputs username and password was refused/ });
  assert.doesNotMatch(stderr, /wrong-horse/);
});

test('a base for another platform', async () => {
  const foreign = await bedrockLayout([{ arch: OTHER, paths: [], database: false }]);
  await fails({ ...ON_HOST, 'base-image': `oci:${foreign}` }, { code: 1, says: new RegExp(`linux/${OTHER}.*linux/${arch}|linux/${arch}.*linux/${OTHER}`), hint: /arches/ });
  const image = await bedrockImage(rig.docker, { arch: OTHER, paths: [], database: true });
  await fails({ ...IN_CONTAINER, 'base-image': `daemon:${image}` }, { code: 1, says: new RegExp(`is for linux/${OTHER}, not for linux/${arch}`), hint: /arches/ });
});

test('a layer that is not what its digest says, in a layout and in a registry', async () => {
  // One that no engine has ever seen: what an engine holds under its digest is not read again.
  const unseen = path.join(scratch, 'unseen');
  await mkdir(unseen);
  await writeFile(path.join(unseen, 'noise'), randomBytes(100_000));
  const whole = await writeImageLayout(path.join(scratch, 'whole'), [{ arch, layers: [{ folder: feature }, { folder: unseen }] }]);
  const damaged = path.join(scratch, 'damaged');
  await cp(whole, damaged, { recursive: true });
  const [manifest] = await manifestsOf(damaged);
  const digest = manifest?.layers[1]?.digest.slice('sha256:'.length) ?? '';
  await damage(path.join(damaged, 'blobs/sha256', digest));
  for (const flags of [ON_HOST, IN_CONTAINER, { ...IN_CONTAINER, 'container-engine': 'podman' }]) {
    await fails({ ...flags, 'base-image': `oci:${damaged}` }, { code: 1, says: new RegExp(`damaged|${digest}`) });
  }
  const registry = await startRegistry();
  try {
    await pushLayout(whole, `${registry.host}/bedrock:1`);
    await damage(path.join(registry.folder, 'docker/registry/v2/blobs/sha256', digest.slice(0, 2), digest, 'data'));
    await fails({ ...ON_HOST, 'base-image': `${registry.host}/bedrock:1` }, { code: 1, says: new RegExp(digest) });
    for (const engine of ['docker', 'podman']) {
      await fails({ ...IN_CONTAINER, 'container-engine': engine, 'base-image': `${registry.host}/bedrock:1` }, { code: 1, says: /could not be pulled|layer/ });
    }
  } finally {
    await registry.stop();
  }
});

/** Turns a byte in the middle of a file. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await chmod(file, 0o644);
  await writeFile(file, bytes);
}

/** A folder with links to some programs and nothing else, for PATH. */
async function onlyPrograms(...names: readonly string[]): Promise<string> {
  const folder = path.join(scratch, `bin-${names.join('-')}`);
  await mkdir(folder);
  for (const name of names) {
    const program = (await run(['sh', '-c', 'command -v -- "$0"', name], { env: MACHINE })).trim();
    await symlink(program, path.join(folder, name));
  }
  return folder;
}

test('no Nix on the machine', async () => {
  const options = { env: { PATH: await onlyPrograms('sh', 'git') } };
  await fails(ON_HOST, { code: 3, says: /there is no "nix" in PATH/, hint: /--nix-version .*--build-in container/, options });
});

test('no container engine, or one that does not run', async () => {
  const { 'container-engine': _engine, ...anyEngine } = IN_CONTAINER;
  const folder = await onlyPrograms('sh', 'nix');
  await fails(anyEngine, { code: 3, says: /No usable container engine/, hint: /--build-in host/, options: { env: { PATH: folder } } });
  await fails({ ...IN_CONTAINER, 'container-engine': 'podman' }, { code: 3, says: /Podman is not installed/, hint: /Install/, options: { env: { PATH: folder } } });
  await fails(IN_CONTAINER, { code: 3, says: /daemon does not answer/, hint: /DOCKER_HOST.* Podman is installed and works: leave --container-engine out/, options: { env: { DOCKER_HOST: 'unix:///nowhere/sock' } } });
});

test('an output folder that holds other things is not touched', async () => {
  const output = path.join(scratch, 'mine');
  await mkdir(output);
  await writeFile(path.join(output, 'precious'), 'data');
  const ran = await attemptBuild({ ...ON_HOST, output });
  assert.equal(ran.code, 2);
  assert.match(ran.stderr, /^error: output: .*mine holds things that are not part of an image layout, such as "precious"/m);
  assert.deepEqual(await readdir(output), ['precious']);
});

test('a delta over max-delta-size: what weighs most is named, and the earlier layout stays', async () => {
  const stderr = await fails({ ...ON_HOST, flake: '#many', 'max-delta-size': '1kB' }, { code: 1, says: /is .* compressed, more than the max-delta-size of 1(\.00)? kB/, hint: /max-delta-size/ });
  assert.match(stderr, /many-small-files \(/);
  assert.ok((await stat(feature)).isDirectory());
});
