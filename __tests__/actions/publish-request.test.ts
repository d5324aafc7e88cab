import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { readPublishRequest } from '../../src/actions/requests/read-publish-request.ts';
import { InputError } from '../../src/kit/errors.ts';
import type { PublishRequest } from '../../src/request.ts';
import { HERE, read as readBuild, readerOf, type Given } from './inputs-of.ts';

function read(given: Given, env: Record<string, string> = {}): PublishRequest {
  return readPublishRequest(readerOf(given), { folder: HERE, env: { GITHUB_REPOSITORY: 'Org/Repo', ...env }, platform: 'linux', arch: 'x64', cores: 4 });
}

test("without inputs the run's artifacts are published as the builds were told", () => {
  assert.deepEqual(read({}), {
    layouts: [],
    featureId: undefined,
    arches: [],
    delivery: undefined,
    registry: 'ghcr.io',
    namespace: 'org/repo',
    credentials: undefined,
    movingTags: true,
    collection: true,
    releaseTag: undefined,
    sbom: undefined,
    policy: undefined,
    provenance: { run: { builder: 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#elsewhere' }, signing: undefined },
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
