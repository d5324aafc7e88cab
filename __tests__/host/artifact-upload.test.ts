import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { missingArtifactService, uploadFolder } from '../../src/host/github/artifact-upload.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nix-feature-artifact-'));
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  await writeFile(join(folder, 'index.json'), '{}');
  await writeFile(join(folder, 'blobs', 'sha256', 'a'), 'a');
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const NAME = { base: 'feature-a', attempt: 1 };

/** A client that answers each upload in turn, and the names that it was asked for. */
function clientOf(...answers: readonly ({ id?: number; size?: number } | string)[]) {
  const names: string[] = [];
  const options: unknown[] = [];
  return {
    names,
    options,
    uploadArtifact: (name: string, files: string[], root: string, given: object) => {
      const answer = answers[Math.min(names.length, answers.length - 1)] ?? {};
      names.push(name);
      options.push([files, root, given]);
      return typeof answer === 'string' ? Promise.reject(new Error(answer)) : Promise.resolve(answer);
    },
  };
}

function upload(client: ReturnType<typeof clientOf>, more: { attempt?: number; retentionDays?: number } = {}) {
  return uploadFolder(client, { name: { ...NAME, attempt: more.attempt ?? 1 }, folder, retentionDays: more.retentionDays, info: () => undefined });
}

test('every file below the folder is uploaded, uncompressed, for as long as was said', async () => {
  const client = clientOf({ id: 7, size: 12 });
  assert.deepEqual(await upload(client), { id: 7, name: 'feature-a', size: 12 });
  await upload(client, { retentionDays: 3 });
  const files = [join(folder, 'blobs/sha256/a'), join(folder, 'index.json')];
  assert.deepEqual(client.options, [[files, folder, { compressionLevel: 0 }], [files, folder, { compressionLevel: 0, retentionDays: 3 }]]);
});

test('each attempt has names of its own', async () => {
  assert.equal((await upload(clientOf({ id: 7 }), { attempt: 2 })).name, 'feature-a-attempt-2');
});

test('a name that is lost because finishing failed is not used again, and after three of them it is given up', async () => {
  const lost = ['Failed to FinalizeArtifact: Received non-retryable error', 'FinalizeArtifact: response from backend was not ok', {}] as const;
  for (const first of lost) {
    const client = clientOf(first, { id: 8 });
    assert.equal((await upload(client, { attempt: 3 })).name, 'feature-a-attempt-3-try-2');
    assert.deepEqual(client.names, ['feature-a-attempt-3', 'feature-a-attempt-3-try-2']);
  }
  const never = clientOf(lost[0]);
  await assert.rejects(upload(never), /"feature-a-try-3" can't be uploaded/);
  assert.equal(never.names.length, 3);
});

test('what went wrong is named, with what to do about it, and tried once', async () => {
  const cases = [
    ['Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict', /"feature-a".*already has one of that name/, /in one job only/],
    ['Artifact storage quota has been hit. Unable to upload any new artifacts.', /storage for artifacts is used up/, /every 6 to 12 hours/],
    ['Failed to CreateArtifact: Failed request: (503)', /"feature-a" can't be uploaded from .*503/, /run the job again/],
  ] as const;
  for (const [why, message, hint] of cases) {
    const client = clientOf(why);
    await assert.rejects(upload(client), (error) => error instanceof Failure && message.test(error.message) && hint.test(error.hint ?? ''));
    assert.equal(client.names.length, 1);
  }
});

test('a runner without an artifact service is told apart from one with', () => {
  const service = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'http://localhost' };
  assert.equal(missingArtifactService(service), undefined);
  assert.equal(missingArtifactService({ ...service, GITHUB_SERVER_URL: 'https://github.com' }), undefined);
  assert.equal(missingArtifactService({ ...service, GITHUB_SERVER_URL: 'https://acme.ghe.com' }), undefined);
  assert.match(missingArtifactService({ ...service, GITHUB_SERVER_URL: 'https://git.acme.org' }) ?? '', /Enterprise Server \(git\.acme\.org\)/);
  assert.match(missingArtifactService({}) ?? '', /ACTIONS_RUNTIME_TOKEN/);
});
