import { entriesOf, settleEntry } from '../feature/manifest/collection.ts';
import { archTag } from '../feature/metadata/versions.ts';
import { CancelledError, Failure } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import type { Digest } from '../oci/format/digest.ts';
import { fallbackTag } from '../oci/format/referrer.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import { ARCHES } from '../platform.ts';
import { findPublished, type PublishedFeature } from '../release/published.ts';
import { isGithubRegistry, Namespace, type PublishTarget } from '../release/target.ts';
import { legacyIdsOf } from './legacy-ids.ts';
import { headOf, releasesOf, settleTags, wrongTags, type Releases, type WrongTag } from './settle-names.ts';
import { changeCollection } from './update-collection.ts';

export interface WithdrawRequest extends PublishTarget {
  readonly id: string;
  readonly version: string;
}

/** The result of withdrawing a version. */
export interface Withdrawal {
  /** `<registry>/<namespace>/<id>` */
  readonly repository: string;
  readonly version: string;
  /** Moving tags that named it, and the version that they name now; null if no version is left for them. */
  readonly tags: Readonly<Record<string, string | null>>;
  /** Whether its manifests are gone. */
  readonly deleted: boolean;
}

/**
 * Takes a version back: moving tags and the collection get what is the highest without it, then its manifests are deleted. In this order, so
 * that no tag names what is gone; run again after it was interrupted, it does the rest. Under the ids that the Feature had before
 * the same release is withdrawn, too.
 * @throws Failure if there is no such version, or something else published it; RegistryError, CancelledError
 */
export async function withdraw(request: WithdrawRequest, job: Job): Promise<Withdrawal> {
  const { id, version } = request;
  const namespace = new Namespace(request, job);
  const writer = namespace.writer(id, { deletes: true });
  try {
    const published = await findPublished(writer.reader, version);
    if (published !== undefined && published.version !== version) throw new Failure(`${writer.repository}:${version} was published by another tool than nix-feature, and is left alone.`);
    const left = published === undefined ? await leftovers(writer, version) : [];
    const releases = await releasesOf(writer, version);
    if (published === undefined && left.length === 0) throw notPublished(writer, version, releases, id);
    const tags = !request.movingTags ? [] : await takeTags(writer, releases, version);
    const settled = !request.collection || (await leaveCollection(namespace, releases));
    if (published !== undefined) for (const legacyId of legacyIdsOf(id, published.metadata ?? '{}')) await withdrawLegacy(namespace, legacyId, published);
    const digests = published === undefined ? left : [published.digest, ...[...published.platforms.values()].map(({ digest }) => digest)];
    const attached = published === undefined ? [] : await attachedTo(namespace, writer, published.digest);
    const deleted = await deleteManifests(namespace, writer, [...attached, ...digests]);
    if (!settled) job.warning(`The collection of the namespace may still name ${version}. Run nix-feature check ${id} --repair later.`);
    return { repository: writer.repository, version, tags: Object.fromEntries(tags.map(({ tag, should }) => [tag, should?.version ?? null])), deleted };
  } finally {
    writer.close();
  }
}

/** What an interrupted withdrawal has left: platforms whose Feature is gone. */
async function leftovers({ reader }: RegistryWriter, version: string): Promise<readonly Digest[]> {
  const found = await Promise.all(ARCHES.map((arch) => reader.head(archTag(version, arch))));
  return found.flatMap((platform) => (platform === undefined ? [] : [platform.digest]));
}

function notPublished({ repository }: RegistryWriter, version: string, { ours, foreign }: Releases, id: string): Failure {
  const versions = [...ours.keys(), ...foreign];
  return new Failure(`${repository}:${version} is not published.`, {
    hint: versions.length === 0 ? 'There is no release of this Feature.' : `Published versions: ${formatList(versions)}. If the collection or a tag is wrong: nix-feature check ${id} --repair.`,
  });
}

/** @returns the tags that named it */
async function takeTags(writer: RegistryWriter, releases: Releases, version: string): Promise<readonly WrongTag[]> {
  const tags = (await wrongTags(writer, releases, [version], version)).filter(({ names }) => names === version);
  await settleTags(writer, tags);
  return tags;
}

