import { setMaxListeners } from 'node:events';
import { Failure, RegistryError } from '../../kit/errors.ts';
import { digestOf, type Digest } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import { parseManifest } from '../format/parse-manifest.ts';
import type { BlobContent } from './blob-content.ts';
import type { PushedBlob } from './push-blob.ts';
import type { PushedManifest } from './push-manifest.ts';
import type { RegistryWriter } from './registry-writer.ts';

export interface PushImageOptions {
  /** Where the bytes of a blob are. Asked for those blobs alone that must be sent; the others need not be here. */
  readonly content: (blob: Descriptor) => BlobContent;
  /** A repository of the same registry that may have the blob. */
  readonly mountFrom?: (blob: Descriptor) => string | undefined;
  /** Bytes of all blobs that are there or on their way; falls when some are sent again. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** The registry should have this blob: it is asked before anything is sent, also if it seems to have nothing. */
  readonly isKnown?: (blob: Descriptor) => boolean;
  /** A tag for it, which must name nothing yet. Without it the image can be found by its digest alone. */
  readonly tag?: string;
}

export interface PushedImage extends PushedManifest {
  readonly blobs: ReadonlyMap<Digest, PushedBlob>;
  /** Bytes of blobs that were sent, including failed attempts. */
  readonly blobBytes: number;
}

/** What registries say of a manifest whose blob they have not. */
const MISSING = new Set(['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN']);

/**
 * Pushes an image: first the blobs, then the manifest, so that what can be found is whole. A blob that the registry said
 * to have, and then misses when it gets the manifest, is sent once more.
 * @param manifest its bytes, as they are to be published
 * @throws RegistryError, IntegrityError, CancelledError; the other uploads are ended then too
 */
export async function pushImage(
  writer: RegistryWriter,
  manifest: { readonly bytes: Buffer; readonly mediaType: string },
  options: PushImageOptions,
): Promise<PushedImage> {
  const digest = digestOf(manifest.bytes);
  const signal = eitherOf(options.signal, writer.signal);
  const all = blobsOf(manifest, digest);
  const blobs = await pushBlobs(writer, all, signal, options);
  const pushed = await send().catch(async (error: unknown) => {
    const believed = all.filter((blob) => blobs.get(blob.digest)?.outcome !== 'uploaded');
    if (!(error instanceof RegistryError && MISSING.has(error.code ?? '')) || believed.length === 0) throw error;
    for (const [blob, sent] of await pushBlobs(writer, believed, signal, { ...options, again: true })) blobs.set(blob, sent);
    return send();
  });
  const blobBytes = [...blobs.values()].reduce((sum, { sent }) => sum + sent, 0);
  return { ...pushed, blobs, blobBytes };

  function send(): Promise<PushedManifest> {
    if (options.tag !== undefined) return writer.pushManifest(manifest.bytes, manifest.mediaType, options.tag, { expect: 'none', signal });
    // If a blob was missing there was no manifest.
    const isNew = [...blobs.values()].some(({ outcome }) => outcome !== 'present');
    return writer.pushManifest(manifest.bytes, manifest.mediaType, digest, { signal, ...(isNew ? { watched: true } : {}) });
  }
}

/** Each blob once, the largest first: what takes longest must not begin last. */
function blobsOf(manifest: { readonly bytes: Buffer; readonly mediaType: string }, digest: Digest): Descriptor[] {
  const parsed = parseManifest({ ...manifest, digest }, 'the image to be pushed');
  if (parsed.kind === 'index') throw new Failure(`${digest} is an index; only an image can be pushed.`);
  const { config, layers } = parsed.manifest;
  const all = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
  return [...all.values()].sort((a, b) => b.size - a.size);
}

async function pushBlobs(
  writer: RegistryWriter,
  blobs: readonly Descriptor[],
  stop: AbortSignal,
  options: PushImageOptions & { readonly again?: boolean },
): Promise<Map<Digest, PushedBlob>> {
  const failed = new AbortController();
  const signal = eitherOf(failed.signal, stop);
  const progress = sumOf(blobs, options.onProgress);
  let firstError: unknown;
  const results = await Promise.allSettled(
    blobs.map(async (blob) => {
      try {
        const mountFrom = options.mountFrom?.(blob);
        const onProgress = (bytes: number): void => progress(blob.digest, bytes);
        const content: BlobContent = { open: (start, end) => options.content(blob).open(start, end) };
        const pushed = await writer.pushBlob(blob, content, { signal, onProgress, again: options.again === true, ask: options.isKnown?.(blob) === true, ...(mountFrom === undefined ? {} : { mountFrom }) });
        return [blob.digest, pushed] as const;
      } catch (error) {
        firstError ??= error;
        failed.abort(error);
        throw error;
      }
    }),
  );
  if (firstError !== undefined) throw firstError;
  return new Map(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
}

function eitherOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
  // As many listeners as there are requests at work.
  setMaxListeners(0, signal);
  return signal;
}

function sumOf(blobs: readonly Descriptor[], report: PushImageOptions['onProgress']): (digest: Digest, bytes: number) => void {
  const total = blobs.reduce((sum, { size }) => sum + size, 0);
  const done = new Map<Digest, number>();
  let sum = 0;
  return (digest, bytes) => {
    sum += bytes - (done.get(digest) ?? 0);
    done.set(digest, bytes);
    report?.(sum, total);
  };
}
