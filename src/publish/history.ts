import type { DeltaDocument } from '../delta/delta-document.ts';
import { IntegrityError } from '../errors.ts';
import { parseVersion } from '../feature/versions.ts';
import type { Host } from '../host/host.ts';
import type { Registry } from '../oci/registry.ts';
import type { Arch } from '../platform.ts';
import { findPublished, readDocuments, type PublishedFeature } from './published.ts';

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

/**
 * The delta documents of the release to start from, of all its platforms. Of an earlier version, whoever wrote it, they
 * only spare work: where they can't be read, the new version is built without, and a warning says so.
 * @throws RegistryError, CancelledError; IntegrityError where they are this very version's, of which they have to tell
 *   whether it is the same
 */
export async function readLastDocuments(reader: Registry, { published, last }: History, host: Host): Promise<ReadonlyMap<Arch, DeltaDocument>> {
  if (last === undefined) return new Map();
  try {
    return await readDocuments(reader, last, last.platforms.keys());
  } catch (error) {
    if (published !== undefined || !(error instanceof IntegrityError)) throw error;
    host.warning(`Nothing is taken over from ${last.name}, nor compared with it: ${error.message}`);
    return new Map();
  }
}
