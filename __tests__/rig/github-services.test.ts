import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { POOR_TOKEN, REST_TOKEN, startGitHubServices, type GitHubServices } from './github-services.ts';

let services: GitHubServices;
let folder: string;
const environment = { ...process.env };

beforeAll(async () => {
  services = await startGitHubServices();
  folder = await mkdtemp(path.join(tmpdir(), 'github-services-test-'));
  Object.assign(process.env, services.env, { RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder });
  delete process.env['GITHUB_SERVER_URL'];
});

afterAll(async () => {
  process.env = environment;
  await services.stop();
  await rm(folder, { recursive: true, force: true });
});

async function fill(name: string, bytes = 100): Promise<string> {
  const target = path.join(folder, name);
  await mkdir(path.join(target, 'deep'), { recursive: true });
  await writeFile(path.join(target, 'one'), 'one');
  await writeFile(path.join(target, 'deep/two'), randomBytes(bytes));
  return target;
}

test('an artifact uploaded by the real client downloads back identical', async () => {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  // Two and a half of the client's 8 MiB blocks.
  const source = await fill('artifact', 20 * 1024 * 1024);
  const files = ['one', 'deep/two'].map((name) => path.join(source, name));
  const uploaded = await client.uploadArtifact('built', files, source, { compressionLevel: 0 });
  assert.deepEqual(
    services.artifacts().map(({ name, id, digest }) => ({ name, id, digest })),
    [{ name: 'built', id: uploaded.id, digest: `sha256:${uploaded.digest}` }],
  );

  const target = path.join(folder, 'downloaded');
  const { artifact } = await client.getArtifact('built');
  const { digestMismatch } = await client.downloadArtifact(artifact.id, { path: target, ...(artifact.digest ? { expectedHash: artifact.digest } : {}) });
  assert.equal(digestMismatch, false);
  for (const name of ['one', 'deep/two']) {
    assert.deepEqual(await readFile(path.join(target, name)), await readFile(path.join(source, name)));
  }
});

test('an artifact name can be used once in a run, until it is deleted', async () => {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const source = await fill('twice');
  const files = [path.join(source, 'one')];
  await client.uploadArtifact('twice', files, source);
  await assert.rejects(client.uploadArtifact('twice', files, source), /already exists/);
  await client.deleteArtifact('twice');
  await client.uploadArtifact('twice', files, source);
});

test('a cache saved by the real client is restored by its key, and by the newest that begins with a restore key', async () => {
  const cache = await import('@actions/cache');
  const source = await fill('cache');
  const two = await readFile(path.join(source, 'deep/two'));
  await cache.saveCache([source], 'index-1');
  await cache.saveCache([source], 'index-2');
  assert.deepEqual(services.cacheKeys(), ['index-1', 'index-2']);
  await rm(source, { recursive: true });
  assert.equal(await cache.restoreCache([source], 'index-1'), 'index-1');
  assert.deepEqual(await readFile(path.join(source, 'deep/two')), two);
  assert.equal(await cache.restoreCache([source], 'other', ['none-', 'index-']), 'index-2');
  assert.equal(await cache.restoreCache([source], 'nothing', ['none-']), undefined);
});

test('a cache key is immutable', async () => {
  const cache = await import('@actions/cache');
  const source = await fill('immutable');
  assert.notEqual(await cache.saveCache([source], 'once'), -1);
  assert.equal(await cache.saveCache([source], 'once'), -1);
});

test('another folder is another version of a key', async () => {
  const cache = await import('@actions/cache');
  const one = await fill('version-one');
  const other = await fill('version-two');
  await cache.saveCache([one], 'versioned');
  assert.equal(await cache.restoreCache([other], 'versioned'), undefined);
});

test('a service that was told to fail fails the call, and the client reports no cache', async () => {
  const cache = await import('@actions/cache');
  services.fail('GetCacheEntryDownloadURL', 403);
  assert.equal(await cache.restoreCache([folder], 'index-1'), undefined);
});

test('neither a wrong token nor a URL without its signature opens anything', async () => {
  const origin = services.env['ACTIONS_RESULTS_URL'];
  const method = `${origin}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`;
  const call = await fetch(method, { method: 'POST', body: '{}', headers: { authorization: 'Bearer wrong' } });
  assert.equal(call.status, 401);
  assert.equal((await fetch(`${origin}blobs/cache-1`)).status, 403);
});

