import assert from 'node:assert/strict';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { buildFlake, closureOf, kindsFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, added, build, buildHere, containersLeft, fingerprint, scratchFolder, writeFeature, type Built, type Flags } from './nix-feature.ts';

/*
 * Where bases come from: registries, engines, several at once. What their layers hold, and layouts as bases in a container:
 * build-base-layers.e2e.ts
 */
buildHere();
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
/** What bases hold. */
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const baseClosure = await closureOf(base.out);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const tools = await buildFlake(toolsFlake);
const toolsClosure = await closureOf(tools.out);
/** What is added to such a base. */
const missing = toolsClosure.filter((name) => !baseClosure.includes(name));
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);

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

/** With zstd, which is packed quicker. */
function inContainer(by: Engine, baseImage: string, more: Flags = {}): Promise<Built> {
  return build(output(), { feature, 'base-image': baseImage, 'container-engine': by.program, compression: 'zstd', ...CACHE, ...more });
}

function onHost(baseImages: string | readonly string[], more: Flags = {}): Promise<Built> {
  return build(output(), { feature, 'base-image': baseImages, 'build-in': 'host', compression: 'zstd', ...more });
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

// With podman, and one base: build-base-layers.e2e.ts
test('of a base without Nix database nothing is fetched or built that is on its disk; with a second base the delta is what not both have', async () => {
  const small = await buildFlake(await makeFlake('base', ['sqlite3']));
  const smallClosure = await closureOf(small.out);
  const smaller = `oci:${await bedrockLayout([{ arch, paths: [small.out], database: true }])}`;
  const before = cache.fetched.length;
  const run = await inContainer(rig.docker, pushed, { 'base-image': [pushed, smaller] });
  assert.deepEqual(deltaOf(run), toolsClosure.filter((name) => !(smallClosure.includes(name) && baseClosure.includes(name))));
  assert.deepEqual(run.document.bases.map(({ storePaths }) => storePaths), [baseClosure.length, smallClosure.length]);
  assert.deepEqual(fetchedSince(before), missing);
  assert.doesNotMatch(run.stderr, /building '\/nix\/store/);
  assert.match(run.stderr, new RegExp(`${baseClosure.length} store paths adopted`));
  assert.deepEqual(await fingerprint(run.layout), await fingerprint((await onHost([pushed, smaller])).layout));
  assert.deepEqual(await containersLeft(rig.docker), []);
});

// In a container of podman's: build-newest.e2e.ts
for (const by of [rig.docker, rig.podman]) {
  test(`an image that ${by.program} holds is a base, read as it is`, async () => {
    const image = `daemon:${await bedrockImage(by, { arch, paths: [base.out], database: true })}`;
    const host = await onHost(image, { 'container-engine': by.program });
    assert.deepEqual(deltaOf(host), missing);
    if (by === rig.docker) assert.deepEqual(await fingerprint((await inContainer(by, image)).layout), await fingerprint(host.layout));
    assert.deepEqual(await containersLeft(by), []);
  });
}

// Small store paths: what such a base lacks is the same whoever reads it.
const kinds = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
const { out: itself } = await buildFlake(kinds, 'itself');

for (const [auth, by] of [['htpasswd', rig.docker], ['token', rig.podman]] as const) {
  test(`a base is found in a registry with ${auth} login, and pulled from it by ${by.program}`, async () => {
    const { host: registry, credentials } = rig.registries[auth];
    assert.ok(credentials !== undefined);
    const image = `${registry}/e2e-bases/private:1`;
    await pushLayout(await bedrockLayout([{ arch, paths: [itself], database: true }], 'zstd'), image, { credentials });
    const flags: Flags = { registry, namespace: 'e2e', ...credentials, feature: kinds, flake: '#chain' };
    const run = await inContainer(by, image, flags);
    assert.deepEqual(added(run.document), ['hello-1.0', 'refers-to-others', 'single-file', 'symlink-to-path']);
    // Reading its layers takes one login as well as the other.
    if (auth === 'token') assert.deepEqual(await fingerprint((await onHost(image, flags)).layout), await fingerprint(run.layout));
    assert.doesNotMatch(run.stdout + run.stderr, new RegExp(credentials.password));
    assert.deepEqual(run.left, []);
  });
}
