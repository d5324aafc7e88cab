import type { Closure } from '../nix/closure.ts';
import { compareText, type StorePath } from '../nix/store-path.ts';
import { digestOf, type Digest } from '../oci/digest.ts';

/** Goes up whenever the same paths would be written as another tar. */
export const PACKER_FORMAT = 'nix-feature-layer-v1';

/** What a layer holds, whatever the codec: docs/formats.md, "The delta document". */
export function layerKey(paths: readonly StorePath[], closure: Closure): Digest {
  const lines = paths.toSorted(compareText).map((path) => `${path} ${closure.get(path)?.narHash ?? ''}\n`);
  return digestOf(`${PACKER_FORMAT}\n${lines.join('')}`);
}
