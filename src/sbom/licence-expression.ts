import type { Licence } from '../nix/meta/package-meta.ts';
import { digestOf, hexOf } from '../oci/format/digest.ts';

/** What SPDX says of what nobody has said. */
export const NOASSERTION = 'NOASSERTION';

/** A licence that is not of the SPDX list, as a document of its own has it (SPDX 2.3, 10.1). */
export interface ExtractedLicence {
  readonly licenseId: string;
  readonly name: string;
  readonly extractedText: string;
}

/**
 * Licences as an expression (SPDX 2.3, annex D). A flake that lists several does not say whether all of them apply or one may be chosen: all is
 * the careful reading.
 */
export function licenceExpression(licences: readonly Licence[]): string {
  return licences.length === 0 ? NOASSERTION : licences.map(licenceTerm).join(' AND ');
}

function licenceTerm(licence: Licence): string {
  if ('id' in licence) return licence.id;
  const slug = licence.name.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
  return `LicenseRef-${slug === '' ? '' : `${slug}-`}${hexOf(digestOf(licence.name)).slice(0, 8)}`;
}

/** Returns those of a closure that are not of the SPDX list, each once and in order. */
export function extractedLicences(all: Iterable<readonly Licence[]>): readonly ExtractedLicence[] {
  const found = new Map<string, ExtractedLicence>();
  for (const licence of [...all].flat()) {
    if ('id' in licence) continue;
    const licenseId = licenceTerm(licence);
    found.set(licenseId, { licenseId, name: licence.name, extractedText: `The flake names this licence but does not contain its text: ${licence.name}` });
  }
  return [...found.values()].toSorted((a, b) => (a.licenseId < b.licenseId ? -1 : 1));
}
