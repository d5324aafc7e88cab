import type { DeltaDocument } from '../delta/delta-document.ts';
import type { Digest } from '../oci/digest.ts';
import type { Descriptor, ImageManifest } from '../oci/manifest.ts';
import { DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER, IMAGE_MANIFEST } from '../oci/media-types.ts';
import type { Arch } from '../platform.ts';
import type { Origin } from '../request.ts';

export const METADATA_ANNOTATION = 'dev.containers.metadata';
export const KEY_ANNOTATION = 'dev.nix-feature.key';
const TITLE = 'org.opencontainers.image.title';
const PLATFORM_ANNOTATION = 'dev.nix-feature.platform.';
const GITHUB_PACKAGE = 'com.github.package.type';

/** The whole config of a Feature's manifest (dev container distribution specification). */
export const EMPTY_CONFIG = '{}';

export interface FeatureManifestFacts {
  readonly feature: { readonly id: string; readonly version: string };
  /** The JSON in the Feature's tar, as text. */
  readonly metadata: string;
  readonly key: Digest;
  readonly config: Descriptor;
  /** The Feature's tar. */
  readonly tar: Descriptor;
  readonly platforms: readonly { readonly arch: Arch; readonly document: DeltaDocument; readonly digest: Digest; readonly layers: readonly Descriptor[]; readonly complement: readonly Descriptor[] }[];
  readonly origin: Origin;
  /** Seconds since the epoch. */
  readonly created?: number;
  readonly onGithub: boolean;
}

/** The manifest of a Feature (docs/formats.md): its tar, the delta layers of each platform, then those of each complement. */
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
      ...imageAnnotations(facts),
      ...(onGithub ? { [GITHUB_PACKAGE]: 'devcontainer_feature' } : {}),
    },
  };
}

/** The platform manifests that a published Feature was made of. */
export function platformDigests(annotations: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(annotations)
      .filter(([name]) => name.startsWith(PLATFORM_ANNOTATION))
      .map(([name, digest]) => [name.slice(PLATFORM_ANNOTATION.length), digest]),
  );
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
