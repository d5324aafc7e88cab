import { join } from 'node:path';
import type { LayerEntry } from '../../delta/document/delta-document.ts';
import { layerKey } from '../../delta/layers/known-layers.ts';
import type { NixSite } from '../../nix/run/site.ts';
import type { Closure } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { LeakSearch } from '../../leaks/search.ts';
import type { Compression } from '../../request/build.ts';
import { BlobWriter, type WrittenBlob } from '../blob-writer.ts';
import { BlockPool } from '../block-pool.ts';
import { streamLayers, type LayerSink, type LayerSinks } from './layer-stream.ts';
import type { LayerLeaks } from '../tar-parts.ts';

export interface PackOptions {
  /** Where files are written. */
  readonly folder: string;
  readonly compression: Compression;
  /** Threads that compress; never changes a byte. */
  readonly jobs: number;
  /** What is looked for in all that is packed; undefined: nothing. */
  readonly leaks?: LeakSearch | undefined;
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Called with the NAR bytes done so far and the path that is at work. */
  readonly onProgress?: (done: number, path: StorePath) => void;
  /** Called as soon as a layer is whole, while others are still being packed. */
  readonly onLayer?: (layer: PackedLayer) => void;
}

/** A layer and the file that holds it. */
export interface PackedLayer extends LayerEntry {
  readonly file: string;
  /** What was found in it; undefined if nobody looked. */
  readonly leaks: LayerLeaks | undefined;
}

/**
 * Packs groups of store paths, each into one layer: NARs out of the store, each checked against its hash, into
 * deterministic tars, compressed and digested on the way into files of a folder. Memory stays the same however much
 * there is; the tail of one layer is compressed while the next one is read.
 *
 * @param groups no empty ones; the paths of each are sorted here
 * @throws IntegrityError if a path is not what Nix says, and the signal's reason; nothing is then left in the folder
 */
export async function packLayers(
  site: NixSite,
  closure: Closure,
  groups: readonly (readonly StorePath[])[],
  options: PackOptions,
): Promise<PackedLayer[]> {
  return streamLayers(site, closure, groups, { sinks: new PackedSinks(closure, options), signal: options.signal, onProgress: options.onProgress });
}

/** Writes each layer into a file of its own, all of them by the same threads. */
class PackedSinks implements LayerSinks<PackedLayer> {
  readonly #closure: Closure;
  readonly #options: PackOptions;
  readonly #pool: BlockPool;
  #count = 0;

  constructor(closure: Closure, options: PackOptions) {
    this.#closure = closure;
    this.#options = options;
    this.#pool = new BlockPool(options.compression, options.jobs, options.leaks);
  }

  open(paths: readonly StorePath[]): LayerSink<PackedLayer> {
    const blob = new BlobWriter(join(this.#options.folder, `layer-${this.#count++}.tar.${this.#pool.codec.extension}`), this.#pool);
    return {
      write: (bytes) => blob.write(bytes),
      begin: (what) => blob.begin(what),
      beginPath: () => blob.beginPath(),
      endPath: () => blob.endPath(),
      end: async () => this.#layerOf(await blob.end(), paths),
      discard: () => blob.discard(),
    };
  }

  room(): Promise<void> | undefined {
    return this.#pool.room();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #layerOf(blob: WrittenBlob, paths: readonly StorePath[]): PackedLayer {
    const layer: PackedLayer = {
      key: layerKey(paths, this.#closure),
      digest: blob.digest,
      diffId: blob.diffId,
      size: blob.size,
      tarSize: blob.rawSize,
      mediaType: this.#pool.codec.mediaType,
      paths,
      ...(blob.frames === undefined ? {} : { frames: blob.frames }),
      file: blob.file,
      leaks: blob.leaks,
    };
    this.#options.onLayer?.(layer);
    return layer;
  }
}
