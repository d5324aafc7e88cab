import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { TagMovedError } from '../../src/oci/push/push-manifest.ts';
import type { Call, Script } from '../oci/upload-server.ts';
import { publishSmall, refuse, releaseServer, REPOSITORY, versionOf } from './registry.ts';

const quiet = { collection: false } as const;

/** Lists of tags that are other than the truth. */
const listed = (tags: readonly string[]): Script => ({ tags: ({ response }: Call) => void response.end(JSON.stringify({ name: REPOSITORY, tags })) });

// [what, what the registry does with lists]
const LISTS: readonly (readonly [string, Script])[] = [
  ['empty', listed([])],
  ['stale', listed(['1.0.0', 'latest'])],
  ['refused', { tags: refuse(405, 'UNSUPPORTED') }],
  ['not there', { tags: refuse(404, 'NAME_UNKNOWN') }],
  ['no list', { tags: ({ response }) => void response.end('<html>') }],
  ['endless', { tags: ({ response }) => void response.writeHead(200, { link: '<?last=1.0.0>; rel="next"' }).end('{"tags":["1.0.0"]}') }],
];

for (const [what, script] of LISTS) {
  test(`no tag moves down where the list of tags is ${what}`, async () => {
    const server = await releaseServer(script);
    for (const version of ['1.0.0', '1.3.0', '0.9.0', '1.2.6', '2.0.0', '1.3.1']) await publishSmall(server, version, quiet);
    assert.deepEqual(
      Object.fromEntries(['0', '0.9', '1', '1.0', '1.2', '1.3', '2', '2.0', 'latest', 'latest-amd64'].map((tag) => [tag, tag.endsWith('64') ? server.manifests.get(`${REPOSITORY}/${tag}`)?.equals(server.manifests.get(`${REPOSITORY}/2.0.0_amd64`) ?? Buffer.alloc(0)) : versionOf(server, tag)])),
      { '0': '0.9.0', '0.9': '0.9.0', '1': '1.3.1', '1.0': '1.0.0', '1.2': '1.2.6', '1.3': '1.3.1', '2': '2.0.0', '2.0': '2.0.0', latest: '2.0.0', 'latest-amd64': true },
    );
  });
}

test('a listed version that is not there any more keeps no tag from moving', async () => {
  const server = await releaseServer(listed(['1.0.0', '9.0.0']));
  await publishSmall(server, '1.0.0', quiet);
  assert.equal(versionOf(server, 'latest'), '1.0.0');
});

test('a higher version that is published, and has no tags yet, keeps them', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.3.0', quiet);
  for (const tag of ['1', 'latest', '1.3']) server.manifests.delete(`${REPOSITORY}/${tag}`);
  const { tags } = await publishSmall(server, '1.2.0', quiet);
  assert.equal(versionOf(server, 'latest'), undefined);
  assert.deepEqual(tags, ['1.2.0', '1.2.0_amd64', '1.2.0_arm64', '1.2']);
});

test('a tag that names what is no release of ours is moved', async () => {
  const server = await releaseServer();
  for (const [tag, content] of [['latest', '{"schemaVersion":2,"config":{}}'], ['1', 'not even JSON']] as const) server.manifests.set(`${REPOSITORY}/${tag}`, Buffer.from(content));
  await publishSmall(server, '1.2.0', quiet);
  assert.equal(versionOf(server, 'latest'), '1.2.0');
  assert.equal(versionOf(server, '1'), '1.2.0');
});

test('a higher version that takes latest while we write it has it in the end, its platforms too', async () => {
  const theirs = await releaseServer();
  await publishSmall(theirs, '1.3.0', quiet);
  const server = await releaseServer({
    'put manifest': (call) => {
      call.proceed();
      // They write everything at the worst moment, but ours comes last.
      if (call.name !== 'latest' || versionOf(server, '1.3.0') !== undefined) return;
      for (const [key, bytes] of theirs.manifests) if (!key.endsWith('/latest')) server.manifests.set(key, bytes);
    },
  });
  const { tags } = await publishSmall(server, '1.2.0', quiet);
  for (const tag of ['latest', '1']) assert.equal(versionOf(server, tag), '1.3.0', tag);
  assert.deepEqual(server.manifests.get(`${REPOSITORY}/latest-amd64`), server.manifests.get(`${REPOSITORY}/1.3.0_amd64`));
  assert.ok(!tags.some((tag) => tag.startsWith('latest') || tag === '1'), tags.join());
});

test('a registry that shows tags a while after they were written is waited for, and they are written once', async () => {
  const written = new Map<string, { readonly before: Buffer | undefined; readonly at: number }>();
  const server = await releaseServer({
    'put manifest': (call) => {
      const key = `${call.repository}/${call.name}`;
      written.set(key, { before: server.manifests.get(key), at: performance.now() });
      call.proceed();
    },
    manifest: (call) => {
      const late = written.get(`${call.repository}/${call.name}`);
      if (late === undefined || performance.now() - late.at > 250) call.proceed();
      else if (late.before === undefined) refuse(404)(call);
      else call.response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' }).end(late.before);
    },
  });
  for (const version of ['1.2.0', '1.2.1']) {
    server.requests.length = 0;
    await publishSmall(server, version);
    const puts = server.requests.filter((request) => /PUT .*my-tools\/manifests\/(?:latest|1|1\.2)$/.test(request));
    assert.equal(puts.length, 3, puts.join('\n'));
    assert.equal(versionOf(server, 'latest'), version);
  }
});

test('who loses the version to somebody that wrote it at the same time names none of its platforms', async () => {
  const theirs = await releaseServer();
  await publishSmall(theirs, '1.2.0', { ...quiet, change: (document) => ({ ...document, bases: [{ name: 'other', storePaths: 1 }] }) });
  let written = false;
  const server = await releaseServer({
    manifest: (call) => {
      call.proceed();
      // Right after we read our own tag back they write it, since they had looked at it before us, and all of theirs.
      if (written || call.name !== '1.2.0' || versionOf(server, '1.2.0') === undefined) return;
      written = true;
      for (const [key, bytes] of theirs.manifests) server.manifests.set(key, bytes);
    },
  });
  await assert.rejects(publishSmall(server, '1.2.0', quiet), TagMovedError);
  assert.ok(written);
  for (const [key, bytes] of theirs.manifests) if (/1\.2\.0|64$/.test(key)) assert.deepEqual(server.manifests.get(key), bytes, key);
});
