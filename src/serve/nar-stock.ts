import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, RegistryError } from '../kit/errors.ts';
import type { Log } from '../kit/host.ts';
import { Limiter } from '../kit/parallel.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { HeldLayer, HeldPath } from './nar-source.ts';
import { madeFileName } from './layer-nars.ts';
import { readFrames, unpackLayer, type NarFolder } from './unpack-layer.ts';

/** Layers that are read at once. */
const PARALLEL = 3;
/** Bytes that reading single frames must save, compared with the whole layer. */
const WORTH = 1024 * 1024;

/** A NAR that was checked. */
export interface NarFile {
  readonly file: string;
  readonly size: number;
}

/** NARs that were made again, as files of a folder; each layer is read once, when the first of its paths is wanted. */
export class NarStock {
  readonly #place: NarFolder;
  readonly #log: Pick<Log, 'debug' | 'warning'>;
  readonly #limiter = new Limiter(PARALLEL);
  /** Layers that are being read, or were; one that could not be reached is read again. */
  readonly #reading = new Map<string, Promise<void>>();
  /** Layers whose bytes are not what they should be: nothing more is asked of them. */
  readonly #broken = new Set<string>();

  constructor(place: NarFolder, log: Pick<Log, 'debug' | 'warning'>) {
    this.#place = place;
    this.#log = log;
  }

  /** @returns undefined if no layer gives the path as its document says it is; a warning says why */
  async narOf({ info, layers }: HeldPath): Promise<NarFile | undefined> {
    const there = await this.#find(info);
    if (there !== undefined) return there;
    for (const layer of layers) {
      await this.#bring(layer, info);
      const found = await this.#find(info);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #find(info: PathInfo): Promise<NarFile | undefined> {
    const file = join(this.#place.folder, madeFileName(info));
    const found = await stat(file).catch(() => undefined);
    return found?.size === info.narSize ? { file, size: found.size } : undefined;
  }

  async #bring(layer: HeldLayer, info: PathInfo): Promise<void> {
    if (await this.#bringFrames(layer, info)) return;
    const { digest } = layer.entry;
    if (this.#broken.has(digest)) return;
    const running = this.#reading.get(digest) ?? this.#limiter.run(() => this.#read(layer));
    this.#reading.set(digest, running);
    await running;
  }

  /** Reads the whole layer. Never throws. */
  async #read({ entry, source, infos }: HeldLayer): Promise<void> {
    const wanted = new Map(entry.paths.flatMap((path): [StorePath, PathInfo][] => infosOf(infos, path)));
    try {
      const made = await unpackLayer({ bytes: source.blob(entry), mediaType: entry.mediaType, infos: wanted, most: mostOf(entry.tarSize, wanted) }, this.#place);
      const wrong = entry.paths.filter((path) => !made.has(path));
      if (wrong.length > 0) this.#refuse(entry.digest, `${wrong[0] ?? ''} in it is not what its document says`, source.name);
    } catch (error) {
      if (this.#place.signal.aborted) return;
      // What can't be had now, the next one who wants it asks for again.
      if (error instanceof RegistryError) {
        this.#reading.delete(entry.digest);
        this.#log.warning(`The layer ${entry.digest} of ${source.name} could not be read: ${error.message}`);
      } else this.#refuse(entry.digest, messageOf(error), source.name);
    }
  }

  /** @returns whether the path is there now */
  async #bringFrames(layer: HeldLayer, info: PathInfo): Promise<boolean> {
    const { entry } = layer;
    const frames = entry.frames?.find(([index]) => entry.paths[index] === info.path);
    if (frames === undefined || entry.size - frames[2] < WORTH || this.#broken.has(entry.digest)) return false;
    try {
      return await this.#limiter.run(() => readFrames(layer, info, this.#place));
    } catch (error) {
      this.#log.debug(`${info.path} can't be read by itself, so its whole layer is read: ${messageOf(error)}`);
      return false;
    }
  }

  #refuse(digest: string, why: string, where: string): void {
    this.#broken.add(digest);
    this.#log.warning(`The layer ${digest} of ${where} is not served: ${why}.`);
  }
}

function infosOf(infos: HeldLayer['infos'], path: StorePath): [StorePath, PathInfo][] {
  const info = infos.get(path);
  return info === undefined ? [] : [[path, info]];
}

/** Bytes of a tar at most: in a tar a node takes at most 100 times what it takes in a NAR (see feature/files/bundle.ts). */
function mostOf(tarSize: number | undefined, infos: ReadonlyMap<StorePath, PathInfo>): number {
  const bound = [...infos.values()].reduce((sum, { narSize }) => sum + 100 * narSize, 10_240);
  return Math.min(tarSize ?? bound, bound);
}
