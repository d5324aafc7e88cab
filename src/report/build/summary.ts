import type { BaseEntry, DeltaDocument } from '../../delta/document/delta-document.ts';
import { formatBytes, formatCount, formatDuration, formatNumberOf, formatShare } from '../../kit/format.ts';
import { nameOf } from '../../nix/store/store-path.ts';
import { hexOf } from '../../oci/format/digest.ts';
import { code, details, escapeText, fence, joinSections, prose, table } from '../text/markdown.ts';
import { changesSection } from '../parts/changes-section.ts';
import { driftSection } from '../parts/drift.ts';
import { bar, releaseRows } from '../parts/history.ts';
import { leaksSection } from '../parts/leaks.ts';
import { licencesSection } from '../parts/licences.ts';
import { testsSection } from '../parts/tests.ts';
import { dependencyTree, treeLines, type TreeNode } from '../parts/tree.ts';
import { headline, sizeSentence, nextSteps } from './sentences.ts';
import { linksOf, type JobLinks } from './links.ts';
import { figuresOf, largestNewPaths, uploadedBytesOf, type BuildReport, type Extent, type PackedExtent, type PlatformReport, type ReproducedFacts } from './facts.ts';

const LARGEST = 10;
const MAX_WARNINGS = 20;
const MAX_FILES = 100;
const TREE_LIMITS = { lines: 100, depth: 24, show: 'all' } as const;

/**
 * Renders the job summary, in GitHub's Markdown. Its first line says it all.
 * @param job undefined if the run is no job
 */
export function renderSummary(report: BuildReport, job?: JobLinks): string {
  return joinSections([
    `## ${escapeText(headline(report))}`,
    sizeSentence(report),
    publishedSection(report),
    linksSection(report, job),
    platformTable(report.platforms),
    timesSection(report),
    warningsSection(report),
    leaksSection(report.leaks),
    testsSection(report),
    ...report.platforms.map(({ arch, changes }) => (changes === undefined ? '' : changesSection(changes, report.platforms.length > 1 ? ` for ${arch}` : ''))),
    ...report.platforms.map(({ arch, licences }) => (licences === undefined ? '' : licencesSection(licences, report.platforms.length > 1 ? ` for ${arch}` : ''))),
    ...report.platforms.map(({ arch, drift }) => driftSection(drift, report.platforms.length > 1 ? ` for ${arch}` : '')),
    historySection(report),
    // What is published already has no new paths.
    ...(report.upToDate ? [] : report.platforms.filter(hasNew).map((platform) => largestSection(platform, report.platforms.length > 1))),
    nextSection(report),
    ...report.platforms.map((platform) => treeSection(platform, report.platforms.length > 1)),
    ...report.platforms.map((platform) => layersSection(platform, report.platforms.length > 1)),
    shipsSection(report),
    generatedSection(report),
    givenSection(report.given),
  ]);
}

/** Returns the inputs that the user gave, folded; nothing if there are none. */
export function givenSection(given: BuildReport['given']): string {
  if (given.length === 0) return '';
  return details(
    `Inputs (${given.length})`,
    table(
      ['Input', 'Value'],
      given.map(([name, value]) => [code(name), value.split('\n').map(code).join('<br>')]),
    ),
  );
}

/** The same for all platforms. */
function generatedSection({ platforms }: BuildReport): string {
  const text = platforms[0]?.generatedFlake;
  return text === undefined ? '' : details('The flake that was generated', fence(text.trimEnd(), 'nix'));
}

/** What of the Feature's folder everybody gets to see who installs it. */
function shipsSection({ ships = [] }: BuildReport): string {
  if (ships.length === 0) return '';
  const rows = ships.slice(0, MAX_FILES).map(({ name, size }) => [code(name), formatBytes(size)]);
  if (ships.length > MAX_FILES) rows.push([`${formatCount(ships.length - MAX_FILES)} more`, '']);
  return details(`${formatNumberOf(ships.length, 'file')} of the folder`, table(['File', 'Size'], rows, [1]));
}

/** Where it is published, under which tags, and what was sent. */
function publishedSection(report: BuildReport): string {
  const { published, digest, upToDate } = report;
  if (published === undefined) return '';
  const sent = upToDate ? '' : sentSentence(report);
  if (published.what === 'layers') return sent;
  const verb = upToDate ? 'Published before, with the same content,' : 'Published';
  const names = published.tags.map((tag) => code(tag)).join(', ');
  return [`${verb} as ${code(`${published.repository}${digest === undefined ? '' : `@${digest}`}`)}. Tags: ${names}.`, sent, embeddedSentence(report)].filter(Boolean).join(' ');
}

