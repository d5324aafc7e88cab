import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Failure } from '../../src/errors.ts';
import { missingArtifactService, uploadFolder } from '../../src/host/artifact-upload.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nix-feature-artifact-'));
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  await writeFile(join(folder, 'index.json'), '{}');
  await writeFile(join(folder, 'blobs', 'sha256', 'a'), 'a');
});
after(async () => rm(folder, { recursive: true, force: true }));

test('every file below the folder is uploaded, uncompressed', async () => {
  const calls: unknown[] = [];
  const client = {
    uploadArtifact: async (...call: unknown[]) => {
      calls.push(call);
      return { id: 7, size: 12 };
    },
  };
  assert.deepEqual(await uploadFolder(client, 'feature-a', folder), { id: 7, name: 'feature-a', size: 12 });
  assert.deepEqual(calls, [
    ['feature-a', [join(folder, 'blobs/sha256/a'), join(folder, 'index.json')], folder, { compressionLevel: 0 }],
  ]);
});

test('a name that is taken says so, and what to do', async () => {
  const client = {
    uploadArtifact: () =>
      Promise.reject(new Error('Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict')),
  };
  await assert.rejects(
    uploadFolder(client, 'feature-a', folder),
    (error) => error instanceof Failure && /“feature-a”.*has one of that name already/.test(error.message) && error.hint !== undefined,
  );
});

test('other failures name the artifact and the cause', async () => {
  const client = { uploadArtifact: () => Promise.reject(new Error('Failed request: (503)')) };
  await assert.rejects(uploadFolder(client, 'feature-a', folder), /“feature-a” can’t be uploaded from .*503/);
});

test('a runner without an artifact service is told apart from one with', () => {
  const service = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'http://localhost' };
  assert.equal(missingArtifactService(service), undefined);
  assert.equal(missingArtifactService({ ...service, GITHUB_SERVER_URL: 'https://github.com' }), undefined);
  assert.equal(missingArtifactService({ ...service, GITHUB_SERVER_URL: 'https://acme.ghe.com' }), undefined);
  assert.match(missingArtifactService({ ...service, GITHUB_SERVER_URL: 'https://git.acme.org' }) ?? '', /Enterprise Server \(git\.acme\.org\)/);
  assert.match(missingArtifactService({}) ?? '', /ACTIONS_RUNTIME_TOKEN/);
});
