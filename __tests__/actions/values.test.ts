import assert from 'node:assert/strict';
import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { secretsOf, shownValue } from '../../src/actions/inputs/redact.ts';
import { requireNode } from '../../src/actions/inputs/surroundings.ts';
import { withCommit } from '../../src/actions/requests/read-origin.ts';
import { readBuildRequest } from '../../src/actions/requests/read-request.ts';
import { readerOf } from '../../src/cli/flags.ts';
import { SetupError } from '../../src/kit/errors.ts';
import { git, repository } from '../git/repositories.ts';
import { read, refusal, HERE } from './inputs-of.ts';

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----';
const BUILDER = { builders: 'ssh://me@builder.example.org aarch64-linux' };

test('a key and host keys become access by ssh, with the line end that ssh wants', () => {
  const { ssh } = read({ ...BUILDER, 'ssh-key': `\r\n${KEY.replaceAll('\n', '\r\n')}`, 'known-hosts': 'builder.example.org ssh-ed25519 AAAA' }).nix;
  assert.deepEqual(ssh, { key: `${KEY}\n`, knownHosts: 'builder.example.org ssh-ed25519 AAAA\n' });
  assert.equal('ssh' in read(BUILDER).nix, false);
});

test('what could not be used is refused, and no message shows a key', () => {
  const rows = [
    [{ ...BUILDER, 'ssh-key': 'c2VjcmV0' }, /^ssh-key \| ssh-key: is not a private key\./],
    [{ ...BUILDER, 'ssh-key': KEY.split('\n').slice(0, 3).join('\n') }, /is not a private key/],
    [{ ...BUILDER, 'known-hosts': `ok ssh-ed25519 AAAA\n${KEY}` }, /known-hosts: line 2 is not a line of a known_hosts file/],
    [{ 'ssh-key': KEY }, /ssh-key: is given, but no builder is reached by ssh/],
    [{ substituters: 'https://cache.example.org', 'known-hosts': 'ok ssh-ed25519 AAAA' }, /^known-hosts \| /],
    [{ builders: 'ssh://a:1; ssh://a:2', 'ssh-key': KEY }, /a has builders at several ports/],
  ] as const;
  for (const [given, says] of rows) {
    assert.match(refusal(given), says);
    assert.doesNotMatch(refusal(given), /c2VjcmV0/);
  }
});

test('the key is masked wherever it could be shown, and comes by the environment in a terminal', () => {
  const reader = readerOf(new Map(), { NIX_FEATURE_SSH_KEY: KEY });
  assert.equal(reader('ssh-key'), KEY);
  assert.ok(secretsOf(INPUTS, reader).includes(KEY));
  const spec = INPUTS.find(({ name }) => name === 'ssh-key');
  assert.ok(spec !== undefined);
  assert.doesNotMatch(shownValue(spec, KEY), /c2VjcmV0/);
});

mkdirSync(join(HERE, 'developed'));
writeFileSync(join(HERE, 'developed', 'devcontainer-feature.json'), '{ "id": "developed", "version": "1.0.0" }');
writeFileSync(join(HERE, 'developed', 'install-dev.sh'), '#!/bin/sh\n');

test('development mode is tested in the image that is named, if the Feature has something for other systems', () => {
  assert.deepEqual(read({ feature: 'developed', 'test-dev': 'debian:12' }).testDev, { kind: 'registry', text: 'debian:12' });
  assert.deepEqual(read({ complement: 'true', 'test-dev': 'daemon:debian:12' }).testDev, { kind: 'daemon', text: 'daemon:debian:12', image: 'debian:12' });
  for (const none of ['', 'none']) assert.equal(read({ 'test-dev': none }).testDev, undefined);
});

test('an image to test in that is none, or of no use, is refused', () => {
  assert.match(refusal({ 'test-dev': 'debian:12' }), /^test-dev \| test-dev: there is nothing to test.* \| Write an install-dev\.sh, or use "complement: true"\.$/);
  assert.match(refusal({ feature: 'developed', 'test-dev': 'debian:12', test: 'false' }), /^test-dev \| test-dev: names an image.* but test is false/);
  assert.match(refusal({ feature: 'developed', 'test-dev': 'a b' }), /^test-dev \| test-dev: "a b" is not a single image reference/);
});

for (const version of ['20.19.0', '22.1.0', '8.0.0']) {
  test(`an older Node.js is refused, with what to do about it: ${version}`, () => {
    assert.throws(() => requireNode(version, 'action'), (error: SetupError) => /needs Node\.js 24/.test(error.message) && error.message.includes(version) && /2\.327\.1/.test(error.hint ?? ''));
    assert.throws(() => requireNode(version, 'terminal'), (error: SetupError) => /npx/.test(error.hint ?? ''));
  });
}

test('Node.js 24 and newer are taken', () => {
  for (const version of ['24.0.0', '24.21.0', '26.0.0']) requireNode(version, 'action');
});

test('a build is of the commit that is checked out, whatever the run was started for, and says if files differ', async () => {
  const folder = await repository('f/devcontainer-feature.json', 'f/flake.nix');
  const head = (await git(folder, 'rev-parse', 'HEAD')).trim();
  const said: string[] = [];
  const host = { signal: new AbortController().signal, notice: (text: string) => void said.push(`notice ${text}`), warning: (text: string) => void said.push(`warning ${text}`) };
  const env = { GITHUB_SHA: '0123', GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r' };
  const inputs: Record<string, string> = { feature: 'f', 'base-image': 'none', 'build-in': 'host' };
  const committed = (more: object = {}, also: object = {}) =>
    withCommit(readBuildRequest((name) => ({ ...inputs, ...more } as Record<string, string>)[name] ?? '', { folder, env: { ...env, ...also }, platform: 'linux', arch: 'x64', cores: 1 }), host);

  const clean = await committed();
  assert.deepEqual([clean.origin, clean.created], [{ source: 'https://github.com/o/r', revision: head }, 1_700_000_000]);
  assert.equal((await committed({}, { SOURCE_DATE_EPOCH: '5' })).created, 5);
  assert.deepEqual(said, []);

  await writeFile(path.join(folder, 'f/flake.nix'), '{ }');
  assert.equal((await committed()).origin?.revision, `${head}-dirty`);
  await committed({ push: 'true' });
  assert.match(said[0] ?? '', /^notice Files differ from the commit that is checked out/);
  assert.match(said[1] ?? '', /^warning .*It can't be rebuilt/);
});
