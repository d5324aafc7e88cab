import { nixpkgsOfLabels, nixpkgsOfRegistry } from '../base/base-nixpkgs.ts';
import { findEngine } from '../engine/find-engine.ts';
import { CommandError } from '../kit/errors.ts';
import type { NixSite } from '../nix/run/site.ts';
import type { BaseReference } from '../request/sources.ts';
import { imageOf, openBase } from './open-base.ts';
import type { BasePlace } from './place.ts';
import { daemonImage } from './site.ts';

/** Where images are looked at, without reading what they hold. */
type ImagesPlace = Pick<BasePlace, 'request' | 'registries' | 'arch'>;

/**
 * Finds out which nixpkgs a base was made of. Its labels say so, or else Nix's registry of flakes in it.
 * @param registry reads the text of the registry, if there is one
 * @returns a flake reference that always names the same; undefined if the base does not say
 * @throws BaseError, RegistryError, CancelledError
 */
export async function findNixpkgs(reference: BaseReference, place: ImagesPlace, registry: () => Promise<string | undefined>): Promise<string | undefined> {
  return nixpkgsOfLabels(await labelsOf(reference, place)) ?? nixpkgsOfRegistry((await registry()) ?? '');
}

/** Reads Nix's registry of flakes in a container of the base. @returns undefined if it has none @throws CancelledError */
export async function registryIn(site: NixSite): Promise<string | undefined> {
  try {
    return await site.capture(['cat', '/etc/nix/registry.json']);
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

async function labelsOf(reference: BaseReference, { request, registries, arch }: ImagesPlace): Promise<Readonly<Record<string, string>>> {
  if (reference.kind === 'daemon') return (await daemonImage(await findEngine(request.engine, { signal: registries.job.signal }), reference.image, arch)).labels;
  const base = await openBase(reference, registries);
  try {
    return (await imageOf(base, reference, arch)).config.labels;
  } finally {
    base.close();
  }
}
