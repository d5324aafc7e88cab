import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import { hashPartOf, type StorePath } from '../nix/store/store-path.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { HeldLayer, HeldPath, NarSource } from './nar-source.ts';
import type { NarFile, NarStock } from './nar-stock.ts';

interface Entry {
  readonly info: PathInfo;
  readonly layers: HeldLayer[];
}

/** Which store paths the layers of published Features hold. What the first of them says of a path counts. */
export class Catalogue {
  readonly #entries = new Map<string, Entry>();

  /** Takes what a Feature's document says. @param source where its layers are */
  add({ closure, layers, complement = [] }: DeltaDocument, source: ImageSource): void {
    const infos = new Map(closure.map(({ in: _in, ...info }): [StorePath, PathInfo] => [info.path, info]));
    for (const entry of [...layers, ...complement]) {
      const layer: HeldLayer = { entry, source, infos };
      for (const path of entry.paths) this.#hold(infos.get(path), layer);
    }
  }

  /** @param hashPart the 32 characters in front of a store path's name */
  find(hashPart: string): HeldPath | undefined {
    return this.#entries.get(hashPart);
  }

  /** How many store paths there are. */
  get size(): number {
    return this.#entries.size;
  }

  *paths(): Generator<PathInfo> {
    for (const { info } of this.#entries.values()) yield info;
  }

  #hold(info: PathInfo | undefined, layer: HeldLayer): void {
    if (info === undefined) return;
    const key = hashPartOf(info.path);
    const entry = this.#entries.get(key);
    if (entry === undefined) this.#entries.set(key, { info, layers: [layer] });
    else if (entry.info.path === info.path && entry.info.narHash === info.narHash) entry.layers.push(layer);
  }
}

/** The store paths of published Features. */
export class FeatureSource implements NarSource {
  readonly #catalogue: Catalogue;
  readonly #stock: NarStock;

  constructor(catalogue: Catalogue, stock: NarStock) {
    this.#catalogue = catalogue;
    this.#stock = stock;
  }

  async find(hashPart: string): Promise<PathInfo | undefined> {
    const held = this.#catalogue.find(hashPart);
    // Whatever a document says of who built a path, and of its content address, nobody has checked.
    return held === undefined ? undefined : { ...held.info, deriver: null, ca: null };
  }

  async nar(hashPart: string): Promise<NarFile | undefined> {
    const held = this.#catalogue.find(hashPart);
    return held === undefined ? undefined : this.#stock.narOf(held);
  }
}
