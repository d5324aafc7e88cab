import type { BaseStore } from '../../base/base-store.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { AddedLayer } from '../config/compose-image.ts';
import type { FittingFeature } from './check-fit.ts';

/** Where layers may be already. */
interface Below {
  /** Of the base's layers. */
  readonly layers: ReadonlySet<Digest>;
  readonly paths: BaseStore['paths'];
}

/**
 * Returns the layers of Features that come on top of a base, each once. One that the base has is left out if the base still has what
 * it holds: a layer above it may have removed that.
 * @param features that fit on the base
 */
export function featureLayers(features: readonly (FittingFeature & { readonly version: string })[], below: Below): readonly AddedLayer[] {
  const there = new Set<Digest>();
  return features.flatMap(({ text, version, document }) =>
    document.layers.flatMap(({ mediaType, digest, size, diffId, paths }) => {
      if (there.has(digest) || (below.layers.has(digest) && paths.every((path) => below.paths.has(path)))) return [];
      there.add(digest);
      return [{ descriptor: { mediaType, digest, size }, diffId, of: `${text} ${version}` }];
    }),
  );
}
