import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { buildFlake, kindsFlake, machineArch } from '../rig/flakes.ts';
import { startOwnDocker } from '../rig/docker.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout, engine, layoutDigest, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, added, build, buildHere, containersLeft, fingerprint, scratchFolder, writeFeature, type Built, type Flags } from './nix-feature.ts';

/*
 * Docker whose images are in containerd's store, as it is on new installations of Docker 29: an image's id there is the
 * digest of a manifest, which may be one that the engine has written itself.
 */
buildHere();
const rig = await theRig();
const arch = machineArch();
const docker = await startOwnDocker({ name: `docker-containerd-${process.pid}`, settings: { features: { 'containerd-snapshotter': true } }, network: '198.19' });
const by: Engine = { program: 'docker', env: docker.env };
afterAll(async () => {
  await docker.stop();
  await rm(docker.folder, { recursive: true, force: true });
});
const scratch = await scratchFolder();
const feature = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
await writeFile(path.join(feature, 'test.sh'), '#!/bin/sh\nset -e\ncat /opt/nix-feature/kinds/others\n', { mode: 0o755 });
const { out } = await buildFlake(feature, 'itself');
const layout = await bedrockLayout([{ arch, paths: [out], database: true }], 'zstd');
const pushed = `${rig.registries.none.host}/containerd-store/base:1`;
await pushLayout(layout, pushed);
/** What that base lacks of what is built. */
const MISSING = ['hello-1.0', 'refers-to-others', 'single-file', 'symlink-to-path'];

let outputs = 0;

/** Builds in a container of the base. */
function inContainer(baseImage: string, more: Flags = {}): Promise<Built> {
  const flags = { feature, flake: '#chain', 'base-image': baseImage, 'container-engine': 'docker', 'container-options': ['--network=host', LABEL], 'nix-config': 'substituters =' };
  return build(path.join(scratch, `out-${outputs++}`), { ...flags, ...more }, { env: docker.env });
}

async function images(): Promise<readonly string[]> {
  return (await engine(by, 'images', '--quiet', '--no-trunc')).split('\n').toSorted();
}

test("the engine keeps its images in containerd's store", async () => {
  assert.match(await engine(by, 'info'), /io\.containerd\.snapshotter/);
});

test('a base is pulled by digest, built in and tested in, and found by the next build', async () => {
  const first = await inContainer(pushed, { test: 'true' });
  assert.deepEqual(added(first.document), MISSING);
  const ids = await images();
  const second = await inContainer(pushed);
  const { 'tests.json': tests, ...files } = await fingerprint(first.layout);
  assert.ok(tests !== undefined);
  assert.deepEqual(await fingerprint(second.layout), files);
  assert.deepEqual(await images(), ids);
  assert.deepEqual(await containersLeft(by), []);
});

test('a base out of a layout is loaded once, and is the same base', async () => {
  assert.deepEqual(added((await inContainer(`oci:${layout}`)).document), MISSING);
  const ids = await images();
  await inContainer(`oci:${layout}`);
  assert.deepEqual(await images(), ids, 'nothing was loaded again');
});

test('an image that the engine holds is a base, in a container of it and read as it is', async () => {
  const name = 'localhost/containerd-store:held';
  await engine(by, 'tag', `${pushed.replace(/:1$/, '')}@${await layoutDigest(layout)}`, name);
  const container = await inContainer(`daemon:${name}`);
  assert.deepEqual(added(container.document), MISSING);
  const flags = { feature, flake: '#chain', 'base-image': `daemon:${name}`, 'build-in': 'host', 'container-engine': 'docker' };
  const host = await build(path.join(scratch, 'host'), flags, { env: docker.env });
  assert.deepEqual(await fingerprint(host.layout), await fingerprint(container.layout));
});
