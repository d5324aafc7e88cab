import { rm } from 'node:fs/promises';
import type { SignBytes } from '../feature/files/signed-files.ts';
import { looksLikeArchTag } from '../feature/metadata/versions.ts';
import { Failure, InputError } from '../kit/errors.ts';
import { formatBytes } from '../kit/format.ts';
import type { Log } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { together } from '../kit/parallel.ts';
import { type Assembly, prepare, type Prepared } from '../layout/assemble.ts';
import { isOnDisk } from '../layout/built-layout.ts';
import { composeFeature } from '../layout/compose-feature.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';
import { IMAGE_MANIFEST } from '../oci/format/media-types.ts';
import { fileContent } from '../oci/push/blob-content.ts';
import { pushImage } from '../oci/push/push-image.ts';
import { TagMovedError } from '../oci/push/push-manifest.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';
import type { SlsaPredicate } from '../provenance/format/slsa.ts';
import { signDeterministically } from '../provenance/sign/sign-deterministically.ts';
import type { Delivery } from '../release/content.ts';
import { lookAtParts } from '../release/look-at-release.ts';
import { checkReleaseTag } from '../release/release-tag.ts';
import { deliveryOfRelease, findRelease, type Release } from '../release/release.ts';
import type { SbomChoice } from '../request/build.ts';
import type { ProvenanceRequest, Signing } from '../request/provenance.ts';
import { isGithubRegistry, type Publisher } from '../release/target.ts';
import { formatsOf } from '../sbom/formats.ts';
import { attachProvenance, releasePredicate } from './attach/attach-provenance.ts';
import { attachSboms } from './attach/attach-sboms.ts';
import { publishLegacyIds } from './legacy-ids.ts';
import { tagRelease } from './move-tags.ts';
import { pushPlatforms } from './push-platforms.ts';
import { readability } from './readability.ts';
import { updateCollection, type CollectionEntry } from './update-collection.ts';

export interface PublishedAssembly {
  /** `<registry>/<namespace>/<id>` */
  readonly repository: string;
  readonly digest: Digest;
  readonly tags: readonly string[];
  /** The version was published before, with this content. */
  readonly upToDate: boolean;
  /** Bytes of blobs that were sent for each platform. */
  readonly sent: ReadonlyMap<Arch, number>;
  /** And for the Feature's own tar. */
  readonly featureBytes: number;
  /** The delivery that `auto` stands for. */
  readonly delivery: Delivery;
  /** What is said of who built it; undefined if nothing is known of the run. */
  readonly predicate: SlsaPredicate | undefined;
}

export interface PublishOptions {
  readonly delivery: Assembly['facts']['delivery'];
  readonly releaseTag: string | undefined;
  /** Undefined: what the builds wrote. */
  readonly sbom: SbomChoice | undefined;
  readonly provenance: ProvenanceRequest | undefined;
}

/**
 * Publishes a Feature with all of its platforms. Everything is in the registry, by digest, before the first tag is
 * written; run again after it was interrupted, it completes what is missing.
 * @throws Failure if the version is published with other content; RegistryError, IntegrityError, CancelledError
 */
export async function publishAssembly(assembly: Assembly, options: PublishOptions, publisher: Publisher): Promise<PublishedAssembly> {
  const { namespace, writer } = publisher;
  const { feature, origin } = assembly.facts;
  checkPublishable(feature, options.releaseTag);
  const prepared = prepare(assembly, options.delivery, signerOf(options.provenance?.signing));
  const earlier = await findRelease(writer.reader, feature, prepared.content);
  // As it travels already: `auto` may come to another one today.
  const delivery = earlier === undefined ? prepared.delivery : deliveryOfRelease(earlier, assembly.platforms.map(({ document }) => document));
  const pushed = earlier === undefined ? await pushRelease(prepared, publisher) : await mendRelease(earlier, prepared, publisher);
  const { release } = pushed;
  const formats = options.sbom === undefined ? undefined : formatsOf(options.sbom);
  await attachSboms(publisher, release, { platforms: assembly.platforms, formats });
  const predicate = options.provenance === undefined ? undefined : releasePredicate({ ...prepared, delivery }, options.provenance.run, earlier !== undefined);
  const signing = options.provenance?.signing;
  // Before any tag that moves: where `latest` names a release that should be signed, it is.
  if (predicate !== undefined && signing !== undefined) await attachProvenance(publisher, release, { predicate, signing });
  const tags = await completeRelease(publisher, release, { id: feature.id, metadata: prepared.metadata, delivery, source: origin.source });
  if (earlier !== undefined) namespace.job.info(`${writer.repository}:${feature.version} is already published with this content.`);
  return {
    repository: writer.repository,
    digest: release.digest,
    tags,
    upToDate: earlier !== undefined,
    sent: pushed.sent,
    featureBytes: pushed.featureBytes,
    delivery,
    predicate,
  };
}

