import { isFeatureId } from '../../identity.ts';
import { isObject } from '../../json/field.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import { formatList } from '../../kit/format.ts';
import { MANIFEST_LIMIT } from '../../oci/format/image-source.ts';
import { DEVCONTAINER_LAYER } from '../../oci/format/media-types.ts';
import { parseManifest } from '../../oci/format/parse-manifest.ts';
import { parseReference } from '../../oci/format/reference.ts';
import { orTakenForHub } from '../../oci/pull/hub-name.ts';
import type { Registries } from '../../oci/pull/registries.ts';
import type { Arch } from '../../platform.ts';
import { publishedAs, readDocuments, type PublishedFeature } from '../../release/published.ts';
import type { GivenFeature } from '../request.ts';
import { checkGivenOptions } from './check-options.ts';
import type { ImageFeature } from './image-feature.ts';
import { readBundle } from './read-bundle.ts';

/** How Features are read. */
export interface ReadingFeatures {
  /** Empty: all platforms of a Feature. */
  readonly arches: readonly Arch[];
  readonly registries: Registries;
  /** Ends connections. */
  readonly cleanup: AsyncDisposableStack;
}

/**
 * Reads a published Feature, and checks that an image can have it without anything being run.
 * @throws Failure if it can't; RegistryError, IntegrityError, CancelledError
 */
export async function readFeature(given: GivenFeature, { arches, registries, cleanup }: ReadingFeatures): Promise<ImageFeature> {
  const { text } = given;
  const reference = parseReference(text.toLowerCase());
  const source = registries.open(reference);
  cleanup.defer(() => source.close());
  const raw = await orTakenForHub(text, source, () => source.root());
  const parsed = parseManifest(raw, text);
  const [tar] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
  if (tar?.mediaType !== DEVCONTAINER_LAYER) throw new Failure(`${text} is not a Dev Container Feature.`, { hint: 'Name published Features: registry/namespace/id[:version][@digest].' });
  const published = publishedAs(text, raw);
  const { key, version, metadata } = published;
  if (key === undefined || version === undefined || metadata === undefined) {
    throw new Failure(`The Feature ${text} was not published by nix-feature: its install.sh can only be run.`, { hint: 'Leave it out, and add it with the dev container tools; or have it made of a flake (docs/move/from-scripts.md).' });
  }
  const { id, properties } = readMetadata(metadata, text);
  checkGivenOptions(given, metadata);
  const documents = await readDocuments(source, published, wantedOf(published, arches));
  const missing = wantedOf(published, arches).filter((arch) => !documents.has(arch));
  if (missing.length > 0) throw new Failure(`The delta document of ${text} for ${formatList(missing)} is not in the registry.`, {
    hint: 'A tool that copied the Feature left it behind. Name the original.',
    inTerminal: 'A tool that copied the Feature left it behind. Copy it with nix-feature bundle and load (docs/make/portable.md), or name the original.',
  });
  for (const { feature } of documents.values()) if (feature.id !== id) throw new IntegrityError(`The delta document of ${text} is of the Feature ${feature.id}, and its metadata of ${id}.`);
  const featureEnv = await readBundle(source, tar, text, [...documents.values()]);
  return { ...given, reference, source, digest: raw.digest, id, version, metadata, properties, documents, featureEnv };
}

/** @throws Failure if it is for other platforms */
function wantedOf({ name, platforms }: PublishedFeature, arches: readonly Arch[]): readonly Arch[] {
  const there = [...platforms.keys()];
  const missing = arches.filter((arch) => !platforms.has(arch));
  if (there.length === 0) throw new Failure(`${name} names no platform.`);
  if (missing.length > 0) throw new Failure(`The Feature ${name} is for ${formatList(there)}, not for ${formatList(missing)}.`, { hint: 'Name other "arches", or have the Feature published for them.' });
  return arches.length === 0 ? there : arches;
}

function readMetadata(text: string, name: string): { readonly id: string; readonly properties: Readonly<Record<string, unknown>> } {
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`The metadata of ${name} can't be used: ${why}.`, { cause });
  };
  let json: unknown;
  try {
    json = parseJson(text, { bytes: MANIFEST_LIMIT });
  } catch (cause) {
    return refuse(cause instanceof JsonError ? cause.message : 'it is not JSON', cause);
  }
  if (!isObject(json)) return refuse('it is not an object');
  const { id } = json;
  return typeof id === 'string' && isFeatureId(id) ? { id, properties: json } : refuse('it has no id');
}
