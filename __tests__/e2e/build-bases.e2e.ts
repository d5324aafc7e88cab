import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { bedrockRoot, bedrockWith } from '../rig/bedrock.ts';
import { buildFlake, closureOf, kindsFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout, writeImageLayout, writeWhiteouts } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, added, build, containersLeft, fingerprint, scratchFolder, writeFeature, type Built, type Flags } from './nix-feature.ts';

/* Bases of every kind, each in the ways that it can be used: a container of it, and its layers read from where it is. */
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const baseClosure = await closureOf(base.out);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const tools = await buildFlake(toolsFlake);
const toolsClosure = await closureOf(tools.out);
const missing = toolsClosure.filter((name) => !baseClosure.includes(name));
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);
const kinds = await kindsFlake(path.join(scratch, 'kinds'));
const kindsFeature = await writeFeature(kinds, 'kinds');

const cache = await serveBinaryCache([tools.out]);
afterAll(() => cache.stop());
const CACHE: Flags = {
  'container-options': ['--network=host', LABEL],
  substituters: cache.url,
  'trusted-public-keys': cache.publicKey,
  'nix-config': 'substituters =',
};

let outputs = 0;
const output = (): string => path.join(scratch, `out-${outputs++}`);

function inContainer(by: Engine, baseImage: string, more: Flags = {}): Promise<Built> {
  return build(output(), { feature, 'base-image': baseImage, 'container-engine': by.program, ...CACHE, ...more });
}

function onHost(baseImages: string | readonly string[], more: Flags = {}): Promise<Built> {
  return build(output(), { feature, 'base-image': baseImages, 'build-in': 'host', ...more });
}

function deltaOf({ document }: Built): string[] {
  return document.closure.filter((entry) => entry.in === 'delta').map((entry) => entry.path);
}

/** Which store paths were fetched from the binary cache since `from`, of those that it has. */
function fetchedSince(from: number): string[] {
  const hashes = new Set(cache.fetched.slice(from));
  return toolsClosure.filter((name) => hashes.has(name.slice('/nix/store/'.length, '/nix/store/'.length + 32)));
}

const withoutDatabase = await bedrockLayout([{ arch, paths: [base.out], database: false }]);
const pushed = `${rig.registries.none.host}/e2e-bases/no-database:1`;
await pushLayout(withoutDatabase, pushed);

