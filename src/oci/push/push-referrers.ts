import { RegistryError } from '../../kit/errors.ts';
import { blobBytes } from '../format/blob-bytes.ts';
import type { Digest } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import { IMAGE_MANIFEST } from '../format/media-types.ts';
import { composeReferrer, EMPTY_BYTES, type ComposedReferrer, type ReferrerContent } from '../format/referrer.ts';
import { printableUrl } from '../http/registry-host.ts';
import { readReferrerLists } from '../pull/referrer-lists.ts';
import { bytesContent } from './blob-content.ts';
import { addToFallback, type ReferrerTarget } from './fallback-tag.ts';
import type { PushedManifest } from './push-manifest.ts';

/** Milliseconds that a registry may take to list what it took. */
const SLOW = { first: 200, most: 2000, together: 10_000 };
/** How often the list is completed. */
const ATTEMPTS = 2;

/**
 * Attaches contents to a manifest, and reads all of it back: manifest, payload, and the list that names it. If the registry's answer has no
 * `OCI-Subject`, or its API doesn't list what it took, the list under the fallback tag is completed (distribution specification,
 * "Pushing Manifests with Subject"). What is there already is not sent again.
 * @param subject of a manifest in the same repository
 * @returns descriptors of the referrers' manifests, in the order of the contents
 * @throws RegistryError if the registry refuses, or says that it took what it doesn't give afterwards; IntegrityError, CancelledError
 */
export async function pushReferrers(target: ReferrerTarget, subject: Descriptor, contents: readonly ReferrerContent[]): Promise<readonly Descriptor[]> {
  const referrers = contents.map((content) => ({ ...composeReferrer(subject, content), payload: content.payload }));
  const unnoted: ComposedReferrer[] = [];
  for (const referrer of referrers) {
    const { sent, subject: noted } = await pushOne(target, referrer);
    await readBack(target, referrer);
    if (sent && noted !== subject.digest) unnoted.push(referrer);
  }
  // What was noted is listed after a while; of what was there before, no answer tells.
  const others = referrers.filter((referrer) => !unnoted.includes(referrer));
  let missing: readonly ComposedReferrer[] = [...unnoted, ...(await unlistedOf(target, subject.digest, others))];
  // Who does not know of our entry may write over it at any time, so what was listed may be gone a moment later.
  for (let attempt = 1; missing.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
    await addToFallback(target, subject.digest, missing);
    missing = await unlistedOf(target, subject.digest, missing);
  }
  if (missing.length > 0) throw notListed(target, subject.digest, missing);
  return referrers.map(({ descriptor }) => descriptor);
}

async function pushOne({ writer, signal }: ReferrerTarget, referrer: ComposedReferrer & { readonly payload: Buffer }): Promise<PushedManifest> {
  const stop = signal === undefined ? {} : { signal };
  await writer.pushBlob(referrer.config, bytesContent(EMPTY_BYTES), stop);
  await writer.pushBlob(referrer.layer, bytesContent(referrer.payload), stop);
  return writer.pushManifest(referrer.bytes, IMAGE_MANIFEST, referrer.descriptor.digest, stop);
}

/** A registry may say 201 and store nothing. */
async function readBack({ writer: { reader }, connection }: ReferrerTarget, { descriptor, layer, config }: ComposedReferrer): Promise<void> {
  try {
    await reader.manifest(descriptor.digest);
    await blobBytes(reader, layer, layer.size);
    await blobBytes(reader, config, config.size);
  } catch (error) {
    if (!(error instanceof RegistryError && error.status === 404)) throw error;
    const { method, url } = error;
    throw new RegistryError(`${connection.repository} lacks what it has just accepted: ${error.message}`, { method, url, status: 404 }, { cause: error, hint: HINT });
  }
}

const HINT = 'The registry, or a proxy in front of it, confirms uploads that it did not store.';

/** Returns the referrers that no list names, even after a while. */
async function unlistedOf({ connection, signal }: ReferrerTarget, subject: Digest, referrers: readonly ComposedReferrer[]): Promise<readonly ComposedReferrer[]> {
  if (referrers.length === 0) return [];
  for (let waited = 0, delay = SLOW.first; ; waited += delay, delay = Math.min(2 * delay, SLOW.most)) {
    const { api = [], tag } = await readReferrerLists(connection, subject);
    const named = new Set([...api, ...tag].map(({ digest }) => digest));
    const missing = referrers.filter(({ descriptor }) => !named.has(descriptor.digest));
    if (missing.length === 0 || waited >= SLOW.together) return missing;
    await connection.retry.sleep(delay, signal);
  }
}

function notListed({ connection }: ReferrerTarget, subject: Digest, missing: readonly ComposedReferrer[]): RegistryError {
  const url = printableUrl(connection.referrersUrl(subject));
  const what = missing.map(({ descriptor }) => descriptor.artifactType ?? descriptor.digest).join(', ');
  return new RegistryError(`${connection.repository}@${subject}: the registry accepted what was attached (${what}) but does not list it.`, { method: 'GET', url }, { hint: HINT });
}
