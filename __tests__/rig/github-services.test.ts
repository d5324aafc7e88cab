import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startGitHubServices, type GitHubServices } from './github-services.ts';

let services: GitHubServices;
let folder: string;
const environment = { ...process.env };

before(async () => {
  services = await startGitHubServices();
  folder = await mkdtemp(path.join(tmpdir(), 'github-services-test-'));
  Object.assign(process.env, services.env, { RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder });
  delete process.env['GITHUB_SERVER_URL'];
});

after(async () => {
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