for (const by of [rig.docker, rig.podman]) {
  test(`with ${by.program}, of a base without Nix database nothing is fetched or built that is on its disk`, async () => {
    const before = cache.fetched.length;
    const run = await inContainer(by, pushed);
    assert.deepEqual(deltaOf(run), missing);
    assert.deepEqual(fetchedSince(before), missing);
    assert.doesNotMatch(run.stderr, /building '\/nix\/store/);
    assert.match(run.stderr, new RegExp(`${baseClosure.length} store paths adopted`));
    assert.deepEqual(await fingerprint(run.layout), await fingerprint((await onHost(pushed)).layout));
    assert.deepEqual(await containersLeft(by), []);
  });
}

test('a layout is a base in a container too', async () => {
  const run = await inContainer(rig.docker, `oci:${withoutDatabase}`);
  assert.deepEqual(deltaOf(run), missing);
  assert.deepEqual(await fingerprint(run.layout), await fingerprint((await onHost(`oci:${withoutDatabase}`)).layout));
});

for (const by of [rig.docker, rig.podman]) {
  test(`an image that ${by.program} holds is a base, in a container of it and read as it is`, async () => {
    const image = `daemon:${await bedrockImage(by, { arch, paths: [base.out], database: true })}`;
    const container = await inContainer(by, image);
    assert.deepEqual(deltaOf(container), missing);
    const host = await onHost(image, { 'container-engine': by.program });
    assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
    assert.deepEqual(await containersLeft(by), []);
  });
}

test('what upper layers remove is not in the base, whatever they are compressed with', async () => {
  const [removed = '', other = ''] = baseClosure.filter((name) => !name.endsWith('-base'));
  const plain = await bedrockRoot(arch);
  const full = await bedrockWith({ arch, paths: [base.out], database: false });
  const junk = path.join(scratch, 'junk');
  await mkdir(path.join(junk, 'nix/store', '0'.repeat(32) + '-junk'), { recursive: true });
  const opaque = await writeWhiteouts(path.join(scratch, 'opaque'), [], ['nix/store']);
  const gone = await writeWhiteouts(path.join(scratch, 'gone'), [removed.slice(1), other.slice(1)]);
  const layout = await writeImageLayout(path.join(scratch, 'layered'), [
    {
      arch,
      layers: [
        { folder: plain, compression: 'gzip' },
        { folder: junk, compression: 'none' },
        { folder: opaque, compression: 'gzip' },
        { folder: full, members: ['nix'], compression: 'zstd' },
        { folder: gone, compression: 'gzip' },
      ],
    },
  ]);
  const expected = toolsClosure.filter((name) => missing.includes(name) || name === removed || name === other);
  const host = await onHost(`oci:${layout}`);
  assert.deepEqual(deltaOf(host), expected);
  assert.equal(host.document.bases[0]?.storePaths, baseClosure.length - 2);
  const layered = `${rig.registries.none.host}/e2e-bases/layered:1`;
  await pushLayout(layout, layered);
  for (const by of [rig.docker, rig.podman]) {
    const container = await inContainer(by, layered);
    // What refers to the removed paths was torn: it is fetched again, so that no closure lacks them.
    assert.match(container.stderr, /\d+ store paths of \S+ names? others? that (it|they) (do|does) not have/);
    assert.deepEqual(deltaOf(container), expected);
    assert.equal(container.document.bases[0]?.storePaths, baseClosure.length - 2);
  }
});

test('a database that knows what an upper layer removed is no trouble', async () => {
  const chain = await buildFlake(kinds, 'chain');
  const itself = await buildFlake(kinds, 'itself');
  const full = await bedrockWith({ arch, paths: [chain.out], database: true });
  const gone = await writeWhiteouts(path.join(scratch, 'gone-of-chain'), [itself.out.slice(1)]);
  const layers = [{ folder: await bedrockRoot(arch) }, { folder: full, members: ['nix'] }, { folder: gone }];
  const layout = await writeImageLayout(path.join(scratch, 'lost'), [{ arch, layers }]);
  const flags = { feature: kindsFeature, flake: '#chain', 'base-image': `oci:${layout}`, 'nix-config': 'substituters =' };
  const host = await build(output(), { ...flags, 'build-in': 'host' });
  assert.deepEqual(deltaOf(host), [itself.out]);
  const container = await build(output(), { ...flags, 'container-engine': 'docker' });
  assert.match(container.stderr, /knows 1 store path that it does not have/);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

test('a path that an upper layer removed a part of is shipped whole, whether Nix finds it in a container or on the host', async () => {
  const cut = baseClosure.find((name) => !name.endsWith('-base')) ?? '';
  const full = await bedrockWith({ arch, paths: [base.out], database: true });
  const [inside = ''] = (await readdir(path.join(full, cut))).sort();
  const gone = await writeWhiteouts(path.join(scratch, 'gone-inside'), [path.join(cut.slice(1), inside)]);
  const layers = [{ folder: await bedrockRoot(arch) }, { folder: full, members: ['nix'] }, { folder: gone }];
  const layout = await writeImageLayout(path.join(scratch, 'cut'), [{ arch, layers }]);
  const expected = toolsClosure.filter((name) => missing.includes(name) || name === cut);
  const host = await onHost(`oci:${layout}`);
  const container = await inContainer(rig.docker, `oci:${layout}`);
  for (const run of [host, container]) {
    assert.deepEqual(deltaOf(run), expected);
    assert.match(run.stderr, /warning: .* has 1 store path that is incomplete in it and therefore shipped: \S+ \(/);
  }
  assert.match(container.stderr, /^Repair incomplete store paths: 1 store path/m);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

test('of a base with no store at all, and of none, everything is packed', async () => {
  const plain = await bedrockRoot(arch);
  const layout = await writeImageLayout(path.join(scratch, 'plain'), [{ arch, layers: [{ folder: plain }] }]);
  const host = await onHost(`oci:${layout}`);
  assert.deepEqual(deltaOf(host), toolsClosure);
  assert.equal(host.document.bases[0]?.storePaths, 0);
  const container = await inContainer(rig.docker, `oci:${layout}`);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
  const none = await onHost('none');
  assert.deepEqual(none.document.bases, []);
  assert.deepEqual(none.document.layers, host.document.layers);
});

test('a store path that is a file or a link is found in the base: nothing is packed again', async () => {
  const everything = await buildFlake(kinds, 'chain');
  const image = await bedrockLayout([{ arch, paths: [everything.out], database: true }], 'zstd');
  const host = await build(output(), { feature: kindsFeature, flake: '#chain', 'base-image': `oci:${image}`, 'build-in': 'host' });
  assert.deepEqual(added(host.document), []);
  assert.deepEqual(host.document.layers, []);
  const container = await build(output(), {
    feature: kindsFeature,
    flake: '#chain',
    'base-image': `oci:${image}`,
    'container-engine': 'podman',
    'nix-config': 'substituters =',
  });
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

test('with several bases the delta is what not all of them have', async () => {
  const small = await buildFlake(await makeFlake('base', ['sqlite3']));
  const smallClosure = await closureOf(small.out);
  const smaller = await bedrockLayout([{ arch, paths: [small.out], database: true }]);
  const expected = toolsClosure.filter((name) => !(smallClosure.includes(name) && baseClosure.includes(name)));
  const host = await onHost([pushed, `oci:${smaller}`]);
  assert.deepEqual(deltaOf(host), expected);
  assert.deepEqual(host.document.bases.map(({ storePaths }) => storePaths), [baseClosure.length, smallClosure.length]);
  const container = await inContainer(rig.docker, pushed, { 'base-image': [pushed, `oci:${smaller}`] });
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

for (const auth of ['htpasswd', 'token'] as const) {
  test(`a base is read from a registry with ${auth} login, and pulled from it`, async () => {
    const { host: registry, credentials } = rig.registries[auth];
    assert.ok(credentials !== undefined);
    const image = `${registry}/e2e-bases/private:1`;
    await pushLayout(withoutDatabase, image, { credentials });
    const login: Flags = { registry, namespace: 'e2e', ...credentials };
    const host = await onHost(image, login);
    assert.deepEqual(deltaOf(host), missing);
    for (const by of [rig.docker, rig.podman]) {
      const run = await inContainer(by, image, login);
      assert.deepEqual(await fingerprint(run.layout), await fingerprint(host.layout));
      assert.doesNotMatch(run.stdout + run.stderr, new RegExp(credentials.password));
      assert.deepEqual(run.left, []);
    }
  });
}
