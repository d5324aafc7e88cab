import { Failure } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import { describeLayout, describePublished, type DescribedFeature } from '../layout/described-feature.ts';
import { parseReference } from '../oci/format/reference.ts';
import { Registries } from '../oci/pull/registries.ts';
import { archOf, type Arch } from '../platform.ts';
import type { SbomRequest } from '../request/existing.ts';
import type { SbomFacts } from '../sbom/component.ts';
import { FORMATS, sbomFile } from '../sbom/formats.ts';
import { mergeVex } from '../sbom/merge-vex.ts';

/** The SBOM of one platform. */
export interface SbomText {
  readonly arch: Arch;
  /** `sbom-amd64.cdx.json` */
  readonly file: string;
  readonly text: string;
}

/**
 * Makes the SBOM of a layout or of a published Feature, for each requested platform. The packages come from the delta documents; licences and
 * homepages come from the SBOM that the build wrote, if there is one.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
export async function sbomOf(request: SbomRequest, host: Host): Promise<readonly SbomText[]> {
  const { source, format, vex } = request;
  return chosen(await factsOf(source, new Registries(request, host)), request).map(({ metas, ...facts }) => {
    const arch = archOf(facts.document.system);
    if (metas === undefined) host.notice(`${source.text} has no SBOM for ${arch}: licences and homepages are not known.`);
    const text = FORMATS[format].write({ ...facts, metas: metas ?? new Map() });
    return { arch, file: sbomFile(arch, format), text: vex === undefined ? text : mergeVex(text, vex) };
  });
}

type Facts = Omit<SbomFacts, 'metas'> & { readonly metas: SbomFacts['metas'] | undefined };

async function factsOf(source: SbomRequest['source'], registries: Registries): Promise<readonly Facts[]> {
  const { platforms, created } = await describe(source, registries);
  return platforms.map(({ document, metas }) => ({ document, metas, created }));
}

async function describe(source: SbomRequest['source'], registries: Registries): Promise<DescribedFeature> {
  if (source.kind === 'path') return describeLayout(source.path);
  const reader = registries.open(parseReference(source.text));
  try {
    return await describePublished(reader, source.text);
  } finally {
    reader.close();
  }
}

/** The requested ones; else all of them for a folder, or this machine's for a terminal. */
function chosen(all: readonly Facts[], { source, arches, ownArch, output }: SbomRequest): readonly Facts[] {
  const there = all.map(({ document }) => archOf(document.system));
  const missing = arches.filter((arch) => !there.includes(arch));
  if (missing.length > 0) throw new Failure(`${source.text} has no platform ${formatList(missing)}; it has ${formatList(there)}.`);
  if (arches.length > 0) return all.filter(({ document }) => arches.includes(archOf(document.system)));
  if (output !== undefined || all.length < 2) return all;
  const own = all.filter(({ document }) => archOf(document.system) === ownArch);
  return own.length > 0 ? own : all.slice(0, 1);
}
