import { CancelledError, Failure, RegistryError } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { anonymous } from '../oci/auth/credentials.ts';
import { Registry } from '../oci/pull/registry.ts';
import type { Release } from '../release/release.ts';
import { registryOptions, type RegistryPlace } from '../release/target.ts';

/** Nobody waits minutes for an answer without which the release is one. */
const POLICY = { attempts: 2, deadline: 15_000 };

/** Who may read what is published. */
export type Readability = 'by everybody' | 'with a login' | 'unknown';

/**
 * Asks for a release as somebody without a login would. If that can't be found out, as registries limit the requests
 * of strangers, a warning says so.
 * @param repository without the registry
 * @throws CancelledError
 */
export async function readability(target: RegistryPlace, repository: string, { version }: Release, host: Host): Promise<Readability> {
  const reference = { registry: target.registry, repository, tag: version };
  const everybody = new Registry(reference, { ...registryOptions(target, host), credentials: anonymous, policy: POLICY });
  try {
    return (await everybody.head(version)) === undefined ? 'with a login' : 'by everybody';
  } catch (error) {
    if (error instanceof RegistryError && [401, 403].includes(error.status ?? 0)) return 'with a login';
    if (!(error instanceof Failure) || error instanceof CancelledError || host.signal.aborted) throw error;
    host.warning(`Could not find out whether ${everybody.name} is public: ${error.message}`);
    return 'unknown';
  } finally {
    everybody.close();
  }
}
