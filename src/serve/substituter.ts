import { cacheInfo, narInfoText } from '../nix/cache/narinfo.ts';
import type { SigningKey } from '../nix/cache/signing-key.ts';
import type { NarSource } from './nar-source.ts';
import type { NarFile } from './nar-stock.ts';

/** What a binary cache answers. */
export type CacheAnswer = { readonly text: string; readonly type: string } | { readonly nar: NarFile } | undefined;

const NAR_INFO = /^\/([0-9a-df-np-sv-z]{32})\.narinfo$/;
const NAR = /^\/nar\/([0-9a-df-np-sv-z]{32})\.nar$/;

/** Answers as a Nix binary cache: what the first of its sources has, signed. What none of them has is not there. */
export class Substituter {
  readonly #sources: readonly NarSource[];
  readonly #key: SigningKey;
  readonly #info: string;
  /** Signed texts, by hash part. */
  readonly #texts = new Map<string, string>();

  /** @param sources in the order in which they are asked @param priority the lowest is asked first */
  constructor(sources: readonly NarSource[], key: SigningKey, priority: number) {
    this.#sources = sources;
    this.#key = key;
    this.#info = cacheInfo(priority);
  }

  /** @param path of the request, as it was sent @returns undefined for what is not there */
  async answer(path: string): Promise<CacheAnswer> {
    if (path === '/nix-cache-info') return { text: this.#info, type: 'text/x-nix-cache-info' };
    const wanted = NAR_INFO.exec(path)?.[1];
    if (wanted !== undefined) return this.#narInfo(wanted);
    const nar = NAR.exec(path)?.[1];
    return nar === undefined ? undefined : this.#nar(nar);
  }

  async #narInfo(hashPart: string): Promise<CacheAnswer> {
    const known = this.#texts.get(hashPart);
    if (known !== undefined) return { text: known, type: 'text/x-nix-narinfo' };
    for (const source of this.#sources) {
      const info = await source.find(hashPart);
      if (info === undefined) continue;
      const text = narInfoText(info, this.#key);
      this.#texts.set(hashPart, text);
      return { text, type: 'text/x-nix-narinfo' };
    }
    return undefined;
  }

  /** Of the source whose narinfo was given: another one may have built other bytes. */
  async #nar(hashPart: string): Promise<CacheAnswer> {
    for (const source of this.#sources) {
      if ((await source.find(hashPart)) === undefined) continue;
      const nar = await source.nar(hashPart);
      return nar === undefined ? undefined : { nar };
    }
    return undefined;
  }
}
