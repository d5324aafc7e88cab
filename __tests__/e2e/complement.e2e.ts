import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { layerFileName } from '../../src/feature/files/bundle.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { bedrockRoot, bedrockWith } from '../rig/bedrock.ts';
import { run } from '../rig/command.ts';
import { aptEnv, suites } from '../rig/debian.ts';
import { buildFlake, closureOf, kindsFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { searchPath } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { systemOver, type System } from './install-system.ts';
import { blobFile, build, buildHere, fingerprint, readDocument, scratchFolder, writeFeature } from './nix-feature.ts';
import { ownNamespace, published, Reader, targetFlags, writeSmallFeature, type Result } from './publishing.ts';

/* A Feature with its complement, on the base that it was built for and on a Debian that never saw a store. */
buildHere();
const registry = (await theRig()).registries.none;
const reader = new Reader(registry);
const scratch = await scratchFolder();
const arch = machineArch();
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const content = { arch, paths: [base.out], database: true };
const bedrock = `${registry.host}/complement/bedrock:1`;
await pushLayout(await bedrockLayout([content]), bedrock);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);
const FLAGS = [`--feature=${feature}`, `--base-image=${bedrock}`, '--build-in=host', '--test=false'];

/** A plain Debian has no program that downloads. */
const curl = path.join(scratch, 'curl');
await mkdir(curl);
await run(['apt-get', '-q=2', '-o', `APT::Architecture=${arch}`, 'download', `curl:${arch}`], { env: await aptEnv((await suites()).bedrock), cwd: scratch });
await run(['dpkg-deb', '-x', path.join(scratch, (await readdir(scratch)).find((name) => name.endsWith('.deb')) ?? ''), curl]);
const debian = `${curl}:${await bedrockRoot(arch)}`;
/** A Bedrock is a Debian with a Nix. */
const NO_NIX = 'rm -rf /nix /usr/bin/nix*; ! command -v nix-store && ';
const INSTALL = 'sh /feature/install.sh';

let systems = 0;
const system = (lower: string): System => systemOver(lower, path.join(scratch, `system-${(systems += 1)}`));

/** A published Feature as the dev container tools unpack it. */
async function unpacked(repository: string, manifest: ImageManifest): Promise<string> {
  const folder = path.join(scratch, repository.replaceAll('/', '-'));
  await mkdir(folder);
  const answer = await fetch(`http://${registry.host}/v2/${repository}/blobs/${manifest.layers[0]?.digest ?? ''}`);
  await writeFile(`${folder}.tar`, Buffer.from(await answer.arrayBuffer()));
  await run(['tar', '-xf', `${folder}.tar`, '-C', folder]);
  return folder;
}

/** The layers that an installation has used, in that order. */
function usedLayers(said: string): string[] {
  return [...said.matchAll(/layer \d+: (\S+) /g)].map(([, name = '']) => name);
}

/** Publishes the Feature with its complement, and gets it as an installing tool does: built by one job, or pushed by one and published by another. */
async function release(delivery: 'layers' | 'embed') {
  const namespace = ownNamespace(`complement/${delivery}`);
  const repository = `${namespace}/tools`;
  const layout = path.join(scratch, `layout-${delivery}`);
  const target = targetFlags(registry, namespace);
  const building = ['build', ...FLAGS, '--complement', `--delivery=${delivery}`, `--output=${layout}`, ...target];
  const result = delivery === 'layers' ? await published([...building, '--push'], registry) : await publishedByAnother([...building, '--push=layers', '--compression=zstd'], layout, target);
  const manifest = await reader.manifest(repository, result.digest);
  const platform = await reader.manifest(repository, `1.0.0_${arch}`);
  const delta = platform.layers.filter(({ annotations }) => /\.tar\.(?:gz|zst)$/.test(annotations?.['org.opencontainers.image.title'] ?? ''));
  const complement = platform.layers.slice(delta.length + 1);
  return { delivery, result, manifest, delta, complement, document: await readDocument(layout), folder: await unpacked(repository, manifest) };
}

/** The job that publishes has none of the layers, which are in the registry. */
async function publishedByAnother(building: readonly string[], layout: string, target: readonly string[]): Promise<Result> {
  await published(building, registry);
  const { layers, complement = [] } = await readDocument(layout);
  for (const { digest } of [...layers, ...complement]) await rm(blobFile(layout, digest));
  return published(['publish', layout, ...target], registry);
}

// Before the first test is: when those that are known have ended, the folder goes.
const releases = [await release('layers'), await release('embed')] as const;

test("the complement's layers are published after the delta's, and say so in figures", () => {
  const { result, manifest, delta, complement } = releases[0];
  assert.ok(delta.length > 0 && complement.length > 0);
  assert.deepEqual(manifest.layers.slice(1), [...delta, ...complement]);
  const json = result as unknown as { complementSize: number; platforms: { complementPaths: number }[] };
  assert.equal(json.complementSize, complement.reduce((sum, { size }) => sum + size, 0));
  assert.ok((json.platforms[0]?.complementPaths ?? 0) > 3);
});

