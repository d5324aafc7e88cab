import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readerOf } from '../../src/cli/flags.ts';
import { INPUTS } from '../../src/actions/inputs/inputs.ts';
import { secretsOf, shownValue } from '../../src/actions/inputs/redact.ts';
import { read, refusal } from './inputs-of.ts';

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
