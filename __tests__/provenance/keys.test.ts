import assert from 'node:assert/strict';
import { generateKeyPairSync, createPrivateKey, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { keyFingerprint, parsePublicKey } from '../../src/provenance/format/keys.ts';
import { parsePrivateKey } from '../../src/provenance/sign/private-key.ts';
import { signDeterministically } from '../../src/provenance/sign/sign-deterministically.ts';

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

function plain(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

function keyOf(secret: string, x: string, y: string): KeyObject {
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d: plain(secret), x: plain(x), y: plain(y) } });
}

test('signatures of P-256 are those of RFC 6979, A.2.5', () => {
  const key = keyOf(
    'c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721',
    '60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6',
    '7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299',
  );
  const of = (text: string): string => signDeterministically(key, Buffer.from(text)).toString('hex');
  assert.equal(of('sample'), '3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8');
  assert.equal(of('test'), '3045022100f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d383670220019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083');
});

test('any key signs any bytes twice alike, and its public half agrees', () => {
  for (let i = 0; i < 50; i += 1) {
    for (const { privateKey } of [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ed25519')]) {
      const bytes = Buffer.from(`bytes ${i}`);
      const signature = signDeterministically(privateKey, bytes);
      assert.deepEqual(signDeterministically(privateKey, bytes), signature);
      const algorithm = privateKey.asymmetricKeyType === 'ec' ? 'sha256' : null;
      assert.ok(verify(algorithm, bytes, createPublicKey(privateKey), signature));
      assert.ok(!verify(algorithm, Buffer.from(`bytes ${i}!`), createPublicKey(privateKey), signature));
    }
  }
});

test('a key of another kind does not sign', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  assert.throws(() => signDeterministically(privateKey, Buffer.from('x')), /can't sign/);
});
