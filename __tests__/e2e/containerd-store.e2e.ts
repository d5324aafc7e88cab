import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { buildFlake, closureOf, machineArch, makeFlake } from '../rig/flakes.ts';
import { startOwnDocker } from '../rig/docker.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, engine, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, added, build, containersLeft, fingerprint, scratchFolder, writeFeature, type Built } from './nix-feature.ts';

/*
 * Docker whose images are in containerd's store, as it is on new installations of Docker 29: an image's id there is the
 * digest of a manifest, which may be one that the engine has written itself.
 */
const rig = await theRig();
const arch = machineArch();
const docker = await startOwnDocker({ name: `docker-containerd-${process.pid}`, settings: { features: { 'containerd-snapshotter': true } }, network: '198.19' });
const by: Engine = { program: 'docker', env: docker.env };
afterAll(async () => {
  await docker.stop();
  await rm(docker.folder, { recursive: true, force: true });
});
const scratch = await scratchFolder();
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const baseClosure = await closureOf(base.out);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const missing = (await closureOf((await buildFlake(toolsFlake)).out)).filter((name) => !baseClosure.includes(name));
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);
await writeFile(path.join(feature, 'test.sh'), '#!/bin/sh\nset -e\njq --version\ncurl --version\n', { mode: 0o755 });
const layout = await bedrockLayout([{ arch, paths: [base.out], database: true }]);
const pushed = `${rig.registries.none.host}/containerd-store/base:1`;
await pushLayout(layout, pushed);

let outputs = 0;

/** Builds in a container of the base, and tests what is built in another one. */
function buildAndTest(baseImage: string): Promise<Built> {
  const flags = { feature, 'base-image': baseImage, 'container-engine': 'docker', 'container-options': ['--network=host', LABEL], test: 'true', 'nix-config': 'substituters =' };
  return build(path.join(scratch, `out-${outputs++}`), flags, { env: docker.env });
}

async function images(): Promise<readonly string[]> {
  return (await engine(by, 'images', '--quiet', '--no-trunc')).split('\n').toSorted();
}

test("the engine keeps its images in containerd's store", async () => {
  assert.match(await engine(by, 'info'), /io\.containerd\.snapshotter/);
});

test('a base is pulled by digest, built in and tested in, and found by the next build', async () => {
  const first = await buildAndTest(pushed);
  assert.equal(added(first.document).length, missing.length);
  const ids = await images();
  const second = await buildAndTest(pushed);
  assert.deepEqual(await fingerprint(second.layout), await fingerprint(first.layout));
  assert.deepEqual(await images(), ids);
  assert.deepEqual(await containersLeft(by), []);
});

test('a base out of a layout is loaded once, and is the same base', async () => {
  const first = await buildAndTest(`oci:${layout}`);
  assert.equal(added(first.document).length, missing.length);
  const ids = await images();
  await buildAndTest(`oci:${layout}`);
  assert.deepEqual(await images(), ids, 'nothing was loaded again');
});

test('an image that the engine holds is a base, in a container of it and read as it is', async () => {
  const image = `daemon:${await bedrockImage(by, { arch, paths: [base.out], database: true })}`;
  const container = await buildAndTest(image);
  assert.equal(added(container.document).length, missing.length);
  const host = await build(path.join(scratch, 'host'), { feature, 'base-image': image, 'build-in': 'host', 'container-engine': 'docker' }, { env: docker.env });
  // What Debian's packages become differs with the tools of the place; which paths there are does not.
  assert.deepEqual(added(host.document), added(container.document));
  assert.deepEqual(host.document.bases.map(({ storePaths }) => storePaths), container.document.bases.map(({ storePaths }) => storePaths));
});