// What is embedded is installed whole on a Debian with Nix, below.
for (const { delivery, delta, complement, folder } of EVERYTHING ? releases : releases.slice(0, 1)) {
  test(`on a plain Debian without Nix all of it is installed, runs, stays and goes (delivery: ${delivery})`, async () => {
    const here = system(debian);
    const ran = await here.run(`${NO_NIX}${INSTALL}; /opt/nix-feature/tools/bin/jq --version`, { feature: folder });
    assert.match(ran.stdout, /this is not the base that tools was built for \(.*\): \d+ of \d+ store paths are not here/, ran.said);
    assert.deepEqual(usedLayers(ran.stdout), [...delta, ...complement].map(layerFileName), ran.said);
    assert.match(ran.stdout, /\njq-1\S*\n$/, ran.said);
    const store = (await here.run('ls /nix/store')).stdout.trim().split('\n');
    const [out = ''] = (await here.run('readlink /opt/nix-feature/tools')).stdout.trim().split('\n');
    assert.deepEqual(store.map((name) => `/nix/store/${name}`).sort(), await closureOf(out));
    const again = await here.run(INSTALL, { feature: folder });
    assert.match(again.stdout, /nothing to do/, again.said);
    const removed = await here.run('sh /var/lib/nix-feature/tools/install.sh --uninstall && ls -A /nix/store');
    assert.equal(removed.stdout, 'nix-feature: tools is removed\n', removed.said);
  });
}

test('on its base only the delta is unpacked', async () => {
  const { folder, delta } = releases[1];
  const here = system(`${curl}:${await bedrockWith(content)}`);
  const ran = await here.run(`${INSTALL}; /opt/nix-feature/tools/bin/jq --version`, { feature: folder });
  assert.deepEqual(usedLayers(ran.stdout), delta.map(layerFileName), ran.said);
  assert.match(ran.stdout, /\njq-1\S*\n$/);
});

test('on a base that lost a path, the one layer that holds it is fetched besides', async () => {
  const { folder, delta, document } = releases[0];
  const entry = document.complement?.at(-1);
  const [gone] = entry?.paths ?? [];
  assert.ok(entry && gone && (document.complement?.length ?? 0) > 1);
  const here = system(`${curl}:${await bedrockWith(content)}`);
  const ran = await here.run(`rm -rf ${gone}; ${INSTALL} && nix-store --verify-path ${gone}`, { feature: folder });
  assert.equal(ran.code, 0, ran.said);
  assert.match(ran.stdout, /: 1 of \d+ store paths are not here/);
  assert.deepEqual(usedLayers(ran.stdout), [...delta, entry].map(layerFileName), ran.said);
});

test('on a Debian with Nix and an empty store all of it is registered', async () => {
  const { folder } = releases[1];
  const here = system(await bedrockRoot(arch));
  const ran = await here.run(`${INSTALL} && nix-store --verify --check-contents && nix-store --gc > /dev/null 2>&1; /opt/nix-feature/tools/bin/jq --version`, { feature: folder });
  assert.equal(ran.code, 0, ran.said);
  assert.match(ran.stdout, /\njq-1\S*\n$/);
});

test('oras pulls the tarball and env-path of the delta, and no complement', async () => {
  const pulled = path.join(scratch, 'pulled');
  const name = `${registry.host}/${ownNamespace('complement/layers')}/tools:latest-${arch}`;
  await run(['oras', 'pull', '--plain-http', '--output', pulled, name], { env: { ...process.env, PATH: searchPath() } });
  const files = (await readdir(pulled)).sort();
  assert.equal(files[0], 'env-path');
  assert.ok(files.slice(1).every((file) => /^tools-\w+(?:-\d+)?\.tar\.gz$/.test(file)), files.join(' '));
});

test('a container of a base without database packs the same complement, and the test in the base does without it', async () => {
  const kinds = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
  await writeFile(path.join(kinds, 'test.sh'), '#!/bin/sh\nset -e\ncat /opt/nix-feature/kinds/others\n', { mode: 0o755 });
  const { out } = await buildFlake(kinds, 'itself');
  const bare = `${registry.host}/complement/no-database:1`;
  await pushLayout(await bedrockLayout([{ arch, paths: [out], database: false }], 'zstd'), bare);
  const common = { feature: kinds, flake: '#chain', 'base-image': bare, complement: 'true', delivery: 'layers', 'nix-config': 'substituters =' };
  const inContainer = await build(path.join(scratch, 'container'), { ...common, test: 'true', 'container-options': '--network=host' });
  assert.match(inContainer.stderr, /Pack the complement/);
  assert.deepEqual(inContainer.document.complement?.flatMap(({ paths }) => paths), [out]);
  // Beside what both have are the results of the test.
  const { 'tests.json': tests, ...files } = await fingerprint(inContainer.layout);
  assert.ok(tests !== undefined);
  assert.deepEqual(files, await fingerprint((await build(path.join(scratch, 'host'), { ...common, 'build-in': 'host' })).layout));
});

test('a complement that the job which built it has pushed is embedded by the one that publishes', async () => {
  const { folder, delta, complement, manifest, document } = releases[1];
  assert.deepEqual(manifest.layers.slice(1), [...delta, ...complement]);
  const names = (await readdir(folder, { recursive: true })).filter((name) => /layers\/./.test(name)).map((name) => path.basename(name));
  assert.deepEqual(names.sort(), [...document.layers, ...(document.complement ?? [])].map(layerFileName).sort());
});

test('without a base there is nothing to complement, and the same is built', async () => {
  const flags = { feature: await writeSmallFeature(path.join(scratch, 'small'), 'small', '1.0.0'), 'base-image': 'none', 'build-in': 'host' };
  const plain = await build(path.join(scratch, 'none'), flags);
  const asked = await build(path.join(scratch, 'none-asked'), { ...flags, complement: 'true' });
  assert.deepEqual(asked.document, plain.document);
  assert.equal(asked.document.complement, undefined);
});
