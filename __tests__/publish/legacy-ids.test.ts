import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from '@jest/globals';
import { METADATA_ANNOTATION } from '../../src/feature/manifest/feature-manifest.ts';
import type { Digest } from '../../src/oci/format/digest.ts';
import type { Referrer } from '../../src/oci/format/referrer.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { BUNDLE_TYPE } from '../../src/provenance/format/bundle.ts';
import { legacyIdsOf } from '../../src/publish/legacy-ids.ts';
import { FORMATS } from '../../src/sbom/formats.ts';
import { afterTest } from '../jest/after-test.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { verified } from '../verify/verified.ts';
import { NAMESPACE, only, publishSmall, refuse, releaseServer, REPOSITORY, tagsOf, versionOf } from './registry.ts';

const OLD = `${NAMESPACE}/old`;
const RENAMED = { metadata: { legacyIds: ['old', 'my-tools', 'old'] } };

function metadataOf(server: UploadServer, repository: string): Readonly<Record<string, unknown>> {
  const manifest = JSON.parse(server.manifests.get(`${repository}/latest`)?.toString() ?? '') as { annotations: Record<string, string> };
  return JSON.parse(manifest.annotations[METADATA_ANNOTATION] ?? '') as Record<string, unknown>;
}

test('a Feature that was renamed is published under its old id too, with the same tags and the new id in its metadata', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0', RENAMED);
  assert.deepEqual(tagsOf(server, OLD), tagsOf(server));
  for (const tag of tagsOf(server)) assert.deepEqual(server.manifests.get(`${OLD}/${tag}`), server.manifests.get(`${REPOSITORY}/${tag}`), tag);
  const { id, currentId } = metadataOf(server, OLD);
  assert.deepEqual([id, currentId], ['my-tools', 'my-tools']);
});

test('one that was never renamed has no other id', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0');
  assert.equal('currentId' in metadataOf(server, REPOSITORY), false);
  assert.deepEqual(tagsOf(server, OLD), []);
});

test('of what was published under the old id, tags move upwards only', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.3.0', RENAMED);
  await publishSmall(server, '1.2.1', RENAMED);
  assert.deepEqual(['1.2', '1', 'latest'].map((tag) => versionOf(server, tag, OLD)), ['1.2.1', '1.3.0', '1.3.0']);
});

test('publishing again completes what is missing under the old id', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0', RENAMED);
  for (const tag of tagsOf(server, OLD)) server.manifests.delete(`${OLD}/${tag}`);
  const { upToDate } = await publishSmall(server, '1.2.0', RENAMED);
  assert.equal(upToDate, true);
  assert.deepEqual(tagsOf(server, OLD), tagsOf(server));
});

/** What is attached in a repository: the types, in order. */
async function attachedIn(server: UploadServer, repository: string, digest: Digest): Promise<readonly Referrer[]> {
  const registry = new Registry({ registry: server.host, repository }, { env: {} });
  afterTest(() => registry.close());
  return (await registry.referrers(digest)).list.toSorted((a, b) => a.digest.localeCompare(b.digest));
}

test('the copy under an old id has the SBOMs and the attestation of the release, which hold there too', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const server = await releaseServer();
  const { digest } = await publishSmall(server, '1.2.0', { ...RENAMED, signWith: privateKey, withSbom: true });
  const copied = await attachedIn(server, OLD, digest);
  assert.deepEqual(copied, await attachedIn(server, REPOSITORY, digest));
  const cyclonedx = FORMATS.cyclonedx.mediaType;
  assert.deepEqual(copied.map(({ artifactType }) => artifactType).toSorted(), [cyclonedx, cyclonedx, BUNDLE_TYPE].toSorted());
  const report = await verified({ repository: `${server.host}/${OLD}` }, '1.2.0', { registry: server.host, trust: { by: 'key', key: publicKey } });
  assert.deepEqual(report.checks.filter(({ name }) => ['manifest', 'tags', 'metadata', 'attached', 'sbom', 'attestation'].includes(name)).map(({ outcome }) => outcome), Array(7).fill('passed'));
});

test('what nobody of us attached stays where it is, and publishing again completes what the copy lacks, once', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const server = await releaseServer();
  const first = await publishSmall(server, '1.2.0', RENAMED);
  const writer = new RegistryWriter({ registry: server.host, repository: REPOSITORY }, { env: {} });
  afterTest(() => writer.close());
  const { descriptor } = await writer.reader.resolve(first.digest);
  await writer.pushReferrers(descriptor, [{ artifactType: 'application/vnd.example+json', payload: Buffer.from('{}') }]);
  assert.deepEqual(await attachedIn(server, OLD, first.digest), []);
  for (const _ of [1, 2]) await publishSmall(server, '1.2.0', { ...RENAMED, signWith: privateKey });
  const { digest } = await publishSmall(server, '1.3.0', { ...RENAMED, signWith: privateKey });
  assert.deepEqual((await attachedIn(server, OLD, digest)).map(({ artifactType }) => artifactType), [BUNDLE_TYPE]);
});

test('no tag of an old id moves to a release whose attestation could not be copied, and a warning says so', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const server = await releaseServer(only('put manifest', ({ repository, body }) => repository === OLD && body.toString().includes(BUNDLE_TYPE), refuse(403)));
  const { said, tags } = await publishSmall(server, '1.2.0', { ...RENAMED, signWith: privateKey });
  assert.match(said, /warning: my-tools 1\.2\.0 is published, but not completely under its old id, \S+\/org\/features\/old: .*403/);
  assert.deepEqual([tagsOf(server, OLD).includes('latest'), tags.includes('latest')], [false, true]);
});

test("an old id that can't be written to is a warning, and so is a version that it has already", async () => {
  const refusing = await releaseServer(only('put manifest', ({ repository }) => repository === OLD, refuse(403)));
  const { said, tags } = await publishSmall(refusing, '1.2.0', RENAMED);
  assert.match(said, /warning: my-tools 1\.2\.0 is published, but not under its old id, \S+\/org\/features\/old: .*403/);
  assert.deepEqual(tags.toSorted(), tagsOf(refusing));

  const taken = await releaseServer();
  await publishSmall(taken, '1.2.0');
  const [first] = [taken.manifests.get(`${REPOSITORY}/1.2.0`)];
  taken.manifests.clear();
  taken.manifests.set(`${OLD}/1.2.0`, first ?? Buffer.alloc(0));
  assert.match((await publishSmall(taken, '1.2.0', RENAMED)).said, /not under its old id, \S+: 1\.2\.0 is already published there with different content\./);
  assert.deepEqual(taken.manifests.get(`${OLD}/1.2.0`), first);
  assert.equal(versionOf(taken, 'latest'), '1.2.0');
});

test('old ids are those that can be published under, once each', () => {
  assert.deepEqual(legacyIdsOf('m', '{"legacyIds":["a","b","a","m","No Id",1,"../x"]}'), ['a', 'b']);
  assert.deepEqual(legacyIdsOf('m', '{}'), []);
});
