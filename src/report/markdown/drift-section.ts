import { formatBytes, formatCount } from '../../kit/format.ts';
import { hashPartOf, nameOf } from '../../nix/store/store-path.ts';
import type { DriftReport } from '../facts/drift-facts.ts';
import { driftAdvice, driftExtent } from '../text/drift-text.ts';
import { code, details, joinSections, table } from './markdown.ts';

const ROWS = 40;

/** Returns what is shipped twice, and the one line that mends it. @param of ` for amd64` if there are several platforms */
export function driftSection(drift: DriftReport | undefined, of: string): string {
  if (drift === undefined) return '';
  const rows = drift.paths.slice(0, ROWS).map(({ path, base, bytes }) => [code(nameOf(path)), formatBytes(bytes), code(hashPartOf(path).slice(0, 8)), code(hashPartOf(base).slice(0, 8))]);
  if (drift.paths.length > ROWS) rows.push([`${formatCount(drift.paths.length - ROWS)} more`, '', '', '']);
  return joinSections([
    `### Shipped twice${of}: ${driftExtent(drift)}\n\n${driftAdvice(drift, code)}`,
    details('Paths that differ only in their hash', table(['Path', 'Size', 'Shipped', 'In the base'], rows, [1])),
  ]);
}
