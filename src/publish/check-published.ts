import { IntegrityError, RegistryError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { anonymous } from '../oci/credentials.ts';
import { Registry } from '../oci/registry.ts';
import type { Release } from './release.ts';
import { registryOptions, type PublishTarget } from './target.ts';

/**
 * Reads a release back as somebody else would.
 * @param repository without the registry
 * @returns whether everybody may pull it
 * @throws IntegrityError where the registry has something else
 */
export async function checkPublished(
  target: PublishTarget,
  repository: string,
  release: Release,
  host: Host,
): Promise<boolean> {
  const reference = { registry: target.registry, repository, tag: release.version };
  const own = new Registry(reference, registryOptions(target, host));
  const everybody = new Registry(reference, { ...registryOptions(target, host), credentials: anonymous, policy: { attempts: 2 } });
  try {
    const { descriptor } = await own.resolve(release.version);
    if (descriptor.digest !== release.digest) {
      throw new IntegrityError(`${own.name} should be ${release.digest}, and the registry says ${descriptor.digest}.`, {
        hint: 'Somebody else publishes there too, or a proxy serves an old answer.',
      });
    }
    return await isThereForAll(everybody, release);
  } finally {
    own.close();
    everybody.close();
  }
}

async function isThereForAll(everybody: Registry, { version }: Release): Promise<boolean> {
  try {
    return (await everybody.head(version)) !== undefined;
  } catch (error) {
    if (error instanceof RegistryError && [401, 403].includes(error.status ?? 0)) return false;
    throw error;
  }
}
