import { IntegrityError, RegistryError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { MANIFEST_LIMIT } from './image-source.ts';
import { printableUrl } from './registry-host.ts';

interface Page {
  readonly tags: readonly string[];
  readonly next: URL | undefined;
}

/**
 * All tags of a repository, in the registry's order (OCI distribution specification, "Listing Tags").
 * @returns empty where there is no such repository
 * @throws RegistryError, IntegrityError where the answer is no list, CancelledError
 */
export async function listTags(connection: Connection): Promise<readonly string[]> {
  const tags: string[] = [];
  const read = new Set<string>();
  for (let url: URL | undefined = connection.url('tags/list'); url !== undefined; ) {
    if (read.has(url.href)) throw refused(url, 'its list of tags goes round in circles');
    read.add(url.href);
    const page = await readPage(connection, url);
    tags.push(...page.tags);
    url = page.next;
  }
  return [...new Set(tags)];
}

function readPage(connection: Connection, url: URL): Promise<Page> {
  return connection.retry.run(async () => {
    const response = await connection.expect({ method: 'GET', url }, [200, 404]);
    const body = await response.bytes(MANIFEST_LIMIT);
    if (response.status === 404) return { tags: [], next: undefined };
    return { tags: parseTags(body, url), next: nextPage(response.header('link'), url) };
  });
}

function parseTags(body: Buffer, url: URL): readonly string[] {
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new IntegrityError(`${printableUrl(url)} should list tags, and is not JSON.`, { cause });
  }
  // Where all tags were deleted some registries say null.
  const tags = (answer as { tags?: unknown } | null)?.tags ?? [];
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) {
    throw new IntegrityError(`${printableUrl(url)} should list tags, and has other things in its list.`);
  }
  return tags;
}

// RFC 8288: <address>; rel="next"
function nextPage(link: string | undefined, from: URL): URL | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const next = URL.parse(target, from.href);
  // Credentials and trust end at the origin; a list of tags has no reason to go on elsewhere.
  if (next === null || next.origin !== from.origin) throw refused(from, 'its list of tags goes on at another host');
  return next;
}

function refused(url: URL, why: string): RegistryError {
  const printable = printableUrl(url);
  return new RegistryError(`GET ${printable} was given up: ${why}.`, { method: 'GET', url: printable });
}
