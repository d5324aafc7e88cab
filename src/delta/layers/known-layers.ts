import type { PathInfo } from '../../nix/store/closure.ts';
import { compareText, type StorePath } from '../../nix/store/store-path.ts';
import { digestOf, type Digest } from '../../oci/format/digest.ts';

/** Goes up whenever the same paths would be written as another tar. */
const PACKER_FORMAT = 'nix-feature-layer-v1';

/** Returns what a layer holds, whatever the codec: docs/reference/formats.md, "The delta document". */
export function layerKey(paths: readonly StorePath[], infos: ReadonlyMap<StorePath, Pick<PathInfo, 'narHash'>>): Digest {
  const lines = paths.toSorted(compareText).map((path) => `${path} ${infos.get(path)?.narHash ?? ''}\n`);
  return digestOf(`${PACKER_FORMAT}\n${lines.join('')}`);
}

/** A layer that exists already, somewhere: of the last release, or of a sibling Feature. */
export interface ReusableLayer {
  /** What is inside, whatever the codec. */
  readonly key: Digest;
  readonly paths: readonly StorePath[];
  /** Compressed bytes. */
  readonly size: number;
}

/**
 * Returns the layers that can be used again as they are: every path is still wanted and still holds the same, and no layer that
 * goes before has one of them. A document may be wrong about its layers, so the key is computed again.
 * @param history in order of preference
 */
export function layersToKeep<L extends ReusableLayer>(add: ReadonlyMap<StorePath, PathInfo>, history: readonly L[]): L[] {
  const taken = new Set<StorePath>();
  return history.filter(({ paths, key }) => {
    const whole = paths.length > 0 && paths.every((path) => add.has(path) && !taken.has(path)) && new Set(paths).size === paths.length;
    if (!whole || layerKey(paths, add) !== key) return false;
    for (const path of paths) taken.add(path);
    return true;
  });
}
