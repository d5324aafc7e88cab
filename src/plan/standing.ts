import { isPrerelease, parseVersion } from '../feature/metadata/versions.ts';
import { RegistryError } from '../kit/errors.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { findPublished, type PublishedFeature } from '../release/published.ts';

/** How a Feature of this version stands with its repository. */
export interface Standing {
  /** This very version; undefined if it is not published. */
  readonly same: PublishedFeature | undefined;
  /** What `latest` names; undefined if nothing is. */
  readonly latest: PublishedFeature | undefined;
  /** The registry would not say. */
  readonly refused?: RegistryError;
}

/**
 * Asks for `latest` first: if nothing changed it is this version, and that is all there is to ask.
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function standingOf(reader: Registry, version: string): Promise<Standing> {
  try {
    const latest = await findPublished(reader, 'latest');
    if (latest?.version === version) return { same: latest, latest };
    return { same: mayBeThere(latest, version) ? await findPublished(reader, version) : undefined, latest };
  } catch (error) {
    // Some registries say the same of what is not there and of what somebody may not see.
    if (error instanceof RegistryError && [401, 403].includes(error.status ?? 0)) return { same: undefined, latest: undefined, refused: error };
    throw error;
  }
}

/** A pre-release moves no `latest`; if a release is published, there is one. */
function mayBeThere(latest: PublishedFeature | undefined, text: string): boolean {
  const version = parseVersion(text);
  return latest !== undefined || (version !== undefined && isPrerelease(version));
}
