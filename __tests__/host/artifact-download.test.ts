import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Failure } from '../../src/errors.ts';
import { createArtifactStore, type ArtifactDownloader } from '../../src/host/artifact-download.ts';

const folder = mkdtempSync(join(tmpdir(), 'artifact-download-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const ARTIFACT = { id: 7, name: 'feature-x-amd64', size: 3, digest: 'sha256:00' };

function storeOf(client: Partial<ArtifactDownloader>): ReturnType<typeof createArtifactStore> {
  return createArtifactStore(() => Promise.resolve(client as ArtifactDownloader));
}

test('of artifacts of one name the latest is listed', async () => {
  const asked: unknown[] = [];
  const store = storeOf({
    listArtifacts: (options) => {
      asked.push(options);
      return Promise.resolve({ artifacts: [ARTIFACT, { id: 8, name: 'other', size: 1 }] });
    },
  });
  assert.deepEqual(await store.list(), [ARTIFACT, { id: 8, name: 'other', size: 1 }]);
  assert.deepEqual(asked, [{ latest: true }]);
});

test('a download is compared with the digest of the upload', async () => {
  const asked: unknown[] = [];
  const store = storeOf({
    downloadArtifact: (id, options) => {
      asked.push([id, options]);
      return Promise.resolve({ digestMismatch: options.path.endsWith('damaged') });
    },
  });
  const target = join(folder, 'a/b');
  await store.download(ARTIFACT, target);
  assert.ok(existsSync(target));
  assert.deepEqual(asked, [[7, { path: target, expectedHash: 'sha256:00' }]]);
  await assert.rejects(store.download(ARTIFACT, join(folder, 'damaged')), (error) => error instanceof Failure && error.message.includes('was damaged on its way'));
});

test('a service that fails is named, with what to do', async () => {
  const store = storeOf({
    listArtifacts: () => Promise.reject(new Error('503')),
    downloadArtifact: () => Promise.reject(new Error('gone')),
  });
  await assert.rejects(store.list(), /can’t be listed: 503/);
  await assert.rejects(store.download(ARTIFACT, folder), /“feature-x-amd64” can’t be downloaded: gone/);
});
