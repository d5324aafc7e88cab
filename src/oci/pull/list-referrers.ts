import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import { withoutTrailing } from '../../kit/text.ts';
import { Limiter } from '../../kit/parallel.ts';
import type { Digest } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import { EMPTY_JSON, parseReferrer, type ParsedReferrer, type Referrer, type Referrers, type StaleReferrer } from '../format/referrer.ts';
import type { RawManifest } from '../format/parse-manifest.ts';
import type { Connection } from './connection.ts';
import { readManifest } from './read-manifest.ts';
import { readReferrerLists } from './referrer-lists.ts';

/** Manifests that are read at once. */
const TOGETHER = 6;
/** Bytes of all manifests of a subject's referrers. One has a few hundred. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Lists the referrers of a subject, by the registry's API and by the fallback tag, united. Each one's manifest is read: what a list
 * says of it is no proof. An entry whose manifest is gone, is none, has another size, or is about another subject, is told apart as stale.
 * @param artifactType those of this type alone
 * @throws RegistryError, also if all manifests together are too large; IntegrityError if a list can't be parsed; CancelledError
 */
export async function listReferrers(connection: Connection, subject: Digest, artifactType?: string): Promise<Referrers> {
  const { api, tag } = await readReferrerLists(connection, subject, artifactType);
  const entries = unite(api ?? [], tag).filter(({ entry }) => artifactType === undefined || mayBe(entry, artifactType));
  const limiter = new Limiter(TOGETHER);
  let bytes = 0;
  const take = (raw: RawManifest): void => {
    bytes += raw.bytes.length;
    if (bytes > MOST_BYTES) throw new RegistryError(`What is attached to ${connection.repository}@${subject} has manifests of more than ${MOST_BYTES} bytes.`, { method: 'GET', url: connection.repository });
  };
  const read = await Promise.all(entries.map((each) => limiter.run(() => readEntry(connection, subject, each, take))));
  return {
    list: read.filter((each) => 'artifactType' in each).filter((each) => artifactType === undefined || each.artifactType === artifactType),
    stale: read.filter((each) => 'why' in each),
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

/** @param take is told of each manifest, and may refuse it */
async function readEntry(connection: Connection, subject: Digest, { entry, listedBy }: Entry, take: (raw: RawManifest) => void): Promise<Referrer | StaleReferrer> {
  const stale = (why: string): StaleReferrer => ({ digest: entry.digest, listedBy, why });
  const raw = await connection.retry.run(() => readManifest(connection, entry.digest)).catch((error: unknown) => {
    if (error instanceof IntegrityError) return error;
    if (error instanceof RegistryError && error.status === 404) return undefined;
    throw error;
  });
  if (raw === undefined) return stale('its manifest does not exist');
  if (raw instanceof IntegrityError) return stale(withoutTrailing(raw.message, '.'));
  take(raw);
  const referrer = parsedReferrer(raw, connection.repository);
  if (referrer instanceof IntegrityError) return stale(withoutTrailing(referrer.message, '.'));
  const { subject: about, ...parsed } = referrer;
  if (about === undefined) return stale('its manifest has no subject');
  if (about !== subject) return stale(`its subject is ${about}`);
  // Other clients go by the list, and refuse it.
  if (raw.bytes.length !== entry.size) return stale(`its manifest has ${raw.bytes.length} bytes, and the list says ${entry.size}`);
  return { digest: raw.digest, size: raw.bytes.length, ...parsed, listedBy };
}

/** Anybody may attach what can't be parsed: all else that is attached counts. */
function parsedReferrer(raw: RawManifest, where: string): ParsedReferrer | IntegrityError {
  try {
    return parseReferrer(raw, where);
  } catch (error) {
    if (error instanceof IntegrityError) return error;
    throw error;
  }
}
