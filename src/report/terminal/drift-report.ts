import { formatBytes, formatCount, printable } from '../../kit/format.ts';
import { hashPartOf, nameOf } from '../../nix/store/store-path.ts';
import type { DriftComparison, DriftReport } from '../facts/drift-facts.ts';
import { driftResult } from '../machine/drift-result.ts';
import { alignColumns } from '../text/columns.ts';
import { driftAdvice, driftExtent } from '../text/drift-text.ts';
import type { Palette } from '../text/palette.ts';

const SHOWN = 10;

/** Of a build: nothing if nothing is shipped twice. */
export function driftLines(drift: DriftReport | undefined, palette: Palette, shown: number = SHOWN): string {
  if (drift === undefined) return '';
  const paths = drift.paths.slice(0, shown);
  const columns = alignColumns(paths.map(({ bytes }) => [formatBytes(bytes)]));
  const lines = paths.map(({ path, base }, index) => `  ${columns[index] ?? ''}  ${nameOf(path)} ${palette.dim(`(${hashPartOf(path).slice(0, 8)} for ${hashPartOf(base).slice(0, 8)})`)}`);
  if (drift.paths.length > shown) lines.push(palette.dim(`  … and ${formatCount(drift.paths.length - shown)} more`));
  return [palette.bold(`Shipped twice: ${driftExtent(drift)}`), ...lines, `  ${printable(driftAdvice(drift, (text) => text))}`].join('\n');
}

/** Renders what `nix-feature drift` prints. */
export function renderDrift({ feature, base, platforms }: DriftComparison, palette: Palette): string {
  const blocks = platforms.map(({ arch, drift }) => {
    const title = printable(`${feature} on ${base} for ${arch}`);
    return drift === undefined ? `${palette.bold(title)}\n  Nothing is shipped twice.` : `${palette.bold(title)}\n${driftLines(drift, palette, Infinity)}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Returns what `nix-feature drift --json` prints. */
export function driftComparisonResult({ feature, base, platforms }: DriftComparison) {
  return { schemaVersion: 1, feature, base, platforms: platforms.map(({ arch, drift }) => ({ arch, drift: driftResult(drift) })) };
}
