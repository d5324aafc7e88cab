import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { unpackFeatureTar } from '../../src/feature/files/unpack-feature-tar.ts';
import { assemble, prepare, type Prepared } from '../../src/layout/assemble.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { composeFeature } from '../../src/layout/compose-feature.ts';
import { signDeterministically } from '../../src/provenance/sign/sign-deterministically.ts';
import { writeBuiltLayout } from './layouts.ts';
import { publishSmall, releaseServer } from './registry.ts';

const work = await mkdtemp(join(tmpdir(), 'signed-files-'));
afterAll(() => rm(work, { recursive: true, force: true }));
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const sign = (bytes: Buffer): Buffer => signDeterministically(privateKey, bytes);
const place = { registry: 'ghcr.io', repository: 'o/my-tools', onGithub: true, work };

async function prepared(delivery: 'embed' | 'layers', by?: typeof sign): Promise<Prepared> {
  return prepare(assemble([await readBuiltLayout(await writeBuiltLayout({}))], []), delivery, by);
}

test('who signs lists each file but the layers, and signs the list; all else is as it is without', async () => {
  const plain = await composeFeature(await prepared('embed'), place);
  const without = join(work, 'without');
  await unpackFeatureTar(createReadStream(plain.tar.file), without, { where: 'it', skip: () => false });
  const signed = await composeFeature(await prepared('embed', sign), place);
  const folder = join(work, 'with');
  await unpackFeatureTar(createReadStream(signed.tar.file), folder, { where: 'it', skip: () => false });

  const list = await readFile(join(folder, 'nix-feature/signed'), 'utf8');
  assert.ok(verify('sha256', Buffer.from(list), publicKey, await readFile(join(folder, 'nix-feature/signed.sig'))));
  const [format, ...lines] = list.trimEnd().split('\n');
  assert.equal(format, 'nix-feature-files-v1');
  const names = lines.map((line) => line.split(' ')[2] ?? '');
  assert.deepEqual(names, names.toSorted());
  for (const name of ['install.sh', 'devcontainer-feature.json', 'nix-feature/install.sh', 'nix-feature/feature.env', 'nix-feature/x86_64-linux/manifest']) assert.ok(names.includes(name), name);
  assert.deepEqual(names.filter((name) => /\/layers\/|signed/.test(name)), []);
  for (const line of lines) {
    const [hash, mode, name = ''] = line.split(' ');
    const bytes = await readFile(join(without, name));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), hash, name);
    assert.equal(mode, name.endsWith('.sh') || name === 'lib/tool' ? '755' : '644', name);
  }
});

test('a signed Feature is the same one: in its key, and in its bytes if it is made again', async () => {
  const [plain, one, two] = [await prepared('layers'), await prepared('layers', sign), await prepared('layers', sign)];
  assert.equal(one.key, plain.key);
  const digest = (await composeFeature(one, place)).digest;
  assert.equal((await composeFeature(two, place)).digest, digest);
  assert.notEqual((await composeFeature(plain, place)).digest, digest);
});

test('what is published is not published again because it is signed now; what was signed can be mended', async () => {
  const server = await releaseServer();
  const first = await publishSmall(server, '1.0.0');
  const again = await publishSmall(server, '1.0.0', { signWith: privateKey });
  assert.equal(again.upToDate, true);
  assert.equal(again.digest, first.digest);
  const signed = await publishSmall(server, '1.1.0', { signWith: privateKey });
  const manifest = JSON.parse(server.manifests.get(`org/features/my-tools/${signed.digest}`)?.toString() ?? '') as { layers: { digest: string }[] };
  const [tar] = manifest.layers;
  assert.ok(tar);
  assert.ok(server.blobs.delete(tar.digest));
  const mended = await publishSmall(server, '1.1.0', { signWith: privateKey });
  assert.equal(mended.digest, signed.digest);
  assert.ok(mended.featureBytes > 0);
});
