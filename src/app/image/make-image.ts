import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readRuntime } from '../../feature/files/runtime.ts';
import { composeIndex, originAnnotations } from '../../image/config/compose-image.ts';
import { baseName, composePlatform, type ComposedPlatform, type Composing } from '../../image/compose/compose-platform.ts';
import type { ImageFeature } from '../../image/features/image-feature.ts';
import { readImageFeatures } from '../../image/features/read-features.ts';
import { onlyManifest, pushComposed, type ComposedImage } from '../../image/compose/push-composed.ts';
import type { ImageRequest } from '../../image/request.ts';
import { checkOutput, writeImageLayout } from '../../image/compose/write-image-layout.ts';
import { Failure } from '../../kit/errors.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { Host } from '../../kit/host.ts';
import { makeTemporary } from '../../kit/temporary.ts';
import { Registries } from '../../oci/pull/registries.ts';
import { formatReference } from '../../oci/format/reference.ts';
import { pinBases } from '../../place/pin-bases.ts';
import { ARCHES, type Arch } from '../../platform.ts';
import type { ImageReport } from '../../report/runs/image.ts';
import { checkFeatureLayers } from './check-features.ts';

// src/app/image is one folder further below the project than each folder of dist.
const RUNTIMES = ['../../install', '../../../install'].map((folder) => join(import.meta.dirname, folder));

/**
 * Makes an image of a base and published Features, as an installation by the dev container tools would leave it, and pushes it or
 * writes it as a layout. Nothing is built and nothing is run.
 * @throws InputError, Failure, BaseError, RegistryError, IntegrityError, CancelledError
 */
export async function makeImage(given: ImageRequest, host: Host): Promise<ImageReport> {
  const started = Date.now();
  if (given.output !== undefined) await checkOutput(given.output, given.base);
  await using cleanup = new AsyncDisposableStack();
  const registries = new Registries(given, host);
  const request = await pinned(given, registries);
  const features = await readAll(request, { registries, job: host, cleanup });
  const work = await makeTemporary('nix-feature-image');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const composing = { request, features, runtime: await runtimeText(), registries, work, job: host, cleanup };
  const arches = archesOf(request, features);
  await checkFeatureLayers(features, arches, work, host);
  const platforms: ComposedPlatform[] = [];
  for (const arch of arches) platforms.push(await composePlatform(arch, composing));
  const image = { platforms, index: indexOf(platforms, request) };
  const sent = request.tags.length === 0 ? { uploaded: 0, mounted: 0 } : await pushComposed(image, request, composing);
  if (request.output !== undefined) await writeImageLayout(image, request.output, host);
  return reportOf(request, { features, image, sent, duration: Date.now() - started });
}

/** What the base's name stands for is one image, however long it takes. */
async function pinned(request: ImageRequest, registries: Registries): Promise<ImageRequest> {
  const { bases: [base] } = await pinBases({ bases: [request.base] }, registries);
  return base === undefined ? request : { ...request, base };
}

async function readAll(request: ImageRequest, { registries, job, cleanup }: Pick<Composing, 'registries' | 'job' | 'cleanup'>): Promise<readonly ImageFeature[]> {
  const progress = job.stage('Read the Features');
  try {
    const features = await readImageFeatures(request, { arches: request.arches, cleanup, registries });
    progress.end(features.map(({ id, version }) => `${id} ${version}`).join(', '));
    return features;
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

/** @throws Failure if the Features have no platform in common */
function archesOf({ arches }: ImageRequest, features: readonly ImageFeature[]): readonly Arch[] {
  const wanted = ARCHES.filter((arch) => (arches.length === 0 ? features.every(({ documents }) => documents.has(arch)) : arches.includes(arch)));
  if (wanted.length > 0) return wanted;
  throw new Failure(`The ${formatNumberOf(features.length, 'Feature')} ${features.length === 1 ? 'has' : 'have'} no platform in common: ${features.map(({ text, documents }) => `${text} is for ${[...documents.keys()].join(' and ')}`).join(', ')}.`);
}

async function runtimeText(): Promise<string> {
  const [first = '', second = ''] = RUNTIMES;
  return readRuntime(first).catch(() => readRuntime(second));
}

function indexOf(platforms: readonly ComposedPlatform[], { base, created }: ImageRequest): ComposedImage['index'] {
  if (platforms.length < 2) return undefined;
  const [first] = platforms;
  const digest = first?.baseIndex;
  const annotations = digest === undefined ? {} : originAnnotations({ name: baseName(base), digest }, created);
  return composeIndex(platforms.map(({ manifest, platform }) => ({ ...manifest.descriptor, platform })), annotations);
}

interface Made extends Pick<ImageReport, 'sent' | 'duration'> {
  readonly features: readonly ImageFeature[];
  readonly image: ComposedImage;
}

function reportOf({ base, tags, output, given }: ImageRequest, { features, image, sent, duration }: Made): ImageReport {
  return {
    base: base.text,
    digest: (image.index ?? onlyManifest(image)).descriptor.digest,
    tags: tags.map((tag) => formatReference(tag)),
    output,
    features: features.map(({ id, version, text, digest }) => ({ id, version, reference: text, digest })),
    platforms: image.platforms.map(({ arch, manifest, base: digest, layers }) => ({ arch, digest: manifest.descriptor.digest, base: digest, layers })),
    sent,
    given,
    duration,
  };
}
