import { EMPTY_CONFIG, featureManifest } from '../feature/manifest/feature-manifest.ts';
import { canonicalJson } from '../oci/format/canonical-json.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { DEVCONTAINER_CONFIG } from '../oci/format/media-types.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { bytesContent, fileContent, type BlobContent } from '../oci/push/blob-content.ts';
import { writeFeatureLayer } from './feature-layer.ts';
import type { Prepared } from './assemble.ts';

export interface FeaturePlace {
  readonly registry: string;
  /** Without the registry. */
  readonly repository: string;
  readonly onGithub: boolean;
  /** Where layers are that the layouts lack; undefined if they lack none. */
  readonly reader?: Registry;
  /** A folder for work; the Feature's tar stays in it. */
  readonly work: string;
}

/** A Feature's manifest, and what only it refers to. */
export interface ComposedFeature {
  /** Of the manifest. */
  readonly bytes: Buffer;
  readonly digest: Digest;
  readonly config: Descriptor;
  /** `layers[0]`, a file in the work folder. */
  readonly tar: { readonly file: string; readonly descriptor: Descriptor };
  /** The bytes of the config, and of the tar. */
  readonly blobs: (digest: Digest) => BlobContent;
}

/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
export async function composeFeature(prepared: Prepared, place: FeaturePlace): Promise<ComposedFeature> {
  const { assembly, metadata, delivery, key, sign } = prepared;
  const { facts, platforms } = assembly;
  const { onGithub, ...own } = place;
  const tar = await writeFeatureLayer(assembly, { metadata, delivery, ...own, ...(sign === undefined ? {} : { sign }) });
  const config = { mediaType: DEVCONTAINER_CONFIG, digest: digestOf(EMPTY_CONFIG), size: EMPTY_CONFIG.length };
  const manifest = featureManifest({
    feature: facts.feature,
    metadata,
    key,
    config,
    tar: tar.descriptor,
    platforms,
    origin: facts.origin,
    onGithub,
    ...(facts.created === undefined ? {} : { created: facts.created }),
  });
  const bytes = Buffer.from(canonicalJson(manifest));
  const blobs = (digest: Digest): BlobContent => (digest === config.digest ? bytesContent(Buffer.from(EMPTY_CONFIG)) : fileContent(tar.file));
  return { bytes, digest: digestOf(bytes), config, tar, blobs };
}
