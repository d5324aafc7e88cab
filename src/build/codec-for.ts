import type { BaseStore } from '../base/base-store.ts';
import type { BuildRequest, Compression } from '../request.ts';

/**
 * What layers are compressed with. `auto` is zstd where all bases can unpack it. Without a base, or with a complement, the
 * Feature may be installed anywhere, and there is nobody to ask.
 */
export function codecFor(
  { compression, complement }: Pick<BuildRequest, 'compression' | 'complement'>,
  bases: readonly Pick<BaseStore, 'hasZstd'>[],
): Compression {
  if (compression !== 'auto') return compression;
  return !complement && bases.length > 0 && bases.every((base) => base.hasZstd) ? 'zstd' : 'gzip';
}
