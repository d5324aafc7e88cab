import { parseVersion } from '../feature/versions.ts';
import type { Registry } from '../oci/registry.ts';
import { findPublished, type PublishedFeature } from './published.ts';

/** What is published of a Feature when a build begins. */
export interface History {
  /** This very version. */
  readonly published: PublishedFeature | undefined;
  /** `latest` names this version: nothing of its release is missing (move-tags.ts). */
  readonly complete: boolean;
  /** The release to start from: this version's, else the highest of its major, else the highest of all. */
  readonly last: PublishedFeature | undefined;
}

/**
 * Looks up what is published; one request where the version is the highest release, at most three.
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function readHistory(reader: Registry, version: string): Promise<History> {
  const latest = await findPublished(reader, 'latest');
  if (latest?.version === version) {
    const named = { ...latest, name: `${reader.repository}:${version}` };
    return { published: named, complete: true, last: named };
  }
  const published = await findPublished(reader, version);
  if (published !== undefined) return { published, complete: false, last: published };
  // Where there is no `latest` there is no release at all.
  return { published, complete: false, last: latest === undefined ? undefined : await sameMajor(reader, version, latest) };
}

async function sameMajor(reader: Registry, version: string, latest: PublishedFeature): Promise<PublishedFeature> {
  const [major, other] = [version, latest.version ?? ''].map((text) => parseVersion(text)?.numbers[0]);
  if (major === undefined || major === other) return latest;
  return (await findPublished(reader, String(major))) ?? latest;
}
