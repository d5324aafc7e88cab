import { formatBytes, formatCount, formatNumberOf, formatShare } from '../../kit/format.ts';
import { totalsOf } from '../facts/facts.ts';
import type { BuildReport } from '../facts/facts.ts';

/** Returns one line of plain text with the Feature, its platforms and the outcome: `my-tools 1.1.0 (amd64, arm64): Published`. */
export function headline(report: BuildReport): string {
  const { id, version } = report.feature;
  const arches = report.platforms.map((platform) => platform.arch).join(', ');
  return `${id} ${version}${arches === '' ? '' : ` (${arches})`}: ${buildOutcome(report)}`;
}

/** Returns `Published` */
export function buildOutcome({ upToDate, published }: BuildReport): string {
  if (upToDate) return 'Up to date';
  if (published === undefined) return 'Built';
  return published.what === 'feature' ? 'Published' : 'Layers uploaded';
}

/** Returns how much is shipped, and how much the base has, as one sentence of plain text; empty if no platform is known. */
export function sizeSentence(report: BuildReport): string {
  if (report.platforms.length === 0) return '';
  const { closure, delta, base, baseShare, compressed } = totalsOf(report);
  const all = formatNumberOf(closure.paths, 'store path');
  if (delta.paths === 0) return `The base already has everything: ${all}, ${formatBytes(closure.bytes)}.`;
  if (base.paths === 0) return `Ships ${all}: ${formatBytes(delta.bytes)}, ${formatBytes(compressed)} compressed.`;
  return (
    `Ships ${formatCount(delta.paths)} of ${all}: ${formatBytes(delta.bytes)} of ${formatBytes(closure.bytes)} ` +
    `(the base has ${formatShare(baseShare)}), ${formatBytes(compressed)} compressed.`
  );
}
