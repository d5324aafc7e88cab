import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { checkNamespace, type CheckReport } from '../../src/publish/check-namespace.ts';
import { withdraw, type Withdrawal } from '../../src/publish/withdraw.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import { assertFollows } from '../schemas.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { NAMESPACE, publishSmall, refuse, releaseServer, REPOSITORY, serverWith, tagsOf, versionOf } from './registry.ts';
import { listeningHost } from './releases.ts';
import { buildRequest } from '../request.ts';

const target = ({ host }: UploadServer) => buildRequest({ registry: host, namespace: NAMESPACE });

async function withdrawn(server: UploadServer, version: string): Promise<Withdrawal & { readonly said: string }> {
  const { host, said } = listeningHost();
  const result = await withdraw({ ...target(server), id: 'my-tools', version }, host);
  assertFollows('withdraw', { schemaVersion: 1, ...result });
  return { ...result, said: said() };
}

async function check(server: UploadServer, repair = false, id?: string): Promise<CheckReport> {
  const report = await checkNamespace({ ...target(server), id, repair }, listeningHost().host);
  assertFollows('check', { schemaVersion: 1, ...report });
  return report;
}

function collectionVersion(server: UploadServer): string | undefined {
  const manifest = JSON.parse(server.manifests.get(`${NAMESPACE}/latest`)?.toString() ?? '{"layers":[]}') as ImageManifest;
  const blob = server.blobs.get(manifest.layers[0]?.digest ?? '');
  const { features } = JSON.parse(blob?.toString() ?? '{"features":[]}') as { features: { id: string; version: string }[] };
  return features.find(({ id }) => id === 'my-tools')?.version;
}

test('what is withdrawn is gone, and its moving tags and the collection name the highest that is left', async () => {
  const server = await serverWith(['0.9.0', '1.1.0', '1.2.0', '1.2.1']);
  const result = await withdrawn(server, '1.2.1');
  assert.deepEqual(result.tags, { '1.2': '1.2.0', '1': '1.2.0', latest: '1.2.0' });
  assert.equal(result.deleted, true);
  assert.equal(collectionVersion(server), '1.2.0');
  for (const tag of ['1.2', '1', 'latest']) assert.equal(versionOf(server, tag), '1.2.0', tag);
  assert.deepEqual(server.manifests.get(`${REPOSITORY}/latest-amd64`), server.manifests.get(`${REPOSITORY}/1.2.0_amd64`));
  assert.deepEqual(tagsOf(server).filter((tag) => tag.startsWith('1.2.1')), []);
  assert.deepEqual((await check(server)).findings, []);
});

test('a version in the middle takes no other tag with it', async () => {
  const server = await serverWith(['1.1.0', '1.2.0', '1.3.0']);
  const result = await withdrawn(server, '1.2.0');
  assert.deepEqual(result.tags, { '1.2': null });
  assert.equal(versionOf(server, 'latest'), '1.3.0');
  assert.equal(collectionVersion(server), '1.3.0');
  assert.deepEqual(tagsOf(server).filter((tag) => tag.startsWith('1.2')), []);
});

test('with its last version a Feature leaves the collection', async () => {
  const server = await serverWith(['1.0.0']);
  const result = await withdrawn(server, '1.0.0');
  assert.equal(result.deleted, true);
  assert.equal(collectionVersion(server), undefined);
  assert.deepEqual(tagsOf(server), []);
});

test('what is not there, or not ours, is not withdrawn', async () => {
  const server = await serverWith(['1.0.0']);
  await assert.rejects(withdrawn(server, '2.0.0'), (error: Failure) => error instanceof Failure && /my-tools:2\.0\.0 is not published/.test(error.message) && /Published versions: 1\.0\.0/.test(error.hint ?? ''));
  server.manifests.set(`${REPOSITORY}/3.0.0`, Buffer.from('{"schemaVersion":2,"config":{"mediaType":"x/y","digest":"sha256:' + '0'.repeat(64) + '","size":2},"layers":[]}'));
  await assert.rejects(withdrawn(server, '3.0.0'), /was published by another tool than nix-feature/);
});

test('a registry that deletes nothing has its tags and its collection set all the same, with a warning', async () => {
  const server = await serverWith(['1.0.0', '1.1.0'], { 'delete manifest': refuse(405, 'UNSUPPORTED') });
  const { deleted, said } = await withdrawn(server, '1.1.0');
  assert.equal(deleted, false);
  assert.match(said, /The registry did not delete sha256:/);
  for (const tag of ['1', 'latest']) assert.equal(versionOf(server, tag), '1.0.0', tag);
  assert.equal(collectionVersion(server), '1.0.0');
});

