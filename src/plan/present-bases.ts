import type { PresentBase } from '../delta/compare/difference.ts';
import { baseDigests } from '../place/pin-bases.ts';
import { readBases } from '../place/read-bases.ts';
import type { Arch } from '../platform.ts';
import type { BaseReference } from '../request/sources.ts';
import type { Planning } from './planning.ts';

/**
 * Returns which images the bases are now, for each platform; what they hold is not looked at.
 * @throws CancelledError
 */
export async function presentBases(references: readonly BaseReference[], { request, registries }: Pick<Planning, 'request' | 'registries'>): Promise<ReadonlyMap<Arch, readonly PresentBase[]>> {
  const all = await Promise.all(references.map((reference) => baseDigests(reference, request.arches, registries)));
  return new Map(request.arches.map((arch) => [arch, all.map((digests) => ({ digest: digests.get(arch) }))]));
}

/** Returns the same, with what they hold. */
export async function basesWithPaths({ request, registries, host, stages }: Omit<Planning, 'readers' | 'stop'>): Promise<ReadonlyMap<Arch, readonly PresentBase[]>> {
  const all = new Map<Arch, readonly PresentBase[]>();
  for (const arch of request.arches) {
    all.set(arch, (await readBases(request.bases, { request, registries, arch, host, stages })).map(({ digest, narSizes }) => ({ digest, narSizes })));
  }
  return all;
}
