import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { githubRest, isAttested } from '../../src/host/github/github-rest.ts';
import { afterTest } from '../jest/after-test.ts';
import { serve } from '../oci/serve.ts';
import { POOR_TOKEN, REST_TOKEN, startGitHubServices } from '../rig/github-services.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const JOB = { GITHUB_REPOSITORY: 'octo-org/octo.repo', GITHUB_RUN_ID: '5' };

function restOf(api: string, token: string) {
  return githubRest({ env: { ...JOB, GITHUB_API_URL: api }, token, signal: new AbortController().signal, debug: () => undefined });
}

test('a subject is attested if GitHub has an attestation of it, and not if it says so; it may not tell', async () => {
  const services = await startGitHubServices();
  afterTest(() => services.stop());
  const api = services.env['GITHUB_API_URL'] ?? '';
  assert.equal(await isAttested(restOf(api, REST_TOKEN), DIGEST), false);
  services.attest(DIGEST);
  assert.equal(await isAttested(restOf(api, REST_TOKEN), DIGEST), true);
  assert.equal(await isAttested(restOf(`${api}/`, REST_TOKEN), DIGEST), true);
  assert.equal(await isAttested(restOf(api, REST_TOKEN), DIGEST.replace('a', 'b')), false);
  for (const token of [POOR_TOKEN, 'unknown', '']) assert.equal(await isAttested(restOf(api, token), DIGEST), undefined, token);
});

test('what is no answer tells nothing, and is no error', async () => {
  for (const [status, body] of [[200, '['], [200, 'null'], [200, '{"attestations":{}}'], [200, '[]'], [500, '']] as const) {
    const { url } = await serve((_, response) => void response.writeHead(status).end(body));
    assert.equal(await isAttested(restOf(url.href, 't'), DIGEST), undefined, body);
  }
  assert.equal(await isAttested(restOf('http://127.0.0.1:1', 't'), DIGEST), undefined);
});

test('outside of a job of GitHub nobody is asked', () => {
  const options = { signal: new AbortController().signal, debug: () => undefined };
  const job = { ...JOB, GITHUB_API_URL: 'https://api.github.com' };
  assert.ok(githubRest({ ...options, env: job, token: 't' }));
  for (const env of [{}, { ...job, GITHUB_API_URL: '' }, { ...job, GITHUB_REPOSITORY: '../x/y' }, { ...job, GITHUB_RUN_ID: '1/2' }]) assert.equal(githubRest({ ...options, env, token: 't' }), undefined);
  assert.equal(githubRest({ ...options, env: job, token: '' }), undefined);
});
