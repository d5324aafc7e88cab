import { CancelledError, Failure } from '../kit/errors.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseReference } from '../oci/format/reference.ts';
import { imageDigests } from '../oci/format/select-platform.ts';
import type { Registries } from '../oci/pull/registries.ts';
import type { Arch } from '../platform.ts';
import type { BuildRequest } from '../request/build.ts';
import type { BaseReference } from '../request/sources.ts';
import { openBase } from './open-base.ts';

/**
 * Returns the same request, whose bases in registries are pinned to what their names stand for now: a tag that moves while one
 * platform is built would give the next one another base.
 * @throws CancelledError; what else is wrong with a base, whoever needs it will say
 */
export async function pinBases<Request extends Pick<BuildRequest, 'bases'>>(request: Request, registries: Registries): Promise<Request> {
  return { ...request, bases: await Promise.all(request.bases.map((base) => pin(base, registries))) };
}

async function pin(base: BaseReference, registries: Registries): Promise<BaseReference> {
  if (base.kind !== 'registry' || parseReference(base.text).digest !== undefined) return base;
  try {
    const open = await openBase(base, registries);
    try {
      return { ...base, root: await open.source.root() };
    } finally {
      open.close();
    }
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError) throw error;
    return base;
  }
}

/** Returns the digests of bases in registries, for the job that puts the platforms of several jobs together. */
export function pinnedBases(bases: readonly BaseReference[]): readonly { readonly name: string; readonly digest: string }[] {
  return bases.flatMap((base) => {
    const digest = base.kind === 'registry' ? (base.root?.digest ?? parseReference(base.text).digest) : undefined;
    return digest === undefined ? [] : [{ name: base.text, digest }];
  });
}

/**
 * Returns the bases as other jobs must name them to get the same ones: `registry/repo:tag@digest`. Bases of other
 * kinds, and those that could not be asked, keep their names.
 */
export function pinnedNames(bases: readonly BaseReference[]): readonly string[] {
  return bases.map((base) => (base.kind === 'registry' && base.root !== undefined ? `${base.text}@${base.root.digest}` : base.text));
}

/** Returns the images that a base's name stands for now. Errors are reported by the step that needs the base. */
export async function baseDigests(base: BaseReference, arches: readonly Arch[], registries: Registries): Promise<ReadonlyMap<Arch, Digest>> {
  if (base.kind === 'daemon') return new Map();
  try {
    const open = await openBase(base, registries);
    try {
      return await imageDigests(open.source, arches);
    } finally {
      open.close();
    }
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError) throw error;
    return new Map();
  }
}
