import { entriesOf } from '../../feature/manifest/collection.ts';
import { parseVersion, tagsOfHighest } from '../../feature/metadata/versions.ts';
import { Failure, RegistryError } from '../../kit/errors.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { Job, Log } from '../../kit/host.ts';
import { Limiter } from '../../kit/parallel.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { RegistryWriter } from '../../oci/push/registry-writer.ts';
import { ARCHES } from '../../platform.ts';
import { BUNDLE_TYPE } from '../../provenance/format/bundle.ts';
import { isGithubRegistry, Namespace } from '../../release/target.ts';
import { FORMATS } from '../../sbom/formats.ts';
import { settlePlace, type NamedPlace } from '../feature-place.ts';
import { candidatesOf, decidePrune, ownManifests, type PrunePlan, type RemovedVersion } from './decide-prune.ts';
import { referrersOf, readRepository } from './repository-content.ts';

export interface PruneRequest extends NamedPlace {
  /** How many of the highest versions of each Feature stay. */
  readonly keep: number;
  /** Delete; otherwise only say what would go. */
  readonly apply: boolean;
}

/** What went, or would go. */
export interface PruneReport {
  readonly schemaVersion: 1;
  /** `<registry>/<namespace>` */
  readonly namespace: string;
  readonly keep: number;
  /** Whether it was deleted. */
  readonly applied: boolean;
  readonly features: readonly ({ readonly id: string } & PrunePlan)[];
  /** Bytes, of all Features together. */
  readonly freed: number;
}

/** OCI distribution specification, "Pulling manifests". What else a list has, nobody could have published. */
const TAG = /^\w[\w.-]{0,127}$/;
const RECIPE = 'docs/keep/retention.md#on-github';
/** Releases whose attached manifests are listed at once. */
const TOGETHER = 4;

/**
 * Says which versions of a Feature, or of all Features of a namespace, nobody needs by name, and deletes them if asked to. The last ones stay, and so
 * does what a moving tag, another tag, an index or a foreign attachment names.
 * @throws Failure if there is no such Feature or collection, or the registry does not delete; RegistryError, IntegrityError, CancelledError
 */
export async function prune(request: PruneRequest, job: Job): Promise<PruneReport> {
  if (request.apply && isGithubRegistry(request)) {
    throw new Failure(`${request.registry} does not delete by the registry API, so nothing was deleted.`, {
      hint: `Delete what the plan lists with GitHub's Packages API: ${RECIPE}`,
      inTerminal: `Leave --apply out, and delete what the plan lists with GitHub's Packages API: ${RECIPE}`,
    });
  }
  const { target, ids } = await placeOf(request, job);
  const features = [];
  for (const id of ids) features.push({ id, ...(await pruneFeature({ ...target, id }, job)) });
  return {
    schemaVersion: 1,
    namespace: `${target.registry}/${target.namespace}`,
    keep: request.keep,
    applied: request.apply,
    features,
    freed: features.reduce((sum, { freed }) => sum + freed, 0),
  };
}

async function placeOf(named: PruneRequest, job: Job): Promise<{ readonly target: PruneRequest; readonly ids: readonly string[] }> {
  const { request: target, collection } = await settlePlace(named, job);
  if (target.id !== undefined) return { target, ids: [target.id] };
  if (collection !== undefined) return { target, ids: entriesOf(collection).map(({ id }) => id) };
  throw new Failure(`${target.registry}/${target.namespace} has no collection, which would list its Features.`, { hint: 'Name one: nix-feature prune <registry>/<namespace>/<id>.' });
}

