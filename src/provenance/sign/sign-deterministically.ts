import { createECDH, createHash, createHmac, sign, type KeyObject } from 'node:crypto';

/** The order of the group of P-256 (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const BYTES = 32;

/**
 * Signs bytes so that the same key and bytes always give the same signature: what is published again has the same digest.
 * Ed25519 is so by itself; ECDSA with SHA-256 on P-256 takes its number from the key and the bytes (RFC 6979, 3.2).
 * @param key a private one, of Ed25519 or P-256
 * @returns of ECDSA as DER
 */
export function signDeterministically(key: KeyObject, bytes: Uint8Array): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return sign(null, bytes, key);
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error(`a key of the type ${key.asymmetricKeyType} can't sign`);
  const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const digest = numberOf(createHash('sha256').update(bytes).digest());
  for (const nonce of nonces(secret, digest % ORDER)) {
    const r = numberOf(multipliedBase(nonce)) % ORDER;
    const s = (inverse(nonce) * ((digest + r * numberOf(secret)) % ORDER)) % ORDER;
    if (r !== 0n && s !== 0n) return derOf([r, s]);
  }
  throw new Error('no usable nonce was found');
}

/** RFC 6979, 3.2, from step b on. */
function* nonces(secret: Buffer, digest: bigint): Generator<bigint> {
  const seed = Buffer.concat([secret, bytesOf(digest)]);
  let value: Buffer = Buffer.alloc(BYTES, 1);
  let key: Buffer = Buffer.alloc(BYTES, 0);
  for (const round of [0, 1]) {
    key = hmac(key, value, Buffer.of(round), seed);
    value = hmac(key, value);
  }
  for (;;) {
    value = hmac(key, value);
    const number = numberOf(value);
    if (number > 0n && number < ORDER) yield number;
    key = hmac(key, value, Buffer.of(0));
    value = hmac(key, value);
  }
}

function hmac(key: Buffer, ...parts: readonly Buffer[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest();
}

/** Returns the first coordinate of a multiple of the curve's base point: that of the public key of such a secret. */
function multipliedBase(factor: bigint): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(bytesOf(factor));
  return curve.getPublicKey().subarray(1, 1 + BYTES);
}

function inverse(number: bigint): bigint {
  let [a, b, x, y] = [number % ORDER, ORDER, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a % b, y, x - quotient * y];
  }
  return x < 0n ? x + ORDER : x;
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function bytesOf(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(2 * BYTES, '0'), 'hex');
}

/** A sequence of whole numbers (X.690, 8.3 and 8.9). */
function derOf(numbers: readonly bigint[]): Buffer {
  const parts = numbers.map((number) => {
    const hex = number.toString(16);
    const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
    // The highest bit is the sign.
    const signed = bytes.readUInt8(0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
    return Buffer.concat([Buffer.of(2, signed.length), signed]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}
