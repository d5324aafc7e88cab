import { Failure, RegistryError } from '../kit/errors.ts';
import type { Collection } from '../feature/manifest/collection.ts';
import type { Job } from '../kit/host.ts';
import { Namespace, type PublishTarget } from '../release/target.ts';
import { readNamespace } from './update-collection.ts';

/** A place as a command was given it: a namespace, or a Feature of the one above. */
export interface NamedPlace extends PublishTarget {
  /** Undefined: every Feature of the namespace's collection. */
  readonly id: string | undefined;
  /** The name may be that of a Feature: then the namespace above it is meant. */
  readonly mayBeFeature: boolean;
}

/**
 * Finds out whether a name means a namespace, which has a collection, or a Feature.
 * @returns the same request, for the namespace; its collection, if it was read
 * @throws RegistryError, CancelledError
 */
export async function settlePlace<Request extends NamedPlace>(request: Request, job: Job): Promise<{ readonly request: Request; readonly collection: Collection | undefined }> {
  if (request.id !== undefined) return { request, collection: undefined };
  const collection = await collectionOf(request, job);
  if (collection !== undefined || !request.mayBeFeature) return { request, collection };
  const slash = request.namespace.lastIndexOf('/');
  return { request: { ...request, namespace: request.namespace.slice(0, slash), id: request.namespace.slice(slash + 1) }, collection };
}

/** @returns undefined if there is none, or a Feature is there */
async function collectionOf(request: NamedPlace, job: Job): Promise<Collection | undefined> {
  if (!request.collection) return undefined;
  try {
    return await readNamespace(new Namespace(request, job));
  } catch (error) {
    if (!request.mayBeFeature || !(error instanceof Failure) || error instanceof RegistryError || job.signal.aborted) throw error;
    return undefined;
  }
}
