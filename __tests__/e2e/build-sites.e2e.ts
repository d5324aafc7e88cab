import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { run } from '../rig/command.ts';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { buildFlake, closureOf, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { added, blobFile, build, fingerprint, ourContainers, scratchFolder, writeFeature, type Flags } from './nix-feature.ts';

/*
 * One feature, built in every way: by docker, by podman and on the host, from a Bedrock in a registry. What the host has
 * built is what the containers fetch, so that there is one set of bytes.
 */
const rig = await theRig();
const scratch = await scratchFolder({ after });
const baseFlake = await makeFlake('base', ['curl', 'sqlite3']);
const base = await buildFlake(baseFlake);
const tools = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const built = await buildFlake(tools);
const cache = await serveBinaryCache([built.out]);
after(() => cache.stop());

const bedrock = `${rig.registries.none.host}/e2e-sites/bedrock:1`;
await pushLayout(await bedrockLayout([{ arch: machineArch(), paths: [base.out], database: true }]), bedrock);
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', tools);

const COMMON: Flags = { feature, 'base-image': bedrock };
const IN_CONTAINER: Flags = {
  ...COMMON,
  'container-options': '--network=host',
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

for (const by of [rig.docker, rig.podman]) {
  test(`${by.program} builds the same layout, byte for byte, as the host`, async () => {
    const inContainer = await build(path.join(scratch, by.program), { ...IN_CONTAINER, 'container-engine': by.program });
    assert.deepEqual(inContainer.document, onHost.document);
    assert.deepEqual(await fingerprint(inContainer.layout), await fingerprint(onHost.layout));
    assert.deepEqual(inContainer.left, []);
    assert.deepEqual(await ourContainers(by), []);
  });
}
