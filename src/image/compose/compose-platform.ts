import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readImage } from '../../base/read-base.ts';
import { membersOf } from '../../feature/metadata/written-json.ts';
import { isObject } from '../../json/field.ts';
import { adviceOf, BaseError, IntegrityError } from '../../kit/errors.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { Job } from '../../kit/host.ts';
import { blobBytes } from '../../oci/format/blob-bytes.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { ImageSource } from '../../oci/format/image-source.ts';
import type { Descriptor } from '../../oci/format/manifest.ts';
import type { PlatformImage } from '../../oci/format/select-platform.ts';
import type { Registries } from '../../oci/pull/registries.ts';
import { formatReference, parseReference } from '../../oci/format/reference.ts';
import { bytesContent, fileContent, sourceContent, type BlobContent } from '../../oci/push/blob-content.ts';
import { imageOf, openBase } from '../../place/open-base.ts';
import type { Arch } from '../../platform.ts';
import { foldTree, TreeObserver, TreeRoom } from '../base/base-tree.ts';
import { composeConfig, composeManifest, originAnnotations, type AddedLayer, type ComposedBlob } from '../config/compose-image.ts';
import { mergeEnvironment, plainVariables } from '../config/merge-environment.ts';
import { entriesOfLabel, METADATA_LABEL, metadataLabel } from '../config/metadata-label.ts';
import type { ImageFeature } from '../features/image-feature.ts';
import { checkFit } from '../layer/check-fit.ts';
import { composeLayer } from '../layer/compose-layer.ts';
import { featureLayers } from '../layer/feature-layers.ts';
import type { ImageRequest } from '../request.ts';

/** Where a blob of the image is. */
export interface BlobPlace {
  readonly content: BlobContent;
  /** The repository that has it, with its registry; undefined if none has. */
  readonly repository: string | undefined;
}

/** An image for one platform; nothing of it is anywhere yet. */
export interface ComposedPlatform {
  readonly arch: Arch;
  readonly manifest: ComposedBlob;
  /** What an index says of it. */
  readonly platform: NonNullable<Descriptor['platform']>;
  readonly blobs: ReadonlyMap<Digest, BlobPlace>;
  /** Of the base's manifest. */
  readonly base: Digest;
  /** Of the index that the base's name stands for; undefined if it is an image itself. */
  readonly baseIndex: Digest | undefined;
  readonly layers: readonly { readonly of: 'base' | 'feature' | 'own'; readonly digest: Digest; readonly size: number }[];
}

/** What an image is made of, whatever the platform. */
export interface Composing {
  readonly request: ImageRequest;
  /** In the order of their installation. */
  readonly features: readonly ImageFeature[];
  /** The text of the install runtime. */
  readonly runtime: string;
  readonly registries: Registries;
  /** A folder for files that are kept as long as the image is. */
  readonly work: string;
  readonly job: Job;
  /** Ends connections. */
  readonly cleanup: AsyncDisposableStack;
}

/**
 * Puts an image together: the base's layers, those of the Features, and one that says what is installed. The base is read layer by
 * layer, as a stream; nothing is run.
 * @throws BaseError, Failure, RegistryError, IntegrityError, CancelledError
 */
export async function composePlatform(arch: Arch, composing: Composing): Promise<ComposedPlatform> {
  const { request, cleanup } = composing;
  const opened = await openBase(request.base, composing.registries);
  cleanup.defer(() => opened.close());
  const image = await imageOf(opened, request.base, arch);
  try {
    return await compose(arch, { source: opened.source, image }, composing);
  } catch (error) {
    // What others say of it names it already.
    if (!(error instanceof BaseError) || /^[A-Z]/.test(error.message)) throw error;
    throw new BaseError(`The base image ${request.base.text} can't be used for linux/${arch}: ${error.message}.`, { cause: error, ...adviceOf(error) });
  }
}

interface Base {
  readonly source: ImageSource;
  readonly image: PlatformImage;
}

