import { isFeatureId } from '../../identity.ts';
import { Failure } from '../../kit/errors.ts';
import type { Descriptor, ImageManifest } from '../../oci/format/manifest.ts';
import { COLLECTION_LAYER, DEVCONTAINER_CONFIG, IMAGE_MANIFEST } from '../../oci/format/media-types.ts';
import { compareVersions, isPrerelease, parseVersion } from '../metadata/versions.ts';
import { indentedJson, itemsOf, membersOf, objectJson, stringOf, type Members } from '../metadata/written-json.ts';

/** devcontainer-collection.json, as far as we look at it; everything else in it is kept as it was written. */
export interface Collection {
  readonly members: Members;
  /** The metadata of each Feature, as JSON. */
  readonly features: readonly string[];
}

const COLLECTION_FILE = 'devcontainer-collection.json';

/** @throws Failure if the text is no collection */
export function parseCollection(text: string, where: string): Collection {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Failure(`${where} is not JSON.`, { cause });
  }
  const members = membersOf(text);
  const features = itemsOf(members.get('features') ?? '[]');
  const isCollection = text.trimStart().startsWith('{') && features?.every((feature) => feature.startsWith('{')) === true;
  if (!isCollection) throw new Failure(`${where} is not a collection of Features.`);
  return { members, features };
}

/** Returns the text of the file. */
export function collectionText({ members, features }: Collection): string {
  const json = objectJson(new Map([...members, ['features', `[${features.join(',')}]`]]));
  return `${indentedJson(json)}\n`;
}

/**
 * Returns the collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined if there is none yet
 * @param metadata as JSON
 * @returns undefined if nothing has to change: it is in, or a newer version of it is
 */
export function mergeIntoCollection(present: Collection | undefined, metadata: string, source: string | undefined): Collection | undefined {
  const { members, features } = present ?? { members: sourceInformation(source), features: [] };
  const index = features.findIndex((each) => memberText(each, 'id') === memberText(metadata, 'id'));
  const earlier = features[index];
  if (earlier === undefined) return { members, features: [...features, metadata] };
  return replaces(metadata, earlier) ? { members, features: features.with(index, metadata) } : undefined;
}

/**
 * Returns the collection with a Feature's entry as it should be.
 * @param metadata as JSON; undefined: the Feature is gone. That of another id, which a Feature has that was renamed, changes nothing
 * @returns undefined if it is so already
 */
export function settleEntry(present: Collection | undefined, id: string, metadata: string | undefined): Collection | undefined {
  const { members, features } = present ?? { members: sourceInformation(undefined), features: [] };
  const index = features.findIndex((each) => memberText(each, 'id') === id);
  if (metadata === undefined) return index < 0 ? undefined : { members, features: features.toSpliced(index, 1) };
  if (features[index] === metadata || memberText(metadata, 'id') !== id) return undefined;
  return { members, features: index < 0 ? [...features, metadata] : features.with(index, metadata) };
}

/** Returns the id and version of each entry. One without an id that can be part of a repository's name, as ids are of addresses, is left out. */
export function entriesOf({ features }: Collection): readonly { readonly id: string; readonly version: string | undefined }[] {
  return features.flatMap((each) => {
    const id = memberText(each, 'id');
    return id === undefined || !isFeatureId(id) ? [] : [{ id, version: memberText(each, 'version') }];
  });
}

function sourceInformation(source = 'nix-feature-action'): Members {
  return new Map([['sourceInformation', JSON.stringify({ source })]]);
}

function memberText(json: string, name: string): string | undefined {
  return stringOf(membersOf(json).get(name));
}

function replaces(metadata: string, earlier: string): boolean {
  if (metadata === earlier) return false;
  const [next, last] = [metadata, earlier].map((json) => parseVersion(memberText(json, 'version') ?? ''));
  if (next === undefined || last === undefined) return true;
  if (isPrerelease(next) && !isPrerelease(last)) return false;
  if (isPrerelease(last) && !isPrerelease(next)) return true;
  return compareVersions(next, last) >= 0;
}

/** Returns the manifest of a collection (dev container distribution specification). */
export function collectionManifest(config: Descriptor, file: Descriptor, onGithub: boolean): ImageManifest {
  return {
    schemaVersion: 2,
    mediaType: IMAGE_MANIFEST,
    config: { ...config, mediaType: DEVCONTAINER_CONFIG },
    layers: [{ ...file, mediaType: COLLECTION_LAYER, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
    ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
  };
}
