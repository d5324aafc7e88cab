import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporary } from '../kit/temporary.ts';
import { assemble, prepare } from '../layout/assemble.ts';
import { readBuiltLayout, type LayoutPlatform } from '../layout/built-layout.ts';
import { composeFeature } from '../layout/compose-feature.ts';
import { fetchLayers } from '../layout/fetch-layers.ts';
import { FACTS_FILE } from '../layout/layout-facts.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import { parseReference } from '../oci/format/reference.ts';
import type { Registries } from '../oci/pull/registries.ts';
import { isGithubRegistry, repositoryOf, type RegistryPlace } from '../release/target.ts';
import type { PortableRequest } from '../request/existing.ts';
import { openBundle } from './bundle-file.ts';
import { ComposedSource } from './composed-source.ts';
import { readPortable, type PortableFeature } from './portable-feature.ts';

/**
 * Opens the Feature that is to be carried away: a published one, a bundle, or what a build left.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is none, or it lacks a platform; RegistryError, IntegrityError, CancelledError
 */
export async function openPortable(request: PortableRequest, registries: Registries, cleanup: AsyncDisposableStack): Promise<PortableFeature> {
  const { reader, ...more } = await openFeature(request, registries, cleanup);
  return readPortable(reader, { name: request.source.text, wanted: request.arches, ...more });
}

/** A Feature that nothing was read of yet. */
export interface OpenedFeature {
  /** Its root is the Feature's manifest. */
  readonly reader: ImageSource;
  /** Tells whether this platform's manifest exists. Absent if all must exist. */
  readonly holds?: (manifest: Digest) => boolean;
  /** Manifests of what may be attached to it; absent: nothing is. */
  readonly attached?: (feature: Digest) => Promise<readonly Digest[]>;
}

/**
 * Opens a Feature wherever it lies, and reads nothing.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file; RegistryError, IntegrityError, CancelledError
 */
export async function openFeature(request: PortableRequest, registries: Registries, cleanup: AsyncDisposableStack): Promise<OpenedFeature> {
  const { source } = request;
  if (source.kind === 'published') {
    const reader = registries.open(parseReference(source.text));
    cleanup.defer(() => reader.close());
    return { reader, attached: async (feature) => (await reader.referrers(feature)).list.map(({ digest }) => digest) };
  }
  const work = await makeTemporary('nix-feature-portable');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const isBuild = (await stat(join(source.path, FACTS_FILE)).catch(() => undefined)) !== undefined;
  return isBuild ? { reader: await openBuild(source.path, work, request, registries) } : openBundle(source.path, work);
}

/** As it would be published, but with its layers beside it. */
async function openBuild(folder: string, work: string, place: RegistryPlace, registries: Registries): Promise<ImageSource> {
  const layout = await readBuiltLayout(folder);
  const assembly = assemble([layout], []);
  const { registry, namespace } = place;
  const { id } = layout.facts.feature;
  const repository = namespace === '' ? id : repositoryOf(place, id);
  await bringLayers(assembly.platforms, layout.facts.pushed ?? (namespace === '' ? undefined : { registry, repository }), registries);
  const composed = await composeFeature(prepare(assembly, 'layers'), { registry, repository, onGithub: isGithubRegistry(place), work });
  return new ComposedSource(folder, composed, assembly);
}

/** A build that pushed its layers, or took some over from a release, has left them out. */
async function bringLayers(
  platforms: readonly LayoutPlatform[],
  place: { readonly registry: string; readonly repository: string } | undefined,
  registries: Registries,
): Promise<void> {
  if (place === undefined) return;
  const reader = registries.open(place);
  try {
    await fetchLayers(platforms, reader, registries.job);
  } finally {
    reader.close();
  }
}
