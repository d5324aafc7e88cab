import { composeData } from '../explorer/data/compose-data.ts';
import type { ExplorerData } from '../explorer/model/explorer-data.ts';
import { compareVersions, isPrerelease, parseVersion } from '../feature/metadata/versions.ts';
import { Failure, IntegrityError, RegistryError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Host, Log } from '../kit/host.ts';
import { describeLayout, describePublished, type DescribedFeature } from '../layout/described-feature.ts';
import { parseReference } from '../oci/format/reference.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { findPublished, readDocuments } from '../release/published.ts';
import type { ExploreRequest } from '../request/existing.ts';

/**
 * Gathers what a published Feature or the layout of a build ships and why, and what changed since an earlier release.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
export async function exploreFeature(request: ExploreRequest, host: Host): Promise<ExplorerData> {
  await using cleanup = new AsyncDisposableStack();
  const registries = new Registries(request, host);
  const feature = await describe(request.source, registries, cleanup);
  const platforms = chosen(feature, request);
  const [first] = platforms;
  if (first === undefined) throw new Failure(`${request.source.text} has no platform with a delta document.`);
  const before = request.since === undefined ? await feature.before(first.document.feature.version) : documentsOf(await describe(request.since, registries, cleanup));
  return composeData({
    feature: first.document.feature,
    delivery: feature.delivery ?? null,
    platforms: platforms.map(({ arch, document, metas }) => ({ document, metas, before: before.get(arch) })),
  });
}

type Documents = ReadonlyMap<string, DescribedFeature['platforms'][number]['document']>;

interface Found extends DescribedFeature {
  /** The documents of the release before a version; none if there is none. */
  readonly before: (version: string) => Promise<Documents>;
}

async function describe(source: ExploreRequest['source'], registries: Registries, cleanup: AsyncDisposableStack): Promise<Found> {
  if (source.kind === 'path') return { ...(await describeLayout(source.path)), before: () => Promise.resolve(new Map()) };
  const reader = registries.open(parseReference(source.text));
  cleanup.defer(() => reader.close());
  return { ...(await describePublished(reader, source.text)), before: (version) => releaseBefore(reader, version, registries.job) };
}

function documentsOf({ platforms }: DescribedFeature): Documents {
  return new Map(platforms.map(({ arch, document }) => [arch, document]));
}

function chosen({ platforms }: DescribedFeature, { source, arches }: ExploreRequest): DescribedFeature['platforms'] {
  const missing = arches.filter((arch) => !platforms.some((platform) => platform.arch === arch));
  if (missing.length > 0) throw new Failure(`${source.text} has no platform ${formatList(missing)}; it has ${formatList(platforms.map(({ arch }) => arch))}.`);
  return arches.length === 0 ? platforms : platforms.filter(({ arch }) => arches.includes(arch));
}

/** The highest release below a version. It only informs: if it can't be read, a notice says why. */
async function releaseBefore(reader: Registry, version: string, log: Log): Promise<Documents> {
  const own = parseVersion(version);
  try {
    const versions = (await reader.tags()).flatMap((tag) => parseVersion(tag) ?? []);
    const earlier = versions.filter((each) => !isPrerelease(each) && own !== undefined && compareVersions(each, own) < 0).toSorted(compareVersions).at(-1);
    const published = earlier === undefined ? undefined : await findPublished(reader, earlier.text);
    return published === undefined ? new Map() : await readDocuments(reader, published, published.platforms.keys());
  } catch (error) {
    if (!(error instanceof RegistryError || error instanceof IntegrityError)) throw error;
    log.notice(`The release before ${version} could not be read: ${error.message} The page does not say what changed.`);
    return new Map();
  }
}