async function compose(arch: Arch, base: Base, composing: Composing): Promise<ComposedPlatform> {
  const { request, job, runtime } = composing;
  const { source, image } = base;
  const features = composing.features.map((feature) => ({ ...feature, document: documentOf(feature, arch) }));
  const work = join(composing.work, arch);
  await mkdir(work, { recursive: true });
  const { store, tree } = await readTree(arch, base, { request, work, job });
  const owned = checkFit(store, features);
  const installed = features.map((feature, index) => ({ ...feature, owned: owned[index] ?? [] }));
  const layer = await composeLayer({ base: request.base.text, tree, features: installed, runtime, created: request.created }, work, job);
  const below = { layers: new Set(image.manifest.layers.map(({ digest }) => digest)), paths: store.paths };
  const added: readonly AddedLayer[] = [...featureLayers(features, below), { descriptor: layer.descriptor, diffId: layer.diffId, of: 'what is installed' }];
  const config = composeConfig({
    base: await rawConfig(base),
    diffIds: image.config.diffIds,
    layers: added,
    environment: mergeEnvironment(image.config.env, environmentSources(composing)),
    label: labelOf(image, composing),
    created: request.created,
  });
  const manifest = composeManifest(image.manifest, config.descriptor, added, originAnnotations({ name: baseName(request.base), digest: image.manifestDigest }, request.created));
  const own = new Set([layer.descriptor.digest]);
  const root = await source.root();
  const { variant } = image.config;
  return {
    arch,
    manifest,
    platform: { architecture: image.config.architecture, os: image.config.os, ...(variant !== undefined && variant !== '' && { variant }) },
    base: image.manifestDigest,
    baseIndex: root.digest === image.manifestDigest ? undefined : root.digest,
    blobs: new Map<Digest, BlobPlace>([
      ...image.manifest.layers.map((blob) => [blob.digest, placeIn(source, blob)] as const),
      ...features.flatMap((feature) => feature.document.layers.map((blob) => [blob.digest, placeIn(feature.source, blob)] as const)),
      [layer.descriptor.digest, { content: fileContent(layer.file), repository: undefined }],
      [config.descriptor.digest, { content: bytesContent(config.bytes), repository: undefined }],
    ]),
    layers: [
      ...image.manifest.layers.map(({ digest, size }) => ({ of: 'base' as const, digest, size })),
      ...added.map(({ descriptor: { digest, size } }) => ({ of: own.has(digest) ? ('own' as const) : ('feature' as const), digest, size })),
    ],
  };
}

function documentOf({ documents, text }: ImageFeature, arch: Arch): NonNullable<ReturnType<ImageFeature['documents']['get']>> {
  const document = documents.get(arch);
  if (document === undefined) throw new IntegrityError(`The Feature ${text} has no delta document for ${arch}.`);
  return document;
}

async function readTree(arch: Arch, { source, image }: Base, { request, work, job }: Pick<Composing, 'request' | 'work' | 'job'>) {
  const observers = new Map<Digest, TreeObserver>();
  const room = new TreeRoom();
  const observe = (layer: Digest): TreeObserver => {
    const observer = new TreeObserver(work, layer, room);
    observers.set(layer, observer);
    return observer;
  };
  const progress = job.stage(`Read the base image ${request.base.text} for ${arch}`, { unit: 'bytes' });
  try {
    const store = await readImage(source, image, { signal: job.signal, debug: (line) => job.debug(line), observe, onProgress: (done, total) => progress.update(done, undefined, total) });
    progress.end(formatNumberOf(store.paths.size, 'store path'));
    return { store, tree: foldTree(image.manifest.layers.map(({ digest }) => observers.get(digest)?.end() ?? [])) };
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

async function rawConfig({ source, image }: Base): Promise<Readonly<Record<string, unknown>>> {
  const json: unknown = JSON.parse((await blobBytes(source, image.manifest.config)).toString('utf8'));
  // Whoever selected the image has parsed it.
  if (!isObject(json)) throw new IntegrityError(`The config of ${source.name} is not an object.`);
  return json;
}

function environmentSources({ features, request }: Composing): Parameters<typeof mergeEnvironment>[1] {
  const own = plainVariables(request.devcontainer?.properties['containerEnv']);
  return [
    ...features.map(({ text, metadata }) => ({ name: `The Feature ${text}`, containerEnv: membersOf(metadata).get('containerEnv') })),
    ...(own === undefined ? [] : [{ name: 'The devcontainer.json', containerEnv: own }]),
  ];
}

function labelOf({ config }: PlatformImage, { features, request, job }: Composing): string {
  const base = config.labels[METADATA_LABEL];
  if (entriesOfLabel(base) === undefined) job.warning(`The label ${METADATA_LABEL} of ${request.base.text} is not JSON that dev container tools know, and is replaced.`);
  return metadataLabel({ base, features: features.map(({ text, properties }) => ({ text, metadata: properties })), devcontainer: request.devcontainer?.properties });
}

/** In full, as other tools look it up; a layout has none. */
export function baseName(base: ImageRequest['base']): string | undefined {
  if (base.kind === 'layout') return undefined;
  const { registry, repository, tag } = parseReference(base.text);
  return formatReference({ registry, repository, ...(tag !== undefined && { tag }) });
}

function placeIn(source: ImageSource, blob: Pick<Descriptor, 'digest' | 'size'>): BlobPlace {
  return { content: sourceContent(source, blob), repository: source.repository };
}
