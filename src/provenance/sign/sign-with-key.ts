import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { keyBundle, signedBytes } from '../format/bundle.ts';
import { signWith } from '../format/keys.ts';
import { STATEMENT_PAYLOAD } from '../format/statement.ts';

/**
 * Signs a statement with a private key.
 * @returns the bytes of a sigstore bundle, which cosign verifies too
 */
export function signWithKey(statement: Buffer, key: KeyObject): Buffer {
  return keyBundle(STATEMENT_PAYLOAD, statement, signWith(key, signedBytes(STATEMENT_PAYLOAD, statement)), hintOf(key));
}

/** Names the key as cosign does: the SHA-256 of its DER, as base64. */
function hintOf(key: KeyObject): string {
  return createHash('sha256').update(createPublicKey(key).export({ type: 'spki', format: 'der' })).digest('base64');
}
