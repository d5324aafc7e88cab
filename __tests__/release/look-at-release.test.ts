import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { lookAtRelease } from '../../src/release/look-at-release.ts';
import { findPublished } from '../../src/release/published.ts';
import { releaseOf } from '../../src/release/release.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { publishSmall, releaseServer, REPOSITORY, tagsOf, versionOf } from '../publish/registry.ts';

const quiet = { collection: false } as const;
const TAGS = ['1.2.0', '1.2.0_amd64', '1.2.0_arm64', '1.2', '1', 'latest-amd64', 'latest-arm64', 'latest'];

function manifestOf(server: UploadServer, name: string): ImageManifest {
  return JSON.parse((server.manifests.get(`${REPOSITORY}/${name}`) ?? Buffer.from('{}')).toString()) as ImageManifest;
}

async function look(server: UploadServer, version = '1.2.0'): Promise<Awaited<ReturnType<typeof lookAtRelease>>> {
  const reader = new Registry({ registry: server.host, repository: REPOSITORY });
  try {
    const published = await findPublished(reader, version);
    assert.ok(published);
    return await lookAtRelease(reader, releaseOf(published, version), true);
  } finally {
    reader.close();
  }
}

test('of a whole release all tags and parts are seen', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0', quiet);
  assert.deepEqual(await look(server), { tags: TAGS, missingTags: [], missing: [] });
});

for (const tag of TAGS.slice(1)) {
  test(`the tag ${tag}, once deleted, is missed, and comes back with the next publishing`, async () => {
    const server = await releaseServer();
    await publishSmall(server, '1.2.0', quiet);
    server.manifests.delete(`${REPOSITORY}/${tag}`);
    const state = await look(server);
    assert.deepEqual(state.missingTags, [tag]);
    assert.ok(!state.tags.includes(tag), 'only what was seen is listed');
    const { tags, upToDate } = await publishSmall(server, '1.2.0', quiet);
    assert.equal(upToDate, true);
    assert.deepEqual(tags, TAGS);
    assert.deepEqual(tagsOf(server), TAGS.toSorted());
  });
}

test('moving tags that name a higher version are not missed', async () => {
  const server = await releaseServer();
  for (const version of ['1.2.0', '1.3.0']) await publishSmall(server, version, quiet);
  assert.deepEqual(await look(server), { tags: ['1.2.0', '1.2.0_amd64', '1.2.0_arm64', '1.2'], missingTags: [], missing: [] });
});

test('a moving tag that stays behind is missed where latest is ours', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.1.0', quiet);
  const old = server.manifests.get(`${REPOSITORY}/1.1.0`) ?? Buffer.alloc(0);
  await publishSmall(server, '1.2.0', quiet);
  server.manifests.set(`${REPOSITORY}/1`, old);
  assert.deepEqual((await look(server)).missingTags, ['1']);
  await publishSmall(server, '1.2.0', quiet);
  assert.equal(versionOf(server, '1'), '1.2.0');
});

test('every part of a release, once gone, is missed, and the next publishing sends it again: the same digests', async () => {
  const server = await releaseServer();
  const first = await publishSmall(server, '1.2.0', quiet);
  const { config, layers } = manifestOf(server, '1.2.0');
  const platforms = ['amd64', 'arm64'].map((arch) => manifestOf(server, `1.2.0_${arch}`));
  const blobs = new Set([config, ...layers, ...platforms.flatMap((each) => [each.config, ...each.layers])].map(({ digest }) => digest as string));
  assert.ok(blobs.size >= 5);
  for (const digest of blobs) {
    assert.ok(server.blobs.delete(digest));
    assert.deepEqual((await look(server)).missing.map((each) => each.digest), [digest]);
    const again = await publishSmall(server, '1.2.0', quiet);
    assert.equal(again.digest, first.digest);
    assert.ok(server.blobs.has(digest), digest);
    assert.deepEqual((await look(server)).missing, []);
  }
  for (const arch of ['amd64', 'arm64']) {
    const bytes = server.manifests.get(`${REPOSITORY}/1.2.0_${arch}`);
    for (const [key, value] of server.manifests) if (bytes?.equals(value) === true) server.manifests.delete(key);
    assert.equal((await look(server)).missing[0]?.what, `the platform manifest for ${arch}`);
    await publishSmall(server, '1.2.0', quiet);
    assert.deepEqual(await look(server), { tags: TAGS, missingTags: [], missing: [] });
  }
});

test('what is lost comes back from another commit as well, whose manifest would be another', async () => {
  const server = await releaseServer();
  const first = await publishSmall(server, '1.2.0', { ...quiet, revision: 'a'.repeat(40) });
  const { config, layers } = manifestOf(server, '1.2.0');
  for (const { digest } of [config, ...layers]) {
    assert.ok(server.blobs.delete(digest));
    assert.equal((await publishSmall(server, '1.2.0', { ...quiet, revision: 'b'.repeat(40) })).digest, first.digest);
    assert.ok(server.blobs.has(digest), digest);
  }
});

test('a registry whose HEAD says 404 of what it has is believed by GET: nothing is missed', async () => {
  const server = await releaseServer({ blob: (call) => (call.request.method === 'HEAD' ? void call.response.writeHead(404).end() : call.proceed()) });
  await publishSmall(server, '1.2.0', quiet);
  assert.deepEqual((await look(server)).missing, []);
  assert.equal((await publishSmall(server, '1.2.0', quiet)).upToDate, true);
});

test('a release that was copied without its platforms gets their manifests, and all that these refer to', async () => {
  const server = await releaseServer();
  const first = await publishSmall(server, '1.2.0', quiet);
  const { config, layers } = manifestOf(server, '1.2.0');
  const kept = new Set([config, ...layers].map(({ digest }) => digest as string));
  for (const digest of server.blobs.keys()) if (!kept.has(digest)) server.blobs.delete(digest);
  const feature = server.manifests.get(`${REPOSITORY}/1.2.0`) ?? Buffer.alloc(0);
  for (const key of [...server.manifests.keys()].filter((each) => each.startsWith(`${REPOSITORY}/`))) server.manifests.delete(key);
  for (const name of ['1.2.0', first.digest]) server.manifests.set(`${REPOSITORY}/${name}`, feature);
  const again = await publishSmall(server, '1.2.0', quiet);
  assert.equal(again.digest, first.digest);
  assert.deepEqual(await look(server), { tags: TAGS, missingTags: [], missing: [] });
});
