import { join } from 'node:path';
import type { LayerEntry } from '../delta/document/delta-document.ts';
import { layerKey } from '../delta/layers/layer-key.ts';
import { ExportParser, exportRuns, startExport, type ExportVisitor } from '../nix/nar/export.ts';
import { readStore } from '../nix/nar/store-reader.ts';
import type { NixSite } from '../nix/run/site.ts';
import type { Closure, PathInfo } from '../nix/store/closure.ts';
import { compareText, type StorePath } from '../nix/store/store-path.ts';
import type { LeakSearch } from '../leaks/search.ts';
import type { Compression } from '../request.ts';
import { BlobWriter, type WrittenBlob } from './blob-writer.ts';
import { BlockPool } from './block-pool.ts';
import type { LayerLeaks } from './tar-parts.ts';
import { HoldingRoom, TarWriter } from './tar-writer.ts';

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
  /** What was found in it; undefined where nobody looked. */
  readonly leaks: LayerLeaks | undefined;
}

/**
 * Packs groups of store paths, each into one layer: NARs out of the store, each checked against its hash, into
 * deterministic tars, compressed and digested on the way into files of a folder. Memory stays the same however much
 * there is; the tail of one layer is compressed while the next one is read.
 *
 * @param groups no empty ones; the paths of each are sorted here
 * @throws IntegrityError where a path is not what Nix says, and the signal's reason; nothing is then left in the folder
 */
export async function packLayers(
  site: NixSite,
  closure: Closure,
  groups: readonly (readonly StorePath[])[],
  options: PackOptions,
): Promise<PackedLayer[]> {
  const sorted = groups.map((group) => group.toSorted(compareText));
  const packer = new Packer(sorted, closure, options);
  try {
    if (site.storeIsHere) await pumpStore(sorted, closure, packer);
    else await pumpExport(site, sorted, closure, packer);
    return await packer.finish();
  } catch (error) {
    await packer.discard();
    throw error;
  }
}

async function pumpStore(groups: readonly (readonly StorePath[])[], closure: Closure, packer: Packer): Promise<void> {
  const reader = readStore(infosOf(groups, closure), packer);
  while (reader.next().done !== true) {
    const room = packer.room();
    if (room !== undefined) await room;
    packer.throwIfStopped();
  }
}

async function pumpExport(
  site: NixSite,
  groups: readonly (readonly StorePath[])[],
  closure: Closure,
  packer: Packer,
): Promise<void> {
  const stream = startExport(
    site,
    groups.flatMap((group) => exportRuns(group, closure)),
  );
  // Awaited below; a reader that fails first must not leave it unhandled.
  stream.done.catch(() => undefined);
  const parser = new ExportParser(infosOf(groups, closure), packer);
  try {
    for await (const chunk of stream.stdout as AsyncIterable<Buffer>) {
      parser.write(chunk);
      free(chunk);
      await packer.room();
      packer.throwIfStopped();
    }
    await stream.done;
    parser.end();
  } finally {
    stream.stdout.destroy();
  }
}

/** Frees what nobody reads any more at once: garbage collection sees small objects and lets megabytes behind them wait. */
function free({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function* infosOf(groups: readonly (readonly StorePath[])[], closure: Closure): Generator<PathInfo> {
  for (const path of groups.flat()) {
    const info = closure.get(path);
    if (info === undefined) throw new Error(`${path} is not in the closure`);
    yield info;
  }
}

/** Hands the stream's paths to the layer that each belongs to, one layer after the other. */
class Packer implements ExportVisitor {
  readonly #groups: readonly (readonly StorePath[])[];
  readonly #closure: Closure;
  readonly #folder: string;
  readonly #options: PackOptions;
  readonly #pool: BlockPool;
  readonly #room = new HoldingRoom();
  readonly #blobs: BlobWriter[] = [];
  readonly #layers: Promise<PackedLayer>[] = [];
  #tar: TarWriter | undefined;
  /** Paths of the present layer that are still to come. */
  #left = 0;
  /** NAR bytes of the paths that are done. */
  #done = 0;
  /** Bytes of files of the present path. */
  #within = 0;
  #path: StorePath | undefined;

  constructor(groups: readonly (readonly StorePath[])[], closure: Closure, options: PackOptions) {
    this.#groups = groups;
    this.#closure = closure;
    this.#folder = options.folder;
    this.#options = options;
    this.#pool = new BlockPool(options.compression, options.jobs, options.leaks);
  }

  room(): Promise<void> | undefined {
    if (this.#path !== undefined) this.#options.onProgress?.(this.#done + this.#within, this.#path);
    return this.#pool.room();
  }

  throwIfStopped(): void {
    this.#options.signal?.throwIfAborted();
  }

  async finish(): Promise<PackedLayer[]> {
    const layers = await Promise.all(this.#layers);
    await this.#pool.close();
    return layers;
  }

  async discard(): Promise<void> {
    // First: what is at work need not be waited for.
    await this.#pool.close();
    await Promise.allSettled(this.#layers);
    await Promise.all(this.#blobs.map((blob) => blob.discard()));
  }

  beginPath(info: PathInfo): void {
    if (this.#tar === undefined) this.#beginLayer();
    this.#path = info.path;
    this.#writer.beginPath(info);
  }

  endPath(info: PathInfo): void {
    this.#writer.endPath();
    this.#left -= 1;
    this.#done += info.narSize;
    this.#within = 0;
    if (this.#left === 0) this.#endLayer();
  }

  directory(path: string): void {
    this.#writer.directory(path);
  }

  file(path: string, executable: boolean, size: number): void {
    this.#writer.file(path, executable, size);
  }

  contents(bytes: Buffer): void {
    this.#writer.contents(bytes);
    this.#within += bytes.length;
  }

  fileEnd(): void {
    this.#writer.fileEnd();
  }

  symlink(path: string, target: string): void {
    this.#writer.symlink(path, target);
  }

  get #writer(): TarWriter {
    if (this.#tar === undefined) throw new Error('no layer is being written');
    return this.#tar;
  }

  #beginLayer(): void {
    const index = this.#blobs.length;
    const blob = new BlobWriter(join(this.#folder, `layer-${index}.tar.${this.#pool.codec.extension}`), this.#pool);
    this.#blobs.push(blob);
    this.#tar = new TarWriter(blob, this.#room);
    this.#left = this.#groups[index]?.length ?? 0;
  }

  #endLayer(): void {
    const blob = this.#blobs.at(-1);
    const paths = this.#groups[this.#blobs.length - 1];
    if (blob === undefined || paths === undefined) throw new Error('no layer is being written');
    this.#writer.end();
    this.#tar = undefined;
    const layer = blob.end().then((written) => this.#layerOf(written, paths));
    layer.catch(() => undefined);
    this.#layers.push(layer);
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