async function pruneFeature(request: PruneRequest & { readonly id: string }, job: Job): Promise<PrunePlan> {
  const writer = new Namespace(request, job).writer(request.id, request.apply ? { deletes: true } : {});
  const progress = job.stage(`Look at the releases of ${writer.repository}`);
  try {
    const content = await readRepository(writer.reader);
    if (content.releases.length === 0) throw new Failure(`${writer.repository} has no release of nix-feature.`);
    const split = candidatesOf(content, request.keep);
    const limiter = new Limiter(TOGETHER);
    const subjects = [...new Set(split.candidates.flatMap(ownManifests))];
    const attached = await Promise.all(subjects.map((digest) => limiter.run(async () => [digest, await referrersOf(writer.reader, digest)] as const)));
    const plan = decidePrune(content, split, new Map(attached), goesAlong);
    progress.end(`${formatNumberOf(plan.kept.length, 'version')} kept, ${plan.removed.length} to remove`);
    if (!request.apply) return plan;
    const removed: RemovedVersion[] = [];
    for (const each of plan.removed) {
      await refuseNewTags(writer, content.tags, removed.length);
      if (await remove(writer, each, removed.length, job)) removed.push(each);
    }
    return { ...plan, removed };
  } catch (error) {
    progress.end('failed');
    throw error;
  } finally {
    writer.close();
  }
}

const OURS: ReadonlySet<string> = new Set([BUNDLE_TYPE, ...Object.values(FORMATS).map(({ mediaType }) => mediaType)]);

/** SBOMs, provenance and signatures say something of the release, and nothing needs them without it. */
function goesAlong(artifactType: string): boolean {
  return OURS.has(artifactType) || artifactType.startsWith('application/vnd.dev.sigstore.bundle') || artifactType.startsWith('application/vnd.dev.cosign.');
}

/** A release that was published since the repository was read may need a platform that would go. @throws Failure */
async function refuseNewTags({ reader, repository }: RegistryWriter, known: ReadonlyMap<string, Digest>, done: number): Promise<void> {
  for (const tag of await reader.tags()) {
    // Some lists have tags that name nothing any more.
    if (known.has(tag) || !TAG.test(tag) || (await reader.head(tag)) === undefined) continue;
    throw new Failure(`${repository}: the tag ${tag} was set in the meantime. ${goneBefore(done)}.`, { hint: 'Run nix-feature prune again: it looks at all releases anew.' });
  }
}

/** Somebody may have published it again since it was looked at, or set a moving tag back to it. @returns the end of a sentence */
async function changedMeanwhile({ reader }: RegistryWriter, { version, digest, manifests }: RemovedVersion): Promise<string | undefined> {
  if ((await reader.head(version))?.digest !== digest) return 'was changed';
  const parsed = parseVersion(version);
  for (const tag of parsed === undefined ? [] : tagsOfHighest(parsed, ARCHES).filter((each) => !each.startsWith(version))) {
    const named = (await reader.head(tag))?.digest;
    if (named !== undefined && manifests.includes(named)) return `was named by the tag ${tag}`;
  }
  return undefined;
}

/** @param manifests of the version that was about to go */
function goneBefore(done: number, manifests = 0): string {
  const gone = [...(done === 0 ? [] : [formatNumberOf(done, 'version')]), ...(manifests === 0 ? [] : [`${formatNumberOf(manifests, 'manifest')} of this one`])];
  return gone.length === 0 ? 'Nothing was deleted' : `${gone.join(' and ')} ${done + manifests === 1 ? 'was' : 'were'} deleted before`;
}

/** @param done how many versions are gone already @returns whether it is gone @throws Failure if the registry does not delete */
async function remove(writer: RegistryWriter, { version, digest, manifests }: RemovedVersion, done: number, log: Log): Promise<boolean> {
  const changed = await changedMeanwhile(writer, { version, digest, manifests });
  if (changed !== undefined) {
    log.warning(`${writer.repository}:${version} ${changed} in the meantime, and is left alone.`);
    return false;
  }
  let count = 0;
  try {
    for (const each of manifests) {
      await writer.deleteManifest(each);
      count += 1;
    }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const { status, code } = error;
    const why = status === 405 || code === 'UNSUPPORTED' ? 'The registry does not allow deletion' : `The registry did not delete ${version}`;
    throw new RegistryError(`${writer.repository}: ${why}. ${goneBefore(done, count)}. ${error.message}`, { method: error.method, url: error.url, ...(status !== undefined && { status }), ...(code !== undefined && { code }) }, {
      cause: error,
      hint: "Allow deletion in the registry's settings, or delete what the plan lists with the registry's own tools.",
    });
  }
  log.info(`Removed ${writer.repository}:${version}.`);
  return true;
}
