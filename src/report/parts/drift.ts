import type { DriftedPath } from '../../delta/compare/drift.ts';
import { formatBytes, formatNumberOf, formatCount, printable } from '../../kit/format.ts';
import { hashPartOf, nameOf } from '../../nix/store/store-path.ts';
import type { Arch } from '../../platform.ts';
import { code, details, joinSections, table } from '../text/markdown.ts';
import { alignColumns, type Palette } from '../text/terminal-text.ts';

/** How many paths the JSON lists: the outputs of a job are limited to 1 MiB in all. */
const LISTED = 200;
/** How many a page and a terminal list. */
const ROWS = 40;
const SHOWN = 10;

/** What a platform ships although its base has it of other inputs. */
export interface DriftReport {
  /** One at least, the heaviest first. */
  readonly paths: readonly DriftedPath[];
  /** The nixpkgs that the base says it was made of: a flake reference. Undefined if it does not say. */
  readonly nixpkgs: string | undefined;
  /** The flake was built with the base's nixpkgs: what drifts all the same comes from other inputs. */
  readonly follows: boolean;
}

/** What `nix-feature drift` has found. */
export interface DriftComparison {
  /** As the user wrote them. */
  readonly feature: string;
  readonly base: string;
  /** `drift` is undefined if nothing is shipped twice. */
  readonly platforms: readonly { readonly arch: Arch; readonly drift: DriftReport | undefined }[];
}

/** Bytes of NARs. */
function driftBytes({ paths }: DriftReport): number {
  return paths.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Returns the one line that mends it; undefined if it is not nixpkgs that differs. */
function mendOf({ nixpkgs, follows }: DriftReport): string | undefined {
  if (follows) return undefined;
  return nixpkgs === undefined ? 'nix flake lock --override-input nixpkgs github:NixOS/nixpkgs/<revision of the base>' : 'follow-base: true';
}

/** Returns `6 paths, 12 MB` */
function driftExtent(drift: DriftReport): string {
  return `${formatNumberOf(drift.paths.length, 'path')}, ${formatBytes(driftBytes(drift))}`;
}

/** Returns why it is so, and what to do; `asCode` marks what is code. */
function driftAdvice(drift: DriftReport, asCode: (text: string) => string): string {
  const mend = mendOf(drift);
  const why = 'The base has packages of the same names and versions, built from other inputs.';
  if (mend === undefined) return `${why} The flake takes its nixpkgs from the base already, so these come from another input: pin that one as the base does.`;
  if (drift.nixpkgs === undefined) return `${why} Pin the nixpkgs that the base was built from: ${asCode(mend)}`;
  return `${why} This takes the base's nixpkgs (${asCode(drift.nixpkgs)}): ${asCode(mend)}`;
}

/** Returns the drift for machines; `null` if nothing is shipped twice. */
export function driftResult(drift: DriftReport | undefined) {
  if (drift === undefined) return null;
  const { paths, nixpkgs = null, follows } = drift;
  return { paths: paths.length, bytes: driftBytes(drift), nixpkgs, follows, mend: mendOf(drift) ?? null, list: paths.slice(0, LISTED) };
}

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

/** Returns the lines for a build; none if nothing is shipped twice. */
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
