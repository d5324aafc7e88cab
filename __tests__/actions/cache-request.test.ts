import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { readCacheRequest } from '../../src/actions/requests/read-cache-request.ts';
import { InputError } from '../../src/kit/errors.ts';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';
import { formatReference } from '../../src/oci/format/reference.ts';
import { afterTest } from '../jest/after-test.ts';

const KEY = SigningKey.generate('team-1');

async function read(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}, locks: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cache-request-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(locks)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'flake.lock'), text);
  }
  return readCacheRequest((name) => inputs[name] ?? '', { folder, env: { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'Org/Repo', ...env }, platform: 'linux', arch: 'x64', cores: 2 });
}

test('without inputs the Features of the repository are served, if there are any, and a pack is kept', async () => {
  const request = await read({});
  assert.deepEqual(request.features.map(formatReference), ['ghcr.io/org/repo']);
  assert.equal(request.mayBeMissing, true);
  assert.equal(request.push, undefined);
  assert.equal(request.pack?.budget, 1_000_000_000);
  assert.equal(request.pack.place.isTrusted, true);
  assert.deepEqual((await read({ features: 'none' })).features, []);
  assert.equal((await read({ pack: 'false' })).pack, undefined);
});

async function lockOf(locks: Readonly<Record<string, string>>): Promise<string | undefined> {
  return (await read({}, {}, locks)).pack?.place.lock;
}

test('a pack is found by the lock files, wherever the checkout is, and apart for what may publish', async () => {
  assert.equal(await lockOf({ a: '1', 'b/c': '2' }), await lockOf({ 'b/c': '2', a: '1' }));
  assert.notEqual(await lockOf({ a: '1' }), await lockOf({ a: '2' }));
  assert.equal(await lockOf({ a: '1', node_modules: '3' }), await lockOf({ a: '1' }));
  for (const [event, ref, isTrusted] of [['push', 'refs/heads/main', true], ['release', 'refs/tags/v1', true], ['pull_request', 'refs/pull/1/merge', false], ['pull_request_target', 'refs/heads/main', false], ['push', 'refs/heads/gh-readonly-queue/main/pr-1', false], ['workflow_run', 'refs/heads/main', false]] as const) {
    assert.equal((await read({}, { GITHUB_EVENT_NAME: event, GITHUB_REF: ref })).pack?.place.isTrusted, isTrusted, `${event} ${ref}`);
  }
});

test('what is uploaded has a place and a key, and no message shows the key', async () => {
  const { push } = await read({ 'push-to': 's3://bucket?region=eu', 'secret-key': KEY.secretText() });
  assert.equal(push?.publicKey, KEY.publicText);
  assert.equal((await read({ 'push-to': 'file:///folder', 'public-key': KEY.publicText })).push?.publicKey, KEY.publicText);
  const secret = KEY.secretText().slice(0, -4);
  for (const [inputs, says] of [
    [{ 'secret-key': KEY.secretText() }, /secret-key: is given, but "push-to" names no binary cache/],
    [{ 'push-to': 'oci://ghcr.io/org' }, /a registry takes store paths only as part of a Feature/],
    [{ 'push-to': 'https://a b' }, /is not the address of a binary cache/],
    [{ 'push-to': 'https://me:passw0rd@cache.example.org/x' }, /^push-to: "(?!.*passw0rd).*contains a password, which process lists would show/],
    [{ 'push-to': 'https://ghp_0123456789@cache.example.org' }, /contains a password/],
    [{ 'push-to': 'ssh://me:passw0rd@builder' }, /^push-to: "(?!.*passw0rd).*contains a password/],
    [{ 'push-to': 'local' }, /is not the address of a binary cache/],
    [{ 'push-to': 'https://a', 'secret-key': secret }, /secret-key: it is not <name>/],
    [{ 'push-to': 'https://a', 'public-key': 'x' }, /public-key: it is not/],
    [{ budget: '1M' }, /budget: /],
    [{ features: 'https://x' }, /features: /],
    [{ substituters: 'x y#z' }, /substituters: /],
  ] as const) {
    await assert.rejects(read(inputs), (error: Error) => error instanceof InputError && says.test(error.message) && !error.message.includes(secret.slice(10)), JSON.stringify(inputs));
  }
});
