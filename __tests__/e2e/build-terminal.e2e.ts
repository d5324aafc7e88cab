import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { test } from '@jest/globals';
import type { BedrockAge } from '../rig/bedrock.ts';
import { run } from '../rig/command.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { buildFlake, kindsFlake, machineArch, writeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout } from '../rig/images.ts';
import { nixpkgs } from '../rig/nixpkgs.ts';
import { PROJECT } from '../rig/paths.ts';
import { CLI } from '../rig/programs.ts';
import { theRig } from '../rig/rig.ts';
import { assertFollows } from '../schemas.ts';
import { systemOf } from '../../src/platform.ts';
import { LABEL, MACHINE, added, attemptBuild, build, buildHere, fingerprint, readDocument, scratchFolder, startBuild, writeFeature, type Flags } from './nix-feature.ts';

/* The command line as a person and a script use it, and the ways to say what is built. */
// What is about pipes and terminals starts processes of its own.
buildHere();
const rig = await theRig();
const arch = machineArch();
const system = systemOf(arch);
const scratch = await scratchFolder();
const feature = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
const itself = await buildFlake(feature, 'itself');
const bedrock = `${rig.registries.none.host}/e2e-terminal/bedrock:1`;
await pushLayout(await bedrockLayout([{ arch, paths: [itself.out], database: true }]), bedrock);
const ON_HOST: Flags = { feature, flake: '#chain', 'base-image': bedrock, 'build-in': 'host' };

const outputs = path.join(scratch, 'out');
let count = 0;
const output = (): string => path.join(outputs, String(count++));