async function leaveCollection(namespace: Namespace<WithdrawRequest>, releases: Releases): Promise<boolean> {
  const { id, version } = namespace.target;
  const head = headOf(releases);
  if (head === 'foreign') return true;
  return settleCollection(namespace, { id, head, instead: version });
}

export interface SettledEntry {
  readonly id: string;
  /** The release whose metadata the entry should be; undefined: there should be none. */
  readonly head: PublishedFeature | undefined;
  /** The version that is replaced; an entry of another one stays. */
  readonly instead: string | undefined;
}

/**
 * Replaces a Feature's entry in the collection. A namespace without a collection, or with something else there, is left alone.
 * @returns whether the entry is as it should be; a warning says why not
 */
export async function settleCollection(namespace: Namespace, { id, head, instead }: SettledEntry): Promise<boolean> {
  const { job } = namespace;
  try {
    return await changeCollection(namespace, (present) => {
      if (present === undefined) return undefined;
      const entry = entriesOf(present).find((each) => each.id === id);
      return entry?.version === instead ? settleEntry(present, id, head?.metadata) : undefined;
    });
  } catch (error) {
    if (!mayGoOn(error, job.signal)) throw error;
    job.warning(`The collection of the namespace was not updated: ${error.message}`);
    return false;
  }
}

/** Under an old id lies the same manifest, with the same tags. What is refused there is a warning. */
async function withdrawLegacy(namespace: Namespace<WithdrawRequest>, legacyId: string, { digest, version = '', platforms }: PublishedFeature): Promise<void> {
  const { job, target } = namespace;
  const writer = namespace.writer(legacyId, { deletes: true });
  try {
    const there = await findPublished(writer.reader, version);
    if (there?.digest !== digest) return;
    if (target.movingTags) await takeTags(writer, await releasesOf(writer, version), version);
    await deleteManifests(namespace, writer, [...(await attachedTo(namespace, writer, digest)), digest, ...[...platforms.values()].map((platform) => platform.digest)]);
  } catch (error) {
    if (!mayGoOn(error, job.signal)) throw error;
    job.warning(`${version} was not withdrawn under its old id, ${writer.repository}: ${error.message}`);
  } finally {
    writer.close();
  }
}

/**
 * What is attached to a manifest, and the list of it under the fallback tag: about what is gone, nobody needs to know anything. They go first, as the
 * manifest leads to them. What can't be listed stays, with a warning.
 */
async function attachedTo({ job }: Namespace, { reader, repository }: RegistryWriter, feature: Digest): Promise<readonly Digest[]> {
  try {
    const [{ list }, fallback] = await Promise.all([reader.referrers(feature), reader.head(fallbackTag(feature))]);
    return [...list.map(({ digest }) => digest), ...(fallback === undefined ? [] : [fallback.digest])];
  } catch (error) {
    if (!mayGoOn(error, job.signal)) throw error;
    job.warning(`SBOMs and attestations stay in ${repository}, because they can't be listed: ${error.message}`);
    return [];
  }
}

/** @param digests the Feature's before those of platforms: what names a platform must not outlive it */
async function deleteManifests({ job, target }: Namespace, writer: RegistryWriter, digests: readonly Digest[]): Promise<boolean> {
  let present: Digest | undefined;
  try {
    for (present of digests) await writer.deleteManifest(present);
    return true;
  } catch (error) {
    if (!mayGoOn(error, job.signal)) throw error;
    const remedy = isGithubRegistry(target)
      ? 'On GitHub, delete the version under "Package settings" of the package, or with the Packages API.'
      : "Delete it with the registry's own tools, or allow deletion in the registry.";
    job.warning(`The registry did not delete ${present ?? ''} from ${writer.repository}: ${error.message} ${remedy}`);
    return false;
  }
}

function mayGoOn(error: unknown, signal: AbortSignal): error is Failure {
  return error instanceof Failure && !(error instanceof CancelledError) && !signal.aborted;
}
