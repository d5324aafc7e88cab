import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { bedrockRoot, bedrockWith } from '../rig/bedrock.ts';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { buildFlake, closureOf, kindsFlake, machineArch } from '../rig/flakes.ts';
import { pushLayout, writeImageLayout, writeWhiteouts, type LayerSource } from '../rig/image-layout.ts';
import { bedrockLayout, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, build, buildHere, fingerprint, scratchFolder, writeFeature, type Built } from './nix-feature.ts';

/*
 * What the layers of a base hold, and what upper ones take away: in a container of it, and read from where it is. The store paths are
 * small ones, of every kind; what the bases lack, containers fetch from a binary cache.
 */
buildHere();
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const feature = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
const { out: chain } = await buildFlake(feature, 'chain');
const closure = await closureOf(chain);
const cache = await serveBinaryCache([chain]);
afterAll(() => cache.stop());
const plain: LayerSource = { folder: await bedrockRoot(arch), compression: 'zstd' };

function named(name: string): string {
  return closure.find((each) => each.endsWith(`-${name}`)) ?? assert.fail(`no ${name} in ${closure.join(' ')}`);
}

/** A layer that removes store paths, or what is in them. */
async function without(name: string, ...removed: readonly string[]): Promise<LayerSource> {
  return { folder: await writeWhiteouts(path.join(scratch, name), removed.map((each) => each.slice(1))) };
}

let outputs = 0;

function builtOn(baseImage: string, where: Engine | 'host'): Promise<Built> {
  const common = { feature, flake: '#chain', 'base-image': baseImage, compression: 'zstd', 'nix-config': 'substituters =' };
  const place =
    where === 'host'
      ? { 'build-in': 'host' }
      : { 'container-engine': where.program, 'container-options': ['--network=host', LABEL], substituters: cache.url, 'trusted-public-keys': cache.publicKey };
  return build(path.join(scratch, `out-${outputs++}`), { ...common, ...place });
}

function deltaOf({ document }: Built): string[] {
  return document.closure.filter((entry) => entry.in === 'delta').map((entry) => entry.path);
}

test('what upper layers remove is not in the base, whatever they are compressed with', async () => {
  const removed = [named('refers-to-itself'), named('single-file')];
  const full = await bedrockWith({ arch, paths: [chain], database: false });
  const junk = path.join(scratch, 'junk');
  await mkdir(path.join(junk, 'nix/store', '0'.repeat(32) + '-junk'), { recursive: true });
  const opaque = await writeWhiteouts(path.join(scratch, 'opaque'), [], ['nix/store']);
  const layers: LayerSource[] = [plain, { folder: junk, compression: 'none' }, { folder: opaque }, { folder: full, members: ['nix'] }, await without('gone', ...removed)];
  const layout = await writeImageLayout(path.join(scratch, 'layered'), [{ arch, layers }]);
  const layered = `${rig.registries.none.host}/e2e-base-layers/layered:1`;
  await pushLayout(layout, layered);
  const host = await builtOn(layered, 'host');
  // With podman; docker adopts what such a base has in build-bases.e2e.ts, and lacks paths below.
  const container = await builtOn(layered, rig.podman);
  for (const { document } of [host, container]) assert.equal(document.bases[0]?.storePaths, closure.length - 2);
  assert.deepEqual(deltaOf(host), closure.filter((name) => removed.includes(name)));
  // What refers to the removed paths was torn: it is fetched again, so that no closure lacks them.
  assert.match(container.stderr, /\d+ store paths? of \S+ refers? to others that it does not have/);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

/** A base with a database, and without some of what it lists; as a layout. */
async function baseWithout(name: string, ...removed: readonly string[]): Promise<string> {
  const full = await bedrockWith({ arch, paths: [chain], database: true });
  const layers = [plain, { folder: full, members: ['nix'] }, await without(`${name}-gone`, ...removed)];
  return `oci:${await writeImageLayout(path.join(scratch, name), [{ arch, layers }])}`;
}

test('a database that knows what an upper layer removed is no trouble, not even if a part of another path is gone; store paths that are a file or a link are found in the base', async () => {
  const [itself, hello] = [named('refers-to-itself'), named('hello-1.0')];
  const layout = await baseWithout('lost', itself, path.join(hello, 'bin/hello'));
  const host = await builtOn(layout, 'host');
  assert.deepEqual(deltaOf(host).toSorted(), [itself, hello].toSorted());
  const container = await builtOn(layout, rig.docker);
  assert.match(container.stderr, /lists 1 store path that the image does not have/);
  for (const run of [host, container]) assert.match(run.stderr, /warning: .* has 1 store path that is incomplete in it and therefore shipped: \S+-hello-1\.0 \(/);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

test('a path that an upper layer removed a part of is shipped whole, whether Nix finds it in a container or on the host', async () => {
  const hello = named('hello-1.0');
  const layout = await baseWithout('cut', path.join(hello, 'bin/hello'));
  const host = await builtOn(layout, 'host');
  const container = await builtOn(layout, rig.docker);
  for (const run of [host, container]) {
    assert.deepEqual(deltaOf(run), [hello]);
    assert.match(run.stderr, /warning: .* has 1 store path that is incomplete in it and therefore shipped: \S+ \(/);
  }
  assert.match(container.stderr, /^Repair incomplete store paths: 1 store path/m);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
});

test('of a base with no store at all, and of none, everything is packed', async () => {
  const layout = `oci:${await bedrockLayout([{ arch, paths: [], database: false }], 'zstd')}`;
  const host = await builtOn(layout, 'host');
  assert.deepEqual(deltaOf(host), closure);
  assert.equal(host.document.bases[0]?.storePaths, 0);
  const container = await builtOn(layout, rig.docker);
  assert.deepEqual(await fingerprint(container.layout), await fingerprint(host.layout));
  const none = await builtOn('none', 'host');
  assert.deepEqual(none.document.bases, []);
  assert.deepEqual(none.document.layers, host.document.layers);
});
