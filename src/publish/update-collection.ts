import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectionManifest, collectionText, mergeIntoCollection, parseCollection, type Collection } from '../feature/manifest/collection.ts';
import { EMPTY_CONFIG } from '../feature/manifest/feature-manifest.ts';
import { CancelledError, Failure, ifThere } from '../kit/errors.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { COLLECTION_LAYER, DEVCONTAINER_CONFIG, IMAGE_MANIFEST } from '../oci/format/media-types.ts';
import { parseManifest } from '../oci/format/parse-manifest.ts';
import { cancelled } from '../oci/http/transport-error.ts';
import { bytesContent } from '../oci/push/blob-content.ts';
import { TagMovedError } from '../oci/push/push-manifest.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import { isGithubRegistry, type Namespace } from '../release/target.ts';

const TAG = 'latest';
const LIMIT = 16 * 1024 * 1024;
const ATTEMPTS = 20;
/**
 * Milliseconds. Whoever looked at the tag before our write, and wrote after it, has done so by then: it takes them about
 * as long as it took us, unless they are far away.
 */
const SETTLE = { least: 500, timesOurs: 4, most: 10_000 };

/** What a collection has of a Feature. */
export interface CollectionEntry {
  readonly id: string;
  /** Completed, as JSON. */
  readonly metadata: string;
  /** Where it comes from. */
  readonly source: string | undefined;
}

interface Present {
  readonly digest: Digest;
  readonly collection: Collection;
}

/**
 * Puts a Feature's metadata into the collection of its namespace, and leaves all else in it as it is.
 *
 * The protocol has no conditional writes (docs/make/publishing.md, "The collection"): the tag is looked at before each write,
 * read after it, and read again a while later; whenever our entry is not there it is merged in again. A collection that
 * can't be read or written is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
export async function updateCollection(namespace: Namespace, { id, metadata, source }: CollectionEntry): Promise<void> {
  const { job, name } = namespace;
  try {
    const settled = await changeCollection(namespace, (present) => mergeIntoCollection(present, metadata, source));
    if (!settled) job.warning(`The collection ${name}:${TAG} is constantly written to by others; ${id} may be missing in it.`);
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError || job.signal.aborted) throw error;
    job.warning(`The Feature is published, but the collection of its namespace was not updated: ${error.message} If the namespace should have none, set "collection: false".`);
  }
}

/** @returns undefined if nothing has to change */
export type CollectionChange = (present: Collection | undefined) => Collection | undefined;

/**
 * Changes the collection of a namespace until it is as it should be.
 * @returns false if others write it all the time, so that the change may be lost
 * @throws Failure if it can't be read or written, or is something else; CancelledError
 */
export async function changeCollection(namespace: Namespace, change: CollectionChange): Promise<boolean> {
  const { signal } = namespace.job;
  const writer = namespace.collection();
  try {
    let known: Present | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const wrote = await changeOnce(namespace, writer, { change, known });
      if (wrote === 'nothing to do') return true;
      if (wrote !== 'overtaken') known = wrote.present;
      await pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took, wrote.lag), signal);
    }
    return false;
  } finally {
    writer.close();
  }
}

/** Reads the collection of a namespace; undefined if there is none. @throws Failure, CancelledError */
export async function readNamespace(namespace: Namespace): Promise<Collection | undefined> {
  const writer = namespace.collection();
  try {
    return (await readCollection(writer, undefined))?.collection;
  } finally {
    writer.close();
  }
}

/**
 * @param took milliseconds of our look at the tag, our write and its reading back
 * @param lag milliseconds until the registry showed our write: what others wrote shows as late
 */
function settleTime(took: number, lag: number): number {
  return Math.min(Math.max(SETTLE.least, SETTLE.timesOurs * Math.max(took, lag)), SETTLE.most);
}

/** Something else has the tag of the collection. */
class NotACollection extends Failure {}

async function changeOnce(
  { target, job }: Namespace,
  writer: RegistryWriter,
  { change, known }: { readonly change: CollectionChange; readonly known: Present | undefined },
): Promise<{ readonly took: number; readonly lag: number; readonly present: Present } | 'overtaken' | 'nothing to do'> {
  const present = await readCollection(writer, known);
  const merged = change(present?.collection);
  if (merged === undefined) return 'nothing to do';
  const text = collectionText(merged);
  const file = await pushBytes(writer, Buffer.from(text), COLLECTION_LAYER);
  const config = await pushBytes(writer, Buffer.from(EMPTY_CONFIG), DEVCONTAINER_CONFIG);
  const manifest = Buffer.from(JSON.stringify(collectionManifest(config, file, isGithubRegistry(target))));
  const began = performance.now();
  try {
    const { descriptor, lag } = await writer.pushManifest(manifest, IMAGE_MANIFEST, TAG, { expect: present?.digest ?? 'none', signal: job.signal });
    return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: parseCollection(text, `${writer.repository}:${TAG}`) } };
  } catch (error) {
    if (!(error instanceof TagMovedError)) throw error;
    job.debug(`Another run wrote the collection; trying again. ${error.message}`);
    return 'overtaken';
  }
}

/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }: RegistryWriter, known: Present | undefined): Promise<Present | undefined> {
  // By GET: if HEAD says 404 of what is there, a whole collection would be lost.
  const resolved = await ifThere(reader.resolve(TAG));
  if (resolved === undefined) return undefined;
  const { descriptor, bytes } = resolved;
  if (descriptor.digest === known?.digest) return known;
  const name = `${repository}:${TAG}`;
  const parsed = parseManifest({ ...descriptor, bytes }, name);
  const file = parsed.kind === 'manifest' ? parsed.manifest.layers[0] : undefined;
  // A namespace is often a repository's name, by which an image of its own may go.
  if (file === undefined || file.mediaType !== COLLECTION_LAYER || file.size > LIMIT) {
    throw new NotACollection(`${name} is not a collection of Features, so it was not changed.`);
  }
  const text = (await buffer(reader.blob(file))).toString('utf8');
  return { digest: descriptor.digest, collection: parseCollection(text, name) };
}

async function pushBytes(writer: RegistryWriter, bytes: Buffer, mediaType: string): Promise<Descriptor> {
  const descriptor: Descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length };
  await writer.pushBlob(descriptor, bytesContent(bytes));
  return descriptor;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {
    throw cancelled(signal);
  });
}
