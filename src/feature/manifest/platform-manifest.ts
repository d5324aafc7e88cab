import type { DeltaDocument, LayerEntry } from '../../delta/document/delta-document.ts';
import type { Descriptor, ImageManifest } from '../../oci/format/manifest.ts';
import { DELTA_ARTIFACT, IMAGE_MANIFEST, LAYER_ZSTD } from '../../oci/format/media-types.ts';
import { archOf } from '../../platform.ts';
import { archTag } from '../metadata/versions.ts';

/** Keys of the annotations that we put on layers (docs/reference/formats.md, "Layers"). */
const LAYER_KEY = 'dev.nix-feature.layer.key';
const LAYER_SYSTEM = 'dev.nix-feature.system';
const LAYER_DIFF_ID = 'dev.nix-feature.diff-id';
const TITLE = 'org.opencontainers.image.title';

/**
 * Returns the platform manifest (docs/reference/formats.md): the delta's layers, `env-path`, then the complement's layers, with the delta
 * document as its config.
 *
 * @param created seconds since the epoch, for `org.opencontainers.image.created`; undefined leaves it away
 */
export function platformManifest(
  document: DeltaDocument,
  blobs: { readonly config: Descriptor; readonly envPath: Descriptor },
  created: number | undefined,
): ImageManifest {
  const base = document.bases[0];
  return {
    schemaVersion: 2,
    mediaType: IMAGE_MANIFEST,
    artifactType: DELTA_ARTIFACT,
    config: blobs.config,
    layers: [
      ...document.layers.map((layer, index) => layerDescriptor(document, layer, layerTitle(document, layer, index))),
      { ...blobs.envPath, annotations: { [TITLE]: 'env-path' } },
      // `oras pull` leaves out what has no title: whoever has the base wants the delta alone.
      ...(document.complement ?? []).map((layer) => layerDescriptor(document, layer)),
    ],
    annotations: {
      [TITLE]: document.feature.id,
      'org.opencontainers.image.version': document.feature.version,
      ...(base === undefined ? {} : { 'org.opencontainers.image.base.name': base.name }),
      ...(base?.digest === undefined ? {} : { 'org.opencontainers.image.base.digest': base.digest }),
      ...(created === undefined ? {} : { 'org.opencontainers.image.created': timestamp(created) }),
    },
  };
}

/** Returns the name of a platform in a layout, which becomes its tag once it is published. */
export function platformTag(document: DeltaDocument): string {
  return archTag(document.feature.version, archOf(document.system));
}

function layerDescriptor(document: DeltaDocument, layer: LayerEntry, title?: string): Descriptor {
  return {
    mediaType: layer.mediaType,
    digest: layer.digest,
    size: layer.size,
    annotations: {
      [LAYER_KEY]: layer.key,
      [LAYER_SYSTEM]: document.system,
      [LAYER_DIFF_ID]: layer.diffId,
      ...(title === undefined ? {} : { [TITLE]: title }),
    },
  };
}

/** What `oras pull` calls the file: one layer is "the tarball", several are numbered. */
function layerTitle(document: DeltaDocument, layer: LayerEntry, index: number): string {
  const number = document.layers.length === 1 ? '' : `-${String(index + 1).padStart(2, '0')}`;
  const extension = layer.mediaType === LAYER_ZSTD ? 'tar.zst' : 'tar.gz';
  return `${document.feature.id}-${archOf(document.system)}${number}.${extension}`;
}

/** RFC 3339 in UTC, to the second. */
function timestamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
