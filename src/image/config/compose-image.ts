import { isObject } from '../../json/field.ts';
import { BaseError } from '../../kit/errors.ts';
import { digestOf, type Digest } from '../../oci/format/digest.ts';
import type { Descriptor, ImageIndex, ImageManifest } from '../../oci/format/manifest.ts';
import { DOCKER_LAYER, IMAGE_CONFIG, IMAGE_INDEX, IMAGE_MANIFEST, LAYER_GZIP, LAYER_TAR, LAYER_ZSTD } from '../../oci/format/media-types.ts';
import { METADATA_LABEL } from './metadata-label.ts';

/** A layer that comes on top of the base's. */
export interface AddedLayer {
  readonly descriptor: Descriptor;
  readonly diffId: Digest;
  /** What it is of, for readers of the image's history. */
  readonly of: string;
}

export interface ConfigFacts {
  /** The base's config, as it is. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly diffIds: readonly Digest[];
  readonly layers: readonly AddedLayer[];
  /** `NAME=value` */
  readonly environment: readonly string[];
  readonly label: string;
  /** Seconds since the epoch; undefined: as the base says. */
  readonly created: number | undefined;
}

/** A manifest or a config, and its bytes. */
export interface ComposedBlob {
  readonly bytes: Buffer;
  readonly descriptor: Descriptor;
}

const LAYER_TYPES: Readonly<Record<string, string>> = {
  [LAYER_TAR]: LAYER_TAR,
  [LAYER_GZIP]: LAYER_GZIP,
  [LAYER_ZSTD]: LAYER_ZSTD,
  [DOCKER_LAYER]: LAYER_GZIP,
  'application/vnd.docker.image.rootfs.diff.tar': LAYER_TAR,
  'application/vnd.docker.image.rootfs.diff.tar.zstd': LAYER_ZSTD,
};
/** Overlay file systems take no more, with a layer for what containers write. */
const MOST_LAYERS = 126;

/** The config of an image on a base: all that the base says stays, but for what is replaced. */
export function composeConfig({ base, diffIds, layers, environment, label, created }: ConfigFacts): ComposedBlob {
  const { config } = base;
  const started = isObject(config) ? config : {};
  const labels = isObject(started['Labels']) ? started['Labels'] : {};
  const time = created === undefined ? undefined : timeText(created);
  const json = {
    ...base,
    ...(time !== undefined && { created: time }),
    config: { ...started, Env: environment, Labels: { ...labels, [METADATA_LABEL]: label } },
    rootfs: { type: 'layers', diff_ids: [...diffIds, ...layers.map(({ diffId }) => diffId)] },
    ...historyOf(base['history'], diffIds.length, layers, time),
  };
  return blobOf(json, IMAGE_CONFIG);
}

/** A base whose history does not tell of each layer has none that could be gone on with. */
function historyOf(history: unknown, before: number, layers: readonly AddedLayer[], created: string | undefined): { readonly history?: readonly unknown[] } {
  if (!Array.isArray(history)) return {};
  const filled = history.filter((entry: unknown) => isObject(entry) && entry['empty_layer'] !== true).length;
  if (filled !== before) return {};
  const added = layers.map(({ of }) => ({ ...(created !== undefined && { created }), created_by: `nix-feature image: ${of}` }));
  return { history: [...(history as unknown[]), ...added] };
}

/** @throws BaseError if a layer of the base may not be copied, or there are more than engines take */
export function composeManifest(base: ImageManifest, config: Descriptor, layers: readonly AddedLayer[], annotations: Readonly<Record<string, string>>): ComposedBlob {
  const below = base.layers.map(({ mediaType, digest, size }) => {
    const known = LAYER_TYPES[mediaType];
    if (known === undefined) throw new BaseError(`it has a layer of the type ${mediaType}, which can't be part of another image`);
    return { mediaType: known, digest, size };
  });
  const all = [...below, ...layers.map(({ descriptor }) => descriptor)];
  if (all.length > MOST_LAYERS) {
    throw new BaseError(`the image would have ${all.length} layers, more than the ${MOST_LAYERS} that engines take`, { hint: 'Name fewer Features, have them published with a smaller "max-layers", or use a base image with fewer layers.' });
  }
  const manifest: ImageManifest = { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: all, annotations };
  return blobOf(manifest, IMAGE_MANIFEST);
}

/** The index of several platforms. */
export function composeIndex(manifests: readonly Descriptor[], annotations: Readonly<Record<string, string>>): ComposedBlob {
  const index: ImageIndex = { schemaVersion: 2, mediaType: IMAGE_INDEX, manifests, annotations };
  return blobOf(index, IMAGE_INDEX);
}

/** What a manifest says of where it comes from (OCI image specification, annotations.md). */
export function originAnnotations(base: { readonly name: string | undefined; readonly digest: Digest }, created: number | undefined): Readonly<Record<string, string>> {
  return {
    ...(base.name !== undefined && { 'org.opencontainers.image.base.name': base.name }),
    'org.opencontainers.image.base.digest': base.digest,
    ...(created !== undefined && { 'org.opencontainers.image.created': timeText(created) }),
  };
}

function blobOf(json: unknown, mediaType: string): ComposedBlob {
  const bytes = Buffer.from(JSON.stringify(json));
  return { bytes, descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length } };
}

function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
