import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
import type { PathInfo } from '../../nix/store/closure.ts';
import { hashPartOf, type StorePath } from '../../nix/store/store-path.ts';
import { narFileName } from '../layer-nars.ts';
import type { NarSource } from '../nar-source.ts';
import type { NarFile } from '../nar-stock.ts';
import { PACK_INDEX, parsePackIndex } from './pack-index.ts';

/**
 * The store paths of a pack in the host's cache. It is restored when a path is wanted that nobody before it has, and nothing
 * of it is believed: a path is there once its NAR was found to have the hash that the index says.
 */
export class PackSource implements NarSource {
  /** What was taken from it. */
  readonly used = new Set<StorePath>();
  readonly #host: Pick<Host, 'cache' | 'warning' | 'info'>;
  readonly #prefixes: readonly string[];
  readonly #folder: string;
  #infos: Promise<ReadonlyMap<string, PathInfo>> | undefined;
  readonly #checked = new Map<string, Promise<boolean>>();

  /** @param prefixes of keys, the best first @param folder where it is unpacked; it is not there yet */
  constructor(prefixes: readonly string[], folder: string, host: Pick<Host, 'cache' | 'warning' | 'info'>) {
    this.#prefixes = prefixes;
    this.#folder = folder;
    this.#host = host;
  }

  async find(hashPart: string): Promise<PathInfo | undefined> {
    const info = (await (this.#infos ??= this.#restore())).get(hashPart);
    if (info === undefined) return undefined;
    const checking = this.#checked.get(hashPart) ?? this.#check(info);
    this.#checked.set(hashPart, checking);
    return (await checking) ? info : undefined;
  }

  async nar(hashPart: string): Promise<NarFile | undefined> {
    const info = await this.find(hashPart);
    if (info === undefined) return undefined;
    this.used.add(info.path);
    return { file: this.#fileOf(hashPart), size: info.narSize };
  }

  async #restore(): Promise<ReadonlyMap<string, PathInfo>> {
    try {
      for (const prefix of this.#prefixes) {
        const key = await this.#host.cache.restore(prefix, prefix, this.#folder);
        if (key === undefined) continue;
        const { paths } = parsePackIndex(await readFile(join(this.#folder, PACK_INDEX)));
        this.#host.info(`The pack ${key} holds ${paths.length} store paths.`);
        return new Map(paths.map((info) => [hashPartOf(info.path), info]));
      }
    } catch (error) {
      this.#host.warning(`The pack of the cache is not used: ${messageOf(error)}`);
    }
    return new Map();
  }

  async #check(info: PathInfo): Promise<boolean> {
    const hash = createHash('sha256');
    let size = 0;
    try {
      // An entry may hold links and pipes, which have no end.
      if (!(await isNarOf(info, this.#folder))) throw new Error('the pack has no file of the size that its index says');
      for await (const chunk of createReadStream(this.#fileOf(hashPartOf(info.path)))) {
        hash.update(chunk as Buffer);
        size += (chunk as Buffer).length;
      }
      if (size === info.narSize && `sha256-${hash.digest('base64')}` === info.narHash) return true;
      this.#host.warning(`${info.path} of the pack is not served: it does not have the hash that the index of the pack says.`);
    } catch (error) {
      this.#host.warning(`${info.path} of the pack is not served: ${messageOf(error)}`);
    }
    return false;
  }

  #fileOf(hashPart: string): string {
    return join(this.#folder, narFileName(hashPart));
  }
}

/** Tells whether a path's NAR is in the folder of a pack, as a file of the size that the index says. */
async function isNarOf({ path, narSize }: PathInfo, folder: string): Promise<boolean> {
  const found = await lstat(join(folder, narFileName(hashPartOf(path)))).catch(() => undefined);
  return found?.isFile() === true && found.size === narSize;
}

/**
 * Returns what a folder with a pack holds: none if there is no pack, and no path whose NAR is missing, of another size, or named twice.
 * @throws IntegrityError if it has no index that can be read
 */
export async function pathsOfPack(folder: string): Promise<readonly PathInfo[]> {
  const bytes = await readFile(join(folder, PACK_INDEX)).catch(() => undefined);
  const there = new Map<string, PathInfo>();
  for (const info of bytes === undefined ? [] : parsePackIndex(bytes).paths) if (await isNarOf(info, folder)) there.set(hashPartOf(info.path), info);
  return [...there.values()];
}
