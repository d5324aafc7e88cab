import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { IntegrityError, RegistryError } from '../../src/kit/errors.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { readHistory, readLastDocuments, warnOfDropped, type History } from '../../src/release/history.ts';
import { afterTest } from '../jest/after-test.ts';
import { uploadServer, type Script, type UploadServer } from '../oci/upload-server.ts';
import { CLOSURE, document } from '../report/sample.ts';
import { foreignRelease, listeningHost, release } from '../publish/releases.ts';

function readerOf({ host }: UploadServer): Registry {
  const reader = new Registry({ registry: host, repository: 'org/tools' }, { policy: { attempts: 1 } });
  afterTest(() => {
    reader.close();
  });
  return reader;
}

/** What is known of a version, and the tags that were asked for. */
async function ask(version: string, publish: (server: UploadServer) => void): Promise<{ history: History; asked: readonly string[] }> {
  const server = await uploadServer();
  publish(server);
  const history = await readHistory(readerOf(server), version);
  return { history, asked: server.requests.map((request) => request.split('/').at(-1) ?? '') };
}

test('where nothing is published there is no history', async () => {
  const { history, asked } = await ask('1.0.0', () => undefined);
  assert.deepEqual(history, { published: undefined, complete: false, last: undefined });
  assert.deepEqual(asked, ['latest', '1.0.0', 'list?n=1000']);
});

test('where latest is gone, the highest version that is listed is the last', async () => {
  const { history } = await ask('1.3.0', (server) => {
    for (const version of ['1.0.0', '1.2.0', '1.1.0', '1.2.1-rc.1']) release(server, version, [version]);
  });
  assert.equal(history.last?.version, '1.2.0');
  assert.equal(history.published, undefined);
});

for (const [what, script] of [
  ['refused', { tags: ({ response }) => void response.writeHead(405).end() }],
  ['no list', { tags: ({ response }) => void response.end('<html>') }],
] as const satisfies readonly (readonly [string, Script])[]) {
  test(`where latest is gone and the list of tags is ${what}, there is no release to start from, and no error`, async () => {
    const server = await uploadServer(script);
    release(server, '1.0.0', ['1.0.0']);
    assert.equal((await readHistory(readerOf(server), '1.1.0')).last, undefined);
  });
}

test('a version that is the latest costs one request, goes by its own name, and lacks nothing', async () => {
  const { history, asked } = await ask('1.2.0', (server) => release(server, '1.2.0', ['1.2.0', 'latest']));
  assert.equal(history.complete, true);
  assert.match(history.published?.name ?? '', /org\/tools:1\.2\.0$/);
  assert.equal(history.last, history.published);
  assert.deepEqual(asked, ['latest']);
});

test('a version that is published, and is not the latest, may lack tags, and is what its next build starts from', async () => {
  const { history, asked } = await ask('1.1.0', (server) => {
    release(server, '1.1.0', ['1.1.0']);
    release(server, '1.0.0', ['1.0.0', 'latest']);
  });
  assert.equal(history.complete, false);
  assert.equal(history.published?.version, '1.1.0');
  assert.equal(history.last, history.published);
  assert.deepEqual(asked, ['latest', '1.1.0']);
});

test('a first release that was interrupted is found without a latest one', async () => {
  const { history } = await ask('1.0.0', (server) => release(server, '1.0.0', ['1.0.0']));
  assert.equal(history.complete, false);
  assert.equal(history.published?.version, '1.0.0');
});

function twoMajors(server: UploadServer): void {
  release(server, '1.4.0', ['1.4.0', '1']);
  release(server, '2.0.0', ['2.0.0', '2', 'latest']);
}

test('a new version starts from the latest of its major, whichever is the highest of all', async () => {
  const same = await ask('2.1.0', twoMajors);
  assert.equal(same.history.last?.version, '2.0.0');
  assert.deepEqual(same.asked, ['latest', '2.1.0']);
  const backport = await ask('1.4.1', twoMajors);
  assert.equal(backport.history.last?.version, '1.4.0');
  assert.equal(backport.history.published, undefined);
  assert.deepEqual(backport.asked, ['latest', '1.4.1', '1']);
});

test('the first version of a major, and a pre-release, start from the latest release', async () => {
  for (const version of ['2.0.0', '1.5.0-rc.1']) {
    const { history } = await ask(version, (server) => release(server, '1.4.0', ['1.4.0', '1', 'latest']));
    assert.equal(history.last?.version, '1.4.0', version);
  }
});

