import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import type { Digest } from '../format/digest.ts';
import { MANIFEST_LIMIT } from '../format/image-source.ts';
import type { Descriptor, ImageIndex } from '../format/manifest.ts';
import { IMAGE_INDEX } from '../format/media-types.ts';
import { parseManifest } from '../format/parse-manifest.ts';
import { fallbackTag } from '../format/referrer.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { printableUrl } from '../http/registry-host.ts';
import { TransportError } from '../http/transport-error.ts';
import { NO_REFERRERS } from '../quirks/symptoms.ts';
import type { Connection } from './connection.ts';
import { nextQuery } from './list-tags.ts';
import { readManifest } from './read-manifest.ts';

/** The two lists of a subject's referrers, as the registry gives them. */
export interface ReferrerLists {
  /** By the referrers API; undefined if the registry has none. */
  readonly api: readonly Descriptor[] | undefined;
  readonly tag: readonly Descriptor[];
}

/** Entries of one list. A subject with more has been filled up by somebody. */
export const MOST_REFERRERS = 1000;
const MOST_PAGES = 100;

/**
 * Reads both lists of the referrers of a subject (distribution specification, "Listing Referrers", "Referrers Tag Schema").
 * @param artifactType asks the registry for those alone; it may list others all the same
 * @throws RegistryError, IntegrityError if a list is none, CancelledError
 */
export async function readReferrerLists(connection: Connection, subject: Digest, artifactType?: string): Promise<ReferrerLists> {
  const [api, tag] = await Promise.all([readByApi(connection, subject, artifactType), readFallback(connection, subject)]);
  return { api, tag: tag?.index.manifests ?? [] };
}

/** Registries that take a config's type for the artifact's filter out what they should list: after an empty list, the whole list is requested. */
async function readByApi(connection: Connection, subject: Digest, artifactType: string | undefined): Promise<readonly Descriptor[] | undefined> {
  const filtered = artifactType === undefined ? undefined : await readPages(connection, subject, `?artifactType=${encodeURIComponent(artifactType)}`);
  return filtered !== undefined && filtered.length > 0 ? filtered : readPages(connection, subject, '');
}

async function readPages(connection: Connection, subject: Digest, first: string): Promise<readonly Descriptor[] | undefined> {
  const found = new Map<Digest, Descriptor>();
  const read = new Set<string>();
  for (let query: string | undefined = first; query !== undefined; ) {
    if (read.has(query) || read.size === MOST_PAGES) throw refused(connection, subject, `has ${read.has(query) ? 'pages that form a loop' : `more than ${MOST_PAGES} pages`}`);
    read.add(query);
    const page = await readPage(connection, subject, query);
    if (page === undefined) return undefined;
    for (const entry of page.entries) found.set(entry.digest, entry);
    if (found.size > MOST_REFERRERS) throw refused(connection, subject, `has more than ${MOST_REFERRERS} entries`);
    query = page.next;
  }
  return [...found.values()];
}

function readPage(connection: Connection, subject: Digest, query: string): Promise<{ readonly entries: readonly Descriptor[]; readonly next: string | undefined } | undefined> {
  const url = connection.referrersUrl(subject);
  url.search = query;
  return connection.retry.run(async () => {
    const response = await connection.expect({ method: 'GET', url, headers: { accept: IMAGE_INDEX } }, [200, ...NO_REFERRERS.statuses]);
    // What is no JSON is a page for people.
    if (response.status !== 200 || !/json/i.test(response.header('content-type') ?? '')) {
      await response.discard();
      return undefined;
    }
    return { entries: await indexOf(response, subject, connection), next: nextQuery(response.header('link')) };
  });
}

async function indexOf(response: HttpResponse, subject: Digest, { repository }: Connection): Promise<readonly Descriptor[]> {
  const bytes = await response.bytes(MANIFEST_LIMIT);
  const parsed = parseManifest({ digest: subject, mediaType: IMAGE_INDEX, bytes }, `the referrers of ${repository}`);
  if (parsed.kind === 'index') return parsed.index.manifests;
  throw new IntegrityError(`${printableUrl(response.url)} should be a list of referrers, but is an image.`);
}

/** The list under the fallback tag, and the digest that the tag names. */
export interface FallbackList {
  readonly digest: Digest;
  readonly index: ImageIndex;
}

/**
 * Reads the list of referrers under the fallback tag.
 * @returns undefined if there is no such tag
 * @throws RegistryError, IntegrityError if the tag names no index, or one that is too long
 */
export async function readFallback(connection: Connection, subject: Digest): Promise<FallbackList | undefined> {
  const tag = fallbackTag(subject);
  const where = `${connection.repository}:${tag}`;
  const raw = await connection.retry.run(() => readManifest(connection, tag)).catch((error: unknown) => {
    if (error instanceof TransportError && error.status === 404) return undefined;
    throw error;
  });
  if (raw === undefined) return undefined;
  const parsed = parseManifest(raw, where);
  if (parsed.kind !== 'index') throw new IntegrityError(`${where} should be a list of referrers, but is an image.`, { hint: 'Something other than a list was pushed under this tag. Delete the tag.' });
  if (parsed.index.manifests.length > MOST_REFERRERS) throw refused(connection, subject, `has more than ${MOST_REFERRERS} entries under its tag ${tag}`);
  return { digest: raw.digest, index: parsed.index };
}

function refused(connection: Connection, subject: Digest, why: string): RegistryError {
  const url = printableUrl(connection.referrersUrl(subject));
  return new RegistryError(`The list of referrers of ${connection.repository}@${subject} ${why}.`, { method: 'GET', url });
}
