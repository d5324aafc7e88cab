import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { run } from '../rig/command.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout, engine } from '../rig/images.ts';
import { PROJECT } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { runAction } from '../rig/runner.ts';
import { assertFollows } from '../schemas.ts';
import { MACHINE, scratchFolder, writeFeature } from './nix-feature.ts';
import { nixFeature, ownNamespace, published, targetFlags } from './publishing.ts';

/* An image of a real Bedrock and a real Feature, beside the one that the real dev container CLI builds of the same two. */
const rig = await theRig();
const { docker } = rig;
const registry = rig.registries.none;
const scratch = await scratchFolder();
const CLI = path.join(PROJECT, 'node_modules/@devcontainers/cli/devcontainer.js');
const namespace = ownNamespace('image');
const bedrock = `${registry.host}/${namespace}/bedrock:1`;
const tag = `${registry.host}/${namespace}/dev:1`;
const built = `localhost/image-e2e-${process.pid}:built`;
afterAll(async () => {
  for (const image of [bedrock, tag, built]) await engine(docker, 'image', 'rm', '--force', image).catch(() => undefined);
});

const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
await pushLayout(await bedrockLayout([{ arch: machineArch(), paths: [base.out], database: true }]), bedrock);
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', await makeFlake('tools', ['jq', 'curl', 'sqlite3']));
const metadata = { id: 'tools', version: '1.0.0', name: 'tools', containerEnv: { TOOLS: 'in $PATH' }, capAdd: ['SYS_PTRACE'], customizations: { vscode: { extensions: ['a.b'] } }, postCreateCommand: 'true' };
await writeFile(path.join(feature, 'devcontainer-feature.json'), JSON.stringify(metadata));
await published(['build', `--feature=${feature}`, `--base-image=${bedrock}`, '--build-in=host', '--test=false', '--compression=zstd', '--push', ...targetFlags(registry, namespace)], registry);
const reference = `${registry.host}/${namespace}/tools:1`;

/** @returns the workspace */
async function workspace(name: string, config: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = path.join(scratch, name);
  await mkdir(path.join(folder, '.devcontainer'), { recursive: true });
  await writeFile(path.join(folder, '.devcontainer/devcontainer.json'), JSON.stringify(config));
  return folder;
}

function devcontainer(...argv: readonly string[]): Promise<string> {
  return run([process.execPath, CLI, ...argv], { env: { ...MACHINE, DOCKER_BUILDKIT: undefined } });
}

const OWN = { containerEnv: { MINE: 'yes' }, remoteUser: 'root', customizations: { vscode: { settings: { a: 1 } } } };
const [whole, ready] = [await workspace('whole', { image: bedrock, features: { [reference]: {} }, ...OWN }), await workspace('ready', { image: tag })];

interface Made {
  readonly digest: string;
  readonly uploadedBytes: number;
  readonly mountedBytes: number;
  readonly platforms: readonly { readonly layers: readonly { readonly of: string; readonly size: number }[] }[];
}

const answer = await nixFeature(['image', `--devcontainer=${path.join(whole, '.devcontainer/devcontainer.json')}`, `--tag=${tag}`, '--json']);
assert.equal(answer.code, 0, answer.stderr);
assertFollows('image', JSON.parse(answer.stdout));
const made = JSON.parse(answer.stdout) as Made;
await engine(docker, 'pull', '--quiet', tag);
// The registry is on this machine's own loopback.
await devcontainer('build', '--omit-syntax-directive', '--workspace-folder', whole, '--image-name', built);

function inspected(image: string): Promise<{ readonly Env: readonly string[]; readonly Cmd: unknown; readonly Entrypoint: unknown; readonly Labels: Readonly<Record<string, string>> }> {
  return engine(docker, 'image', 'inspect', '--format', '{{json .Config}}', image).then((text) => JSON.parse(text) as Awaited<ReturnType<typeof inspected>>);
}

test('only what no repository of the registry has is sent: one small layer and the configuration', () => {
  const size = (of: string): number => (made.platforms[0]?.layers ?? []).filter((layer) => layer.of === of).reduce((sum, layer) => sum + layer.size, 0);
  assert.equal(made.mountedBytes, size('base') + size('feature'));
  assert.ok(made.uploadedBytes < 200_000 && made.uploadedBytes >= size('own'), String(made.uploadedBytes));
});

function say(...argv: readonly string[]): Promise<string> {
  return engine(docker, 'run', '--rm', tag, ...argv);
}

