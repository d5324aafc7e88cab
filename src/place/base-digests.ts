import { CancelledError, Failure } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import type { Digest } from '../oci/format/digest.ts';
import { imageDigests } from '../oci/format/select-platform.ts';
import type { Arch } from '../platform.ts';
import type { BaseReference, BuildRequest } from '../request.ts';
import { openBase } from './open-base.ts';

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
