import { join } from 'node:path';
import { VERSION } from '../version.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { LayoutPlace } from '../layout/layout-place.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';
import { composeSlsa } from '../provenance/format/compose-slsa.ts';
import type { SlsaPredicate } from '../provenance/format/slsa.ts';
import { attachProvenance } from '../publish/attach/attach-provenance.ts';
import { completeRelease } from '../publish/publish-assembly.ts';
import { deliveryOfRelease, releaseOf } from '../release/release.ts';
import { publishedMetadata } from '../release/same-release.ts';
import { repositoryOf } from '../release/target.ts';
import type { BuildOutcome } from './build-outcome.ts';
import type { PlatformResult } from './build-platform.ts';
import { leaveLayout, uploadLayout } from './leave-layout.ts';
import type { ReleaseTarget } from './release-target.ts';
import type { BuildSubject } from './subject.ts';
import type { UpToDate } from './up-to-date.ts';

/**
 * Ends a build whose content is published already: completes what an interrupted run left undone, and does nothing else. A job
 * of a matrix leaves a layout, without layers, so that the job that publishes finds all of its platforms.
 */
export async function confirmRelease(subject: BuildSubject, target: ReleaseTarget, upToDate: UpToDate): Promise<BuildOutcome> {
  const { published, documents } = upToDate;
  subject.host.info(`${published.name} is already published with this content.`);
  const { id, version, name } = subject.metadata;
  const platforms = subject.platforms.flatMap(({ arch, stages }) => {
    const document = documents.get(arch);
    if (document === undefined) return [];
    return [{ arch, document, digest: published.platforms.get(arch)?.digest, reusedLayers: document.layers.length, uploadedBytes: 0, stages: stages.times }];
  });
  const facts = { feature: { id, version, ...(name === undefined ? {} : { name }) }, upToDate: true, platforms } as const;
  if (subject.request.push === 'true') return { ...facts, ...(await completeWhole(subject, target, upToDate)) };
  const { layout, artifact } = await leaveMetadata(subject, target.writer, upToDate);
  const { repository } = target.writer;
  const digest = platforms.length === 1 ? platforms[0]?.digest : undefined;
  return { ...facts, digest, predicate: undefined, published: { what: 'layers', repository, tags: [] }, layout, artifact };
}

/** The whole Feature is published: adds a signature and tags that it lacks, in this order. */
async function completeWhole(
  subject: BuildSubject,
  target: ReleaseTarget,
  upToDate: UpToDate,
): Promise<Pick<BuildOutcome, 'digest' | 'predicate' | 'published' | 'layout' | 'artifact'>> {
  const predicate = await settleProvenance(subject, target, upToDate);
  const tags = await tagsOf(subject, target, upToDate);
  const { digest } = upToDate.published;
  return { digest, predicate, published: { what: 'feature', repository: target.writer.repository, tags }, layout: undefined, artifact: undefined };
}

/** What is said of who built the release; it is signed and attached if it is not yet, before any tag is written. */
async function settleProvenance({ request, metadata }: BuildSubject, target: ReleaseTarget, { published }: UpToDate): Promise<SlsaPredicate | undefined> {
  if (request.provenance === undefined) return undefined;
  const { run, signing } = request.provenance;
  const documents = [...(await target.lastDocuments()).values()];
  const predicate = composeSlsa({ feature: metadata, delivery: deliveryOfRelease(published, documents), documents, origin: request.origin, nix: {}, run, version: VERSION, isPublishedBefore: true });
  if (signing !== undefined) await attachProvenance(target, releaseOf(published, metadata.version), { predicate, signing });
  return predicate;
}

/** The tags of the release that were seen; those that are missing are written. */
async function tagsOf({ request, metadata, files }: BuildSubject, target: ReleaseTarget, { published, state }: UpToDate): Promise<readonly string[]> {
  if (state.missingTags.length === 0 && target.history.complete) return state.tags;
  const content = { id: metadata.id, metadata: metadata.json, files, delivery: request.delivery, documents: [...(await target.lastDocuments()).values()] };
  const facts = { id: metadata.id, metadata: publishedMetadata(content), delivery: deliveryOfRelease(published, content.documents), source: request.origin.source };
  return completeRelease(target, releaseOf(published, metadata.version), facts);
}

async function leaveMetadata(subject: BuildSubject, writer: RegistryWriter, upToDate: UpToDate): Promise<Pick<BuildOutcome, 'layout' | 'artifact'>> {
  const { request, metadata } = subject;
  await using place = await LayoutPlace.claim(request.output, request.bases);
  const builds = await Promise.all([...upToDate.documents].map(([arch, document]) => asBuilt(writer, upToDate, arch, document)));
  const finished = join(place.work, 'layout');
  await leaveLayout(finished, subject, builds, { registry: request.registry, repository: repositoryOf(request, metadata.id) });
  const layout = await place.put(finished);
  const artifact = await uploadLayout(layout, place.work, subject);
  place.keep();
  return { layout, artifact };
}

function taken(layers: DeltaDocument['layers']): PlatformResult['layers'] {
  return layers.map((layer) => ({ ...layer, file: undefined }));
}

/** A platform of a release, as if it had just been built with all of its layers reused. */
async function asBuilt({ reader }: RegistryWriter, { published }: UpToDate, arch: Arch, document: DeltaDocument): Promise<PlatformResult> {
  const digest = published.platforms.get(arch)?.digest;
  if (digest === undefined) throw new Error(`${published.name} has no ${arch}`);
  const manifest = (await reader.manifest(digest)).bytes;
  return { arch, document, layers: taken(document.layers), complement: taken(document.complement ?? []), stages: [], manifest };
}
