import { formatBytes, formatCount, formatDuration, formatNumberOf, formatShare, printable } from '../../kit/format.ts';
import { nameOf } from '../../nix/store/store-path.ts';
import { BRIEF, changesLines } from '../parts/changes-section.ts';
import { changesTitle } from '../parts/changes.ts';
import { driftLines } from '../parts/drift.ts';
import { terminalLeaksSection } from '../parts/leaks.ts';
import { terminalTestsSection } from '../parts/tests.ts';
import { dependencyTree, treeLines, type TreeNode } from '../parts/tree.ts';
import { alignColumns, type Palette, placed } from '../text/terminal-text.ts';
import { headline, sizeSentence, nextSteps } from './sentences.ts';
import { figuresOf, largestNewPaths, type BuildReport, type Extent, type PlatformReport } from './facts.ts';
import { hasNew, treeRootsOf } from './summary.ts';

const LARGEST = 10;
const MAX_FILES = 20;
const TREE_LIMITS = { lines: 30, depth: 8, show: 'new' } as const;

/** Renders the report as a person reads it in a terminal. */
export function renderTerminalSummary(report: BuildReport, palette: Palette): string {
  const several = report.platforms.length > 1;
  const sections = [
    [palette.bold(headline(report)), sizeSentence(report)].filter(Boolean).join('\n'),
    ...report.platforms.flatMap((platform) => [
      ...(several ? [palette.bold(platform.arch)] : []),
      factsSection(platform),
      changesText(platform, palette),
      driftLines(platform.drift, palette),
      report.upToDate || !hasNew(platform) ? '' : largestSection(platform, palette),
      treeSection(platform, palette),
    ]),
    shipsSection(report),
    publishedSection(report),
    terminalTestsSection(report, palette),
    terminalLeaksSection(report.leaks, palette),
    warningsSection(report, palette),
    nextSection(report, palette),
    `Took ${formatDuration(report.duration)}.`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function shipsSection({ ships = [] }: BuildReport): string {
  if (ships.length === 0) return '';
  const shown = ships.slice(0, MAX_FILES).map(({ name }) => printable(name));
  return `Ships of its folder: ${shown.join(', ')}${ships.length > MAX_FILES ? ` and ${formatCount(ships.length - MAX_FILES)} more` : ''}`;
}

function factsSection({ document, digest, reusedLayers }: PlatformReport): string {
  const { closure, base, delta, baseShare, layers, compressed, complement } = figuresOf(document);
  const facts: readonly { readonly label: string; readonly cells: readonly string[]; readonly note?: string }[] = [
    { label: 'closure', cells: extentCells(closure) },
    { label: 'in the base', cells: extentCells(base), note: formatShare(baseShare) },
    { label: 'to ship', cells: extentCells(delta) },
    { label: 'compressed', cells: layerCells(layers, compressed), ...(reusedLayers > 0 && { note: `${reusedLayers} reused` }) },
    ...(complement.layers > 0 ? [{ label: 'complement', cells: layerCells(complement.layers, complement.compressed), note: 'for other systems' }] : []),
  ];
  const numbers = alignColumns(facts.map(({ cells }) => cells));
  const rows = facts.map(({ label, note = '' }, index) => [label, `${numbers[index] ?? ''}  ${note}`] as const);
  const bases = document.bases.map(({ name, storePaths }) => `${name} (${formatNumberOf(storePaths, 'store path')})`);
  const places = [
    ...(bases.length === 0 ? ['none'] : bases).map((text, index) => [index === 0 ? 'base' : '', text] as const),
    ['output', document.storePath] as const,
    ...(digest === undefined ? [] : [['manifest', digest] as const]),
  ];
  return [...rows, ...places].map(([label, text]) => `  ${label.padEnd(12)} ${text}`.trimEnd()).join('\n');
}

function layerCells(layers: number, bytes: number): readonly string[] {
  return [formatNumberOf(layers, 'layer'), formatBytes(bytes)];
}

function extentCells({ paths, bytes }: Extent): readonly string[] {
  return [formatNumberOf(paths, 'path'), formatBytes(bytes)];
}

function changesText({ changes }: PlatformReport, palette: Palette): string {
  if (changes === undefined) return '';
  const title = palette.bold(printable(changesTitle(changes)));
  return [title, ...changesLines(changes, BRIEF, palette)].join('\n');
}

function largestSection({ document }: PlatformReport, palette: Palette): string {
  const largest = largestNewPaths(document, LARGEST);
  if (largest.length === 0) return '';
  const { delta } = figuresOf(document);
  const sizes = alignColumns(
    largest.map(({ narSize }) => [formatBytes(narSize), formatShare(delta.bytes === 0 ? 0 : narSize / delta.bytes)]),
  );
  const lines = largest.map(({ path }, index) => `  ${sizes[index] ?? ''}  ${nameOf(path)}`);
  const rest = delta.paths - largest.length;
  if (rest > 0) lines.push(palette.dim(`  … and ${formatCount(rest)} more`));
  return [palette.bold('Largest new paths'), ...lines].join('\n');
}

function treeSection({ document }: PlatformReport, palette: Palette): string {
  const tree = dependencyTree(document.closure, treeRootsOf(document), TREE_LIMITS);
  // A root alone says nothing that the lines above don't.
  if (tree.roots.every((root) => root.children.length === 0)) return '';
  const lines = treeLines(tree, (node) => treeLabel(node, palette)).map((line) => `  ${line}`);
  if (tree.leftOut > 0) lines.push(palette.dim(`  ${formatNumberOf(tree.leftOut, 'path')} further down left out`));
  return [palette.bold('What needs the new paths'), ...lines].join('\n');
}

function treeLabel({ entry, below, more }: TreeNode, palette: Palette): string {
  const rest = below === 'above' ? ' (see above)' : below === 'left out' ? ` (${formatCount(more)} below)` : '';
  return `${nameOf(entry.path)} ${palette.dim(formatBytes(entry.narSize) + rest)}`;
}

function publishedSection({ published, digest, upToDate }: BuildReport): string {
  if (published?.what !== 'feature') return '';
  const rows = [[upToDate ? 'was there' : 'published', published.repository], ...(digest === undefined ? [] : [['feature', digest]]), ['tags', published.tags.join(', ')]];
  return rows.map(([label = '', text]) => `  ${label.padEnd(12)} ${text}`).join('\n');
}

function warningsSection({ warnings }: BuildReport, palette: Palette): string {
  if (warnings.length === 0) return '';
  // A hint is on lines of its own.
  const lines = warnings.map(({ message, location }) => `  ${placed(message, location).replaceAll('\n', '\n    ')}`);
  return [palette.yellow(formatNumberOf(warnings.length, 'warning')), ...lines].join('\n');
}

function nextSection(report: BuildReport, palette: Palette): string {
  const layout = report.layout === undefined ? [] : [`  The OCI image layout is in ${report.layout}`];
  const steps = nextSteps(report, 'terminal').flatMap(({ text, snippet }) => [
    `  ${text}`,
    ...(snippet?.text.split('\n').map((line) => `    ${line}`) ?? []),
  ]);
  return [palette.bold('What to do next'), ...layout, ...steps].join('\n');
}


