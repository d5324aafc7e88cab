import { Failure } from '../errors.ts';
import type { Descriptor, ImageManifest } from '../oci/manifest.ts';
import { COLLECTION_LAYER, DEVCONTAINER_CONFIG, IMAGE_MANIFEST } from '../oci/media-types.ts';
import { compareVersions, isPrerelease, parseVersion } from './versions.ts';

/** devcontainer-collection.json, as far as we look at it; everything else in it is kept. */
export interface Collection {
  readonly features: readonly Readonly<Record<string, unknown>>[];
  readonly [name: string]: unknown;
}

export const COLLECTION_FILE = 'devcontainer-collection.json';

/** @throws Failure where the text is no collection */
export function parseCollection(text: string, where: string): Collection {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Failure(`${where} is not JSON.`, { cause });
  }
  const { features = [], ...rest } = isObject(json) ? json : { features: undefined };
  if (!isObject(json) || !Array.isArray(features) || !features.every(isObject)) throw new Failure(`${where} is not a collection of Features.`);
  return { ...rest, features };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined where there is none yet
 * @returns undefined where nothing has to change: it is in, or a newer version of it is
 */
export function mergeIntoCollection(
  present: Collection | undefined,
  metadata: Readonly<Record<string, unknown>>,
  source: string | undefined,
): Collection | undefined {
  const collection = present ?? { sourceInformation: { source: source ?? 'nix-feature-action' }, features: [] };
  const index = collection.features.findIndex(({ id }) => id === metadata['id']);
  const earlier = collection.features[index];
  if (earlier === undefined) return { ...collection, features: [...collection.features, metadata] };
  if (!replaces(metadata, earlier)) return undefined;
  return { ...collection, features: collection.features.with(index, metadata) };
}

function replaces(metadata: Readonly<Record<string, unknown>>, earlier: Readonly<Record<string, unknown>>): boolean {
  if (JSON.stringify(metadata) === JSON.stringify(earlier)) return false;
  const [next, last] = [metadata, earlier].map(({ version }) => parseVersion(String(version)));
  if (next === undefined || last === undefined) return true;
  if (isPrerelease(next) && !isPrerelease(last)) return false;
  if (isPrerelease(last) && !isPrerelease(next)) return true;
  return compareVersions(next, last) >= 0;
}

/** The manifest of a collection (dev container distribution specification). */
export function collectionManifest(config: Descriptor, file: Descriptor, onGithub: boolean): ImageManifest {
  return {
    schemaVersion: 2,
    mediaType: IMAGE_MANIFEST,
    config: { ...config, mediaType: DEVCONTAINER_CONFIG },
    layers: [{ ...file, mediaType: COLLECTION_LAYER, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
    ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
  };
}
