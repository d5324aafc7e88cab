import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CancelledError, Failure } from '../kit/errors.ts';
import type { UploadedArtifact } from '../kit/host.ts';
import { writeLayoutFacts, type LayoutFacts } from '../layout/layout-facts.ts';
import { writeLayoutSboms } from '../layout/beside/layout-sboms.ts';
import { writeLayout } from '../layout/write-layout.ts';
import type { Digest } from '../oci/format/digest.ts';
import { pinnedBases } from '../place/pin-bases.ts';
import type { Arch } from '../platform.ts';
import { copyWithoutLayers } from '../publish/publish-build.ts';
import type { BuildRequest } from '../request/build.ts';
import { formatsOf } from '../sbom/formats.ts';
import type { GeneratedFiles, PlatformResult } from './build-platform.ts';
import type { BuildSubject } from './subject.ts';

/**
 * Writes the layout of a build, with what a job that publishes needs to know of it.
 * @param pushed the repository that has the layers already
 * @returns the digest of each platform's manifest
 */
export async function leaveLayout(
  folder: string,
  { request, metadata, files }: BuildSubject,
  builds: readonly PlatformResult[],
  pushed?: LayoutFacts['pushed'],
): Promise<ReadonlyMap<Arch, Digest>> {
  const digests = await writeLayout(folder, builds, request.created);
  const { delivery, complement, origin, created } = request;
  const { id, version, json } = metadata;
  const reused = Object.fromEntries(builds.map((build) => [build.arch, reusedLayers(build)] as const).filter(([, count]) => count > 0));
  const bases = pinnedBases(request.bases);
  const facts = {
    feature: { id, version },
    metadata: json,
    delivery,
    ...(complement ? { complement } : {}),
    origin,
    ...(created === undefined ? {} : { created }),
    ...(Object.keys(reused).length > 0 ? { reused } : {}),
    ...(bases.length > 0 ? { bases } : {}),
    ...(pushed === undefined ? {} : { pushed }),
    // What is only built is the same wherever it was.
    ...(request.push === 'false' ? {} : nixOf(builds)),
  };
  await writeLayoutFacts(folder, facts, files);
  const [generated] = builds.flatMap((build) => build.generated ?? []);
  if (generated !== undefined) await writeGenerated(folder, generated);
  const formats = formatsOf(request.sbom);
  for (const { document, metas } of builds) if (metas !== undefined) await writeLayoutSboms(folder, { document, metas, created }, formats);
  return digests;
}

/** So that whoever has the layout can build the same again: `nix build path:<layout>`. */
async function writeGenerated(folder: string, { flake, lock }: GeneratedFiles): Promise<void> {
  await writeFile(join(folder, 'flake.nix'), flake, { mode: 0o644 });
  if (lock !== undefined) await writeFile(join(folder, 'flake.lock'), lock, { mode: 0o644 });
}

function nixOf(builds: readonly PlatformResult[]): Pick<LayoutFacts, 'nix'> {
  const nix = builds.flatMap((build) => (build.nix === undefined ? [] : [[build.arch, build.nix] as const]));
  return nix.length === 0 ? {} : { nix: Object.fromEntries(nix) };
}

/** Returns how many of the delta's layers an earlier release had packed. */
export function reusedLayers({ layers }: PlatformResult): number {
  return layers.filter(({ file }) => file === undefined).length;
}

/**
 * Hands a layout to later jobs, without the layers once they are in a registry.
 * @param work a folder for work
 * @throws Failure if a later job would miss it; if only readers would, a warning says so
 */
export async function uploadLayout(layout: string, work: string, { request, metadata, host }: BuildSubject): Promise<UploadedArtifact | undefined> {
  if (request.uploadArtifact === 'none') return undefined;
  // A name can be used once in a run, so that each job of a matrix needs its own.
  const name = `feature-${metadata.id}-${request.arches.join('-')}`;
  const upload = async (folder: string): Promise<UploadedArtifact | undefined> => {
    try {
      return await host.uploadArtifact(name, folder, request.retentionDays);
    } catch (error) {
      if (!(error instanceof Failure) || error instanceof CancelledError || isNeeded(request)) throw error;
      const { message, hint = '' } = error;
      host.warning(`${message} ${request.push === 'true' ? 'What was published is not affected.' : 'The build itself succeeded.'} ${hint}`.trimEnd());
      return undefined;
    }
  };
  if (request.push === 'false' && request.uploadArtifact === 'all') return upload(layout);
  const withoutLayers = join(work, 'artifact');
  await copyWithoutLayers(layout, withoutLayers);
  return upload(withoutLayers);
}

/** Tells whether a job that publishes looks for the artifact. */
function isNeeded({ push, uploadArtifact }: BuildRequest): boolean {
  return push === 'layers' || (push === 'false' && uploadArtifact === 'all');
}
