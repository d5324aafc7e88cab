import { CancelledError, Failure, RegistryError } from '../kit/errors.ts';
import { anonymous } from '../oci/auth/credentials.ts';
import type { Release } from '../release/release.ts';
import type { Namespace } from '../release/target.ts';

/** Nobody waits minutes for an answer without which the release is one. */
const POLICY = { attempts: 2, deadline: 15_000 };

/** Who may read what is published. */
export type Readability = 'by everybody' | 'with a login' | 'unknown';

/**
 * Asks for a release as somebody without a login would. If that can't be found out, as registries limit the requests
 * of strangers, a warning says so.
 * @throws CancelledError
 */
export async function readability(namespace: Namespace, id: string, { version }: Release): Promise<Readability> {
  const { job } = namespace;
  const everybody = namespace.reader(id, { credentials: anonymous, policy: POLICY });
  try {
    return (await everybody.head(version)) === undefined ? 'with a login' : 'by everybody';
  } catch (error) {
    if (error instanceof RegistryError && [401, 403].includes(error.status ?? 0)) return 'with a login';
    if (!(error instanceof Failure) || error instanceof CancelledError || job.signal.aborted) throw error;
    job.warning(`Could not find out whether ${everybody.name}:${version} is public: ${error.message}`);
    return 'unknown';
  } finally {
    everybody.close();
  }
}
