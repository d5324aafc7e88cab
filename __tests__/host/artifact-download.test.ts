import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { createArtifactStore, type ArtifactDownloader } from '../../src/host/github/artifact-download.ts';
import { attemptOf, formatArtifactName, parseArtifactName } from '../../src/host/github/artifact-name.ts';
import type { GithubRest } from '../../src/host/github/github-rest.ts';

const folder = mkdtempSync(join(tmpdir(), 'artifact-download-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const ARTIFACT = { id: 7, name: 'feature-x-amd64', base: 'feature-x-amd64', attempt: 1, tries: 1, size: 3, digest: 'sha256:00' };

function rest(answer?: unknown): GithubRest {
  return { repository: 'o/r', runId: '5', token: 't', get: () => Promise.resolve({ status: 200, body: answer }), send: () => Promise.resolve(undefined), upload: () => Promise.resolve(undefined) };
}

function storeOf(client: Partial<ArtifactDownloader>, { attempt = 1, api }: { attempt?: number; api?: GithubRest } = {}) {
  return createArtifactStore({ load: () => Promise.resolve(client as ArtifactDownloader), attempt, rest: () => api });
}

function listing(...names: readonly string[]): Partial<ArtifactDownloader> {
  // Ids that fall: the first is the highest.
  return { listArtifacts: () => Promise.resolve({ artifacts: names.map((name, index) => ({ id: 100 - index, name, size: 1 })) }) };
}

test('a name says which attempt it is of, and which try, and comes apart as it was put together', () => {
  for (const base of ['feature-a-amd64', 'feature-a-attempt-2-amd64', 'feature-try-3-arm64', 'x', '']) {
    for (const attempt of [1, 2, 10, 50]) {
      for (const tries of [1, 2, 3]) assert.deepEqual(parseArtifactName(formatArtifactName({ base, attempt, tries })), { base, attempt, tries });
    }
  }
  assert.equal(formatArtifactName({ base: 'a', attempt: 1, tries: 1 }), 'a');
  assert.deepEqual([{}, { GITHUB_RUN_ATTEMPT: '' }, { GITHUB_RUN_ATTEMPT: 'x' }, { GITHUB_RUN_ATTEMPT: '0' }, { GITHUB_RUN_ATTEMPT: '12' }].map(attemptOf), [1, 1, 1, 1, 12]);
});

test("of each name the newest attempt's is listed, whatever the ids say, and none of an attempt to come", async () => {
  const names = ['a', 'a-attempt-3', 'a-attempt-2', 'b-attempt-2', 'b-attempt-2-try-2', 'c', 'a-attempt-4'];
  for (const order of [names, names.toReversed()]) {
    const found = await storeOf(listing(...order), { attempt: 3 }).list();
    assert.deepEqual(found.map(({ name }) => name).sort(), ['a-attempt-3', 'b-attempt-2-try-2', 'c']);
  }
  assert.deepEqual((await storeOf(listing('a-attempt-2', 'a')).list()).map(({ name }) => name), ['a']);
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
  await assert.rejects(store.download(ARTIFACT, join(folder, 'damaged')), (error) => error instanceof Failure && error.message.includes('was damaged during the download'));
});

/** A service that answers so, and a REST API that answers otherwise; which of them were asked. */
function ways(service: string, api: string | undefined) {
  const asked: string[] = [];
  const downloadArtifact: ArtifactDownloader['downloadArtifact'] = (_, { findBy }) => {
    asked.push(findBy === undefined ? 'service' : `${findBy.repositoryOwner}/${findBy.repositoryName} ${findBy.workflowRunId} ${findBy.token}`);
    const why = findBy === undefined ? service : api;
    return why === undefined ? Promise.resolve({ digestMismatch: false }) : Promise.reject(new Error(why));
  };
  return { asked, client: { downloadArtifact } };
}

const NOT_FOUND = 'Failed to GetSignedArtifactURL: Received non-retryable error: Failed request: (404) Not Found: artifact not found';

test('what the service lists and does not find is had from the REST API, if there is a token', async () => {
  const { asked, client } = ways(NOT_FOUND, undefined);
  await storeOf(client, { attempt: 2, api: rest() }).download(ARTIFACT, join(folder, 'rest'));
  assert.deepEqual(asked, ['service', 'o/r 5 t']);
  const other = ways('Artifact download failed after 5 retries.', undefined);
  await assert.rejects(storeOf(other.client, { api: rest() }).download(ARTIFACT, join(folder, 'rest')));
  assert.deepEqual(other.asked, ['service']);
});

test("what can't be had says so, and never to run the job again where that can't help", async () => {
  const cases = [
    { service: NOT_FOUND, attempt: 2, says: /can't be downloaded: .*\(404\)/, hint: /An earlier attempt.*"Re-run all jobs".*actions: read/ },
    { service: NOT_FOUND, attempt: 2, api: 'Resource not accessible by integration', says: /REST API does not return it either: Resource not accessible/, hint: /"Re-run all jobs"/ },
    { service: NOT_FOUND, attempt: 2, api: 'Artifact has expired', says: /^The artifact "feature-x-amd64" has expired\.$/, hint: /"Re-run all jobs"/ },
    { service: 'Artifact download failed after 5 retries.', attempt: 1, says: /after 5 retries/, hint: /^Run the job again/ },
  ];
  for (const { service, attempt, api, says, hint } of cases) {
    const store = storeOf(ways(service, api).client, { attempt, ...(api === undefined ? {} : { api: rest() }) });
    await assert.rejects(store.download(ARTIFACT, join(folder, 'never')), (error) => error instanceof Failure && says.test(error.message) && hint.test(error.hint ?? '') && (attempt === 1 || !/Run the job again/.test(error.hint ?? '')));
  }
});

test('what has expired is asked of the REST API, which may not tell', async () => {
  const answer = { artifacts: [{ name: 'a', expired: true }, { name: 'b', expired: false }, { name: 7, expired: true }, null] };
  assert.deepEqual(await storeOf({}, { api: rest(answer) }).expired(), ['a']);
  for (const odd of [undefined, null, 'x', {}, { artifacts: {} }]) assert.deepEqual(await storeOf({}, { api: rest(odd) }).expired(), []);
  assert.deepEqual(await storeOf({}).expired(), []);
});

test("a service that can't list is named, with what to do", async () => {
  const store = storeOf({ listArtifacts: () => Promise.reject(new Error('503')) });
  await assert.rejects(store.list(), /can't be listed: 503/);
});
