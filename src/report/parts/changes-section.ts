import type { Changes, FeatureChanges } from '../../delta/compare/changes.ts';
import { formatCount } from '../../kit/format.ts';
import { code, details, escapeText, fence, table } from '../text/markdown.ts';
import { alignColumns, wrapText, type Palette } from '../text/terminal-text.ts';
import { changeGroups, chainsOf, changesTitle, extentText, freshText, growthText, listedChanges, placeText, versionText, type ChangeGroup } from './changes.ts';

/** How much is said before the rest is counted. */
export interface ChangesLimits {
  /** Packages with a line of their own. */
  readonly rows: number;
  /** Names in a line. */
  readonly names: number;
  readonly chains: number;
}

const PAGE: ChangesLimits = { rows: 50, names: 20, chains: 50 };

/** In the summary of a build. */
export const BRIEF: ChangesLimits = { rows: 15, names: 8, chains: 5 };

/** For who asked for nothing else. */
export const WHOLE: ChangesLimits = { rows: Infinity, names: Infinity, chains: Infinity };

/** Which columns are sizes. */
const SIZES = [2, 3];

/** Returns what changed since the last release, for the job summary. @param of whose changes, if there are several: ` for amd64` */
export function changesSection(changes: FeatureChanges, of: string): string {
  const title = `### ${escapeText(changesTitle(changes, of))}`;
  if (changes.packages.length === 0) return title;
  const groups = changeGroups(changes).map((group) => `${escapeText(group.text)}: ${namesText(group, PAGE, code)}.`);
  return [title, escapeText(extentText(changes)), changesTable(changes), ...groups, chainsFolded(changes)].filter((text) => text !== '').join('\n\n');
}

function changesTable(changes: Changes): string {
  const listed = listedChanges(changes);
  if (listed.length === 0) return '';
  const rows = listed
    .slice(0, PAGE.rows)
    .map((change) => [code(change.name), escapeText(versionText(change)), freshText(change), growthText(change), placeText(change)]);
  const rest = listed.length - rows.length;
  if (rest > 0) rows.push([`${formatCount(rest)} more`, '', '', '', '']);
  return table(['Package', 'Version', 'New', 'Size', 'In'], rows, SIZES);
}

function chainsFolded(changes: Changes): string {
  const chains = chainsOf(changes);
  if (chains.length === 0) return '';
  return details('What pulled the new packages in', fence(limited(chains, PAGE.chains).join('\n'), 'text'));
}

/** Returns the same as lines for a terminal, each set in by two blanks; the first stands for the title. */
export function changesLines(changes: Changes, limits: ChangesLimits, palette: Palette): readonly string[] {
  if (changes.packages.length === 0) return [];
  const listed = listedChanges(changes);
  const rows = alignColumns(
    listed.slice(0, limits.rows).map((change) => {
      const fresh = freshText(change);
      const cells = [change.name, versionText(change), fresh === '' ? '' : `${fresh} new`, growthText(change)];
      return changes.what === 'base' ? cells : [...cells, placeText(change)];
    }),
    SIZES,
  );
  const rest = listed.length - rows.length;
  const groups = changeGroups(changes).flatMap((group) => folded(`${group.text}: ${namesText(group, limits, String)}`));
  const chains = limited(chainsOf(changes), limits.chains);
  return [
    extentText(changes),
    ...rows,
    ...(rest > 0 ? [palette.dim(`… and ${formatCount(rest)} more`)] : []),
    ...groups,
    ...(chains.length === 0 ? [] : ['What pulled the new packages in:', ...chains.map((chain) => `  ${chain}`)]),
  ].map((line) => `  ${line}`);
}

function namesText({ names }: ChangeGroup, limits: ChangesLimits, write: (name: string) => string): string {
  const first = names.slice(0, limits.names).map(write).join(', ');
  return names.length > limits.names ? `${first} and ${formatCount(names.length - limits.names)} more` : first;
}

/** Characters; with what lines are set in by there are a hundred. */
const WIDTH = 96;

/** Splits a line that is too long to read; all lines except the first are indented. */
function folded(text: string): readonly string[] {
  return wrapText(text, WIDTH).map((line, index) => (index === 0 ? line : `  ${line}`));
}

function limited(lines: readonly string[], count: number): readonly string[] {
  return lines.length > count ? [...lines.slice(0, count), `… and ${formatCount(lines.length - count)} more`] : lines;
}


