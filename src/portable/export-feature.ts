import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure, fileReason, InputError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import { makeTemporary } from '../kit/temporary.ts';
import type { Digest } from '../oci/format/digest.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Arch } from '../platform.ts';
import type { ExportRequest } from '../request/existing.ts';
import { writeBundle } from './bundle-file.ts';
import { openPortable } from './open-source.ts';
import type { PortableFeature } from './portable-feature.ts';
import { replaceFolder } from './replace-folder.ts';
import { writePortableFolder } from './write-folder.ts';

/** Where a Feature went, and what went there. */
export interface Carried {
  readonly id: string;
  readonly version: string;
  readonly digest: Digest;
  readonly arches: readonly Arch[];
  /** A folder, a file, or the name of a published Feature. */
  readonly place: string;
  readonly what: 'folder' | 'bundle' | 'release';
  /** Bytes of layers and documents that lie there, or that were sent. */
  readonly bytes: number;
  /** Of a release. */
  readonly tags: readonly string[];
}

/** The dev container tools take local Features from below this folder. */
const LOCAL_FEATURES = '.devcontainer';

/**
 * Writes a Feature as a folder that works as `"./<id>": {}`.
 * @throws InputError if the folder holds other things; Failure, RegistryError, IntegrityError, CancelledError
 */
export async function exportFeature(request: ExportRequest, job: Job): Promise<Carried> {
  await using cleanup = new AsyncDisposableStack();
  if (!request.layers && request.source.kind !== 'published') {
    throw new InputError('delivery', 'delivery: layers leaves the layers in the registry, but only a published Feature has any there.', {
      hint: 'Name a published Feature, or leave delivery out.',
    });
  }
  const feature = await openPortable(request, new Registries(request, job), cleanup);
  const output = request.output ?? join(request.here, LOCAL_FEATURES, feature.id);
  const bytes = await replaceFolder(output, (folder) => writePortableFolder(feature, folder, { layers: request.layers, job }));
  return { ...carried(feature), place: output, what: 'folder', bytes };
}

/**
 * Writes a Feature into one file, which needs no registry to be installed and can be loaded into one.
 * @throws InputError if the file holds something else; Failure, RegistryError, IntegrityError, CancelledError
 */
export async function bundleFeature(request: ExportRequest, job: Job): Promise<Carried> {
  await using cleanup = new AsyncDisposableStack();
  const feature = await openPortable(request, new Registries(request, job), cleanup);
  const file = request.output ?? join(request.here, bundleName(feature));
  const work = await makeTemporary('nix-feature-bundle', dirname(file), true).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError('output', `output: the folder ${dirname(file)} is not writable: ${fileReason(cause)}.`, { cause, hint: 'Name a file in a folder that exists.' });
  });
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const bytes = await writePortableFolder(feature, join(work, 'feature'), { layers: true, job });
  await writeBundle(join(work, 'feature'), file);
  return { ...carried(feature), place: file, what: 'bundle', bytes };
}

function bundleName({ id, version, arches, platforms }: PortableFeature): string {
  const part = platforms.length === arches.length ? '' : platforms.map(({ arch }) => `-${arch}`).join('');
  return `${id}-${version}${part}.tar`;
}

export function carried({ id, version, raw, platforms }: PortableFeature): Pick<Carried, 'id' | 'version' | 'digest' | 'arches' | 'tags'> {
  return { id, version, digest: raw.digest, arches: platforms.map(({ arch }) => arch), tags: [] };
}

/** @throws Failure if not all platforms are there, so that the Feature's manifest would name what is missing */
export function assertWhole({ name, arches, platforms }: PortableFeature): void {
  if (platforms.length === arches.length) return;
  const there = platforms.map(({ arch }) => arch);
  throw new Failure(`${name} holds ${formatList(there)} of a Feature for ${formatList(arches)}, so it can't be published.`, {
    hint: 'Create the bundle with all platforms (without --arches), or unpack this one with --output.',
  });
}
