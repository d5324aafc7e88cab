import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { keyFingerprint, parsePublicKey } from '../../src/provenance/format/keys.ts';
import { parsePrivateKey } from '../../src/provenance/sign/private-key.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const COSIGN = fixture('test-only-cosign.key');
const PASSWORD = 'secret';

/** The JSON in cosign's form, with one thing changed. */
function changedKey(change: (json: { kdf: { name: string; params: Record<string, number>; salt: string }; cipher: Record<string, string>; ciphertext: string }) => void): string {
  const [, first = ''] = COSIGN.split(/-----[^-]+-----/);
  const json = JSON.parse(Buffer.from(first, 'base64').toString()) as Parameters<typeof change>[0];
  change(json);
  return `-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n${Buffer.from(JSON.stringify(json)).toString('base64')}\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----\n`;
}

test('a key that cosign made is decrypted with its password, and is the private half of its public key', () => {
  const key = parsePrivateKey(COSIGN, PASSWORD);
  assert.equal(keyFingerprint(key), keyFingerprint(parsePublicKey(fixture('test-only-cosign.pub'))));
});

test('keys in the forms of OpenSSL are read, with and without a password', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed = generateKeyPairSync('ed25519');
  for (const [pem, password, pair] of [
    [ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), '', ec],
    [ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString(), '', ec],
    [ec.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' }).toString(), 'p', ec],
    [ed.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), '', ed],
  ] as const) {
    assert.equal(keyFingerprint(parsePrivateKey(`\n${pem}\n\n`, password)), keyFingerprint(pair.publicKey));
  }
});

const P384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ENCRYPTED = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' }).toString();

// [what, key, password, message]
const REFUSED: readonly (readonly [string, string, string, RegExp])[] = [
  ['with a wrong password', COSIGN, 'guess', /can't be decrypted with this password/],
  ['without its password', COSIGN, '', /is encrypted, and its password is not empty/],
  ['of OpenSSL without its password', ENCRYPTED, '', /is encrypted, but there is no password/],
  ['of OpenSSL with a wrong password', ENCRYPTED, 'guess', /can't be decrypted with this password/],
  ['that is a public one', fixture('test-only-cosign.pub'), '', /is not a PEM private key/],
  ['that is a path', '/secrets/cosign.key', '', /is not a PEM private key/],
  ['of another kind', P384, '', /is of a kind that is not supported/],
  ['that is cut', `${COSIGN.slice(0, 300)}\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----`, PASSWORD, /it is not JSON/],
  ['that would take all memory', changedKey(({ kdf }) => void (kdf.params['N'] = 2 ** 30)), PASSWORD, /is an scrypt cost that cosign does not use/],
  ['with another cost', changedKey(({ kdf }) => void (kdf.params['r'] = 1024)), PASSWORD, /r is 1024/],
  ['with another cipher', changedKey(({ cipher }) => void (cipher['name'] = 'none')), PASSWORD, /cipher.name/],
  ['with a short nonce', changedKey(({ cipher }) => void (cipher['nonce'] = 'YQ==')), PASSWORD, /wrong length/],
  ['with a short salt', changedKey(({ kdf }) => void (kdf.salt = 'YQ==')), PASSWORD, /wrong length/],
];
for (const [what, key, password, message] of REFUSED) {
  test(`a signing key ${what} is refused, in words that tell nothing of it`, () => {
    assert.throws(() => parsePrivateKey(key, password), (error: unknown) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, message);
      assert.ok(error.cause === undefined && !`${error.message}${error.hint ?? ''}`.includes('guess'));
      return true;
    });
  });
}

test('a private key where a public one is wanted is refused, and not shown', () => {
  assert.throws(() => parsePublicKey(P384), /The public key is a private key/);
  assert.throws(() => parsePublicKey('x'), /not a PEM public key/);
});
