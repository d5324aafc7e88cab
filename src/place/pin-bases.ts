import { CancelledError, Failure } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseReference } from '../oci/format/reference.ts';
import { imageDigests } from '../oci/format/select-platform.ts';
import type { Arch } from '../platform.ts';
import type { BaseReference, BuildRequest } from '../request.ts';
import { openBase } from './open-base.ts';

/** What of a request says which bases there are, and who reads them. */
type Pinning = Pick<BuildRequest, 'bases' | 'registry' | 'credentials'>;

/**
 * The same request, whose bases in registries are pinned to what their names stand for now: a tag that moves while one
 * platform is built would give the next one another base.
 * @throws CancelledError; what else is wrong with a base, whoever needs it will say
 */
export async function pinBases<Request extends Pinning>(request: Request, host: Host): Promise<Request> {
  return { ...request, bases: await Promise.all(request.bases.map((base) => pin(base, request, host))) };
}

async function pin(base: BaseReference, request: Pinning, host: Host): Promise<BaseReference> {
  if (base.kind !== 'registry' || parseReference(base.text).digest !== undefined) return base;
  try {
    const open = await openBase(base, request, host);
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

/** The digests that the bases of registries are known by; for whoever puts several jobs' platforms together. */
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

/** The images that a base's name stands for now. What is wrong with it, whoever needs it will say. */
export async function baseDigests(
  base: BaseReference,
  request: Pick<BuildRequest, 'registry' | 'credentials' | 'arches'>,
  host: Host,
): Promise<ReadonlyMap<Arch, Digest>> {
  if (base.kind === 'daemon') return new Map();
  try {
    const open = await openBase(base, request, host);
    try {
      return await imageDigests(open.source, request.arches);
    } finally {
      open.close();
    }
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError) throw error;
    return new Map();
  }
}
