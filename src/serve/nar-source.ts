import type { LayerEntry } from '../delta/document/delta-document.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { NarFile } from './nar-stock.ts';

/** A layer of a Feature, and where it is read. */
export interface HeldLayer {
  readonly entry: LayerEntry;
  readonly source: ImageSource;
  /** Of all its paths. */
  readonly infos: ReadonlyMap<StorePath, PathInfo>;
}

/** A store path, and the layers that hold just these bytes of it. */
export interface HeldPath {
  readonly info: PathInfo;
  readonly layers: readonly HeldLayer[];
}

/** Where store paths are had. */
export interface NarSource {
  /** @param hashPart the 32 characters in front of a store path's name @returns undefined if it has none of that hash */
  find(hashPart: string): Promise<PathInfo | undefined>;
  /** @returns a checked NAR; undefined if the path can't be read, or is not what the document says */
  nar(hashPart: string): Promise<NarFile | undefined>;
}