/** Shows in the Feature itself who made its files, for installers that demand it: only a key can be checked there. */
function signerOf(signing: Signing | undefined): SignBytes | undefined {
  return signing?.by === 'key' ? (bytes) => signDeterministically(signing.key, bytes) : undefined;
}

/** Checks what can be known to be wrong before anything is built. @throws InputError */
export function checkPublishable(feature: { readonly id: string; readonly version: string }, releaseTag: string | undefined): void {
  if (releaseTag !== undefined) checkReleaseTag(releaseTag, feature);
  if (looksLikeArchTag(feature.version)) {
    throw new InputError('feature', `The version ${feature.version} of ${feature.id} can't be published: it ends like a platform tag (-amd64, -arm64).`, {
      hint: 'Let the pre-release end in something other than the name of an architecture.',
    });
  }
}

interface Pushed {
  readonly release: Release;
  readonly sent: ReadonlyMap<Arch, number>;
  readonly featureBytes: number;
}

/**
 * Pushes the platforms by digest, and then the Feature under its version's tag, with which it is published. Who finds the
 * tag taken touches no other one.
 */
async function pushRelease(prepared: Prepared, publisher: Publisher): Promise<Pushed> {
  const { facts, platforms } = prepared.assembly;
  const { namespace, writer } = publisher;
  const { job } = namespace;
  const sent = await pushPlatforms(publisher, facts.feature.id, platforms);
  await using cleanup = new AsyncDisposableStack();
  const composed = await compose(prepared, publisher, cleanup);
  try {
    return await inStage(job, 'Push the Feature', { unit: 'bytes' }, async (progress) => {
      const manifest = { bytes: composed.bytes, mediaType: IMAGE_MANIFEST };
      const { descriptor, blobBytes, sent: isNew } = await pushImage(writer, manifest, {
        content: ({ digest }) => composed.blobs(digest),
        onProgress: (done, total) => progress.update(done, undefined, total),
        signal: job.signal,
        tag: facts.feature.version,
      });
      const release = { ...releaseMade(prepared, composed.bytes), ...(isNew ? { isNew } : {}) };
      return [{ release, sent, featureBytes: blobBytes }, `${descriptor.digest}, ${formatBytes(blobBytes)} sent, delivery: ${prepared.delivery}`];
    });
  } catch (error) {
    const theirs = error instanceof TagMovedError ? await findRelease(writer.reader, facts.feature, prepared.content) : undefined;
    if (theirs === undefined) throw error;
    // Somebody else has published the same version in the meantime: theirs counts, as it holds the same.
    return { release: theirs, sent, featureBytes: 0 };
  }
}

/** The Feature's manifest and blobs, in a folder that goes with `cleanup`. */
async function compose(prepared: Prepared, { namespace, writer }: Publisher, cleanup: AsyncDisposableStack): ReturnType<typeof composeFeature> {
  const { target } = namespace;
  const repository = namespace.repositoryOf(prepared.assembly.facts.feature.id);
  const work = await makeTemporary('nix-feature-publish');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  return composeFeature(prepared, { registry: target.registry, repository, onGithub: isGithubRegistry(target), reader: writer.reader, work });
}

/** The release that a Feature's manifest makes. */
function releaseMade({ assembly: { facts, platforms } }: Prepared, bytes: Buffer): Release {
  return {
    version: facts.feature.version,
    digest: digestOf(bytes),
    bytes,
    mediaType: IMAGE_MANIFEST,
    platforms: new Map(platforms.map(({ arch, digest }) => [arch, digest])),
    manifests: platforms.map((platform) => ({ digest: platform.digest, mediaType: IMAGE_MANIFEST, bytes: platform.bytes })),
  };
}

