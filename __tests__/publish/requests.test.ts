import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from '@jest/globals';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { pushPlatforms } from '../../src/publish/push-platforms.ts';
import { Namespace } from '../../src/release/target.ts';
import { afterTest } from '../jest/after-test.ts';
import { writeBuiltLayout } from './layouts.ts';
import { NAMESPACE, publishSmall, releaseServer, REPOSITORY } from './registry.ts';
import { RELEASE_REQUESTS } from './release-requests.ts';
import { listeningHost } from './releases.ts';

const BLOBS = 7;

function plain(request: string): string {
  return request
    .replace(/sha256:\w+/, '#')
    .replace(/uploads\/session.*/, 'uploads/@')
    .replace(`/v2/${REPOSITORY}/`, 'R/')
    .replace(`/v2/${NAMESPACE}/`, 'C/')
    .replace(/\?.*/, '');
}

test('a first release of two platforms makes just the requests that docs/contributing/reliability.md lists', async () => {
  const sessions: string[] = [];
  const server = await releaseServer({
    open: (call) => {
      sessions.push(call.repository);
      call.proceed();
    },
  });
  await publishSmall(server, '1.2.0');
  const requests = server.requests.map(plain).map((request) => request.replace('/v2/org/tools/', 'R/'));
  // The server's sessions have no repository of their own.
  const collection = sessions.filter((repository) => repository === NAMESPACE).length;
  for (let count = 0; count < collection; count += 1) requests[requests.indexOf('PUT R/blobs/uploads/@')] = 'PUT C/blobs/uploads/@';
  for (const { request, addresses, times } of RELEASE_REQUESTS) {
    const expected = times === 'a blob' ? 2 * BLOBS : times;
    assert.equal(requests.filter((each) => addresses.includes(each)).length, expected, request);
  }
  const listed = new Set(RELEASE_REQUESTS.flatMap(({ addresses }) => addresses));
  assert.deepEqual(requests.filter((request) => !listed.has(request)), []);
  assert.equal(requests.length, 33 + 2 * BLOBS);
});

test('layers that the job which built them has pushed are not sent again, and need not be at hand', async () => {
  const server = await releaseServer();
  const layout = await writeBuiltLayout({ arches: ['amd64'], facts: { pushed: { registry: server.host, repository: REPOSITORY } } });
  const { platforms } = await readBuiltLayout(layout);
  const target = { registry: server.host, namespace: NAMESPACE, credentials: undefined };
  const { host } = listeningHost();
  const push = async (): Promise<number | undefined> => {
    const namespace = new Namespace({ ...target, movingTags: true, collection: true }, host);
    const writer = namespace.writer('my-tools');
    afterTest(() => writer.close());
    // As a publish does first.
    await writer.reader.head('1.2.0');
    return (await pushPlatforms({ namespace, writer }, 'my-tools', platforms)).get('amd64');
  };
  assert.ok(((await push()) ?? 0) > 0);
  for (const platform of platforms) for (const layer of platform.layers) await rm(platform.fileOf(layer));
  assert.equal(await push(), 0);
});

test('a release that is there is looked at, and nothing of it is written', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0');
  server.requests.length = 0;
  const { upToDate } = await publishSmall(server, '1.2.0');
  assert.equal(upToDate, true);
  assert.deepEqual(server.requests.filter((request) => !/^(?:GET|HEAD) /.test(request)), []);
});
