import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { IntegrityError, RegistryError } from '../kit/errors.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import type { Referrer } from '../oci/format/referrer.ts';
import { Registry } from '../oci/pull/registry.ts';
import { type Arch, isArch } from '../platform.ts';
import { checkedSbom, FORMATS, SBOM_FORMATS, type SbomFormat } from '../sbom/formats.ts';
import { SBOM_LIMIT } from '../sbom/read-metas-of.ts';

/** Which platform of a Feature an SBOM is about. */
export const ARCH_ANNOTATION = 'dev.nix-feature.arch';

const CREATED = 'org.opencontainers.image.created';

/** Returns the time that a Feature's manifest names, in seconds since the epoch; undefined if it names none. @throws IntegrityError if it is no manifest */
export function createdOf(raw: RawManifest, where: string): number | undefined {
  const parsed = parseManifest(raw, where);
  const time = parsed.kind === 'manifest' ? (parsed.manifest.annotations?.[CREATED] ?? '') : '';
  const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) ? Date.parse(time) / 1000 : Number.NaN;
  return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}

/** An SBOM that is attached to a Feature's manifest. */
export interface AttachedSbom {
  readonly arch: Arch;
  readonly format: SbomFormat;
  readonly referrer: Referrer;
}

/**
 * Lists the SBOMs that are attached to a Feature. Anybody who may write to the repository may have attached them.
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function attachedSboms(reader: Registry, feature: Digest): Promise<readonly AttachedSbom[]> {
  const { list } = await reader.referrers(feature);
  return list.flatMap((referrer) => {
    const format = SBOM_FORMATS.find((each) => FORMATS[each].mediaType === referrer.artifactType);
    const arch = referrer.annotations[ARCH_ANNOTATION] ?? '';
    return format === undefined || !isArch(arch) ? [] : [{ arch, format, referrer }];
  });
}

/** The bytes of an attached SBOM. @throws IntegrityError if it has no payload, or one that is too large; RegistryError, CancelledError */
async function attachedBytes(reader: Registry, { arch, referrer }: AttachedSbom): Promise<Buffer> {
  const [layer] = referrer.layers;
  if (layer === undefined) throw new IntegrityError(`The SBOM ${referrer.digest} for ${arch} in ${reader.repository} is empty.`);
  return blobBytes(reader, layer, SBOM_LIMIT);
}

/** SBOMs of a release that are read; anybody who may write to the repository may have attached more. */
const MOST_READ = 20;

/**
 * Returns the package metadata in the SBOMs of a release: for each platform, from the first SBOM that matches its delta document. SBOMs that
 * can't be read or don't match are left out.
 */
export async function attachedMetas(reader: Registry, release: RawManifest, documents: ReadonlyMap<Arch, DeltaDocument>): Promise<ReadonlyMap<Arch, PackageMetas>> {
  const found = new Map<Arch, PackageMetas>();
  const created = createdOf(release, reader.repository);
  for (const sbom of (await attachedSboms(reader, release.digest).catch(noneIfUnreadable)).slice(0, MOST_READ)) {
    const document = documents.get(sbom.arch);
    if (document === undefined || found.has(sbom.arch)) continue;
    const where = `the SBOM of ${reader.repository} for ${sbom.arch}`;
    const metas = await attachedBytes(reader, sbom).then((bytes) => checkedSbom(bytes, sbom.format, { document, created }, where)).catch(noneIfUnreadable);
    if (!Array.isArray(metas)) found.set(sbom.arch, metas as PackageMetas);
  }
  return found;
}

function noneIfUnreadable(error: unknown): readonly [] {
  if (error instanceof IntegrityError || error instanceof RegistryError) return [];
  throw error;
}