/**
 * Sends what a published release has lost: platform manifests, layers, documents, the Feature's tar. A Feature that was copied here from
 * another registry may have come without some.
 * @throws Failure if what was built now has other bytes than what is gone
 */
async function mendRelease(release: Release, prepared: Prepared, publisher: Publisher): Promise<Pushed> {
  const { writer } = publisher;
  const missing = await lookAtParts(writer.reader, release);
  if (missing.length === 0) return { release, sent: new Map(), featureBytes: 0 };
  const { platforms } = prepared.assembly;
  await using cleanup = new AsyncDisposableStack();
  // Layers first: an embedding tar is made of them.
  const lost = new Set<Digest>(missing.map(({ digest }) => digest));
  const sent = new Map<Arch, number>();
  for (const platform of platforms) sent.set(platform.arch, await mendPlatform(platform, lost, writer));
  const composed = await compose(prepared, publisher, cleanup);
  let featureBytes = 0;
  for (const blob of [composed.config, composed.tar.descriptor]) {
    if (lost.has(blob.digest)) featureBytes += (await writer.pushBlob(blob, composed.blobs(blob.digest))).sent;
  }
  const [still] = await lookAtParts(writer.reader, release);
  if (still !== undefined) {
    throw new Failure(`${writer.repository}:${release.version} lacks ${still.what} (${still.digest}) in the registry, and this build has different bytes.`, {
      hint: 'Raise the version, and publish it.',
      inTerminal: 'Raise the version, and publish it. Withdraw this one: nix-feature withdraw.',
    });
  }
  return { release, sent, featureBytes };
}

/** Sends those of a platform's blobs that are lost and on disk, and then its manifest if that is lost. @returns the bytes of blobs that were sent */
async function mendPlatform(platform: Assembly['platforms'][number], lost: ReadonlySet<Digest>, writer: RegistryWriter): Promise<number> {
  let sent = 0;
  for (const blob of [platform.manifest.config, ...platform.manifest.layers]) {
    // What a manifest that is gone refers to could not be looked for.
    const isWanted = lost.has(blob.digest) || lost.has(platform.digest);
    if (isWanted && (await isOnDisk(platform, blob))) sent += (await writer.pushBlob(blob, fileContent(platform.fileOf(blob)))).sent;
  }
  if (lost.has(platform.digest)) await writer.pushManifest(platform.bytes, IMAGE_MANIFEST, platform.digest);
  return sent;
}

/** Of a Feature's own part, what its names need. */
export interface ReleaseFacts extends CollectionEntry {
  readonly delivery: Delivery;
}

/**
 * Gives a release that has its version's tag what it may still lack: its place in the collection, and the other tags. It
 * is a release without them, so that whatever is refused of these is a warning.
 * @returns all tags that name it or one of its platforms
 */
export async function completeRelease({ namespace: given, writer }: Publisher, release: Release, facts: ReleaseFacts): Promise<readonly string[]> {
  const { namespace, stop } = given.stoppable();
  const publisher = { namespace, writer };
  const collected = namespace.target.collection ? updateCollection(namespace, facts) : Promise.resolve();
  const read = readability(namespace, facts.id, release);
  const named = together(stop, collected, publishLegacyIds(publisher, release, facts));
  const rest = together(stop, named, read);
  const [[, readable], tags] = await together(stop, rest, tagRelease(publisher, release, rest));
  if (readable === 'with a login') warnOfPrivacy(writer.repository, facts.delivery, namespace.job);
  return tags;
}

function warnOfPrivacy(name: string, delivery: Delivery, log: Log): void {
  const what = delivery === 'layers' ? 'nobody can install it: install.sh downloads the layers without a login' : 'only users who are logged in can install it';
  const remedy = delivery === 'layers' ? 'Make the package public, or build with delivery: embed.' : 'Make the package public if everybody may use it.';
  log.warning(`${name} is private, so ${what}. ${remedy} On GitHub, this is in the "Package settings" of the package; once is enough for all versions.`);
}
