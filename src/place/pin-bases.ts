import { CancelledError, Failure } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { parseReference } from '../oci/format/reference.ts';
import type { BaseReference, BuildRequest } from '../request.ts';
import { openBase } from './open-base.ts';

/**
 * The same request, whose bases in registries are pinned to what their names stand for now: a tag that moves while one
 * platform is built would give the next one another base.
 * @throws CancelledError; what else is wrong with a base, whoever needs it will say
 */
export async function pinBases(request: BuildRequest, host: Host): Promise<BuildRequest> {
  return { ...request, bases: await Promise.all(request.bases.map((base) => pin(base, request, host))) };
}

async function pin(base: BaseReference, request: BuildRequest, host: Host): Promise<BaseReference> {
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
