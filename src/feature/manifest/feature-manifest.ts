import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { isDigest, type Digest } from '../../oci/format/digest.ts';
import type { Descriptor, ImageManifest } from '../../oci/format/manifest.ts';
import { DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER, IMAGE_MANIFEST } from '../../oci/format/media-types.ts';
import { isArch, type Arch } from '../../platform.ts';
import type { Origin } from '../../request/provenance.ts';

export const METADATA_ANNOTATION = 'dev.containers.metadata';
export const KEY_ANNOTATION = 'dev.nix-feature.key';
const TITLE = 'org.opencontainers.image.title';
export const VERSION_ANNOTATION = 'org.opencontainers.image.version';
const PLATFORM_ANNOTATION = 'dev.nix-feature.platform.';
const DOCUMENT_ANNOTATION = 'dev.nix-feature.document.';
const GITHUB_PACKAGE = 'com.github.package.type';

/** The whole config of a Feature's manifest (dev container distribution specification). */
export const EMPTY_CONFIG = '{}';

/** One platform's part in a Feature. */
export interface FeaturePlatform {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  /** Of the platform manifest. */
  readonly digest: Digest;
  /** Of that manifest, and so of the delta document. */
  readonly manifest: Pick<ImageManifest, 'config'>;
  readonly layers: readonly Descriptor[];
  readonly complement: readonly Descriptor[];
}

export interface FeatureManifestFacts {
  readonly feature: { readonly id: string; readonly version: string };
  /** The JSON in the Feature's tar, as text. */
  readonly metadata: string;
  readonly key: Digest;
  readonly config: Descriptor;
  /** The Feature's tar. */
  readonly tar: Descriptor;
  readonly platforms: readonly FeaturePlatform[];
  readonly origin: Origin;
  /** Seconds since the epoch. */
  readonly created?: number;
  readonly onGithub: boolean;
}

/** Returns the manifest of a Feature (docs/reference/formats.md): its tar, the delta layers of each platform, then those of each complement. */
export function featureManifest(facts: FeatureManifestFacts): ImageManifest {
  const { feature, tar, platforms, onGithub } = facts;
  return {
    schemaVersion: 2,
    mediaType: IMAGE_MANIFEST,
    config: { ...facts.config, mediaType: DEVCONTAINER_CONFIG },
    layers: [
      { ...tar, mediaType: DEVCONTAINER_LAYER, annotations: { [TITLE]: `devcontainer-feature-${feature.id}.tgz` } },
      ...distinct([...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement }) => complement)]),
    ],
    annotations: {
      [METADATA_ANNOTATION]: facts.metadata,
      [KEY_ANNOTATION]: facts.key,
      ...Object.fromEntries(platforms.map(({ arch, digest }) => [`${PLATFORM_ANNOTATION}${arch}`, digest])),
      ...Object.fromEntries(platforms.map(({ arch, manifest: { config } }) => [`${DOCUMENT_ANNOTATION}${arch}`, `${config.digest} ${config.size}`])),
      ...imageAnnotations(facts),
      ...(onGithub ? { [GITHUB_PACKAGE]: 'devcontainer_feature' } : {}),
    },
  };
}

/** A platform of a Feature that is published, as its manifest's annotations have it. */
export interface PublishedPlatform {
  /** Of the platform manifest. */
  readonly digest: Digest;
  /** The delta document's blob; undefined if the manifest does not name it. */
  readonly document: Pick<Descriptor, 'digest' | 'size'> | undefined;
}

/** Returns the platforms that a published Feature was made of; none if something other than this program made it. */
export function publishedPlatforms(annotations: Readonly<Record<string, string>>): ReadonlyMap<Arch, PublishedPlatform> {
  const platforms = new Map<Arch, PublishedPlatform>();
  for (const [name, digest] of Object.entries(annotations)) {
    const arch = name.slice(PLATFORM_ANNOTATION.length);
    if (!name.startsWith(PLATFORM_ANNOTATION) || !isArch(arch) || !isDigest(digest)) continue;
    platforms.set(arch, { digest, document: blobOf(annotations[`${DOCUMENT_ANNOTATION}${arch}`]) });
  }
  return platforms;
}

function blobOf(text = ''): PublishedPlatform['document'] {
  const [digest = '', size = ''] = text.split(' ');
  return isDigest(digest) && /^[1-9][0-9]{0,9}$/.test(size) ? { digest, size: Number(size) } : undefined;
}

/** OCI image specification, annotations.md. */
function imageAnnotations({ feature, metadata, platforms, origin, created }: FeatureManifestFacts): Record<string, string> {
  const { name, description, documentationURL } = JSON.parse(metadata) as Record<string, unknown>;
  const base = platforms[0]?.document.bases[0];
  const annotations = {
    [TITLE]: typeof name === 'string' ? name : feature.id,
    description,
    documentation: documentationURL,
    version: feature.version,
    source: origin.source,
    revision: origin.revision,
    'base.name': base?.name,
    // One of an image for several platforms differs between them.
    'base.digest': platforms.every(({ document }) => document.bases[0]?.digest === base?.digest) ? base?.digest : undefined,
    created: created === undefined ? undefined : new Date(created * 1000).toISOString().replace('.000Z', 'Z'),
  };
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, value]) =>
      typeof value === 'string' && value !== '' ? [[key === TITLE ? key : `org.opencontainers.image.${key}`, value]] : [],
    ),
  );
}

/** A layer that two platforms share is listed once. */
function distinct(layers: readonly Descriptor[]): Descriptor[] {
  return layers.filter(({ digest }, index) => layers.findIndex((layer) => layer.digest === digest) === index);
}