test('check finds each name that is wrong, and --repair mends it', async () => {
  const server = await serverWith(['1.0.0', '1.1.0']);
  const older = server.manifests.get(`${REPOSITORY}/1.0.0`) ?? Buffer.alloc(0);
  server.manifests.set(`${REPOSITORY}/1`, older).delete(`${REPOSITORY}/latest`);
  server.manifests.delete(`${REPOSITORY}/1.1.0_arm64`);
  const found = (await check(server)).findings.map(({ what, repaired }) => `${what}: ${repaired}`).sort();
  assert.deepEqual(found, [
    'the tag 1 names 1.0.0, but should name 1.1.0: false',
    'the tag 1.1.0_arm64 does not name the platform manifest for arm64: false',
    'the tag latest names nothing, but should name 1.1.0: false',
  ]);
  assert.ok((await check(server, true)).findings.every(({ repaired }) => repaired));
  assert.deepEqual((await check(server)).findings, []);
  assert.equal(versionOf(server, 'latest'), '1.1.0');
});

test('check mends a collection that has a version which is gone, and an entry of a Feature that is gone', async () => {
  const server = await serverWith(['1.0.0', '1.1.0']);
  const gone = server.manifests.get(`${REPOSITORY}/1.1.0`);
  for (const [key, bytes] of server.manifests) if (gone?.equals(bytes) === true) server.manifests.delete(key);
  const finding = (await check(server, true)).findings.find(({ what }) => what.startsWith('the collection'));
  assert.equal(finding?.what, 'the collection has 1.1.0, but should have 1.0.0');
  assert.equal(collectionVersion(server), '1.0.0');
  for (const key of [...server.manifests.keys()].filter((each) => each.startsWith(`${REPOSITORY}/`))) server.manifests.delete(key);
  await check(server, true);
  assert.equal(collectionVersion(server), undefined);
  assert.deepEqual((await check(server, false, 'my-tools')).findings, []);
});

test('check tells of a layer that is gone, which only publishing again brings back', async () => {
  const server = await serverWith(['1.0.0']);
  const { layers } = JSON.parse(server.manifests.get(`${REPOSITORY}/1.0.0`)?.toString() ?? '') as ImageManifest;
  server.blobs.delete(layers[1]?.digest ?? '');
  const [finding] = (await check(server, true)).findings;
  assert.match(finding?.what ?? '', /is gone \(sha256:[0-9a-f]{64}\): publish 1\.0\.0 again/);
  assert.equal(finding?.repaired, false);
});

test('a namespace without a collection must be told of a Feature', async () => {
  await assert.rejects(check(await releaseServer()), /has no collection, which would list its Features/);
});

const FOREIGN = Buffer.from(`{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.devcontainers","digest":"sha256:${'0'.repeat(64)}","size":2},"layers":[]}`);

test('what another tool has published is left alone, by withdraw and by check', async () => {
  const server = await serverWith(['1.0.0', '1.1.0']);
  for (const tag of ['2.0.0', '2', 'latest']) server.manifests.set(`${REPOSITORY}/${tag}`, FOREIGN);
  const before = collectionVersion(server);
  assert.deepEqual((await check(server, true)).findings, []);
  assert.deepEqual((await withdrawn(server, '1.1.0')).tags, { '1.1': null, '1': '1.0.0' });
  for (const tag of ['2.0.0', '2', 'latest']) assert.ok(server.manifests.get(`${REPOSITORY}/${tag}`)?.equals(FOREIGN), tag);
  assert.equal(collectionVersion(server), before, 'what is highest is none of ours');
});

test('an entry of a Feature that another tool publishes stays in the collection', async () => {
  const server = await serverWith(['1.0.0']);
  for (const [key, bytes] of server.manifests) if (key.startsWith(`${REPOSITORY}/`) && bytes !== FOREIGN) server.manifests.set(key, FOREIGN);
  assert.deepEqual((await check(server, true)).findings, []);
  assert.equal(collectionVersion(server), '1.0.0');
});

