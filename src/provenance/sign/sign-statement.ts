import type { Job } from '../../kit/host.ts';
import type { Signing } from '../../request.ts';
import { identityToken } from './identity-token.ts';
import { signWithKey } from './sign-with-key.ts';

/** Signs a statement by a key or by the identity of the job. @returns a sigstore bundle @throws Failure, CancelledError */
export async function signStatement(statement: Buffer, signing: Signing, job: Pick<Job, 'mask' | 'signal'>): Promise<Buffer> {
  if (signing.by === 'key') return signWithKey(statement, signing.key);
  const token = await identityToken({ env: signing.env, mask: (secret) => job.mask(secret), signal: job.signal });
  // Loaded where it is used alone: it is large.
  const { signKeyless } = await import('./sign-keyless.ts');
  return signKeyless(statement, token, signing);
}
