import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiOrigin, isLoopback, isPrivateAddress, printableUrl } from '../../src/oci/registry-host.ts';

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

test('private, link-local and loopback addresses are private; names and public addresses are not', () => {
  for (const host of ['10.1.2.3', '172.31.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]', 'localhost', '0.0.0.0']) {
    assert.equal(isPrivateAddress(new URL(`https://${host}/`)), true, host);
  }
  for (const host of ['ghcr.io', '172.32.0.1', '8.8.8.8', '[2001:db8::1]', '10.example']) {
    assert.equal(isPrivateAddress(new URL(`https://${host}/`)), false, host);
  }
});

test('a printed address has neither password nor query', () => {
  assert.equal(printableUrl(new URL('https://u:p@host.example/a/b?sig=secret#x')), 'https://host.example/a/b');
});