/** What a next release will send, whatever changed; nothing if it sends only new layers. */
function embeddedSentence({ published, platforms, upToDate }: BuildReport): string {
  if (published?.delivery !== 'embed' || upToDate) return '';
  const bytes = platforms.map(({ document }) => figuresOf(document)).reduce((sum, { compressed, complement }) => sum + compressed + complement.compressed, 0);
  return bytes === 0 ? '' : `The layers are embedded: each release sends all of them (${formatBytes(bytes)}). With ${code('delivery: layers')}, it would send only the new ones.`;
}

/** `Sent 6.10 MB: 6.00 MB for amd64, 100 kB for the Feature.` */
function sentSentence(report: BuildReport): string {
  const parts = report.platforms.filter(({ uploadedBytes }) => uploadedBytes > 0).map(({ arch, uploadedBytes }) => `${formatBytes(uploadedBytes)} for ${arch}`);
  const feature = report.published?.uploadedBytes ?? 0;
  if (feature > 0) parts.push(`${formatBytes(feature)} for the Feature`);
  return parts.length === 0 ? 'Nothing had to be sent.' : `Sent ${formatBytes(uploadedBytesOf(report))}: ${parts.join(', ')}.`;
}

function linksSection(report: BuildReport, job: JobLinks | undefined): string {
  return linksOf(report, job).map(({ text, url }) => `[${escapeText(text)}](<${url}>)`).join(' · ');
}

function timesSection({ stages = [], duration }: BuildReport): string {
  const parts = stages.map((stage) => `${escapeText(stage.title)} ${formatDuration(stage.duration)}`);
  return `Took ${formatDuration(duration)}${parts.length === 0 ? '' : `, of which ${parts.join(', ')}`}.`;
}

/** A column per platform. */
function platformTable(platforms: readonly PlatformReport[]): string {
  if (platforms.length === 0) return '';
  const columns = platforms.map(platformFacts);
  const labels = [...new Set(columns.flatMap((facts) => [...facts.keys()]))];
  return table(
    ['', ...platforms.map((platform) => platform.arch)],
    labels.map((label) => [`**${label}**`, ...columns.map((facts) => facts.get(label) ?? '')]),
  );
}

function platformFacts({ document, digest, reusedLayers, stages, reproduced }: PlatformReport): ReadonlyMap<string, string> {
  const { closure, base, delta, baseShare, layers, compressed, complement } = figuresOf(document);
  const facts = new Map([
    ['Base', document.bases.map(baseCell).join('<br>') || 'none'],
    ['Closure', extentText(closure)],
    ['In the base', base.paths === 0 ? 'nothing' : `${extentText(base)} (${formatShare(baseShare)})`],
    ['Delta', delta.paths === 0 ? 'nothing' : extentText(delta)],
    ['Compressed', layers === 0 ? 'nothing' : `${formatBytes(compressed)} in ${formatNumberOf(layers, 'layer')}`],
  ]);
  if (reusedLayers > 0) facts.set('Reused', `${formatCount(reusedLayers)} of ${formatNumberOf(layers, 'layer')}`);
  if (complement.layers > 0) facts.set('Complement', complementText(complement));
  if (reproduced !== undefined) facts.set('Built twice', reproducedText(reproduced));
  facts.set('Output', code(document.storePath));
  if (digest !== undefined) facts.set('Manifest', code(digest));
  if (stages.length > 0) {
    facts.set('Time', stages.map(({ title, duration }) => `${escapeText(title)} ${formatDuration(duration)}`).join(', '));
  }
  return facts;
}

function reproducedText({ derivations, fetched, layers }: ReproducedFacts): string {
  const rest = fetched === 0 ? '' : `; ${formatNumberOf(fetched, 'path')} fetched, and not built again`;
  return `${formatNumberOf(derivations, 'derivation')} and ${formatNumberOf(layers, 'layer')}, the same both times${rest}`;
}

function extentText({ paths, bytes }: Extent): string {
  return `${formatNumberOf(paths, 'path')}, ${formatBytes(bytes)}`;
}

function complementText(complement: PackedExtent): string {
  const { layers, compressed } = complement;
  return `${extentText(complement)}; ${formatBytes(compressed)} in ${formatNumberOf(layers, 'layer')}, used only where the base lacks paths`;
}

function baseCell({ name, digest, storePaths }: BaseEntry): string {
  const pinned = digest === undefined || name.includes(digest) ? name : `${name}@${digest.slice(0, 19)}`;
  return `${code(pinned)} (${formatNumberOf(storePaths, 'store path')})`;
}

