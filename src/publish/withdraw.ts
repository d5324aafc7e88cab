import { CancelledError, Failure } from '../errors.ts';
import { settleEntry } from '../feature/collection.ts';
import type { Host } from '../host/host.ts';
import type { RegistryWriter } from '../oci/registry-writer.ts';
import { formatList } from '../report/format.ts';
import { findPublished, type PublishedFeature } from './published.ts';
import { headOf, releasesOf, settleTags, wrongTags } from './settle-names.ts';
import { isGithubRegistry, openWriter, repositoryOf, type PublishTarget } from './target.ts';
import { changeCollection } from './update-collection.ts';

export interface WithdrawRequest extends PublishTarget {
  readonly id: string;
  readonly version: string;
}

/** What became of a version that is no longer to be had. */
export interface Withdrawal {
  /** `<registry>/<namespace>/<id>` */
  readonly repository: string;
  readonly version: string;
  /** Moving tags that named it, and the version that they name now; null where they are gone with it. */
  readonly tags: Readonly<Record<string, string | null>>;
  /** The version in the collection now; null where the Feature is no longer in it. */
  readonly collection: string | null;
  /** Whether its manifests are gone. */
  readonly deleted: boolean;
}

/**
 * Takes a version back: moving tags and the collection get what is the highest without it, then its manifests are deleted. In this order, so
 * that no tag ever names what is gone; run again after it was interrupted, it does the rest.
 * @throws Failure where there is no such version; RegistryError, CancelledError
 */
export async function withdraw(request: WithdrawRequest, host: Host): Promise<Withdrawal> {
  const { id, version } = request;
  const writer = openWriter(request, repositoryOf(request, id), host, { deletes: true });
  try {
    const published = await findPublished(writer.reader, version);
    const releases = await releasesOf(writer, version);
    if (published === undefined) {
      throw new Failure(`${writer.repository}:${version} is not published.`, {
        hint: releases.size === 0 ? 'There is no release of this Feature.' : `There is ${formatList([...releases.keys()])}. If an earlier withdrawal was interrupted: nix-feature check ${id} --repair.`,
      });
    }
    if (published.version !== version) throw new Failure(`${writer.repository}:${version} was published by something else than nix-feature, and is left alone.`);
    const wrong = await wrongTags(writer, releases, [version]);
    const ours = wrong.filter(({ names }) => names === version || names === undefined);
    await settleTags(writer, ours);
    const head = headOf(releases);
    if (request.collection !== false) await settleCollection(request, id, head, host);
    const deleted = await deleteRelease(writer, published, request, host);
    return {
      repository: writer.repository,
      version,
      tags: Object.fromEntries(ours.filter(({ names }) => names === version).map(({ tag, should }) => [tag, should?.version ?? null])),
      collection: head?.version ?? null,
      deleted,
    };
  } finally {
    writer.close();
  }
}

/** Gives the collection what a Feature's entry should be. A namespace without a collection, or with something else there, is left alone. */
export async function settleCollection(target: PublishTarget, id: string, head: PublishedFeature | undefined, host: Host): Promise<void> {
  try {
    await changeCollection(target, (present) => (present === undefined && head === undefined ? undefined : settleEntry(present, id, head?.metadata)), host);
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError || host.signal.aborted) throw error;
    host.warning(`The collection of the namespace was not updated: ${error.message}`);
  }
}

/** The Feature first: what names a platform must not outlive it. */
async function deleteRelease(writer: RegistryWriter, { digest, platforms }: PublishedFeature, target: PublishTarget, host: Host): Promise<boolean> {
  try {
    await writer.deleteManifest(digest);
    for (const platform of platforms.values()) await writer.deleteManifest(platform.digest);
    return true;
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError || host.signal.aborted) throw error;
    const remedy = isGithubRegistry(target)
      ? 'On GitHub, delete the version under "Package settings" of the package, or with the Packages API.'
      : 'Delete it in the registry\'s own way, or let the registry allow it.';
    host.warning(`No moving tag and no collection names it any more, but the registry did not delete ${digest}: ${error.message} ${remedy}`);
    return false;
  }
}
