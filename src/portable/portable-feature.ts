import { buffer } from 'node:stream/consumers';
import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import { parseDeltaDocument } from '../delta/document/parse-document.ts';
import { parseVersion } from '../feature/metadata/versions.ts';
import { isFeatureId } from '../identity.ts';
import { isObject } from '../json/field.ts';
import { Failure, IntegrityError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { Descriptor, ImageManifest } from '../oci/format/manifest.ts';
import { COLLECTION_LAYER, DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER } from '../oci/format/media-types.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import { readAttachments, type Attachment } from './attachments.ts';
import { orTakenForHub } from '../oci/pull/hub-name.ts';
import { archOf, type Arch } from '../platform.ts';
import { publishedAs, type PublishedFeature } from '../release/published.ts';

/** A whole Feature, wherever it lies: in a registry, in a bundle, or as a build left it. */
export interface PortableFeature {
  /** As the user named it, for messages. */
  readonly name: string;
  readonly id: string;
  readonly version: string;
  /** The completed metadata, as it was published. */
  readonly metadata: string;
  /** The Feature's manifest. */
  readonly raw: RawManifest;
  /** The address of the repository that it was made from, as its manifest says. */
  readonly origin: string | undefined;
  readonly config: Descriptor;
  /** `layers[0]` */
  readonly tar: Descriptor;
  /** All that it was made for. */
  readonly arches: readonly Arch[];
  /** The requested ones, or those that exist. */
  readonly platforms: readonly PortablePlatform[];
  /** Where the blobs are. */
  readonly source: ImageSource;
  /** SBOMs and attestations that go with it. */
  readonly attachments: readonly Attachment[];
}

export interface PortablePlatform {
  readonly arch: Arch;
  readonly raw: RawManifest;
  readonly manifest: ImageManifest;
  readonly document: DeltaDocument;
  /** The delta's. */
  readonly layers: readonly Descriptor[];
  readonly complement: readonly Descriptor[];
}

export interface ReadOptions {
  /** Of the Feature, for messages. */
  readonly name: string;
  /** Empty: all platforms that are there. */
  readonly wanted: readonly Arch[];
  /** Tells whether this platform's manifest exists. Undefined: all exist. */
  readonly holds?: (manifest: Digest) => boolean;
  /** Manifests of what may be attached to it; absent: nothing is. */
  readonly attached?: (feature: Digest) => Promise<readonly Digest[]>;
}

/**
 * Reads all that a Feature says of itself; its layers are not read.
 * @param source whose root is the Feature's manifest
 * @throws Failure if it is no Feature of ours, or lacks a platform; IntegrityError if it contradicts itself
 */
export async function readPortable(source: ImageSource, { name, wanted, holds = () => true, attached }: ReadOptions): Promise<PortableFeature> {
  const raw = await orTakenForHub(name, source, () => source.root());
  const parsed = parseManifest(raw, name);
  if (parsed.kind === 'index' || parsed.manifest.config.mediaType !== DEVCONTAINER_CONFIG) throw new Failure(`${name} is not a Dev Container Feature.`);
  const { layers, config } = parsed.manifest;
  const [tar] = layers;
  if (tar?.mediaType === COLLECTION_LAYER) throw new Failure(`${name} is a collection of Features.`, { hint: 'Name one Feature of it: <namespace>/<id>:<version>.' });
  const published = publishedAs(name, raw);
  const arches = [...published.platforms.keys()];
  if (tar?.mediaType !== DEVCONTAINER_LAYER || arches.length === 0) {
    throw new Failure(`${name} is a Feature that nix-feature did not publish, so its layers are unknown.`);
  }
  const there = [...published.platforms].filter(([, { digest }]) => holds(digest)).map(([arch]) => arch);
  const missing = wanted.filter((arch) => !there.includes(arch));
  if (missing.length > 0) throw new Failure(`${name} is for ${formatList(there)}, not for ${formatList(missing)}.`);
  const metadata = metadataOf(published);
  const identity = { id: String(metadata['id']), version: String(metadata['version']) };
  const platforms = [];
  for (const arch of wanted.length === 0 ? there : wanted) platforms.push(await readPlatform(source, published, arch, identity));
  const attachments = attached === undefined ? [] : await readAttachments(source, raw.digest, await attached(raw.digest));
  return { name, ...identity, metadata: published.metadata ?? '', raw, origin: parsed.manifest.annotations?.['org.opencontainers.image.source'], config, tar, arches, platforms, source, attachments };
}

function metadataOf({ name, metadata: text, version }: PublishedFeature): Readonly<Record<string, unknown>> {
  const value = parseObject(text ?? '');
  if (value === undefined) throw new IntegrityError(`The metadata of ${name} is not a JSON object.`);
  const { id } = value;
  if (typeof id !== 'string' || !isFeatureId(id)) throw new IntegrityError(`The metadata of ${name} has no usable "id".`);
  if (typeof value['version'] !== 'string' || parseVersion(value['version']) === undefined || (version !== undefined && version !== value['version'])) {
    throw new IntegrityError(`The version in the metadata of ${name} differs from the one in its manifest.`);
  }
  return value;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function readPlatform(source: ImageSource, { name, platforms }: PublishedFeature, arch: Arch, { id, version }: { readonly id: string; readonly version: string }): Promise<PortablePlatform> {
  const platform = platforms.get(arch);
  if (platform === undefined) throw new Error(`${name} has no ${arch}`);
  const where = `the platform manifest of ${name} for ${arch}`;
  const raw = await source.manifest(platform.digest);
  const parsed = parseManifest(raw, where);
  if (parsed.kind === 'index') throw new IntegrityError(`${where} is an index.`);
  const { manifest } = parsed;
  const document = parseDeltaDocument((await buffer(source.blob(manifest.config))).toString('utf8'), `the delta document of ${name} for ${arch}`);
  if (archOf(document.system) !== arch || document.feature.id !== id || document.feature.version !== version) {
    throw new IntegrityError(`The delta document of ${name} for ${arch} is of ${document.feature.id} ${document.feature.version} for ${document.system}.`);
  }
  const listed = ({ digest, size }: LayerEntry): Descriptor => {
    const found = manifest.layers.find((layer) => layer.digest === digest && layer.size === size);
    if (found === undefined) throw new IntegrityError(`${where} does not list the layer ${digest} of its delta document.`);
    return found;
  };
  // A layout names no media type for what its index does not list.
  return { arch, raw: { ...raw, mediaType: manifest.mediaType }, manifest, document, layers: document.layers.map(listed), complement: (document.complement ?? []).map(listed) };
}
