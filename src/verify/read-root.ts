import { KEY_ANNOTATION } from '../feature/manifest/feature-manifest.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import { orTakenForHub } from '../oci/pull/hub-name.ts';
import type { Descriptor, ImageManifest } from '../oci/format/manifest.ts';
import { COLLECTION_LAYER, DELTA_ARTIFACT, DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER } from '../oci/format/media-types.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import { publishedAs, type PublishedFeature } from '../release/published.ts';
import { type Problems, noteFault } from './result/checks.ts';
import type { Subject } from './open-subject.ts';
import type { ComparedFacts } from './platform-facts.ts';

/** A Feature's manifest, taken apart. */
export interface Root {
  readonly raw: RawManifest;
  readonly manifest: ImageManifest;
  readonly published: PublishedFeature;
  /** `layers[0]` */
  readonly tar: Descriptor;
}

/**
 * Reads the manifest that a reference names, which must be a Feature that nix-feature published.
 * @returns undefined if nothing further can be looked at
 * @throws CancelledError
 */
export async function readRoot({ source, name }: Subject, problems: Problems): Promise<Root | undefined> {
  try {
    const raw = await orTakenForHub(name, source, () => source.root());
    const parsed = parseManifest(raw, name);
    if (parsed.kind === 'index') problems.fail(`${name} is an index, not a Feature's manifest`);
    if (parsed.kind === 'index') return undefined;
    const { manifest } = parsed;
    const published = publishedAs(name, raw);
    const why = foreign(manifest, published);
    const [tar] = manifest.layers;
    if (why !== undefined || tar === undefined) problems.fail(`${name} ${why ?? 'has no layers'}`);
    else await blobBytes(source, manifest.config).catch((error: unknown) => noteFault(problems, error));
    return why !== undefined || tar === undefined ? undefined : { raw, manifest, published, tar };
  } catch (error) {
    noteFault(problems, error);
    return undefined;
  }
}

/** Why it is not a Feature that nix-feature published; the end of a sentence. */
function foreign({ artifactType, config, layers, annotations }: ImageManifest, { key, platforms }: PublishedFeature): string | undefined {
  if (artifactType === DELTA_ARTIFACT) return 'is one platform of a Feature: name the Feature by its version alone';
  if (layers.some(({ mediaType }) => mediaType === COLLECTION_LAYER)) return 'is a collection of Features: name one of them';
  if (config.mediaType !== DEVCONTAINER_CONFIG || layers[0]?.mediaType !== DEVCONTAINER_LAYER) return 'is not a Dev Container Feature';
  if (key === undefined) return annotations?.[KEY_ANNOTATION] === undefined ? 'is a Feature that nix-feature did not publish' : 'has an invalid release key';
  return platforms.size === 0 ? 'names no platform' : undefined;
}

/** Checks that a Feature's manifest lists, after its tar, the layers of each platform, then those of each complement, none of them twice. */
export function checkRootLayers({ manifest }: Root, platforms: readonly ComparedFacts[], problems: Problems): void {
  const all = [...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement = [] }) => complement)];
  const wanted = all.filter(({ digest }, index) => all.findIndex((layer) => layer.digest === digest) === index);
  const [, ...listed] = manifest.layers;
  for (const [index, layer] of wanted.entries()) {
    const found = listed[index];
    if (found?.digest === layer.digest && found.size === layer.size && found.mediaType === layer.mediaType) continue;
    return problems.fail(`The layer ${index + 2} of the manifest is ${found?.digest ?? '(none)'} and should be ${layer.digest}`);
  }
  if (listed.length > wanted.length) problems.fail(`The manifest lists ${manifest.layers.length} layers, but its tar and its platforms have ${wanted.length + 1}`);
}
