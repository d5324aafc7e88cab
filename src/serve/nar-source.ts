import type { PathInfo } from '../nix/store/closure.ts';
import type { NarFile } from './nar-stock.ts';

/** Where store paths are had. */
export interface NarSource {
  /** @param hashPart the 32 characters in front of a store path's name @returns undefined if it has none of that hash */
  find(hashPart: string): Promise<PathInfo | undefined>;
  /** @returns undefined if the path can't be had as it should be; a NAR that was checked else */
  nar(hashPart: string): Promise<NarFile | undefined>;
}
