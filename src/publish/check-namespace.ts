import { entriesOf } from '../feature/manifest/collection.ts';
import { compareVersions, parseVersion } from '../feature/metadata/versions.ts';
import { membersOf, stringOf } from '../feature/metadata/written-json.ts';
import { Failure, RegistryError } from '../kit/errors.ts';
import type { Job } from '../kit/host.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import { lookAtRelease } from '../release/look-at-release.ts';
import { findPublished, type PublishedFeature } from '../release/published.ts';
import { releaseOf } from '../release/release.ts';
import { Namespace, type PublishTarget } from '../release/target.ts';
import { versionNamed } from '../release/version-named.ts';
import { settlePlace, type NamedPlace } from './feature-place.ts';
import { headOf, platformTags, releasesOf, settleTags, wrongTags } from './settle-names.ts';
import { readNamespace } from './update-collection.ts';
import { settleCollection } from './withdraw.ts';

export interface CheckRequest extends PublishTarget {
  /** Undefined: every Feature of the namespace's collection. */
  readonly id: string | undefined;
  /** Mend tags and the collection. What is gone of a release is made by publishing it again. */
  readonly repair: boolean;
}

/** A fault that the check of a namespace found. */
export interface CheckFinding {
  readonly id: string;
  /** Undefined if it is about the Feature as a whole. */
  readonly version: string | undefined;
  readonly what: string;
  readonly repaired: boolean;
}

export interface CheckReport {
  /** `<registry>/<namespace>` */
  readonly namespace: string;
  /** For each Feature its versions. */
  readonly features: Readonly<Record<string, readonly string[]>>;
  readonly findings: readonly CheckFinding[];
}

/**
 * Looks at all releases of a namespace, or of one of its Features: are they whole, does each tag name what it should, does the collection?
 * @throws Failure if there is no collection to know the Features by; RegistryError, CancelledError
 */
export async function checkNamespace(request: CheckRequest, job: Job): Promise<CheckReport> {
  const place = new Namespace(request, job);
  const collection = await collectionOf(place);
  const entries = new Map(collection === undefined ? [] : entriesOf(collection).map(({ id, version }) => [id, version ?? '']));
  const namespace = place.name;
  if (request.id === undefined && entries.size === 0) {
    throw new Failure(`${namespace} has no collection, which would list its Features.`, { hint: 'Name one: nix-feature check <id>.' });
  }
  const features: Record<string, readonly string[]> = {};
  const findings: CheckFinding[] = [];
  for (const id of request.id === undefined ? entries.keys() : [request.id]) {
    const checked = await checkFeature(place, id, collection === undefined ? undefined : (entries.get(id) ?? NONE));
    features[id] = checked.versions;
    findings.push(...checked.findings);
  }
  return { namespace, features, findings };
}

/** As `checkNamespace`; a name that is no namespace with a collection may be a Feature of the one above. */
export async function checkPlace(named: CheckRequest & NamedPlace, job: Job): Promise<CheckReport> {
  return checkNamespace(named.mayBeFeature ? (await settlePlace(named, job)).request : named, job);
}

async function collectionOf(namespace: Namespace<CheckRequest>): ReturnType<typeof readNamespace> {
  if (!namespace.target.collection) return undefined;
  try {
    return await readNamespace(namespace);
  } catch (error) {
    if (namespace.target.id === undefined || !(error instanceof Failure) || error instanceof RegistryError) throw error;
    return undefined;
  }
}

/** In place of a version if the collection lacks a Feature. */
const NONE = 'none';

async function checkFeature(
  namespace: Namespace<CheckRequest>,
  id: string,
  entry: string | undefined,
): Promise<{ readonly versions: readonly string[]; readonly findings: readonly CheckFinding[] }> {
  const { repair, movingTags } = namespace.target;
  const writer = namespace.writer(id);
  try {
    const releases = await releasesOf(writer);
    const parts = (await Promise.all([...releases.ours.values()].map((release) => checkRelease(writer, release, id, repair)))).flat();
    const wrong = !movingTags ? [] : await wrongTags(writer, releases, releases.ours.keys());
    if (repair) await settleTags(writer, wrong);
    return {
      versions: [...releases.ours.keys()],
      findings: [
        ...parts,
        ...wrong.map(({ tag, names, should }) => ({
          id,
          version: undefined,
          what: `the tag ${tag} names ${names ?? 'nothing'}, but should name ${should?.version ?? 'nothing'}`,
          repaired: repair && should !== undefined,
        })),
        ...(await checkEntry(namespace, writer, { id, entry, head: headOf(releases) })),
      ],
    };
  } finally {
    writer.close();
  }
}

interface CheckedEntry {
  readonly id: string;
  /** The version in the collection; `none` if the collection lacks the Feature, undefined if there is no collection. */
  readonly entry: string | undefined;
  readonly head: ReturnType<typeof headOf>;
}

/** An entry of a version that is there, and is not lower than what we know of, is not for us to judge. */
async function checkEntry(namespace: Namespace<CheckRequest>, { reader }: RegistryWriter, { id, entry, head }: CheckedEntry): Promise<readonly CheckFinding[]> {
  if (entry === undefined || head === 'foreign') return [];
  // Under an old id lies what goes by a new one: its entry is the new one's.
  if (head !== undefined && memberIdOf(head) !== id) return [];
  const listed = entry === NONE ? undefined : entry;
  if (listed === head?.version) return [];
  const isBehind = head !== undefined && (listed === undefined || isLower(listed, head.version));
  if (!isBehind && listed !== undefined && (await findPublished(reader, listed)) !== undefined) return [];
  const repaired = namespace.target.repair && (await settleCollection(namespace, { id, head, instead: listed }));
  return [{ id, version: undefined, what: `the collection has ${listed ?? 'no entry'}, but should have ${head?.version ?? 'none'}`, repaired }];
}

function memberIdOf({ metadata = '{}' }: PublishedFeature): string | undefined {
  return stringOf(membersOf(metadata).get('id'));
}

function isLower(a: string, b: string | undefined): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b ?? '')];
  return left === undefined || (right !== undefined && compareVersions(left, right) < 0);
}

async function checkRelease(writer: RegistryWriter, release: PublishedFeature, id: string, repair: boolean): Promise<readonly CheckFinding[]> {
  const { version } = release;
  if (version === undefined) return [];
  const { missing } = await lookAtRelease(writer.reader, releaseOf(release, version), false);
  const findings: CheckFinding[] = missing.map(({ what, digest }) => ({ id, version, what: `${what} is gone (${digest}): publish ${version} again`, repaired: false }));
  for (const [tag, digest, arch] of platformTags(release)) {
    const gone = missing.some((each) => each.digest === digest);
    if (gone || (await versionNamed(writer.reader, tag))?.digest === digest) continue;
    if (repair) {
      const { bytes, mediaType } = await writer.reader.manifest(digest);
      await writer.pushManifest(bytes, mediaType, tag);
    }
    findings.push({ id, version, what: `the tag ${tag} does not name the platform manifest for ${arch}`, repaired: repair });
  }
  return findings;
}
