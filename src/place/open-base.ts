import { basename } from 'node:path';
import { adviceOf, BaseError, RegistryError } from '../kit/errors.ts';
import { isDigest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import { parseReference } from '../oci/format/reference.ts';
import { selectPlatform, type PlatformImage } from '../oci/format/select-platform.ts';
import { LayoutReader } from '../oci/layout/layout-reader.ts';
import type { Registries } from '../oci/pull/registries.ts';
import { Registry } from '../oci/pull/registry.ts';
import { tagsThere } from '../oci/pull/tags-there.ts';
import type { Arch } from '../platform.ts';
import type { BaseReference, PinnedManifest } from '../request/sources.ts';

/** A base that is read from its layers; `close` ends connections. */
export interface OpenBase {
  readonly source: ImageSource;
  close(): void;
}

/**
 * Opens a base of a registry or a layout, to be read.
 * @throws Failure if the reference is none, or the layout isn't there
 */
export async function openBase(reference: Exclude<BaseReference, { kind: 'daemon' }>, registries: Registries): Promise<OpenBase> {
  if (reference.kind === 'layout') {
    return { source: await LayoutReader.open(reference.folder, reference.ref), close: () => undefined };
  }
  const source = registries.open(parseReference(reference.text));
  return { source: reference.root === undefined ? source : pinned(source, reference.root), close: () => source.close() };
}

/** The same source, whose name stands for what it stood for when the run began. */
function pinned(source: Registry, { mediaType, digest, bytes }: PinnedManifest): ImageSource {
  if (!isDigest(digest)) throw new Error(`${digest} is not a digest`);
  const { name, repository } = source;
  return {
    name,
    repository,
    root: () => Promise.resolve({ mediaType, digest, bytes }),
    manifest: (wanted) => source.manifest(wanted),
    blob: (descriptor) => source.blob(descriptor),
  };
}

/**
 * Returns the base's image for a platform.
 * @throws BaseError which names the base as the user did, if it isn't there or not for that platform; IntegrityError,
 *   CancelledError
 */
export async function imageOf(
  { source }: OpenBase,
  reference: Exclude<BaseReference, { kind: 'daemon' }>,
  arch: Arch,
): Promise<PlatformImage> {
  try {
    return await selectPlatform(source, arch);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const advice = error.status === 404 && source instanceof Registry ? { hint: await tagsThere(source) } : adviceOf(error);
    throw new BaseError(`The base image ${reference.text} ${problemOf(error)}: ${error.message}`, { cause: error, ...advice });
  }
}

function problemOf({ status }: RegistryError): string {
  if (status === 404) return 'does not exist';
  return status === 401 || status === 403 ? 'is refused' : "can't be read";
}

/** Returns the base's name in what is written down: as the user wrote it, but without the folders of this machine. */
export function writtenName(reference: BaseReference): string {
  if (reference.kind !== 'layout') return reference.text;
  return `oci:${basename(reference.folder)}${reference.ref === undefined ? '' : `:${reference.ref}`}`;
}
