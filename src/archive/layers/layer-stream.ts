import { ExportParser, exportRuns, startExport, type ExportVisitor } from '../../nix/nar/export.ts';
import { readStore } from '../../nix/nar/store-reader.ts';
import type { NixSite } from '../../nix/run/site.ts';
import type { Closure, PathInfo } from '../../nix/store/closure.ts';
import { compareText, type StorePath } from '../../nix/store/store-path.ts';
import { HoldingRoom, TarWriter, type ByteSink } from '../tar-writer.ts';

/** Takes the tar of one layer. */
export interface LayerSink<T> extends ByteSink {
  /** All of it came. */
  end(): Promise<T>;
  /** Gives up; nothing is left of it. */
  discard(): Promise<void>;
}

/** Where the tars of layers go. */
export interface LayerSinks<T> {
  /** Opens the next one, for these paths. */
  open(paths: readonly StorePath[]): LayerSink<T>;
  /** Backpressure: undefined while there's room for more, else a promise of room. */
  room(): Promise<void> | undefined;
  /** Ends whatever still works for them. */
  close(): Promise<void>;
}

export interface StreamOptions {
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the NAR bytes done so far and the path that is at work. */
  readonly onProgress?: ((done: number, path: StorePath) => void) | undefined;
}

/**
 * Streams groups of store paths, each as the tar of one layer: NARs out of the store, each checked against its hash. The tail of one layer
 * may still be at work while the next one is read.
 *
 * @param groups no empty ones; the paths of each are sorted here
 * @throws IntegrityError if a path is not what Nix says, and the signal's reason; all sinks are discarded then
 */
export async function streamLayers<T>(site: NixSite, closure: Closure, groups: readonly (readonly StorePath[])[], { sinks, ...options }: StreamOptions & { readonly sinks: LayerSinks<T> }): Promise<T[]> {
  const sorted = groups.map((group) => group.toSorted(compareText));
  const stream = new LayerStream(sorted, sinks, options);
  try {
    if (site.storeIsHere) await pumpStore(sorted, closure, stream);
    else await pumpExport(site, sorted, closure, stream);
    return await stream.finish();
  } catch (error) {
    await stream.discard();
    throw error;
  }
}

/** What store paths are pumped into. */
interface Pumped extends ExportVisitor {
  room(): Promise<void> | undefined;
  throwIfStopped(): void;
}

async function pumpStore(groups: readonly (readonly StorePath[])[], closure: Closure, pumped: Pumped): Promise<void> {
  const reader = readStore(infosOf(groups, closure), pumped);
  while (reader.next().done !== true) {
    const room = pumped.room();
    if (room !== undefined) await room;
    pumped.throwIfStopped();
  }
}

async function pumpExport(
  site: NixSite,
  groups: readonly (readonly StorePath[])[],
  closure: Closure,
  pumped: Pumped,
): Promise<void> {
  const stream = startExport(
    site,
    groups.flatMap((group) => exportRuns(group, closure)),
  );
  // Awaited below; a reader that fails first must not leave it unhandled.
  stream.done.catch(() => undefined);
  const parser = new ExportParser(infosOf(groups, closure), pumped);
  try {
    for await (const chunk of stream.stdout as AsyncIterable<Buffer>) {
      parser.write(chunk);
      free(chunk);
      await pumped.room();
      pumped.throwIfStopped();
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
class LayerStream<T> implements Pumped {
  readonly #groups: readonly (readonly StorePath[])[];
  readonly #options: StreamOptions;
  readonly #sinks: LayerSinks<T>;
  readonly #room = new HoldingRoom();
  readonly #open: LayerSink<T>[] = [];
  readonly #layers: Promise<T>[] = [];
  #tar: TarWriter | undefined;
  /** Paths of the present layer that are still to come. */
  #left = 0;
  /** NAR bytes of the paths that are done. */
  #done = 0;
  /** Bytes of files of the present path. */
  #within = 0;
  #path: StorePath | undefined;

  constructor(groups: readonly (readonly StorePath[])[], sinks: LayerSinks<T>, options: StreamOptions) {
    this.#groups = groups;
    this.#sinks = sinks;
    this.#options = options;
  }

  room(): Promise<void> | undefined {
    if (this.#path !== undefined) this.#options.onProgress?.(this.#done + this.#within, this.#path);
    return this.#sinks.room();
  }

  throwIfStopped(): void {
    this.#options.signal?.throwIfAborted();
  }

  async finish(): Promise<T[]> {
    const layers = await Promise.all(this.#layers);
    await this.#sinks.close();
    return layers;
  }

  async discard(): Promise<void> {
    // First: what is at work need not be waited for.
    await this.#sinks.close();
    await Promise.allSettled(this.#layers);
    await Promise.all(this.#open.map((sink) => sink.discard()));
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
    const paths = this.#groups[this.#open.length] ?? [];
    const sink = this.#sinks.open(paths);
    this.#open.push(sink);
    this.#tar = new TarWriter(sink, this.#room);
    this.#left = paths.length;
  }

  #endLayer(): void {
    const sink = this.#open.at(-1);
    if (sink === undefined) throw new Error('no layer is being written');
    this.#writer.end();
    this.#tar = undefined;
    const layer = sink.end();
    layer.catch(() => undefined);
    this.#layers.push(layer);
  }
}