test('the tools run in the image, for each kind of shell, and Nix knows and keeps them', async () => {
  assert.match(await say('jq', '--version'), /^jq-1/);
  const script = `set -e
    jq --version
    tool=$(readlink /opt/nix-feature/tools)
    nix-store --verify
    nix-store --verify-path $(nix-store --query --requisites $tool)
    nix-store --gc > /dev/null 2>&1
    jq --version
    nix-feature-ctl status
    nix-feature-ctl verify
    nix-feature-ctl remove tools
    ! ls -d $tool 2> /dev/null`;
  const said = await say('bash', '-lc', script);
  assert.match(said, /^jq-1[^\n]*\njq-1/);
  assert.match(said, /its database knows the paths[\s\S]*state +in place[\s\S]*all of it is in place, \d+ store paths read/);
});

/** Everything outside of the store: kind, mode, owner, size or target; and the contents where something is installed. */
async function filesOf(image: string): Promise<ReadonlyMap<string, string>> {
  const script = `find / -xdev \\( -path /nix/store -o -path /proc -o -path /sys -o -path /dev \\) -prune -o -type f -printf '%p\\t%y %m %U:%G %s\\n' -o -printf '%p\\t%y %m %U:%G %l\\n'
    find /etc /opt /usr/local /var/lib/nix-feature -xdev -type f -exec sha256sum {} + | sed 's/^\\([0-9a-f]*\\)  \\(.*\\)/contents of \\2\\t\\1/'`;
  const list = await engine(docker, 'run', '--rm', image, 'sh', '-c', script);
  const files = list.split('\n').filter(Boolean).map((line) => line.split('\t') as [string, string]);
  // The tools give all files of a Feature the mode 755, and the installer copies some of them.
  return new Map(files.map(([name, facts]) => [name, name.startsWith('/var/lib/nix-feature/tools/') ? facts.replace(/^f (?:644|755) /, 'f ') : facts]));
}

test('it is the image that the dev container tools build: the same files, variables and metadata', async () => {
  const [ours, theirs] = await Promise.all([inspected(tag), inspected(built)]);
  assert.deepEqual([...ours.Env].toSorted(), [...theirs.Env].toSorted());
  assert.deepEqual(JSON.parse(ours.Labels['devcontainer.metadata'] ?? ''), JSON.parse(theirs.Labels['devcontainer.metadata'] ?? ''));
  assert.deepEqual([ours.Cmd, ours.Entrypoint], [theirs.Cmd, theirs.Entrypoint]);

  const [here, there] = [await filesOf(tag), await filesOf(built)];
  const differing = [...new Set([...here.keys(), ...there.keys()])].filter((name) => here.get(name) !== there.get(name)).toSorted();
  // The engine's own files, the tools' folder, the log, and Nix's database, whose contents are compared below.
  const explained = /^(?:contents of )?\/(?:etc\/(?:hosts|hostname|resolv\.conf)|tmp\/dev-container-features.*|var\/lib\/nix-feature\/log|nix\/var\/nix\/db\/db\.sqlite(?:-shm|-wal)?)$/;
  assert.deepEqual(differing.filter((name) => !explained.test(name)).map((name) => `${name}: ${here.get(name)} | ${there.get(name)}`), []);
  const stores = await Promise.all([tag, built].map((image) => engine(docker, 'run', '--rm', image, 'sh', '-c', 'ls /nix/store; stat -c "%a %u %g" /nix /nix/store; NIX_REMOTE=local nix-store --dump-db | sha256sum')));
  assert.equal(stores[0], stores[1]);
});

/** What the dev container tools make of a workspace, without what names its image. */
async function merged(folder: string): Promise<Record<string, unknown>> {
  const said = await devcontainer('read-configuration', '--workspace-folder', folder, '--include-merged-configuration');
  const { mergedConfiguration } = JSON.parse(said) as { mergedConfiguration: Record<string, unknown> };
  const { configFilePath: _path, image: _image, features: _features, ...rest } = mergedConfiguration;
  return rest;
}

test('the dev container tools read of the image alone what they read of base and Feature', async () => {
  assert.deepEqual(await merged(ready), await merged(whole));
});

test('the action makes the same image again, and says so', async () => {
  const { code, outputs, annotations, summary, log } = await runAction({ action: 'image', inputs: { devcontainer: path.join(whole, '.devcontainer/devcontainer.json'), tag } });
  assert.equal(code, 0, log);
  assert.deepEqual([outputs['digest'], outputs['image'], outputs['path']], [made.digest, `${tag}@${made.digest}`, '']);
  assertFollows('image', JSON.parse(outputs['json'] ?? ''));
  assert.equal((JSON.parse(outputs['json'] ?? '') as Made).uploadedBytes, 0);
  assert.deepEqual(annotations, []);
  assert.match(summary, /^## An image of \S+ with 1 Feature, for a/);
});
