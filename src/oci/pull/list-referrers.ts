import { RegistryError } from '../../kit/errors.ts';
import { Limiter } from '../../kit/limiter.ts';
import type { Digest } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import { EMPTY_JSON, parseReferrer, type Referrer, type Referrers, type StaleReferrer } from '../format/referrer.ts';
import type { Connection } from './connection.ts';
import { readManifest } from './read-manifest.ts';
import { readReferrerLists } from './referrer-lists.ts';

/** Manifests that are read at once. */
const TOGETHER = 6;

/**
 * Lists the referrers of a subject, by the registry's API and by the fallback tag, united. Each one's manifest is read: what a list
 * says of it is no proof. An entry whose manifest is gone, or is about another subject, is told apart as stale.
 * @param artifactType those of this type alone
 * @throws RegistryError, IntegrityError if a list or a manifest can't be parsed, CancelledError
 */
export async function listReferrers(connection: Connection, subject: Digest, artifactType?: string): Promise<Referrers> {
  const { api, tag } = await readReferrerLists(connection, subject, artifactType);
  const entries = unite(api ?? [], tag).filter(({ entry }) => artifactType === undefined || mayBe(entry, artifactType));
  const limiter = new Limiter(TOGETHER);
  const read = await Promise.all(entries.map((each) => limiter.run(() => readEntry(connection, subject, each))));
  return {
    list: read.filter((each) => 'artifactType' in each).filter((each) => artifactType === undefined || each.artifactType === artifactType),
    stale: read.filter((each) => 'why' in each),
    hasApi: api !== undefined,
  };
}

interface Entry {
  readonly entry: Descriptor;
  readonly listedBy: Referrer['listedBy'];
}

function unite(api: readonly Descriptor[], tag: readonly Descriptor[]): readonly Entry[] {
  const entries = new Map<Digest, Entry>(api.map((entry) => [entry.digest, { entry, listedBy: 'api' }]));
  for (const entry of tag) entries.set(entry.digest, { entry, listedBy: entries.has(entry.digest) && entries.get(entry.digest)?.listedBy !== 'tag' ? 'both' : 'tag' });
  return [...entries.values()];
}

/** Some clients, and some registries, name the type of the config, which is that of nothing: the manifest decides then. */
function mayBe({ artifactType }: Descriptor, wanted: string): boolean {
  return artifactType === undefined || artifactType === '' || artifactType === EMPTY_JSON || artifactType === wanted;
}

async function readEntry(connection: Connection, subject: Digest, { entry, listedBy }: Entry): Promise<Referrer | StaleReferrer> {
  const stale = (why: string): StaleReferrer => ({ digest: entry.digest, listedBy, why });
  const raw = await connection.retry.run(() => readManifest(connection, entry.digest)).catch((error: unknown) => {
    if (error instanceof RegistryError && error.status === 404) return undefined;
    throw error;
  });
  if (raw === undefined) return stale('its manifest does not exist');
  const { subject: about, ...parsed } = parseReferrer(raw, connection.repository);
  if (about === undefined) return stale('its manifest has no subject');
  if (about !== subject) return stale(`its subject is ${about}`);
  return { digest: raw.digest, size: raw.bytes.length, ...parsed, listedBy };
}
