import { formatBytes, formatCount, formatList, formatNumberOf, formatShare } from '../../kit/format.ts';
import { totalsOf } from '../facts/facts.ts';
import type { BuildReport, DeltaFigures } from '../facts/facts.ts';

/** The whole report in one line of plain text. */
export function headline(report: BuildReport): string {
  const { id, version } = report.feature;
  const arches = formatList(report.platforms.map((platform) => platform.arch));
  const subject = `${id} ${version}${arches === '' ? '' : ` for ${arches}`}`;
  if (report.upToDate) return `${subject}: up to date, nothing to do`;
  return `${subject}: ${verdict(totalsOf(report))}`;
}

function verdict({ closure, delta, base, baseShare, compressed }: DeltaFigures): string {
  const all = formatNumberOf(closure.paths, 'store path');
  if (delta.paths === 0) return `the base already has everything (${all}, ${formatBytes(closure.bytes)})`;
  if (base.paths === 0) return `${all} to ship, ${formatBytes(delta.bytes)}, ${formatBytes(compressed)} compressed`;
  return (
    `${formatCount(delta.paths)} of ${all} to ship, ${formatBytes(delta.bytes)} of ${formatBytes(closure.bytes)} ` +
    `(the base has ${formatShare(baseShare)}), ${formatBytes(compressed)} compressed`
  );
}
