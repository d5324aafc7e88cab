import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';
import { buildersWithKeys, sshAddress, sshFiles, sshOptions, twoPorts, wrongHostLine } from '../../src/nix/run/ssh-access.ts';

const KNOWN = `# ours
builder.example.org,192.0.2.7 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 comment
[builder.example.org]:2222 ecdsa-sha2-nistp256 AAAAE2Vj
|1|c2FsdA==|aGFzaA== ssh-rsa AAAAB3Nz
@cert-authority *.corp.example ssh-ed25519 AAAAC3Nz
`;

test('an address of a builder is taken apart as Nix means it', () => {
  const rows: readonly (readonly [builder: string, host: string | undefined, port?: string | undefined, portless?: string])[] = [
    ['ssh://me@builder x86_64-linux', 'builder', undefined, 'ssh://me@builder'],
    ['ssh-ng://builder:2222', 'builder', '2222', 'ssh-ng://builder'],
    ['me@builder aarch64-linux', 'builder', undefined, 'ssh://me@builder'],
    ['ssh://me@[2001:db8::1]:22 -', '2001:db8::1', '22', 'ssh://me@[2001:db8::1]'],
    ['ssh://builder?remote-program=/x', 'builder', undefined, 'ssh://builder?remote-program=/x'],
    ['@/etc/nix/machines', undefined],
    ['s3://bucket', undefined],
    ['https://cache.example.org', undefined],
    ['/folder', undefined],
  ];
  for (const [builder, host, port, portless] of rows) assert.deepEqual(sshAddress(builder), host === undefined ? undefined : { host, port, portless }, builder);
});

test('a builder gets the key and the host key that it does not name itself', () => {
  const hostKey = Buffer.from('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5').toString('base64');
  const other = Buffer.from('ecdsa-sha2-nistp256 AAAAE2Vj').toString('base64');
  const withBoth = (builder: string): string | undefined => buildersWithKeys([builder], { key: 'secret', knownHosts: KNOWN }, '/tmp/x')[0];
  assert.equal(withBoth('ssh://builder.example.org'), `ssh://builder.example.org - /tmp/x/key - - - - ${hostKey}`);
  assert.equal(withBoth('ssh://me@192.0.2.7 aarch64-linux - 4'), `ssh://me@192.0.2.7 aarch64-linux /tmp/x/key 4 - - - ${hostKey}`);
  assert.equal(withBoth('ssh://builder.example.org:2222 aarch64-linux'), `ssh://builder.example.org aarch64-linux /tmp/x/key - - - - ${other}`);
  assert.equal(withBoth('ssh://builder.example.org x86_64-linux /my/key 1 1 kvm - bXk='), 'ssh://builder.example.org x86_64-linux /my/key 1 1 kvm - bXk=');
  assert.equal(withBoth('ssh://elsewhere x86_64-linux'), 'ssh://elsewhere x86_64-linux /tmp/x/key');
  assert.equal(withBoth('@/etc/nix/machines'), '@/etc/nix/machines');
  assert.deepEqual(buildersWithKeys(['ssh://elsewhere'], { key: undefined, knownHosts: KNOWN }, '/tmp/x'), ['ssh://elsewhere']);
});

test("ssh is told of our files before the user's own, and asks nobody", () => {
  const files = sshFiles({ key: 'secret\n', knownHosts: KNOWN }, ['ssh://a:2222', 'ssh://b'], '/tmp/x');
  assert.deepEqual([...files.keys()].toSorted(), ['config', 'key', 'known_hosts']);
  assert.match(files.get('config') ?? '', /^Host a\n {2}Port 2222\nHost \*\n {2}IdentityFile \/tmp\/x\/key\n {2}IdentitiesOnly yes\n {2}UserKnownHostsFile \/tmp\/x\/known_hosts\n {2}GlobalKnownHostsFile \/dev\/null\n {2}StrictHostKeyChecking yes\n {2}BatchMode yes\nInclude /);
  assert.doesNotMatch(files.get('config') ?? '', /secret/);
  const one = sshFiles({ key: undefined, knownHosts: KNOWN }, ['ssh://b'], '/tmp/x');
  assert.deepEqual([...one.keys()].toSorted(), ['config', 'known_hosts']);
  assert.doesNotMatch(one.get('config') ?? '', /Identit/);
  assert.equal(sshOptions('/tmp/x', ''), '-F /tmp/x/config');
  assert.equal(sshOptions('/tmp/x', '-C'), '-C -F /tmp/x/config');
});

test('a known_hosts file is read line by line, and one host has one port', () => {
  assert.equal(wrongHostLine(KNOWN), undefined);
  assert.equal(wrongHostLine(`${KNOWN}builder AAAA\n`), 6);
  assert.equal(wrongHostLine('ssh-ed25519 AAAAC3Nz'), 1);
  assert.equal(twoPorts(['ssh://a:1', 'ssh://b:2', 'ssh://a:1 aarch64-linux']), undefined);
  assert.equal(twoPorts(['ssh://a:1', 'ssh://a:2']), 'a');
  assert.equal(twoPorts(['ssh://a', 'ssh://a:22']), 'a');
});

test('a key is read as it was written, and has the same public half', () => {
  const key = SigningKey.generate('cache.example.org-1');
  const again = SigningKey.parse(`${key.secretText()}\n`);
  assert.equal(again.publicText, key.publicText);
  assert.equal(again.sign('text'), key.sign('text'));
  assert.match(key.publicText, /^cache\.example\.org-1:[A-Za-z0-9+/]{43}=$/);
});

test('what is no secret key is refused without being shown', () => {
  const key = SigningKey.generate('cache-1');
  const [name = '', digits = ''] = key.secretText().split(':');
  const swapped = Buffer.from(digits, 'base64');
  swapped.writeUInt8(swapped.readUInt8(40) ^ 1, 40);
  for (const [text, says] of [
    ['', /it is not <name>:<88 characters/],
    [key.publicText, /it is not <name>:<88 characters/],
    [digits, /it is not/],
    [`a name:${digits}`, /it is not/],
    [`${name}:${swapped.toString('base64')}`, /two halves do not belong together/],
  ] as const) {
    assert.throws(() => SigningKey.parse(text), (error: Error) => says.test(error.message) && !error.message.includes(digits.slice(0, 20)));
  }
});
