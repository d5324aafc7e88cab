import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { hexOf } from '../../src/oci/format/digest.ts';
import { run } from '../rig/command.ts';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { buildFlake, closureOf, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, MACHINE, added, blobFile, build, buildHere, fingerprint, manifestsOf, containersLeft, scratchFolder, writeFeature, type Flags } from './nix-feature.ts';

/*
 * One feature, built in every way: by docker, by podman and on the host, from a Bedrock in a registry. What the host has
 * built is what the containers fetch, so that there is one set of bytes.
 */
buildHere();
const rig = await theRig();
const scratch = await scratchFolder();
const baseFlake = await makeFlake('base', ['curl', 'sqlite3']);
const base = await buildFlake(baseFlake);
const tools = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const built = await buildFlake(tools);
const cache = await serveBinaryCache([built.out]);
afterAll(() => cache.stop());

const bedrock = `${rig.registries.none.host}/e2e-sites/bedrock:1`;
await pushLayout(await bedrockLayout([{ arch: machineArch(), paths: [base.out], database: true }]), bedrock);
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', tools);

const COMMON: Flags = { feature, 'base-image': bedrock };
const IN_CONTAINER: Flags = {
  ...COMMON,
  'container-options': ['--network=host', LABEL],
  substituters: cache.url,
  'trusted-public-keys': cache.publicKey,
  'nix-config': 'substituters =',
};
const ON_HOST: Flags = { ...COMMON, 'build-in': 'host' };

const onHost = await build(path.join(scratch, 'host'), ON_HOST);

test('the delta is the closure without what the base has', async () => {
  const inBase = new Set(await closureOf(base.out));
  const closure = await closureOf(built.out);
  const delta = onHost.document.closure.filter((entry) => entry.in === 'delta').map(({ path: name }) => name);
  assert.deepEqual(delta, closure.filter((name) => !inBase.has(name)));
  assert.ok(added(onHost.document).some((name) => /jq/.test(name)));
  assert.deepEqual(onHost.left, []);
});

test('docker builds the same layout, byte for byte, as the host', async () => {
  const inContainer = await build(path.join(scratch, 'docker'), { ...IN_CONTAINER, 'container-engine': 'docker' });
  assert.deepEqual(inContainer.document, onHost.document);
  assert.deepEqual(await fingerprint(inContainer.layout), await fingerprint(onHost.layout));
  assert.deepEqual(inContainer.left, []);
  assert.deepEqual(await containersLeft(rig.docker), []);
});

test('so does podman with zstd, which holds the same tar as gzip; the next layout replaces one, and nothing else; the number of threads is no matter', async () => {
  const output = path.join(scratch, 'again');
  const zstd = await build(output, { ...ON_HOST, compression: 'zstd', jobs: '1' });
  assert.deepEqual(zstd.document.layers.map(({ diffId, key }) => [diffId, key]), onHost.document.layers.map(({ diffId, key }) => [diffId, key]));
  assert.ok(zstd.document.layers.every(({ mediaType }) => mediaType.endsWith('+zstd')));
  const auto = await build(path.join(scratch, 'podman'), { ...IN_CONTAINER, 'container-engine': 'podman', compression: 'auto' });
  assert.deepEqual(await fingerprint(auto.layout), await fingerprint(output));
  assert.deepEqual(auto.left, []);
  assert.deepEqual(await containersLeft(rig.podman), []);
  await build(output, { ...ON_HOST, jobs: '8' });
  assert.deepEqual(await fingerprint(output), await fingerprint(onHost.layout));
});

test("the commit's time, and no other, is in the manifest; one thread makes the same layers", async () => {
  const dated = await build(path.join(scratch, 'dated'), { ...ON_HOST, jobs: '1' }, { env: { SOURCE_DATE_EPOCH: '1000000000' } });
  assert.deepEqual(dated.document, onHost.document);
  assert.match(JSON.stringify(await manifestsOf(dated.layout)), /"2001-09-09T01:46:40Z"/);
  assert.doesNotMatch(JSON.stringify(await manifestsOf(onHost.layout)), /created/);
});

test('skopeo and oras read the layout, and get the delta and the name of what was built', async () => {
  const [manifest] = await manifestsOf(onHost.layout);
  const name = `${onHost.layout}:1.0.0_${machineArch()}`;
  assert.deepEqual(JSON.parse(await run(['skopeo', 'inspect', '--raw', `oci:${name}`], { env: MACHINE })), manifest);
  const folder = path.join(scratch, 'dir');
  await run(['skopeo', 'copy', '--quiet', `oci:${name}`, `dir:${folder}`], { env: MACHINE });
  const pulled = path.join(scratch, 'pulled');
  await run(['oras', 'pull', '--oci-layout', name, '--output', pulled], { env: MACHINE });
  assert.equal(await readFile(path.join(pulled, 'env-path'), 'utf8'), `${built.out}\n`);
  for (const { digest, annotations } of manifest?.layers ?? []) {
    const bytes = await readFile(blobFile(onHost.layout, digest));
    assert.deepEqual(await readFile(path.join(folder, hexOf(digest))), bytes);
    assert.deepEqual(await readFile(path.join(pulled, annotations?.['org.opencontainers.image.title'] ?? '')), bytes);
  }
});
