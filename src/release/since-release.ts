import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';
import type { PublishedFeature } from '../release/published.ts';
import { attachedMetas } from '../release/sbom-referrers.ts';
import type { PlatformReport } from '../report/build/facts.ts';
import { licenceReport } from '../sbom/licences.ts';
import { changesBetween } from '../delta/compare/changes.ts';

/** A platform that was built, with what its flake says of the packages if anybody asked. */
export interface LicensedBuild {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  readonly metas?: PackageMetas | undefined;
}

/** The release before: its delta documents, and the reader of its repository. */
export interface ReleaseBefore {
  readonly reader: Registry;
  readonly release: PublishedFeature | undefined;
  readonly documents: ReadonlyMap<Arch, DeltaDocument>;
}

/**
 * Reports the licences of each platform's packages, and how they changed since the release before, if that has an SBOM.
 * @throws CancelledError
 */
export async function licencesSince(builds: readonly LicensedBuild[], before: ReleaseBefore | undefined): Promise<ReadonlyMap<Arch, Pick<PlatformReport, 'licences'>>> {
  const licensed = builds.filter(({ metas }) => metas !== undefined);
  // A release has nothing to tell about itself.
  const isAnother = licensed.some(({ arch, document }) => (before?.documents.get(arch)?.feature.version ?? document.feature.version) !== document.feature.version);
  const earlier = isAnother && before?.release !== undefined ? await attachedMetas(before.reader, before.release, before.documents) : undefined;
  return new Map(
    licensed.map(({ arch, document, metas = new Map() }) => {
      const [then, said] = [before?.documents.get(arch), earlier?.get(arch)];
      return [arch, { licences: licenceReport({ document, metas }, then === undefined || said === undefined ? undefined : { document: then, metas: said }) }];
    }),
  );
}

/** Returns what changed since the release before, for the report. @param before undefined if there was none */
export function changesSince(before: DeltaDocument | undefined, now: DeltaDocument): Pick<PlatformReport, 'changes' | 'unchanged'> {
  if (before === undefined) return {};
  const changes = changesBetween(before, now);
  // A release has nothing to tell about itself.
  return before.feature.version === now.feature.version && changes.packages.length === 0 ? { unchanged: true } : { changes };
}
