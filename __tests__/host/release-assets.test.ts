import assert from 'node:assert/strict';
import path from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, test } from '@jest/globals';
import { githubRest, type GithubRest, isAttested } from '../../src/host/github/github-rest.ts';
import { releaseFiles } from '../../src/host/github/release-assets.ts';
import type { ReleaseFile, ReleasedFiles } from '../../src/kit/host.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { afterTest } from '../jest/after-test.ts';
import { serve } from '../oci/serve.ts';
import type { ReleaseAsset } from '../rig/github-releases.ts';
import { POOR_TOKEN, REST_TOKEN, startGitHubServices, type GitHubServices } from '../rig/github-services.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'release-assets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text = `the bytes of ${name}`): ReleaseFile {
  const place = path.join(folder, `${name}-${text.length}`);
  writeFileSync(place, text);
  return { path: place, name, digest: digestOf(text), isSignature: name.endsWith('.sigstore.json') };
}

async function services(): Promise<GitHubServices> {
  const started = await startGitHubServices();
  afterTest(() => started.stop());
  return started;
}

function restOf({ env }: GitHubServices, token = REST_TOKEN): GithubRest {
  const job = { GITHUB_REPOSITORY: 'octo-org/octo', GITHUB_RUN_ID: '5', GITHUB_API_URL: env['GITHUB_API_URL'] };
  const rest = githubRest({ env: job, token, signal: new AbortController().signal, debug: () => undefined });
  assert.ok(rest);
  return rest;
}

const release = (rest: GithubRest, files: readonly ReleaseFile[]): Promise<ReleasedFiles> => releaseFiles(rest, 'v1.0.0', files, { pause: 1, info: () => undefined });
const FILES = [file('nixos-minimal.wsl', 'x'.repeat(100_000)), file('nixos-minimal.SHA256SUMS')];

test('a release is made, has the files, and what is there already is not sent again', async () => {
  const github = await services();
  const done = await release(restOf(github), FILES);
  assert.deepEqual(done, { tag: 'v1.0.0', url: 'https://github.example/releases/tag/v1.0.0', assets: FILES.map(({ name }) => name) });
  await release(restOf(github), FILES);
  const { releases } = github.rest;
  assert.deepEqual(releases.assets('v1.0.0').map(({ name, digest }) => [name, digest]), FILES.map(({ name, digest }) => [name, digest]));
  assert.equal(releases.uploads.length, 2);
});

test('two jobs that find no release make one', async () => {
  const github = await services();
  github.rest.releases.beforeCreate = () => {
    github.rest.releases.beforeCreate = undefined;
    github.rest.releases.create('v1.0.0');
  };
  await release(restOf(github), FILES);
  assert.equal(github.rest.releases.assets('v1.0.0').length, 2);
});

test('an upload that broke off is sent again in its place, and so is one that the server could not take', async () => {
  const github = await services();
  const { releases } = github.rest;
  releases.faults.push('cut', 502);
  await release(restOf(github), FILES);
  assert.deepEqual(releases.assets('v1.0.0').map(({ name, state }) => `${name} ${state}`), FILES.map(({ name }) => `${name} uploaded`));
  assert.equal(releases.uploads.length, 4);
});

test('a file that was released with other bytes is never replaced', async () => {
  const github = await services();
  await release(restOf(github), FILES);
  await assert.rejects(release(restOf(github), [file('nixos-minimal.wsl', 'other bytes')]), /The release v1\.0\.0 has nixos-minimal\.wsl already, with other bytes/);
  assert.equal(github.rest.releases.assets('v1.0.0')[0]?.digest, FILES[0]?.digest);
});

test('a file is found among more than a page of others', async () => {
  const github = await services();
  const { releases } = github.rest;
  releases.create('v1.0.0');
  const present = releases.assets('v1.0.0') as ReleaseAsset[];
  for (let id = 1000; id < 1100; id += 1) present.push({ id, name: `other-${id}`, size: 1, state: 'uploaded', digest: digestOf('x'), bytes: Buffer.from('x') });
  await release(restOf(github), FILES);
  await release(restOf(github), FILES);
  assert.deepEqual([releases.uploads.length, present.length], [2, 102]);
});

test('a signature that is there stays, whatever a further run has signed', async () => {
  const github = await services();
  await release(restOf(github), [file('nixos-minimal.wsl.sigstore.json', 'first')]);
  await release(restOf(github), [file('nixos-minimal.wsl.sigstore.json', 'second')]);
  assert.equal(github.rest.releases.assets('v1.0.0')[0]?.bytes.toString(), 'first');
});

test("a token that may not write says which permission the job needs, and no token goes to a host that is not GitHub's", async () => {
  const github = await services();
  await assert.rejects(release(restOf(github, POOR_TOKEN), FILES), (error: Error & { hint?: string }) => /may not write it \(403\)/.test(error.message) && /contents: write/.test(error.hint ?? ''));
  github.rest.releases.uploadOrigin = 'http://127.0.0.2:9';
  await assert.rejects(release(restOf(github), FILES), /can't be put into the release v1\.0\.0: GitHub does not answer/);
});

const DIGEST = `sha256:${'a'.repeat(64)}`;
const JOB = { GITHUB_REPOSITORY: 'octo-org/octo.repo', GITHUB_RUN_ID: '5' };

function restAt(api: string, token: string) {
  return githubRest({ env: { ...JOB, GITHUB_API_URL: api }, token, signal: new AbortController().signal, debug: () => undefined });
}

test('a subject is attested if GitHub has an attestation of it, and not if it says so; it may not tell', async () => {
  const github = await startGitHubServices();
  afterTest(() => github.stop());
  const api = github.env['GITHUB_API_URL'] ?? '';
  assert.equal(await isAttested(restAt(api, REST_TOKEN), DIGEST), false);
  github.attest(DIGEST);
  assert.equal(await isAttested(restAt(api, REST_TOKEN), DIGEST), true);
  assert.equal(await isAttested(restAt(`${api}/`, REST_TOKEN), DIGEST), true);
  assert.equal(await isAttested(restAt(api, REST_TOKEN), DIGEST.replace('a', 'b')), false);
  for (const token of [POOR_TOKEN, 'unknown', '']) assert.equal(await isAttested(restAt(api, token), DIGEST), undefined, token);
});

test('what is no answer tells nothing, and is no error', async () => {
  for (const [status, body] of [[200, '['], [200, 'null'], [200, '{"attestations":{}}'], [200, '[]'], [500, '']] as const) {
    const { url } = await serve((_, response) => void response.writeHead(status).end(body));
    assert.equal(await isAttested(restAt(url.href, 't'), DIGEST), undefined, body);
  }
  assert.equal(await isAttested(restAt('http://127.0.0.1:1', 't'), DIGEST), undefined);
});

test('outside of a job of GitHub nobody is asked', () => {
  const options = { signal: new AbortController().signal, debug: () => undefined };
  const job = { ...JOB, GITHUB_API_URL: 'https://api.github.com' };
  assert.ok(githubRest({ ...options, env: job, token: 't' }));
  for (const env of [{}, { ...job, GITHUB_API_URL: '' }, { ...job, GITHUB_REPOSITORY: '../x/y' }, { ...job, GITHUB_RUN_ID: '1/2' }]) assert.equal(githubRest({ ...options, env, token: 't' }), undefined);
  assert.equal(githubRest({ ...options, env: job, token: '' }), undefined);
});