test('a renamed Feature is withdrawn under its old id too, and check leaves the old entry as it is', async () => {
  const server = await releaseServer();
  const legacy = `${NAMESPACE}/old-tools`;
  await publishSmall(server, '1.0.0', { metadata: { legacyIds: ['old-tools'] }, collection: false });
  await publishSmall(server, '1.1.0', { metadata: { legacyIds: ['old-tools'] } });
  assert.equal(versionOf(server, 'latest', legacy), '1.1.0');
  assert.deepEqual((await check(server, true)).findings, []);
  assert.deepEqual((await check(server, true, 'old-tools')).findings, []);
  await withdrawn(server, '1.1.0');
  assert.equal(versionOf(server, 'latest', legacy), '1.0.0');
  assert.deepEqual(tagsOf(server, legacy).filter((tag) => tag.startsWith('1.1')), []);
  assert.equal(collectionVersion(server), '1.0.0');
});

test('what is attached to a release goes with it, under its old id too, and what is attached to others stays', async () => {
  const server = await releaseServer();
  const legacy = `${NAMESPACE}/old-tools`;
  const { privateKey } = generateKeyPairSync('ed25519');
  for (const version of ['1.0.0', '1.1.0']) await publishSmall(server, version, { metadata: { legacyIds: ['old-tools'] }, signWith: privateKey, withSbom: true, collection: version === '1.1.0' });
  // Referrers, and the tags under which they are listed.
  const aboutIt = (repository: string): number => [...server.manifests].filter(([name, bytes]) => name.startsWith(`${repository}/sha256-`) || (name.startsWith(`${repository}/sha256:`) && bytes.includes('"subject"'))).length;
  const before = [REPOSITORY, legacy].map(aboutIt);
  assert.ok(before.every((count) => count > 0 && count % 2 === 0), String(before));
  await withdrawn(server, '1.1.0');
  assert.deepEqual([REPOSITORY, legacy].map(aboutIt), before.map((count) => count / 2));
});

test('a release that is published while check looks keeps its tags, and so does one that is not listed', async () => {
  const server = await serverWith(['1.0.0', '1.1.0'], { tags: ({ response }) => void response.end(JSON.stringify({ name: REPOSITORY, tags: ['1.0.0', 'latest'] })) });
  assert.deepEqual((await check(server, true)).findings, []);
  for (const tag of ['1', 'latest']) assert.equal(versionOf(server, tag), '1.1.0', tag);
  assert.equal(collectionVersion(server), '1.1.0');
});

test('where there are no moving tags and no collection, none are made', async () => {
  const server = await releaseServer();
  for (const version of ['1.0.0', '1.1.0']) await publishSmall(server, version, { movingTags: false, collection: false });
  await withdraw({ ...target(server), id: 'my-tools', version: '1.1.0' }, listeningHost().host);
  assert.deepEqual(tagsOf(server), ['1.0.0', '1.0.0_amd64', '1.0.0_arm64']);
  assert.equal(server.manifests.get(`${NAMESPACE}/latest`), undefined);
  const { findings } = await checkNamespace({ ...target(server), id: 'my-tools', repair: true, movingTags: false }, listeningHost().host);
  assert.deepEqual(findings, []);
  assert.deepEqual(tagsOf(server), ['1.0.0', '1.0.0_amd64', '1.0.0_arm64']);
});

test('a withdrawal that was interrupted is brought to its end', async () => {
  const server = await serverWith(['1.0.0', '1.1.0'], { 'delete manifest': (call) => (call.count === 2 ? refuse(405)(call) : call.proceed()) });
  assert.equal((await withdrawn(server, '1.1.0')).deleted, false);
  assert.deepEqual(tagsOf(server).filter((tag) => tag.startsWith('1.1')), ['1.1.0_amd64', '1.1.0_arm64']);
  assert.equal((await withdrawn(server, '1.1.0')).deleted, true);
  assert.deepEqual(tagsOf(server).filter((tag) => tag.startsWith('1.1')), []);
});

test('a collection that may not be written is no repair', async () => {
  let closed = false;
  const server = await serverWith(['1.0.0', '1.1.0'], { 'put manifest': (call) => (closed && call.repository === NAMESPACE ? refuse(403)(call) : call.proceed()) });
  const gone = server.manifests.get(`${REPOSITORY}/1.1.0`);
  for (const [key, bytes] of server.manifests) if (gone?.equals(bytes) === true) server.manifests.delete(key);
  closed = true;
  const finding = (await check(server, true)).findings.find(({ what }) => what.startsWith('the collection'));
  assert.equal(finding?.repaired, false);
});
