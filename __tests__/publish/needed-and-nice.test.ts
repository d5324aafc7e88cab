import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { RegistryError } from '../../src/kit/errors.ts';
import type { Script } from '../oci/upload-server.ts';
import { NAMESPACE, only, publishSmall, refuse, releaseServer, REPOSITORY, tagsOf, versionOf } from './registry.ts';

const ALL = ['1', '1.2', '1.2.0', '1.2.0_amd64', '1.2.0_arm64', 'latest', 'latest-amd64', 'latest-arm64'];

test('a release gets its tags, and the collection its entry', async () => {
  const server = await releaseServer();
  const { tags, said, upToDate } = await publishSmall(server, '1.2.0');
  assert.deepEqual(tags.toSorted(), ALL);
  assert.deepEqual(tagsOf(server), ALL);
  assert.deepEqual(tagsOf(server, NAMESPACE), ['latest']);
  assert.equal(upToDate, false);
  assert.doesNotMatch(said, /warning/i);
});

// [what, what the registry does, tags that are there in the end, warning]
const NICE: readonly (readonly [string, Script, readonly string[], RegExp])[] = [
  ...[400, 409, 412].map((status) => [
    `an immutable 1 (${status})`,
    only('put manifest', ({ name, repository }) => repository === REPOSITORY && name === '1', refuse(status, 'TAG_INVALID', 'tags are immutable')),
    ALL.filter((tag) => tag !== '1'),
    /1\.2\.0 is published, but not every tag could be written \(1\): .*immutable.* use "moving-tags: false"/,
  ] as const),
  [
    'tags of platforms that are refused',
    only('put manifest', ({ name }) => /[-_]arm64$/.test(name), refuse(403)),
    ALL.filter((tag) => !/[-_]arm64$/.test(tag)),
    /not every tag could be written \(1\.2\.0_arm64 and latest-arm64\)/,
  ],
  [
    'a list of tags that can\'t be had',
    only('tags', () => true, refuse(404)),
    ALL,
    /^/,
  ],
  ...[401, 403, 404, 405, 409, 412].map((status) => [
    `a collection that answers ${status} to a write`,
    only('put manifest', ({ repository }) => repository === NAMESPACE, refuse(status)),
    ALL,
    /the collection of its namespace was not updated/,
  ] as const),
  [
    'a collection that says to come back tomorrow',
    only('put manifest', ({ repository }) => repository === NAMESPACE, ({ response }) => void response.writeHead(503, { 'retry-after': '86400' }).end()),
    ALL,
    /the collection of its namespace was not updated/,
  ],
  [
    'a collection that can\'t be read',
    only('manifest', ({ repository }) => repository === NAMESPACE, refuse(400)),
    ALL,
    /the collection of its namespace was not updated/,
  ],
  [
    'a collection that is none',
    only('manifest', ({ repository }) => repository === NAMESPACE, ({ response }) => void response.end('[')),
    ALL,
    /the collection of its namespace was not updated/,
  ],
  [
    'a limit on requests without a login, for a minute',
    only('manifest', ({ request, name }) => request.method === 'HEAD' && name === '1.2.0', ({ response }) => void response.writeHead(429, { 'retry-after': '60' }).end()),
    ALL,
    /Could not find out whether .*my-tools:1\.2\.0 is public: .*429/,
  ],
];

for (const [what, script, tags, warning] of NICE) {
  test(`${what} ends no release, and keeps no other tag from moving`, async () => {
    const server = await releaseServer(script);
    const publication = await publishSmall(server, '1.2.0');
    assert.deepEqual(tagsOf(server), tags);
    assert.deepEqual(publication.tags.toSorted(), tags);
    assert.match(publication.said, warning);
  });
}

test('a registry whose tags are immutable takes one release after the other', async () => {
  const server = await releaseServer(only('put manifest', ({ name, repository }) => !name.startsWith('sha256:') && server.manifests.has(`${repository}/${name}`), refuse(400, 'TAG_INVALID')));
  await publishSmall(server, '1.2.0');
  const { tags, said } = await publishSmall(server, '1.2.1');
  assert.deepEqual(tags, ['1.2.1', '1.2.1_amd64', '1.2.1_arm64']);
  assert.equal(versionOf(server, 'latest'), '1.2.0');
  assert.match(said, /not every tag could be written \(.*1.*latest.*\)/);
  assert.match(said, /the collection of its namespace was not updated/);
});

// [what, what the registry does]
const NEEDED: readonly (readonly [string, Script])[] = [
  ['the version\'s own tag', only('put manifest', ({ name, repository }) => repository === REPOSITORY && name === '1.2.0', refuse(403))],
  ['a platform\'s manifest', only('put manifest', ({ name, repository }) => repository === REPOSITORY && name.startsWith('sha256:'), refuse(403))],
  ['a blob', only('commit', ({ count }) => count === 2, refuse(403))],
];

for (const [what, script] of NEEDED) {
  test(`without ${what} there is no release`, async () => {
    const server = await releaseServer(script);
    await assert.rejects(publishSmall(server, '1.2.0'), (error) => error instanceof RegistryError && error.status === 403);
    assert.deepEqual(tagsOf(server), []);
  });
}

test('moving-tags: false and collection: false write neither, and ask for neither', async () => {
  const server = await releaseServer();
  const { tags } = await publishSmall(server, '1.2.0', { movingTags: false, collection: false });
  assert.deepEqual(tags, ['1.2.0', '1.2.0_amd64', '1.2.0_arm64']);
  assert.deepEqual(tagsOf(server), tags);
  assert.deepEqual(tagsOf(server, NAMESPACE), []);
  assert.ok(!server.requests.some((request) => /\/v2\/org\/features\/(manifests|blobs)|tags\/list|manifests\/(latest|1|1\.2)$/.test(request)));
});
