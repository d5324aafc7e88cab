import { differenceOf, type Difference, type Present } from '../delta/compare/difference.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { CancelledError } from '../kit/errors.ts';
import { formatList, formatNumberOf } from '../kit/format.ts';
import { evaluate, type Evaluation } from '../nix/flake/evaluate.ts';
import { nativeSystem } from '../nix/run/emulation.ts';
import type { Digest } from '../oci/format/digest.ts';
import { Registries } from '../oci/pull/registries.ts';
import { baseDigests } from '../place/pin-bases.ts';
import { isBuiltFrom } from '../place/same-source.ts';
import type { Arch } from '../platform.ts';
import { askedDifference, hasComplement } from '../release/content.ts';
import { lookAtParts, lookAtRelease, type ReleaseState } from '../release/look-at-release.ts';
import type { PublishedFeature } from '../release/published.ts';
import { otherContent, releaseOf } from '../release/release.ts';
import { isOwnPart, ownDifference, type OwnPart } from '../release/same-release.ts';
import type { BuildRequest } from '../request/build.ts';
import type { PlatformBuilder } from './platform-builder.ts';
import type { ReleaseTarget } from './release-target.ts';
import type { BuildSubject } from './subject.ts';

/** What of a release is the same as what would be built. */
export interface UpToDate {
  readonly published: PublishedFeature;
  /** Of the requested platforms. */
  readonly documents: ReadonlyMap<Arch, DeltaDocument>;
  /** What was seen of it in the registry. */
  readonly state: ReleaseState;
}

/** What keeps us from stopping here: content that differs, or something that only a build tells. */
type Obstacle = { readonly kind: 'content' | 'untold'; readonly what: string };

/**
 * Finds out without building whether this version is published already with the content that a build would give: by the flake's own hash, or by
 * one evaluation.
 * @returns undefined if it must be built
 * @throws Failure if the version has other content; CancelledError
 */
export async function findUpToDate(subject: BuildSubject, target: ReleaseTarget): Promise<UpToDate | undefined> {
  const { published } = target.history;
  if (published === undefined) return undefined;
  const { request, metadata, host } = subject;
  const progress = host.stage(`Compare with ${published.name}`);
  try {
    const documents = await target.lastDocuments();
    const obstacle = await findObstacle(subject, published, documents);
    if (obstacle !== undefined) {
      progress.end(obstacle.what);
      if (obstacle.kind === 'content') throw otherContent(published, metadata.id, obstacle.what);
      return undefined;
    }
    const state = await lookAt(target, published, metadata.version);
    const [lost, ...further] = state.missing;
    if (lost !== undefined) {
      progress.end('the same, but part of it is missing');
      host.warning(`${published.name} lacks ${lost.what} (${lost.digest})${further.length === 0 ? '' : ` and ${formatNumberOf(further.length, 'further part')}`} in the registry. The missing parts are rebuilt and pushed again.`);
      return undefined;
    }
    progress.end(state.missingTags.length === 0 ? 'the same: nothing to do' : `the same, but ${formatNumberOf(state.missingTags.length, 'tag')} ${state.missingTags.length === 1 ? 'is' : 'are'} missing`);
    return { published, documents: new Map(request.arches.flatMap((arch) => entryOf(documents, arch))), state };
  } catch (error) {
    progress.end(error instanceof CancelledError ? 'stopped' : 'failed');
    throw error;
  }
}

async function findObstacle(subject: BuildSubject, published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>): Promise<Obstacle | undefined> {
  const { request, metadata, files } = subject;
  if (published.key === undefined) return { kind: 'content', what: 'it was not published by nix-feature' };
  if (documents.size < published.platforms.size) return { kind: 'untold', what: 'the delta document of a platform is missing' };
  const part = { id: metadata.id, metadata: metadata.json, files, delivery: request.delivery };
  const own = ownDifference(published, documents, part);
  if (own !== undefined) return { kind: mayBeDelivery(request, published, documents, part) ? 'untold' : 'content', what: own };
  return platformObstacle(request, documents) ?? (await contentObstacle(subject, documents));
}

/** What the jobs of a matrix build may be published with another delivery than they were told. */
function mayBeDelivery({ push }: BuildRequest, published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, part: OwnPart): boolean {
  return push === 'layers' && (['layers', 'embed'] as const).some((delivery) => isOwnPart(published, documents, { ...part, delivery }));
}

/**
 * Who cleans up a registry may take a release's manifests, layers or tags for old ones, and a Feature that was copied here may have come without
 * some. So all of it is looked at. A job of a matrix gives no tags.
 */
