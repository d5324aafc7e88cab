import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Referrer, Referrers } from '../oci/format/referrer.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { archOf, type Arch } from '../platform.ts';
import { ARCH_ANNOTATION } from '../release/sbom-referrers.ts';
import type { Check } from '../report/runs/verify.ts';
import { checkedSbom, FORMATS, SBOM_FORMATS, type SbomFormat } from '../sbom/formats.ts';
import { SBOM_LIMIT } from '../sbom/read-metas-of.ts';
import { Problems, unchecked, noteFault } from './result/checks.ts';

/** What was found of all that is attached to a Feature's manifest. */
export interface Attached {
  readonly check: Check;
  /** Undefined if the lists can't be read. */
  readonly list: readonly Referrer[] | undefined;
}

/**
 * Reads the lists of what is attached to a manifest, by the registry's API and by the fallback tag. Whatever they name must be there,
 * and to be about this very manifest.
 * @throws CancelledError
 */
export async function readAttached(registry: Registry, digest: Digest): Promise<Attached> {
  const problems = new Problems();
  let found: Referrers | undefined;
  try {
    found = await registry.referrers(digest);
    for (const { digest: stale, listedBy, why } of found.stale) {
      problems.fail(`${listedBy === 'api' ? "The registry's list" : 'The list under the fallback tag'} names ${stale}, which is not a referrer of the manifest: ${why}`);
    }
  } catch (error) {
    noteFault(problems, error);
  }
  const count = found?.list.length ?? 0;
  return { check: problems.toCheck('attached', count === 0 ? 'Nothing is attached' : `${count} attached, each about this manifest`), list: found?.list };
}

/** SBOMs of one platform that are read; anybody who may write to the repository may have attached more. */
const MOST_SBOMS = 20;

interface FoundSbom {
  readonly format: SbomFormat;
  readonly referrer: Referrer;
}

/** What the SBOMs of a Feature tell. */
export interface CheckedSboms {
  readonly checks: readonly Check[];
  /** The package metadata of each platform, from the first SBOM that passes. */
  readonly metas: ReadonlyMap<Arch, PackageMetas>;
}

/**
 * Compares each SBOM of a platform with its delta document: it names each path of the closure once, with its hash, and nothing else.
 * @param created of the release, in seconds since the epoch
 * @returns no check of a platform if none is attached
 * @throws CancelledError
 */
export async function checkSboms(registry: Registry, list: readonly Referrer[], platforms: readonly NamedDocument[], created: number | undefined): Promise<CheckedSboms> {
  const metas = new Map<Arch, PackageMetas>();
  const checks = platforms.map(async ({ arch, document }) => {
    const sboms = sbomsOf(list, arch);
    if (sboms.length === 0) return [];
    if (document === undefined) return [unchecked('sbom', 'The delta document for the comparison is missing', arch)];
    const problems = new Problems();
    if (sboms.length > MOST_SBOMS) problems.fail(`${sboms.length} SBOMs are attached, and no more than ${MOST_SBOMS} are read`);
    for (const sbom of sboms.slice(0, MOST_SBOMS)) {
      const found = await checkSbom(registry, sbom, { document, created }, problems);
      if (found !== undefined && !metas.has(arch)) metas.set(arch, found);
    }
    return [problems.toCheck('sbom', `${sboms.map(({ format }) => format).join(', ')}: each path of the closure with its hash, and nothing else`, arch)];
  });
  return { checks: (await Promise.all(checks)).flat(), metas };
}

interface NamedDocument {
  readonly arch: Arch;
  readonly document: DeltaDocument | undefined;
}

function sbomsOf(list: readonly Referrer[], arch: Arch): readonly FoundSbom[] {
  return list.flatMap((referrer) => {
    const format = SBOM_FORMATS.find((each) => FORMATS[each].mediaType === referrer.artifactType);
    return format === undefined || referrer.annotations[ARCH_ANNOTATION] !== arch ? [] : [{ format, referrer }];
  });
}

/** @returns undefined if it does not pass */
async function checkSbom(
  registry: Registry,
  { format, referrer }: FoundSbom,
  facts: { readonly document: DeltaDocument; readonly created: number | undefined },
  problems: Problems,
): Promise<PackageMetas | undefined> {
  const [payload] = referrer.layers;
  if (payload === undefined) {
    problems.fail(`The ${format} SBOM ${referrer.digest} is empty`);
    return undefined;
  }
  try {
    return checkedSbom(await blobBytes(registry, payload, SBOM_LIMIT), format, facts, `The ${format} SBOM ${referrer.digest} for ${archOf(facts.document.system)}`);
  } catch (error) {
    noteFault(problems, error);
    return undefined;
  }
}
