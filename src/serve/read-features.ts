import { parseCollection, entriesOf } from '../feature/manifest/collection.ts';
import { parseVersion } from '../feature/metadata/versions.ts';
import { CancelledError, Failure, messageOf } from '../kit/errors.ts';
import { inParallel } from '../kit/parallel.ts';
import type { RegistryOptions } from '../oci/pull/connection.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import { COLLECTION_LAYER } from '../oci/format/media-types.ts';
import { parseManifest } from '../oci/format/parse-manifest.ts';
import type { Reference } from '../oci/format/reference.ts';
import type { Registries } from '../oci/pull/registries.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';
import { publishedAs, readDocuments } from '../release/published.ts';
import type { Catalogue } from './catalogue.ts';

/** Features that are read at once. */
const PARALLEL = 8;
const MOST_FEATURES = 2000;
/** Bytes of a collection. */
const COLLECTION_LIMIT = 32 * 1024 * 1024;

/** Which Features, and for whom they are read. */
export interface ReadFeatures {
  readonly registries: Registries;
  readonly arches: readonly Arch[];
  /** Undefined: the retries of required requests. */
  readonly patience?: Pick<RegistryOptions, 'policy' | 'idleTimeout'>;
  /** Undefined: 2000. How many Features of a namespace are read. */
  readonly most?: number;
  /** Of a namespace: ids that are read before others. Undefined: none. */
  readonly first?: ReadonlySet<string>;
}

/**
 * Reads what the layers of a Feature hold, or of all Features of a namespace; each by the release that its reference or its
 * namespace's collection names.
 * @param cleanup ends connections: layers are read by them later
 * @returns how many Features were read
 * @throws Failure if there is neither a Feature nor a collection; RegistryError, IntegrityError, CancelledError
 */
export async function readFeatures(reference: Reference, catalogue: Catalogue, by: ReadFeatures, cleanup: AsyncDisposableStack): Promise<number> {
  const reader = open(reference, by, cleanup);
  const raw = await reader.root();
  const parsed = parseManifest(raw, reader.name);
  const [layer] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
  if (layer?.mediaType !== COLLECTION_LAYER) return addFeature(reader, catalogue, by);
  const collection = parseCollection((await blobBytes(reader, layer, COLLECTION_LIMIT)).toString('utf8'), reader.name);
  const named = entriesOf(collection);
  const isFirst = ({ id }: { readonly id: string }): boolean => by.first?.has(id) === true;
  const entries = [...named.filter(isFirst), ...named.filter((each) => !isFirst(each))].slice(0, by.most ?? MOST_FEATURES);
  const read = await inParallel(PARALLEL, entries, async ({ id, version = '' }) => {
    const tag = parseVersion(version) === undefined ? 'latest' : version;
    const feature = open({ registry: reference.registry, repository: `${reference.repository}/${id}`, tag }, by, cleanup);
    try {
      return await addFeature(feature, catalogue, by);
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      by.registries.job.warning(`The Feature ${feature.name} is not served: ${messageOf(error)}`);
      return 0;
    }
  });
  return read.reduce((sum, count) => sum + count, 0);
}

function open(reference: Reference, { registries, patience = {} }: ReadFeatures, cleanup: AsyncDisposableStack): Registry {
  const reader = registries.open(reference, patience);
  cleanup.defer(() => reader.close());
  return reader;
}

async function addFeature(reader: Registry, catalogue: Catalogue, { arches }: ReadFeatures): Promise<number> {
  const published = publishedAs(reader.name, await reader.root());
  if (published.platforms.size === 0) throw new Failure(`${reader.name} is neither a Feature that nix-feature published nor a collection of Features.`, { hint: 'Name a published Feature (registry/namespace/id[:version]) or a namespace with a collection.' });
  for (const document of (await readDocuments(reader, published, arches)).values()) catalogue.add(document, reader);
  return 1;
}