async function lookAt({ namespace: { target }, writer: { reader } }: ReleaseTarget, published: PublishedFeature, version: string): Promise<ReleaseState> {
  const release = releaseOf(published, version);
  if (target.push !== 'true') return { tags: [], missingTags: [], missing: await lookAtParts(reader, release) };
  return lookAtRelease(reader, release, target.movingTags);
}

/** What the documents tell by themselves. */
function platformObstacle({ arches, push, complement }: BuildRequest, documents: ReadonlyMap<Arch, DeltaDocument>): Obstacle | undefined {
  const missing = arches.filter((arch) => !documents.has(arch));
  const further = push === 'true' ? [...documents.keys()].filter((arch) => !arches.includes(arch)) : [];
  if (missing.length + further.length > 0) {
    return { kind: 'content', what: `it was published for ${formatList([...documents.keys()])} and is now for ${formatList(arches)}` };
  }
  const [difference] = arches.flatMap((arch) => {
    const document = documents.get(arch);
    return document === undefined ? [] : (askedDifference({ closure: document.closure, hasComplement: hasComplement(document) }, { arches, complement }) ?? []);
  });
  return difference === undefined ? undefined : { kind: 'content', what: `it was published ${difference.published}` };
}

/** What the flake and the bases tell. The bases are pinned first: a container for evaluating is then started from the image that is compared. */
async function contentObstacle({ request, platforms, host }: BuildSubject, documents: ReadonlyMap<Arch, DeltaDocument>): Promise<Obstacle | undefined> {
  const registries = new Registries(request, host);
  const digests = await Promise.all(request.bases.map((base) => baseDigests(base, request.arches, registries)));
  pinFirst(platforms, digests[0]);
  const evaluations = (await rememberedEvaluations(platforms, documents)) ?? (await evaluateAll(platforms));
  for (const [index, platform] of platforms.entries()) {
    const evaluation = evaluations[index];
    const document = documents.get(platform.arch);
    if (document === undefined || evaluation === undefined) throw new Error(`${platform.arch} was not evaluated`);
    if (evaluation.kind !== 'outputs') return { kind: 'untold', what: whyUntold(evaluation) };
    const named = digests.map((all) => ({ digest: all.get(platform.arch) }));
    const difference = await differenceFrom(document, { ...evaluation, bases: named }, platform);
    if (difference.kind === 'some') return { kind: 'content', what: difference.what };
  }
  return undefined;
}

/** Nix runs in the first base, if it runs in one. */
function pinFirst(platforms: readonly PlatformBuilder[], digests: ReadonlyMap<Arch, Digest> | undefined): void {
  for (const platform of platforms) {
    const digest = digests?.get(platform.arch);
    if (digest !== undefined) platform.pin(digest);
  }
}

/** Compares the digests of the bases, and reads their stores only if a digest has changed. */
async function differenceFrom(document: DeltaDocument, present: Present, platform: PlatformBuilder): Promise<Difference> {
  const difference = differenceOf(document, present);
  return difference.kind === 'bases' ? differenceOf(document, { ...present, bases: await platform.bases() }) : difference;
}

/** What the flake was evaluated to when it was published, if it is still the same. */
async function rememberedEvaluations(platforms: readonly PlatformBuilder[], documents: ReadonlyMap<Arch, DeltaDocument>): Promise<readonly Evaluation[] | undefined> {
  const evaluations: Evaluation[] = [];
  for (const platform of platforms) {
    const document = documents.get(platform.arch);
    if (document === undefined || !(await isBuiltFrom(document, await platform.flake()))) return undefined;
    evaluations.push({ kind: 'outputs', outputs: document.outputs, storePath: document.storePath });
  }
  return evaluations;
}

/** All platforms in one Nix process: on the machine's own where it is among them, as evaluating needs no emulation. */
async function evaluateAll(platforms: readonly PlatformBuilder[]): Promise<readonly Evaluation[]> {
  const evaluator = platforms.find(({ system }) => system === nativeSystem()) ?? platforms[0];
  if (evaluator === undefined) return [];
  for (const platform of platforms) evaluator.mount(await platform.mounts());
  const { site } = await evaluator.site();
  const flakes = await Promise.all(platforms.map((platform) => platform.flake()));
  return evaluator.host.group('nix eval', () => evaluate(site, flakes));
}

function whyUntold(evaluation: Exclude<Evaluation, { kind: 'outputs' }>): string {
  return evaluation.kind === 'unknown' ? evaluation.why : 'it can\'t be evaluated; the build will say why';
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): readonly (readonly [K, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}
