import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { apiOrigin, isLoopback, isPrivateAddress, printableUrl, refusedTarget } from '../../src/oci/http/registry-host.ts';

test('registries speak https, and plain http only on this machine itself', () => {
  const origins = ['docker.io', 'ghcr.io', 'localhost:5000', '127.3.2.1:5000', '[::1]:5000', 'localhost.example:5000', '10.0.0.1:5000'];
  assert.deepEqual(origins.map((registry) => apiOrigin(registry).href), [
    'https://registry-1.docker.io/',
    'https://ghcr.io/',
    'http://localhost:5000/',
    'http://127.3.2.1:5000/',
    'http://[::1]:5000/',
    'https://localhost.example:5000/',
    'https://10.0.0.1:5000/',
  ]);
});

test('an address of loopback is known in whatever way it is written', () => {
  for (const host of ['127.1', '0x7f000001', '2130706433', '[0:0::1]', '[::ffff:127.0.0.1]', 'LOCALHOST']) {
    assert.equal(isLoopback(new URL(`http://${host}/`)), true, host);
  }
});

// [what, hosts]
const PRIVATE: readonly (readonly [string, readonly string[]])[] = [
  ['of a private network, link-local or loopback', ['10.1.2.3', '172.31.0.1', '192.168.0.1', '169.254.1.2', '100.64.0.1', '[fd00::1]', '[fe80::1]', '0.0.0.0', '[::]', '[fec0::1]']],
  ['a name of this machine', ['localhost', 'localhost.', 'a.localhost', 'a.localhost.', 'LocalHost.']],
  ['of no single machine', ['224.0.0.1', '255.255.255.255', '[ff02::1]', '198.18.0.1']],
  ['of IPv4 inside one of IPv6', ['[::ffff:10.0.0.1]', '[::10.0.0.1]', '[::ffff:0:10.0.0.1]', '[64:ff9b::10.0.0.1]', '[64:ff9b:1::a9fe:a9fe]', '[2002:a9fe:a9fe::1]', '[2001:0:1::1]']],
  ['of a cloud\'s metadata', ['169.254.169.254', '[fd00:ec2::254]', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'metadata.google.internal', 'metadata.google.internal.', 'Metadata']],
];

for (const [what, hosts] of PRIVATE) {
  test(`an address ${what} is private, and nobody outside points us at it`, () => {
    for (const host of hosts) {
      const url = new URL(`https://${host}/`);
      assert.equal(isPrivateAddress(url), true, host);
      assert.notEqual(refusedTarget(new URL('https://ghcr.io/'), url), undefined, host);
    }
  });
}

test('names and public addresses are not private', () => {
  for (const host of ['ghcr.io', '172.32.0.1', '8.8.8.8', '192.0.1.1', '[2001:db8::1]', '[2606:4700::1]', '10.example', 'localhost.example', 'metadata.example']) {
    assert.equal(isPrivateAddress(new URL(`https://${host}/`)), false, host);
  }
});

test('a registry of a private network leads within it, but not to a cloud\'s metadata', () => {
  const from = new URL('https://10.0.0.1/');
  assert.equal(refusedTarget(from, new URL('https://10.0.0.2/')), undefined);
  for (const host of ['169.254.169.254', 'metadata.google.internal', '[fd00:ec2::254]', '100.100.100.200']) {
    assert.equal(refusedTarget(from, new URL(`https://${host}/`)), 'where a cloud keeps credentials of the machine', host);
  }
});

test('a name with a dot at its end is not spoken to without TLS', () => {
  assert.equal(isLoopback(new URL('http://localhost./')), false);
});

test('a printed address has neither password nor query', () => {
  assert.equal(printableUrl(new URL('https://u:p@host.example/a/b?sig=secret#x')), 'https://host.example/a/b');
});
