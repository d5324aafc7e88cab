import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { Job } from '../../kit/host.ts';
import type { Signing } from '../../request/provenance.ts';
import { keyBundle, signedBytes } from '../format/bundle.ts';
import { signWith } from '../format/keys.ts';
import { STATEMENT_PAYLOAD } from '../format/statement.ts';
import { identityToken } from './identity-token.ts';

/** Signs a statement by a key or by the identity of the job. @returns a sigstore bundle @throws Failure, CancelledError */
export async function signStatement(statement: Buffer, signing: Signing, job: Pick<Job, 'mask' | 'signal'>): Promise<Buffer> {
  if (signing.by === 'key') return signWithKey(statement, signing.key);
  const token = await identityToken({ env: signing.env, mask: (secret) => job.mask(secret), signal: job.signal });
  // Loaded only when it is used, because it is large.
  const { signKeyless } = await import('./sign-keyless.ts');
  return signKeyless(statement, token, signing);
}

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
