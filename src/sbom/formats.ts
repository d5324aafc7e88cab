import { IntegrityError } from '../kit/errors.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import type { Arch } from '../platform.ts';
import type { SbomChoice } from '../request/build.ts';
import type { SbomFacts } from './component.ts';
import { readCycloneDx, readSpdx } from './read-metas-of.ts';
import { writeCycloneDx } from './write-cyclonedx.ts';
import { writeSpdx } from './write-spdx.ts';

export const SBOM_FORMATS = ['cyclonedx', 'spdx'] as const;
export type SbomFormat = (typeof SBOM_FORMATS)[number];

interface FormatSpec {
  /** Also the artifact type of a referrer. */
  readonly mediaType: string;
  readonly extension: string;
  readonly write: (facts: SbomFacts) => string;
  readonly read: (bytes: Uint8Array, where: string) => PackageMetas;
}

export const FORMATS: Readonly<Record<SbomFormat, FormatSpec>> = {
  cyclonedx: { mediaType: 'application/vnd.cyclonedx+json', extension: 'cdx.json', write: writeCycloneDx, read: readCycloneDx },
  spdx: { mediaType: 'application/spdx+json', extension: 'spdx.json', write: writeSpdx, read: readSpdx },
};

export function formatsOf(choice: SbomChoice): readonly SbomFormat[] {
  if (choice === 'none') return [];
  return choice === 'both' ? SBOM_FORMATS : [choice];
}

/** Returns the name in a layout: `sbom-amd64.cdx.json` */
export function sbomFile(arch: Arch, format: SbomFormat): string {
  return `sbom-${arch}.${FORMATS[format].extension}`;
}

/**
 * Checks an SBOM from outside: it must be, byte for byte, what the delta document and its own words on the packages give.
 * Then it names each path of the closure once, and nothing else.
 * @returns what it says of the packages
 * @throws IntegrityError
 */
export function checkedSbom(bytes: Uint8Array, format: SbomFormat, facts: Omit<SbomFacts, 'metas'>, where: string): PackageMetas {
  const { read, write } = FORMATS[format];
  const metas = read(bytes, where);
  if (Buffer.from(write({ ...facts, metas })).equals(bytes)) return metas;
  throw new IntegrityError(`${where} is not the SBOM of the build beside it: its packages or hashes differ from the delta document, or a build would write it differently.`, {
    hint: 'Build again. Only a build writes this file.',
  });
}
