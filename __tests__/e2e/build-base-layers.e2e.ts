import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { bedrockRoot, bedrockWith } from '../rig/bedrock.ts';
import { buildFlake, kindsFlake, machineArch } from '../rig/flakes.ts';
import { pushLayout, writeImageLayout, writeWhiteouts } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { base, baseClosure, deltaOf, inContainer, missing, onHost, output, scratch, toolsClosure } from './base-builds.ts';
import { added, build, fingerprint, writeFeature } from './nix-feature.ts';

/* What the layers of a base hold, and what upper ones take away: in a container of it, and read from where it is. */
const rig = await theRig();
const arch = machineArch();
const kinds = await kindsFlake(path.join(scratch, 'kinds'));
const kindsFeature = await writeFeature(kinds, 'kinds');

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
  // With podman; docker adopts what such a base has in build-bases.e2e.ts, and lacks paths below.
  const container = await inContainer(rig.podman, layered);
  // What refers to the removed paths was torn: it is fetched again, so that no closure lacks them.
  assert.match(container.stderr, /\d+ store paths of \S+ refer to others that it does not have/);
  assert.deepEqual(deltaOf(container), expected);
  assert.equal(container.document.bases[0]?.storePaths, baseClosure.length - 2);
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
  assert.match(container.stderr, /lists 1 store path that the image does not have/);
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
