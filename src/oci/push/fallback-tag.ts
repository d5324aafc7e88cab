import { Failure, RegistryError } from '../../kit/errors.ts';
import { canonicalJson } from '../format/canonical-json.ts';
import type { Digest } from '../format/digest.ts';
import type { ImageIndex } from '../format/manifest.ts';
import { IMAGE_INDEX } from '../format/media-types.ts';
import { fallbackTag, type ComposedReferrer } from '../format/referrer.ts';
import type { Connection } from '../pull/connection.ts';
import { MOST_REFERRERS, readFallback, type FallbackList } from '../pull/referrer-lists.ts';
import { TagMovedError } from './push-manifest.ts';
import type { RegistryWriter } from './registry-writer.ts';

/** The writer of the subject's repository, and its connection. */
export interface ReferrerTarget {
  readonly writer: Pick<RegistryWriter, 'pushBlob' | 'pushManifest' | 'reader'>;
  readonly connection: Connection;
  readonly signal: AbortSignal | undefined;
}

/** How often the list is written because somebody else wrote it meanwhile. */
const ROUNDS = 20;
/**
 * Milliseconds after which the list is read again. Another writer may have read it before our write and write after it: that writer can't see
 * what is lost, so we have to.
 */
const SETTLE = 300;

/**
 * Adds referrers to the list under the fallback tag (distribution specification, "Referrers Tag Schema"), whatever else is in it. The
 * protocol lets two writers overwrite each other, so the list is read again after a while, and completed again if somebody's write took
 * ours away. A registry that heeds If-Match lets the second writer know at once.
 * @throws RegistryError, IntegrityError if the tag names no list, CancelledError
 */
export async function addToFallback({ writer, connection, signal }: ReferrerTarget, subject: Digest, referrers: readonly ComposedReferrer[]): Promise<void> {
  const tag = fallbackTag(subject);
  let isConditional = true;
  let overtaken: Failure | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = await readFallback(connection, subject);
    const bytes = merged(now, referrers);
    if (bytes === undefined) return;
    try {
      await writer.pushManifest(bytes, IMAGE_INDEX, tag, { expect: now?.digest ?? 'none', ...(isConditional ? { conditional: true } : {}), ...(signal === undefined ? {} : { signal }) });
    } catch (error) {
      if (!(error instanceof TagMovedError)) throw error;
      // A registry that refuses though nobody moved the tag does not mean the condition.
      if (error.actual === now?.digest) isConditional = false;
      overtaken = error;
    }
    await connection.retry.sleep(SETTLE * (1 + Math.random()), signal);
  }
  throw new RegistryError(
    `The list ${connection.repository}:${tag} changed ${ROUNDS} times while it was being written.`,
    { method: 'PUT', url: connection.repository },
    { cause: overtaken, hint: 'Other runs keep attaching to the same manifest. Run again.' },
  );
}

/** @returns undefined if the list names them all */
function merged(now: FallbackList | undefined, referrers: readonly ComposedReferrer[]): Buffer | undefined {
  const index: ImageIndex = now?.index ?? { schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [] };
  const named = new Set(index.manifests.map(({ digest }) => digest));
  const missing = referrers.map(({ descriptor }) => descriptor).filter(({ digest }) => !named.has(digest));
  if (missing.length === 0) return undefined;
  if (index.manifests.length + missing.length > MOST_REFERRERS) {
    throw new Failure(`The list of referrers has ${index.manifests.length} entries; the limit is ${MOST_REFERRERS}.`, { hint: 'Delete entries that are no longer needed.' });
  }
  return Buffer.from(canonicalJson({ ...index, manifests: [...index.manifests, ...missing] }));
}
