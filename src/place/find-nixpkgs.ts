import { nixpkgsOfLabels, nixpkgsOfRegistry } from '../base/base-nixpkgs.ts';
import { findEngine } from '../engine/find-engine.ts';
import { CommandError } from '../kit/errors.ts';
import type { NixSite } from '../nix/run/site.ts';
import type { BaseReference } from '../request.ts';
import { imageOf, openBase } from './open-base.ts';
import type { BasePlace } from './place.ts';
import { daemonImage } from './site.ts';

/**
 * Which nixpkgs was a base made of? Its labels say so, or else Nix's registry of flakes in it, where Nix runs in a container of it.
 * @param site a container of the base; undefined: the host
 * @returns a flake reference that always names the same; undefined where the base does not say
 * @throws BaseError, RegistryError, CancelledError
 */
export async function findNixpkgs(reference: BaseReference, place: Omit<BasePlace, 'stages'>, site: NixSite | undefined): Promise<string | undefined> {
  const labelled = nixpkgsOfLabels(await labelsOf(reference, place));
  if (labelled !== undefined || site === undefined) return labelled;
  try {
    return nixpkgsOfRegistry(await site.capture(['cat', '/etc/nix/registry.json']));
  } catch (error) {
    if (error instanceof CommandError) return undefined; // it has none
    throw error;
  }
}

async function labelsOf(reference: BaseReference, { request, arch, host }: Omit<BasePlace, 'stages'>): Promise<Readonly<Record<string, string>>> {
  if (reference.kind === 'daemon') return (await daemonImage(await findEngine(request.engine, { signal: host.signal }), reference.image, arch)).labels;
  const base = await openBase(reference, request, host);
  try {
    return (await imageOf(base, reference, arch)).config.labels;
  } finally {
    base.close();
  }
}
