import { join } from 'node:path';
import { enforceContract } from './build/enforce-contract.ts';
import { LayoutPlace } from './build/layout-place.ts';
import { buildPlatform, type PlatformBuild } from './build/platform.ts';
import { writeLayout } from './build/write-layout.ts';
import { Failure, isDiskFull } from './errors.ts';
import { METADATA_FILE, readFeatureMetadata, type FeatureMetadata } from './feature/metadata.ts';
import { readShippedFiles } from './feature/shipped-files.ts';
import { collectWarnings } from './host/collect-warnings.ts';
import type { Host, UploadedArtifact } from './host/host.ts';
import type { Digest } from './oci/digest.ts';
import type { Arch } from './platform.ts';
import { writeLayoutFacts } from './publish/layout-facts.ts';
import { checkVersion } from './publish/publish-assembly.ts';
import { copyWithoutLayers, publishBuild, type BuildPublication } from './publish/publish-build.ts';
import type { BuildReport } from './report/facts.ts';
import type { BuildRequest } from './request.ts';
import { testFeature } from './test-feature.ts';

/**
 * The main job: build one feature for every platform asked for, pack what the bases lack, and leave an image layout, an
 * artifact and a report. Whatever happens, no container and no temporary folder stays behind.
 *
 * @throws Failure with what the user needs to know
 */
export async function buildFeature(request: BuildRequest, outerHost: Host): Promise<BuildReport> {
  const began = performance.now();
  const { host, warnings } = collectWarnings(outerHost);
  await enforceContract(request, host);
  const metadata = await readFeatureMetadata(request.featureFolder);
  if (request.push !== 'false') checkVersion(metadata, request.releaseTag);
  const files = await readShippedFiles(request.featureFolder, request.output === undefined ? [] : [request.output]);

  try {
    await using place = await LayoutPlace.claim(request.output);
    const platforms: PlatformBuild[] = [];
    for (const arch of request.arches) {
      platforms.push(await buildPlatform(request, metadata, arch, join(place.work, arch), host));
    }
    const finished = join(place.work, 'layout');
    const digests = await writeLayout(finished, platforms, request.created);
    await writeLayoutFacts(finished, layoutFacts(request, metadata), files.filter(({ name }) => name !== METADATA_FILE));
    const tests = await testFeature(finished, request, host);
    const layout = await place.put(finished);
    const publication = await publishBuild(layout, request, host);
    const artifact = request.uploadArtifact ? await upload(layout, place.work, request, metadata, host) : undefined;
    place.keep();
    return {
      ...reportOf(metadata, platforms, digests, publication),
      layout,
      tests,
      artifact,
      warnings,
      given: request.given,
      duration: performance.now() - began,
    };
  } catch (error) {
    throw isDiskFull(error) ? diskFull(error) : error;
  }
}

function reportOf(
  metadata: FeatureMetadata,
  platforms: readonly PlatformBuild[],
  digests: ReadonlyMap<Arch, Digest>,
  publication: BuildPublication | undefined,
): Pick<BuildReport, 'feature' | 'upToDate' | 'platforms' | 'digest' | 'published'> {
  const { id, version, name } = metadata;
  return {
    feature: { id, version, ...(name === undefined ? {} : { name }) },
    upToDate: publication?.upToDate ?? false,
    platforms: platforms.map(({ arch, document, stages }) => ({
      arch,
      document,
      stages,
      digest: digests.get(arch),
      reusedLayers: 0,
      uploadedBytes: publication?.sent.get(arch) ?? 0,
    })),
    digest: publication?.digest ?? (digests.size === 1 ? [...digests.values()][0] : undefined),
    published: publication?.published,
  };
}

/** What a job that publishes needs to know of this build. */
function layoutFacts({ delivery, complement = false, origin = {}, created }: BuildRequest, { id, version, raw }: FeatureMetadata): Parameters<typeof writeLayoutFacts>[1] {
  return { feature: { id, version }, metadata: raw, delivery, ...(complement ? { complement } : {}), origin, ...(created === undefined ? {} : { created }) };
}

async function upload(
  layout: string,
  work: string,
  request: BuildRequest,
  { id }: FeatureMetadata,
  host: Host,
): Promise<UploadedArtifact | undefined> {
  // A name can be used once in a run, so that each job of a matrix needs its own.
  const name = `feature-${id}-${request.arches.join('-')}`;
  if (request.push === 'false') return host.uploadArtifact(name, layout);
  const withoutLayers = join(work, 'artifact');
  await copyWithoutLayers(layout, withoutLayers);
  return host.uploadArtifact(name, withoutLayers);
}

function diskFull(cause: unknown): Failure {
  const { path } = cause as NodeJS.ErrnoException;
  return new Failure(`The disk is full${path === undefined ? '' : `: ${path} could not be written`}.`, {
    cause,
    hint: 'Free some space, or let “output” name a folder on a larger disk. Nothing of this build was kept.',
  });
}
