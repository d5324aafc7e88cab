import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import { MANIFEST_LIMIT } from '../format/image-source.ts';
import { printableUrl } from '../http/registry-host.ts';
import { TransportError } from '../http/transport-error.ts';
import { TAG_PAGES } from '../quirks/symptoms.ts';
import type { Connection } from './connection.ts';

interface Page {
  readonly tags: readonly string[];
  /** The query of the next page. */
  readonly next: string | undefined;
}

const PAGE = TAG_PAGES.size;
const MOST_PAGES = 1000;

/**
 * Lists all tags of a repository, in the registry's order (OCI distribution specification, "Listing Tags"). It may be older than
 * what the tags name, or shorter.
 * @returns empty if there is no such repository
 * @throws RegistryError, IntegrityError if the answer is no list, CancelledError
 */
export async function listTags(connection: Connection): Promise<readonly string[]> {
  const tags = new Set<string>();
  const read = new Set<string>();
  for (let query: string | undefined = `?n=${PAGE}`; query !== undefined; ) {
    if (read.has(query)) throw refused(connection, 'its list of tags has a loop');
    if (read.size === MOST_PAGES) throw refused(connection, `its list of tags has more than ${MOST_PAGES} pages`);
    read.add(query);
    const before = tags.size;
    const page: Page = await readPage(connection, query);
    for (const tag of page.tags) tags.add(tag);
    // A page that is full may not be the last one, whatever it says; one that repeats the last one is.
    const last = page.tags.at(-1);
    const more = page.tags.length >= PAGE && tags.size > before && last !== undefined ? `?n=${PAGE}&last=${encodeURIComponent(last)}` : undefined;
    query = page.next ?? more;
  }
  return [...tags];
}

function readPage(connection: Connection, query: string): Promise<Page> {
  const url = connection.tagsUrl();
  url.search = query;
  return connection.retry.run(async () => {
    const response = await connection.expect({ method: 'GET', url }, [200, 404]).catch(async (error: unknown) => {
      // Of a size that they don't like, or at all, some make an error.
      if (!(error instanceof TransportError) || error.status !== TAG_PAGES.refused || query !== `?n=${PAGE}`) throw error;
      return connection.expect({ method: 'GET', url: connection.tagsUrl() }, [200, 404]);
    });
    const body = await response.bytes(MANIFEST_LIMIT);
    if (response.status === 404) return { tags: [], next: undefined };
    return { tags: parseTags(body, url), next: nextQuery(response.header('link')) };
  });
}

function parseTags(body: Buffer, url: URL): readonly string[] {
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new IntegrityError(`${printableUrl(url)} should be a list of tags, but is not JSON.`, { cause });
  }
  // If all tags were deleted some registries say null.
  const tags = (answer as { tags?: unknown } | null)?.tags ?? [];
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) {
    throw new IntegrityError(`${printableUrl(url)} should be a list of tags, but its list has other things.`);
  }
  return tags;
}

/**
 * Reads the query of the next page (RFC 8288: <address>; rel="next"). Only the query is used, with our own address: registries
 * behind proxies name internal hosts, other schemes and paths.
 */
export function nextQuery(link: string | undefined): string | undefined {
  const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  return URL.parse(target, 'https://registry.invalid/')?.search ?? '';
}

function refused(connection: Connection, why: string): RegistryError {
  const url = printableUrl(connection.tagsUrl());
  return new RegistryError(`GET ${url} was given up: ${why}.`, { method: 'GET', url });
}
