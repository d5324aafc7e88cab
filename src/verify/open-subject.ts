import { openBase } from '../place/open-base.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import { parseReference } from '../oci/format/reference.ts';
import type { Registries } from '../oci/pull/registries.ts';
import { Registry } from '../oci/pull/registry.ts';
import { openFeature } from '../portable/open-source.ts';
import type { VerifyRequest } from './request.ts';

/** What is verified, open to be read. */
export interface Subject {
  /** As the user wrote it. */
  readonly name: string;
  readonly source: ImageSource;
  /** Its tags can be looked at; undefined for what lies on disk. */
  readonly registry: Registry | undefined;
  /** The tag that it was named by; undefined for one that is named by its digest, or lies on disk. */
  readonly tag: string | undefined;
  /** Tells whether this platform's manifest exists, as far as its place shows. */
  readonly holds: (manifest: Digest) => boolean;
}

const all = (): boolean => true;

/**
 * Opens what is verified; nothing is read of it.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file or folder, or it holds no Feature; RegistryError, IntegrityError, CancelledError
 */
export async function openSubject(request: Pick<VerifyRequest, 'source' | 'arches' | 'registry' | 'credentials'>, registries: Registries, cleanup: AsyncDisposableStack): Promise<Subject> {
  const { source } = request;
  const name = source.text;
  if (source.kind === 'layout') {
    const opened = await openBase(source, registries);
    cleanup.defer(() => opened.close());
    return { name, source: opened.source, registry: undefined, tag: undefined, holds: all };
  }
  const { reader, holds = all } = await openFeature({ ...request, source, namespace: '' }, registries, cleanup);
  if (!(reader instanceof Registry)) return { name, source: reader, registry: undefined, tag: undefined, holds };
  const { tag, digest } = parseReference(name);
  return { name, source: reader, registry: reader, tag: digest === undefined ? (tag ?? 'latest') : undefined, holds };
}