export function warningsSection({ warnings }: Pick<BuildReport, 'warnings'>): string {
  if (warnings.length === 0) return '';
  const lines = warnings.slice(0, MAX_WARNINGS).map(({ message, location }) => {
    const place = location === undefined ? '' : ` (${code([location.file, location.line].filter(Boolean).join(':'))})`;
    return `- ${escapeText(message)}${place}`;
  });
  if (warnings.length > MAX_WARNINGS) lines.push(`- … and ${formatCount(warnings.length - MAX_WARNINGS)} more`);
  return `### Warnings\n\n${lines.join('\n')}`;
}

function largestSection({ arch, document }: PlatformReport, several: boolean): string {
  const largest = largestNewPaths(document, LARGEST);
  if (largest.length === 0) return '';
  const { delta } = figuresOf(document);
  const rest = delta.paths - largest.length;
  const rows = largest.map(({ path, narSize }) => [
    code(nameOf(path)),
    formatBytes(narSize),
    formatShare(delta.bytes === 0 ? 0 : narSize / delta.bytes),
    bar(narSize, largest[0]?.narSize ?? 0),
  ]);
  if (rest > 0) {
    const bytes = delta.bytes - largest.reduce((sum, { narSize }) => sum + narSize, 0);
    rows.push([`${formatCount(rest)} more`, formatBytes(bytes), formatShare(bytes / delta.bytes), '']);
  }
  return `### Largest new paths${several ? ` for ${arch}` : ''}\n\n${table(['Path', 'Size', 'Of the delta', ''], rows, [1, 2])}`;
}

/** Tells whether anything changed since the last release, as far as that is known. */
export function hasNew({ changes, unchanged }: PlatformReport): boolean {
  return unchanged !== true && (changes === undefined || changes.packages.length > 0);
}

/** How large the last releases were, as a table of bars: GitHub draws text everywhere. */
function historySection({ history = [] }: BuildReport): string {
  if (history.length < 2) return '';
  const rows = releaseRows(history).map(([version = '', ...cells], index) => [index === history.length - 1 ? `**${escapeText(version)}**` : escapeText(version), ...cells]);
  return `### The last releases\n\n${table(['Release', 'Ships', 'Compressed', '', 'New bytes', ''], rows, [1, 2, 4])}\n\nNew bytes are those of layers that the release before does not have; with embedded layers, each release sends all of them.`;
}

function nextSection(report: BuildReport): string {
  const steps = nextSteps(report, 'job').map(({ text, snippet }) =>
    snippet === undefined ? prose(text) : `${prose(text)}\n\n${fence(snippet.text, snippet.language)}`,
  );
  return `### What to do next\n\n${steps.join('\n\n')}`;
}

function treeSection({ arch, document }: PlatformReport, several: boolean): string {
  const tree = dependencyTree(document.closure, treeRootsOf(document), TREE_LIMITS);
  if (tree.roots.length === 0) return '';
  const lines = [...treeLines(tree, treeLabel)];
  if (tree.leftOut > 0) lines.push('', `${formatNumberOf(tree.leftOut, 'path')} further down left out.`);
  const title = `Dependency tree${several ? ` for ${arch}` : ''}: + is new, = is in the base`;
  return details(title, fence(lines.join('\n'), 'text'));
}

function treeLabel({ entry, below, more }: TreeNode): string {
  const mark = entry.in === 'delta' ? '+' : '=';
  const rest = below === 'above' ? '  (see above)' : below === 'left out' ? `  (${formatCount(more)} below)` : '';
  return `${mark} ${nameOf(entry.path)}  ${formatBytes(entry.narSize)}${rest}`;
}

/** Returns what the tree begins with: the output that PATH points into, then the others. */
export function treeRootsOf(document: DeltaDocument): DeltaDocument['storePath'][] {
  return [document.storePath, ...Object.values(document.outputs)];
}

function layersSection({ arch, document }: PlatformReport, several: boolean): string {
  if (document.layers.length === 0) return '';
  const rows = document.layers.map((layer) => [
    code(hexOf(layer.digest).slice(0, 12)),
    formatBytes(layer.size),
    code(layer.mediaType.replace(/^.*\./, '')),
    layer.paths.length === 1 ? layer.paths.map((path) => code(nameOf(path))).join('') : formatNumberOf(layer.paths.length, 'path'),
  ]);
  return details(
    `${formatNumberOf(rows.length, 'layer')}${several ? ` for ${arch}` : ''}`,
    table(['Digest', 'Size', 'Type', 'Holds'], rows),
  );
}


