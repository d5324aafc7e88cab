import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { Failure } from '../../kit/errors.ts';

/** Keys that sign: ECDSA on P-256 with SHA-256 (what cosign makes), and Ed25519. */
export type KeyKind = 'ecdsa-p256' | 'ed25519';

const LONGEST_KEY = 64 * 1024;
const PUBLIC_LABEL = /^-----BEGIN PUBLIC KEY-----$/m;

/** Returns what kind of key it is; undefined if it is none that signs here. */
export function kindOf(key: KeyObject): KeyKind | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : undefined;
}

/** @throws Failure if the text is no PEM of a public key of a kind that is used here. It may be a secret, and is not shown. */
export function parsePublicKey(pem: string): KeyObject {
  const hint = 'Expected PEM with "BEGIN PUBLIC KEY", of ECDSA P-256 or Ed25519: `cosign public-key`, or `openssl pkey -pubout`.';
  if (/PRIVATE KEY/.test(pem.slice(0, LONGEST_KEY))) throw new Failure('The public key is a private key.', { hint });
  if (pem.length > LONGEST_KEY || !PUBLIC_LABEL.test(pem)) throw new Failure('The public key is not a PEM public key.', { hint });
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new Failure("The public key can't be read.", { hint });
  }
  if (kindOf(key) === undefined) throw new Failure(`The public key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint });
  return key;
}

/** Returns the digest of a public key's DER: a name for it. */
export function keyFingerprint(key: KeyObject): string {
  const own = key.type === 'private' ? createPublicKey(key) : key;
  return `sha256:${createHash('sha256').update(own.export({ type: 'spki', format: 'der' })).digest('hex')}`;
}

/** Signs bytes. An ECDSA signature is DER. @param key a private one of a known kind */
export function signWith(key: KeyObject, bytes: Uint8Array): Buffer {
  return sign(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key);
}

/** Tells whether a signature of bytes was made with the key's private half. */
export function isSignedWith(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key, signature);
  } catch {
    return false; // not even a signature's form
  }
}
