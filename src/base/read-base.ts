import { Transform, pipeline, type Readable } from 'node:stream';
import type { Host, HostCache, Progress } from '../kit/host.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { selectPlatform, type PlatformImage } from '../oci/format/select-platform.ts';
import { cancelled } from '../oci/http/transport-error.ts';
import type { Arch } from '../platform.ts';
import { BaseIndexCache } from './base-index-cache.ts';
import type { BaseStore } from './base-store.ts';
import { contentsOf } from './fold-layers.ts';
import { indexLayer, type LayerIndex, type LayerObserver } from './layer-index.ts';

export interface ReadBaseOptions {
  /** Without one, every layer is read. */
  readonly cache?: HostCache;
  readonly signal?: AbortSignal;
  /** Compressed bytes read so far, of those that must be read. Not called if nothing must be. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly debug?: (line: string) => void;
  /** Sees the entries of each layer as well; then every layer is read, whatever is remembered. */
  readonly observe?: (layer: Digest) => LayerObserver;
}

/** Reads for somebody: with the host's cache, until its job is stopped, and shows how far it is. */
export function readingFor({ cache, signal, debug }: Pick<Host, 'cache' | 'signal' | 'debug'>, progress: Progress): ReadBaseOptions {
  return { cache, signal, debug: (line) => debug(line), onProgress: (done, total) => progress.update(done, undefined, total) };
}

// Enough to keep two cores and a line busy; each holds a decompressor's window in memory.
const PARALLEL = 4;

interface Layer extends Descriptor {
  readonly diffId: Digest;
}

/**
 * Reads which store paths an image holds, read from its layers: streamed, nothing is written to disk.
 * @throws BaseError, IntegrityError, RegistryError, CancelledError
 */
export async function readBase(source: ImageSource, arch: Arch, options: ReadBaseOptions = {}): Promise<BaseStore> {
  return readImage(source, await selectPlatform(source, arch), options);
}

/** Reads the same from an image that was selected before, so that the image that runs and the one that is read are the same. */
export async function readImage(source: ImageSource, image: PlatformImage, options: ReadBaseOptions = {}): Promise<BaseStore> {
  const { manifest, manifestDigest, config } = image;
  const layers: Layer[] = manifest.layers.map((layer, i) => ({ ...layer, diffId: config.diffIds[i] as Digest }));
  const remembered = { repository: source.repository, architecture: config.architecture, manifest: manifestDigest };
  const cache = options.cache === undefined ? undefined : new BaseIndexCache(options.cache, options.debug ?? (() => {}));
  const known = options.observe !== undefined || cache === undefined ? new Map<Digest, LayerIndex>() : await cache.load(remembered, layers);

  const unread = [...new Map(layers.filter(({ digest }) => !known.has(digest)).map((layer) => [layer.digest, layer])).values()];
  if (unread.length > 0) {
    for (const [digest, index] of await readLayers(source, unread, options)) known.set(digest, index);
    await cache?.save(remembered, known);
  }
  const ordered = layers.map(({ digest }) => known.get(digest)).filter((index) => index !== undefined);
  return { name: source.name, digest: manifestDigest, ...contentsOf(ordered) };
}

async function readLayers(
  source: ImageSource,
  layers: readonly Layer[],
  { signal, onProgress, observe }: ReadBaseOptions,
): Promise<Map<Digest, LayerIndex>> {
  const total = layers.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const count = (bytes: number): void => {
    done += bytes;
    onProgress?.(done, total);
  };
  // The first failure stops the others: nobody waits for layers of an image that can't be used.
  const stop = new AbortController();
  const any = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const found = new Map<Digest, LayerIndex>();
  // The largest first: one of them begun last would keep one core busy while the other waits.
  const queue = [...layers].sort((a, b) => b.size - a.size);
  const work = async (): Promise<void> => {
    for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
      any.throwIfAborted();
      const where = `the layer ${layer.digest} of ${source.name}`;
      found.set(layer.digest, await indexLayer(counted(source.blob(layer), count), { ...layer, where, observer: observe?.(layer.digest) }, any));
    }
  };
  const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, () =>
    work().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  const results = await Promise.allSettled(workers);
  if (signal?.aborted === true) throw cancelled(signal);
  if (results.some(({ status }) => status === 'rejected')) throw stop.signal.reason;
  return found;
}

function counted(blob: Readable, count: (bytes: number) => void): Readable {
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count(chunk.length);
      done(null, chunk);
    },
  });
  return pipeline(blob, meter, () => {});
}
