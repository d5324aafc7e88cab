import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import { formatList } from '../../kit/format.ts';
import type { LayoutPlatform } from '../../layout/built-layout.ts';
import type { ReferrerContent } from '../../oci/format/referrer.ts';
import type { Arch } from '../../platform.ts';
import type { Release } from '../../release/release.ts';
import { ARCH_ANNOTATION, attachedSboms, createdOf } from '../../release/sbom-referrers.ts';
import type { Publisher } from '../../release/target.ts';
import { FORMATS, sbomFile, type SbomFormat } from '../../sbom/formats.ts';

const TITLE = 'org.opencontainers.image.title';

/** What is attached, and which input asked for it. */
export interface WantedSboms {
  readonly platforms: readonly LayoutPlatform[];
  /** Undefined: those that the build wrote. */
  readonly formats: readonly SbomFormat[] | undefined;
}

/**
 * Attaches an SBOM for each platform to a Feature's manifest. A release that has one keeps it: what is published stays the same, whoever
 * builds it again. Without it the release is a release all the same, so that a refusal is a warning.
 * @throws CancelledError
 */
export async function attachSboms({ namespace, writer }: Publisher, release: Release, wanted: WantedSboms): Promise<void> {
  const { job } = namespace;
  // The release's own time: whoever looks at both finds the same, whichever build attaches the SBOM.
  const created = createdOf(release, writer.repository);
  const all = wanted.platforms.flatMap((platform) => contentsOf(platform, wanted.formats, created));
  if (all.length === 0) return;
  try {
    const there = await attachedSboms(writer.reader, release.digest);
    const contents = all.filter(({ arch, format }) => !there.some((each) => each.arch === arch && each.format === format));
    if (contents.length === 0) return;
    const subject = { mediaType: release.mediaType, digest: release.digest, size: release.bytes.length };
    await writer.pushReferrers(subject, contents.map(({ content }) => content));
    job.info(`Attached ${formatList(contents.map(({ name }) => name))} to ${writer.repository}:${release.version}.`);
  } catch (error) {
    if (!(error instanceof RegistryError || error instanceof IntegrityError)) throw error;
    job.warning(`${writer.repository}:${release.version} is published without its SBOM: ${error.message} Run again to attach it, or set "sbom: none".`);
  }
}

interface Attachment {
  readonly arch: Arch;
  readonly format: SbomFormat;
  readonly name: string;
  readonly content: ReferrerContent;
}

function contentsOf({ arch, document, sbom }: LayoutPlatform, formats: WantedSboms['formats'], created: number | undefined): readonly Attachment[] {
  if (sbom === undefined) return [];
  return (formats ?? sbom.formats).map((format) => {
    const name = sbomFile(arch, format);
    const payload = Buffer.from(FORMATS[format].write({ document, metas: sbom.metas, created }));
    return { arch, format, name, content: { artifactType: FORMATS[format].mediaType, payload, annotations: { [ARCH_ANNOTATION]: arch, [TITLE]: name } } };
  });
}
