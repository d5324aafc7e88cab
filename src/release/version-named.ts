import { parseVersion, type Version } from '../feature/metadata/versions.ts';
import { IntegrityError, ifThere } from '../kit/errors.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { publishedAs } from './published.ts';

export interface NamedVersion {
  readonly digest: Digest;
  /** Undefined if it is nothing that we published. */
  readonly version: Version | undefined;
}

/**
 * Returns which release a tag names, by the annotation of its manifest.
 * @returns undefined if it names nothing
 * @throws RegistryError, CancelledError; IntegrityError if the registry mixes up what it serves
 */
export async function versionNamed(reader: Registry, tag: string): Promise<NamedVersion | undefined> {
  const resolved = await ifThere(reader.resolve(tag));
  if (resolved === undefined) return undefined;
  const { descriptor, bytes } = resolved;
  return { digest: descriptor.digest, version: versionOf({ ...descriptor, bytes }, `${reader.repository}:${tag}`) };
}

function versionOf(raw: Parameters<typeof publishedAs>[1], name: string): Version | undefined {
  try {
    return parseVersion(publishedAs(name, raw).version ?? '');
  } catch (error) {
    if (error instanceof IntegrityError) return undefined;
    throw error;
  }
}