test("what another program has published is never taken for this version's release", async () => {
  const { history } = await ask('7.0.0', (server) => foreignRelease(server, ['latest']));
  assert.equal(history.published, undefined);
  assert.equal(history.last?.key, undefined);
  const named = await ask('7.0.0', (server) => foreignRelease(server, ['latest', '7.0.0']));
  assert.equal(named.history.published?.key, undefined);
  assert.equal(named.history.complete, false);
});

for (const status of [401, 403, 503]) {
  test(`${status} is not taken for "nothing is published", neither at first nor in the middle`, async () => {
    const refuse: Script = {
      manifest: ({ count, response, proceed }) => {
        if (count === 2) response.writeHead(status).end();
        else proceed();
      },
    };
    const server = await uploadServer(refuse);
    release(server, '1.0.0', ['1.0.0', 'latest']);
    await assert.rejects(readHistory(readerOf(server), '1.1.0'), (error: RegistryError) => error.status === status);
  });
}

test('the last documents of all platforms are read, and none where there is no release', async () => {
  const server = await uploadServer();
  release(server, '1.0.0', ['latest'], [document(), document(CLOSURE, 'arm64')]);
  const { host } = listeningHost();
  const reader = readerOf(server);
  assert.deepEqual([...(await readLastDocuments(reader, await readHistory(reader, '1.1.0'), ['amd64', 'arm64'], host)).keys()], ['amd64', 'arm64']);
  assert.equal((await readLastDocuments(reader, { published: undefined, complete: false, last: undefined }, ['amd64'], host)).size, 0);
});

test("last documents that this program can't read are left aside with a warning, but for those of the version itself", async () => {
  const server = await uploadServer();
  release(server, '1.0.0', ['latest'], [{ ...document(), schemaVersion: 2 as never }]);
  const { host, said } = listeningHost();
  const reader = readerOf(server);
  assert.equal((await readLastDocuments(reader, await readHistory(reader, '1.1.0'), ['amd64', 'arm64'], host)).size, 0);
  assert.match(said(), /warning: .*org\/tools:latest could not be used for a comparison.*schema version is 2/);
  await assert.rejects(async () => readLastDocuments(reader, await readHistory(reader, '1.0.0'), ['amd64', 'arm64'], host), IntegrityError);
});

test('last documents that the registry does not give for the moment end the run', async () => {
  const server = await uploadServer({ blob: ({ response }) => response.writeHead(500).end() });
  release(server, '1.0.0', ['latest']);
  const reader = readerOf(server);
  await assert.rejects(async () => readLastDocuments(reader, await readHistory(reader, '1.1.0'), ['amd64', 'arm64'], listeningHost().host), RegistryError);
});

test('a platform that the last release lacks starts from the newest release that has it', async () => {
  const server = await uploadServer();
  release(server, '1.0.0', ['1.0.0'], [document(CLOSURE, 'arm64')]);
  release(server, '1.1.0', ['1.1.0'], [document(), document(CLOSURE, 'arm64')]);
  release(server, '1.2.0', ['1.2.0', 'latest'], [document()]);
  const reader = readerOf(server);
  const history = await readHistory(reader, '1.3.0');
  const { host, said } = listeningHost();
  const documents = await readLastDocuments(reader, history, ['amd64', 'arm64'], host);
  assert.deepEqual([...documents].map(([arch, { feature }]) => `${arch} ${feature.version}`).sort(), ['amd64 1.2.0', 'arm64 1.1.0']);
  assert.deepEqual([...(await readLastDocuments(reader, history, ['amd64'], host)).keys()], ['amd64'], 'nothing is looked for that is not wanted');
  assert.equal(said(), '');
});

test('a release that drops a platform warns, and one that has all of them does not', async () => {
  const server = await uploadServer();
  release(server, '1.0.0', ['1.0.0', 'latest'], [document(), document(CLOSURE, 'arm64')]);
  const history = await readHistory(readerOf(server), '1.1.0');
  const { host, said } = listeningHost();
  warnOfDropped(history, ['amd64', 'arm64'], { id: 'tools', version: '1.1.0' }, host);
  assert.equal(said(), '');
  warnOfDropped(history, ['amd64'], { id: 'tools', version: '1.1.0' }, host);
  assert.match(said(), /warning: tools 1\.1\.0 is only for amd64; 1\.0\.0 is also for arm64/);
});
