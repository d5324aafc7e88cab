import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { readBase } from '../../src/base/read-base.ts';
import { BaseError, RegistryError } from '../../src/kit/errors.ts';
import { anonymous, credentialsFor } from '../../src/oci/auth/credentials.ts';
import { LayoutReader } from '../../src/oci/layout/layout-reader.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { storeName } from '../base/layer-tar.ts';
import { afterTest } from '../jest/after-test.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout, writeImageLayout, writeWhiteouts } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { startRegistry, type RegistryAuth } from '../rig/registry.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const [A, B, C] = [storeName('a'), storeName('b'), storeName('c')];
const inStore = (...names: readonly string[]): Set<string> => new Set(names.map((name) => `/nix/store/${name}`));

/** A layout of amd64 (three layers, each of another codec, with whiteouts) and arm64 (one layer). */
async function layeredBase(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'base-registry-'));
  afterTest(() => rm(folder, { recursive: true }));
  const layer = async (name: string, paths: readonly string[]): Promise<string> => {
    for (const each of ['', ...paths]) await mkdir(path.join(folder, name, 'nix/store', each), { recursive: true });
    await writeFile(path.join(folder, name, 'nix/store', storeName('f')), 'a single file');
    return path.join(folder, name);
  };
  const upper = await writeWhiteouts(await layer('upper', [C]), [`nix/store/${A}`]);
  return writeImageLayout(path.join(folder, 'layout'), [
    {
      arch: 'amd64',
      layers: [
        { folder: await layer('lower', [A, B]), compression: 'gzip' },
        { folder: upper, compression: 'zstd' },
        { folder: await layer('top', []), compression: 'none' },
      ],
    },
    { arch: 'arm64', layers: [{ folder: await layer('other', [A]), compression: 'zstd' }] },
  ]);
}

for (const auth of ['none', 'htpasswd', 'token'] satisfies RegistryAuth[]) {
  test(`the store of an image in a registry (auth: ${auth}) is that of its layout, for each platform`, async () => {
    const { host, credentials } = rig.registries[auth];
    const name = `${host}/base-registry/layered:1`;
    await pushLayout(await layeredBase(), name, credentials === undefined ? {} : { credentials });
    const login = credentials === undefined ? anonymous : credentialsFor(host, credentials, anonymous);
    const registry = new Registry(parseReference(name), { credentials: login });
    afterTest(() => registry.close());
    assert.deepEqual((await readBase(registry, 'amd64')).paths, inStore(B, C, storeName('f')));
    assert.deepEqual((await readBase(registry, 'arm64')).paths, inStore(A, storeName('f')));
  });
}

test('a registry that wants a login refuses those who have none, and says what to do', async () => {
  const { host, credentials } = rig.registries.htpasswd;
  const name = `${host}/base-registry/closed:1`;
  await pushLayout(await layeredBase(), name, credentials === undefined ? {} : { credentials });
  const registry = new Registry(parseReference(name));
  afterTest(() => registry.close());
  await assert.rejects(readBase(registry, 'amd64'), (error: RegistryError) => {
    assert.ok(error instanceof RegistryError);
    assert.equal(error.status, 401);
    assert.match(error.hint ?? '', /^No login was sent, because none was found for /);
    return true;
  });
});

test("what is not in a registry is an error with the registry's own code", async () => {
  const registry = new Registry(parseReference(`${rig.registries.none.host}/base-registry/nothing:1`));
  afterTest(() => registry.close());
  await assert.rejects(readBase(registry, 'amd64'), (error: RegistryError) => {
    assert.equal(error.status, 404);
    assert.match(error.code ?? '', /MANIFEST_UNKNOWN|NAME_UNKNOWN/);
    return true;
  });
});

test("a real Bedrock with Debian's programs in its store is read from a registry and from its layout alike", async () => {
  const { out } = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
  const arch = machineArch();
  const folder = await bedrockLayout([{ arch, paths: [out], database: true }], 'zstd');
  const name = `${rig.registries.none.host}/base-registry/bedrock:1`;
  await pushLayout(folder, name);
  const registry = new Registry(parseReference(name));
  afterTest(() => registry.close());
  const remote = await readBase(registry, arch);
  const local = await readBase(await LayoutReader.open(folder), arch);
  assert.deepEqual(remote.paths, local.paths);
  assert.equal(remote.digest, local.digest);
  assert.ok(remote.paths.has(out as never));
  assert.ok(remote.paths.size > 30, String(remote.paths.size));
});

test('a base for other platforms is an error that lists them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'base-registry-'));
  afterTest(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'empty'));
  const layout = await writeImageLayout(path.join(folder, 'layout'), [{ arch: 'arm64', layers: [{ folder: path.join(folder, 'empty') }] }], { indexed: true });
  const name = `${rig.registries.none.host}/base-registry/arm:1`;
  await pushLayout(layout, name);
  const registry = new Registry(parseReference(name));
  afterTest(() => registry.close());
  await assert.rejects(readBase(registry, 'amd64'), (error: Error) => error instanceof BaseError && /it is available for linux\/arm64/.test(error.message));
});

test('a registry that is gone is given up, and the error says where it was', async () => {
  const own = await startRegistry();
  await own.stop();
  const registry = new Registry(parseReference(`${own.host}/x:1`), { policy: { attempts: 2, firstDelay: 10 } });
  await assert.rejects(readBase(registry, 'amd64'), (error: RegistryError) => {
    assert.ok(error.message.includes(`http://${own.host}/v2/x/manifests/1`));
    assert.match(error.message, /Given up: this was the last of 2 attempts/);
    return true;
  });
});