/** Services of their own, for the time of a test, and what uploads to them. */
async function ownServices(options: Parameters<typeof startGitHubServices>[0], body: (own: GitHubServices, upload: (name: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const own = await startGitHubServices(options);
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const source = await fill('own');
  try {
    Object.assign(process.env, own.env);
    await body(own, (name) => new DefaultArtifactClient().uploadArtifact(name, [path.join(source, 'one')], source));
  } finally {
    Object.assign(process.env, services.env);
    await own.stop();
  }
}

function by(token: string) {
  return { findBy: { workflowRunId: 1, repositoryOwner: 'o', repositoryName: 'r', token } };
}

async function listed(): Promise<string[]> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return (await new DefaultArtifactClient().listArtifacts()).artifacts.map(({ name, id }) => `${name} ${id}`).sort();
}

test('each attempt has its own copy of a name; a partial re-run sees those before, a full one does not', async () => {
  await ownServices({ fallingIds: true }, async (own, upload) => {
    await upload('a');
    Object.assign(process.env, own.rerun('failed'));
    await upload('a');
    assert.deepEqual(await listed(), ['a 8999', 'a 9000']);
    assert.deepEqual(own.artifacts().map(({ attempt }) => attempt), [1, 2]);
    Object.assign(process.env, own.rerun('all'));
    assert.deepEqual(await listed(), []);
    assert.equal(own.env['GITHUB_RUN_ATTEMPT'], '1');
    assert.equal(own.job()['GITHUB_RUN_ATTEMPT'], '3');
  });
  await ownServices({ namesOutliveAttempts: true }, async (own, upload) => {
    await upload('a');
    Object.assign(process.env, own.rerun('failed'));
    await assert.rejects(upload('a'), /\(409\)/);
  });
});

test('jobs of an attempt share its artifacts', async () => {
  await ownServices({}, async (own, upload) => {
    await upload('a');
    Object.assign(process.env, own.job());
    await upload('b');
    assert.deepEqual(await listed(), ['a 1001', 'b 1002']);
  });
});

test("a name stays taken where finalizing failed, and a full storage says so in the client's own words", async () => {
  await ownServices({}, async (own, upload) => {
    own.fail('FinalizeArtifact', 400);
    await assert.rejects(upload('a'), /FinalizeArtifact/);
    assert.deepEqual(await listed(), []);
    await assert.rejects(upload('a'), /\(409\)/);
    own.setQuotaUsedUp(true);
    await assert.rejects(upload('b'), /quota has been hit/);
  });
});

// The client fixes the address of the REST API when it is loaded, so that this needs the services of the whole file.
test("what is lost is listed and can't be had but by the REST API; what has expired only the REST API knows", async () => {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const source = await fill('losable');
  const { id = 0 } = await client.uploadArtifact('losable', [path.join(source, 'deep/two')], source);
  const target = path.join(folder, 'lost');
  services.setArtifact('losable', 'lost');
  await assert.rejects(client.downloadArtifact(id, { path: target }), /\(404\)/);
  await client.downloadArtifact(id, { path: target, ...by(REST_TOKEN) });
  assert.deepEqual(await readFile(path.join(target, 'deep/two')), await readFile(path.join(source, 'deep/two')));
  await assert.rejects(client.downloadArtifact(id, { path: target, ...by(POOR_TOKEN) }), /not accessible/);
  services.setArtifact('losable', 'expired');
  assert.ok(!(await listed()).join().includes('losable'));
  assert.ok((await client.listArtifacts(by(REST_TOKEN))).artifacts.some(({ name }) => name === 'losable'));
  await assert.rejects(client.downloadArtifact(id, { path: target, ...by(REST_TOKEN) }), /expired/);
});

test('a cache that may only be read takes nothing, and gives what it has', async () => {
  const cache = await import('@actions/cache');
  const source = await fill('read-only');
  await cache.saveCache([source], 'before');
  services.setCacheReadOnly(true);
  assert.equal(await cache.saveCache([source], 'denied'), -1);
  assert.equal(await cache.restoreCache([source], 'before'), 'before');
  services.setCacheReadOnly(false);
});

test('the retention that a client wants is kept', async () => {
  await ownServices({}, async (own) => {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const source = await fill('own');
    await new DefaultArtifactClient().uploadArtifact('a', [path.join(source, 'one')], source, { retentionDays: 3 });
    assert.deepEqual(own.artifacts().map(({ retention }) => retention), [3]);
  });
});
