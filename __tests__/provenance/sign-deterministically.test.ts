import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { test } from '@jest/globals';
import { signDeterministically } from '../../src/provenance/sign/sign-deterministically.ts';

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
