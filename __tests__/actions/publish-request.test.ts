import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { whyNoPush } from '../../src/actions/fork.ts';
import { readPublishRequest } from '../../src/actions/read-publish-request.ts';
import { InputError } from '../../src/errors.ts';
import type { PublishRequest } from '../../src/request.ts';
import { HERE, read as readBuild, readerOf, type Given } from './inputs-of.ts';

function read(given: Given, env: Record<string, string> = {}): PublishRequest {
  return readPublishRequest(readerOf(given), { folder: HERE, env: { GITHUB_REPOSITORY: 'Org/Repo', ...env }, platform: 'linux', arch: 'x64', cores: 4 });
}

test('without inputs the run’s artifacts are published as the builds were told', () => {
  assert.deepEqual(read({}), {
    layouts: [],
    featureId: undefined,
    arches: [],
    delivery: undefined,
    registry: 'ghcr.io',
    namespace: 'org/repo',
    credentials: undefined,
    summary: true,
    given: [],
  });
});

test('inputs are read as the main action reads them', () => {
  const request = read({ layouts: 'layout', arches: 'amd64, arm64', delivery: 'layers', 'feature-id': 'tools', 'github-token': 'secret' }, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0', GITHUB_ACTOR: 'me', GITHUB_SERVER_URL: 'https://github.com' });
  assert.deepEqual(request.layouts, [join(HERE, 'layout')]);
  assert.deepEqual(request.arches, ['amd64', 'arm64']);
  assert.equal(request.delivery, 'layers');
  assert.equal(request.featureId, 'tools');
  assert.equal(request.releaseTag, 'v1.0.0');
  assert.deepEqual(request.credentials, { username: 'me', password: 'secret' });
  assert.deepEqual(request.given.map(([name]) => name), ['feature-id', 'layouts', 'arches', 'delivery']);
  assert.throws(() => read({ layouts: 'nowhere' }), (error) => error instanceof InputError && error.input === 'layouts');
  assert.throws(() => read({}, { GITHUB_REPOSITORY: '' }), /namespace: is missing/);
});

test('a build takes note of the commit, the repository and the git tag that it is for', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'Org/Repo', GITHUB_SHA: '0123', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'tools-v1.0.0' };
  const request = readBuild({}, env);
  assert.deepEqual(request.origin, { source: 'https://github.com/Org/Repo', revision: '0123' });
  assert.equal(request.releaseTag, 'tools-v1.0.0');
  assert.equal(readBuild({}, { ...env, GITHUB_REF_TYPE: 'branch' }).releaseTag, undefined);
});

/** The environment of a pull request from a repository; null: it was deleted. */
function event(repository: string | null): Record<string, string> {
  const file = join(HERE, `event-${String(repository).replace('/', '-')}.json`);
  writeFileSync(file, JSON.stringify({ pull_request: { head: { repo: repository === null ? null : { full_name: repository } } } }));
  return { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: 'org/repo', GITHUB_ACTOR: 'me' };
}

test('a pull request of a fork or of Dependabot can not publish, unless it was given a password', async () => {
  assert.match((await whyNoPush(event('them/repo'), '')) ?? '', /from a fork \(them\/repo\)/);
  assert.match((await whyNoPush(event(null), '')) ?? '', /from a fork \(deleted\)/);
  assert.match((await whyNoPush({ ...event('org/repo'), GITHUB_ACTOR: 'dependabot[bot]' }, '')) ?? '', /Dependabot/);
  assert.equal(await whyNoPush(event('them/repo'), 'their own'), undefined);
  assert.equal(await whyNoPush(event('org/repo'), ''), undefined);
  assert.equal(await whyNoPush({ ...event('them/repo'), GITHUB_EVENT_NAME: 'pull_request_target' }, ''), undefined);
  assert.equal(await whyNoPush({ GITHUB_EVENT_NAME: 'push' }, ''), undefined);
});
