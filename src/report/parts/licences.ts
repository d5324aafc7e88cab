import { formatCount } from '../../kit/format.ts';
import type { LicenceReport, LicenceUse } from '../../sbom/licences.ts';
import { code, details, escapeText, joinSections, table } from '../text/markdown.ts';

const ROWS = 40;
const NAMES = 12;

/** Returns the licences of what is shipped, folded, and above that what changed in them. @param of ` for amd64` if there are several platforms */
export function licencesSection(report: LicenceReport, of: string): string {
  const { uses } = report;
  if (uses.length === 0) return '';
  const known = uses.filter(({ licence }) => licence !== undefined).length;
  const rows = uses.slice(0, ROWS).map((use) => [licenceCell(use), formatCount(use.packages.length), listed(use.packages)]);
  if (uses.length > ROWS) rows.push([`${formatCount(uses.length - ROWS)} more`, '', '']);
  const folded = details(`Licences${of} (${formatCount(known)})`, table(['Licence', 'Packages', ''], rows, [1]));
  return joinSections([licenceChanges(report, of), folded]);
}

function licenceCell({ licence }: LicenceUse): string {
  return licence === undefined ? 'the flake does not say' : escapeText(licence);
}

/** Returns what changed in the licences since the last release; nothing if nothing did. */
export function licenceChanges({ changes }: LicenceReport, of: string): string {
  if (changes === undefined) return '';
  const { added, removed, changed } = changes;
  const lines = [
    ...(added.length === 0 ? [] : [`- New: ${listed(added)}`]),
    ...(removed.length === 0 ? [] : [`- No longer there: ${listed(removed)}`]),
    ...changed.slice(0, NAMES).map(({ name, before, after }) => `- ${code(name)}: ${textOf(before)} → ${textOf(after)}`),
    ...(changed.length > NAMES ? [`- ${formatCount(changed.length - NAMES)} more packages have other licences`] : []),
  ];
  return lines.length === 0 ? '' : `### Changes in licences${of}\n\n${lines.join('\n')}`;
}

function textOf(licences: readonly string[]): string {
  return licences.length === 0 ? 'not said' : listed(licences);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map(code).join(', ');
  return names.length > NAMES ? `${shown} and ${formatCount(names.length - NAMES)} more` : shown;
}


