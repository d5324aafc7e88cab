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