test('in a pipe: the summary on standard output, plain lines on standard error; --json: one object and nothing else', async () => {
  // Without an output the layout is in a temporary folder, which is named.
  const temporary = path.join(scratch, 'temporary');
  await mkdir(temporary);
  const { code, stdout, stderr, left } = await (await startBuild(ON_HOST, { temporary })).done;
  assert.equal(code, 0, stderr);
  assert.equal(left.length, 1);
  assert.match(stdout, new RegExp(`${left[0]}/layout`));
  assert.match(stdout, new RegExp(`^kinds 1\\.0\\.0 \\(${arch}\\): Built\nShips 4 of 5 store paths: `));
  assert.equal(stripVTControlCharacters(stdout + stderr).replaceAll('\r', ''), stdout + stderr);
  assert.match(stderr, /^Pack the delta: 4 store paths into 1 layer/m);
  assert.match(stderr, /^Read the base store of \S+: 1 store path \(/m);

  const target = output();
  const json = await run(
    [process.execPath, CLI, 'build', '--json', '--quiet', '--test=false', `--output=${target}`, ...Object.entries(ON_HOST).map(([name, value]) => `--${name}=${String(value)}`)],
    { cwd: PROJECT, env: MACHINE },
  );
  const result = JSON.parse(json) as { layout: string; platforms: { storePath: string }[]; deltaPaths: number };
  assertFollows('build', result);
  for (const [schema, file] of [['delta', 'delta.json'], ['layout', 'feature.json']] as const) assertFollows(schema, JSON.parse(await readFile(path.join(target, file), 'utf8')));
  assert.equal(result.layout, target);
  assert.equal(result.deltaPaths, 4);
  assert.equal(result.platforms[0]?.storePath, (await readDocument(target)).storePath);
  assert.deepEqual(await fingerprint(target), await fingerprint(path.join(temporary, left[0] ?? '', 'layout')));
});

test('on a terminal: one line that is drawn anew while it works, gone in the end', async () => {
  const command = [process.execPath, CLI, 'build', '--test=false', `--output=${output()}`, ...Object.entries(ON_HOST).map(([name, value]) => `--${name}=${String(value)}`)];
  const log = path.join(scratch, 'typescript');
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const env = { ...MACHINE, NO_COLOR: undefined, TERM: 'xterm', CI: undefined };
  const seen = await run(['script', '--quiet', '--return', '--command', quoted, log], { cwd: PROJECT, env });
  assert.notEqual(stripVTControlCharacters(seen), seen, 'colours, or a line that is drawn anew');
  assert.match(seen, /Pack the delta/);
  assert.match(seen, /kinds 1\.0\.0 \(/);
});

test('what is known of a base is kept from run to run, and only new layers are read', async () => {
  const asked: string[] = [];
  const proxy = await startFaultProxy(rig.registries.none.host, ({ request }) => {
    asked.push(request.url ?? '');
    return Promise.resolve(false);
  });
  try {
    const flags = { ...ON_HOST, 'base-image': `${proxy.host}/e2e-terminal/bedrock:1` };
    const env = { NIX_FEATURE_CACHE: path.join(scratch, 'cache') };
    await build(output(), flags, { env });
    const before = asked.splice(0).filter((url) => url.includes('/blobs/')).length;
    await build(output(), flags, { env });
    const after2 = asked.filter((url) => url.includes('/blobs/')).length;
    assert.equal(before - after2, 2, 'the two layers');
    assert.deepEqual(await readdir(env.NIX_FEATURE_CACHE).then((names) => names.length), 1);
  } finally {
    await proxy.stop();
  }
});

test('a pipeline that stops reading is no trouble', async () => {
  const command = `'${process.execPath}' '${CLI}' build --test=false ${Object.entries(ON_HOST).map(([name, value]) => `'--${name}=${String(value)}'`).join(' ')} '--output=${output()}' | head -c 10`;
  assert.match(await run(['bash', '-o', 'pipefail', '-c', command], { cwd: PROJECT, env: MACHINE }), /^kinds/);
});

test('a flake in a folder with any name, behind a link, builds the same', async () => {
  const expected = await build(output(), { ...ON_HOST, 'base-image': 'none' });
  const odd = path.join(scratch, 'a name, with "signs" & ünicode');
  await mkdir(odd);
  await rename(await writeFeature(path.join(scratch, 'moved'), 'kinds', feature), path.join(odd, 'kinds'));
  await symlink(path.join(odd, 'kinds'), path.join(scratch, 'link'));
  const host = await build(output(), { ...ON_HOST, 'base-image': 'none', feature: path.join(scratch, 'link') });
  assert.deepEqual(host.document.layers, expected.document.layers);
  const image = await bedrockImage(rig.docker, { arch, paths: [], database: false });
  const flags = { 'base-image': `daemon:${image}`, flake: '#chain', 'container-engine': 'docker', 'container-options': LABEL, 'nix-config': 'substituters =' };
  const container = await build(output(), { ...flags, feature: path.join(scratch, 'link') });
  assert.deepEqual(container.document.layers, expected.document.layers);
  assert.deepEqual(container.left, []);
});

test('a flake of a git repository is taken as it is committed; a Nix that needs git for it says so', async () => {
  const repository = await kindsFlake(path.join(scratch, 'repository'));
  const git = (...args: readonly string[]): Promise<string> => run(['git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: repository, env: MACHINE });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=first');
  await writeFile(path.join(repository, 'flake.nix'), 'not a flake any more');
  const flake = `git+file://${repository}?ref=main#hello`;
  const { document } = await build(output(), { ...ON_HOST, flake });
  assert.deepEqual(added(document), ['hello-1.0']);
  assert.doesNotMatch(JSON.stringify(document), new RegExp(scratch));
  const inContainer = async (age: BedrockAge): Promise<Flags> => ({
    feature,
    flake,
    'base-image': `daemon:${await bedrockImage(rig.docker, { arch, age, paths: [], database: false })}`,
    'container-engine': 'docker',
    'container-options': LABEL,
    'nix-config': 'substituters =',
  });
  const container = await build(output(), await inContainer('current'));
  assert.deepEqual(container.document.layers, document.layers);
  const old = await attemptBuild(await inContainer('old'));
  assert.equal(old.code, 3, old.stderr);
  assert.match(old.stderr, /^error: Nix in a container of \S+ needs the program "git", which is not installed there/m);
});

test('packages of nixpkgs need no flake; what they are taken from may be pinned by a lock file', async () => {
  const registry = path.join(scratch, 'registry.json');
  const entry = { from: { type: 'indirect', id: 'nixpkgs' }, to: { type: 'path', path: await nixpkgs() } };
  await writeFile(registry, JSON.stringify({ version: 2, flakes: [entry] }));
  const packagesOnly = await writeFeature(path.join(scratch, 'packages'), 'packages');
  const { document, stderr, layout } = await build(output(), {
    feature: packagesOnly,
    packages: ['hello', 'gnuPackages.coreutils'],
    'base-image': 'none',
    'build-in': 'host',
    'nix-config': `flake-registry = ${registry}`,
  });
  for (const name of [/^hello-/, /^coreutils-/, /^packages$/]) assert.ok(added(document).some((each) => name.test(each)), String(name));
  assert.match(await readFile(path.join(layout, 'flake.nix'), 'utf8'), /"flake:nixpkgs"[^]*pkgs\.gnuPackages\.coreutils/);
  assert.match(stderr, /today's newest/);
});

test('what a flake would have Nix trust is not accepted', async () => {
  const trusting = await writeFeature(path.join(scratch, 'trusting'), 'trusting', feature);
  const text = `{ nixConfig.extra-substituters = [ "http://127.0.0.1:1/evil" ]; nixConfig.extra-trusted-public-keys = [ "evil-1:AAAA" ]; outputs = { self }: {
    packages.${system}.default = derivation { name = "x"; system = "${system}"; builder = "/bin/sh"; args = [ "-c" "echo x > $out" ]; }; }; }`;
  await writeFlake(trusting, text);
  const { stderr } = await build(output(), { feature: trusting, 'base-image': 'none', 'build-in': 'host' });
  assert.doesNotMatch(stderr, /unable to download|127\.0\.0\.1:1\/evil.*(?:query|fetch)/);
});
