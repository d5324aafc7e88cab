import type { NextVersion } from '../../feature/version/levels.ts';
import { formatCount, formatList, formatNumberOf, formatDuration } from '../../kit/format.ts';
import type { Arch } from '../../platform.ts';
import type { PlanRequest } from '../../request/build.ts';
import type { ReportWarning } from '../build/facts.ts';
import { givenSection, warningsSection } from '../build/summary.ts';
import { code, details, escapeText, joinSections, table } from '../text/markdown.ts';
import type { Palette } from '../text/terminal-text.ts';

/**
 * Why a Feature must be built: this version is not published (`new`); it is, with other content (`changed`: its build
 * will ask for another version); all are built (`forced`); its outputs are known only after a build (`unknown`); its flake
 * can't be evaluated (`failed`: its build will say why); it is published and was never attested (`unattested`: nothing is
 * built, and the job that publishes makes up for it).
 */
export type Why = 'new' | 'changed' | 'forced' | 'unknown' | 'failed' | 'unattested';

/** What is planned for a Feature. */
export interface PlannedFeature {
  /** Its folder, from the root of the checkout on. */
  readonly folder: string;
  readonly id: string;
  readonly version: string;
  /** Undefined: what is published holds this content. */
  readonly why: Why | undefined;
  /** One sentence without its full stop. */
  readonly reason: string;
  /** With `changed`: the version that it should get. */
  readonly next?: NextVersion | undefined;
  /** What its version was raised by, with `bump`. */
  readonly raised?: NextVersion;
  /** Ids of Features whose last releases hold what this one's does. */
  readonly shareWith: readonly string[];
}

/** All that a plan must tell. Every report of it is made from this and nothing else. */
export interface PlanReport {
  /** Sorted by folder. */
  readonly features: readonly PlannedFeature[];
  /** The base images, those of registries pinned by digest; none: everything is packed. */
  readonly bases: readonly string[];
  readonly arches: readonly Arch[];
  readonly runners: ReadonlyMap<Arch, string>;
  readonly maxJobs: number;
  /** `<registry>/<namespace>` */
  readonly repository: string;
  /** How many flake outputs were evaluated. */
  readonly evaluated: number;
  readonly warnings: readonly ReportWarning[];
  /** How many folders break the contract; each was shown. */
  readonly broken: number;
  /** How many Features are only scripts, and left alone. */
  readonly onlyScripts: number;
  readonly given: PlanRequest['given'];
  /** Milliseconds. */
  readonly duration: number;
}

/** One job that builds a Feature for one platform. */
export interface BuildJob {
  readonly feature: string;
  readonly id: string;
  readonly version: string;
  readonly arch: string;
  readonly runner: string;
  /** A word, no sentence: GitHub empties an output that holds the value of a secret, and sentences may. */
  readonly reason: string;
  /** Ids, separated by commas. */
  readonly 'share-with': string;
}

/** One job that publishes a Feature once it is built for all platforms. */
export interface PublishJob {
  readonly feature: string;
  readonly id: string;
  readonly version: string;
  /** Separated by commas. */
  readonly arches: string;
}

/** The parts of a plan that are built now and those that are left for the next run. */
export interface Jobs {
  readonly build: readonly BuildJob[];
  readonly publish: readonly PublishJob[];
  readonly now: readonly PlannedFeature[];
  readonly later: readonly PlannedFeature[];
}

/**
 * Returns the jobs of a plan: whole Features, as many as there may be jobs. Those whose build is known to fail come last: else
 * they would keep the others out of each run.
 */
export function jobsOf({ features, arches, runners, maxJobs }: PlanReport): Jobs {
  const pending = features.filter(({ why }) => why !== undefined);
  const ordered = [...pending.filter((feature) => !willFail(feature)), ...pending.filter(willFail)];
  const room = Math.floor(maxJobs / arches.length);
  const now = ordered.slice(0, room);
  return {
    build: now.flatMap(({ folder, id, version, why = '', shareWith }) =>
      arches.map((arch) => ({ feature: folder, id, version, arch, runner: runners.get(arch) ?? '', reason: why, 'share-with': shareWith.join(',') })),
    ),
    publish: now.map(({ folder, id, version }) => ({ feature: folder, id, version, arches: arches.join(',') })),
    now,
    later: ordered.slice(room),
  };
}

function willFail({ why }: PlannedFeature): boolean {
  return why === 'changed' || why === 'failed';
}

/** Every output of the plan action; plan/action.yml and docs/reference/inputs.md are made from this. */
export const PLAN_OUTPUTS = [
  {
    name: 'matrix',
    description:
      'For `strategy.matrix` of the job that builds: `{"include":[…]}` with `feature`, `id`, `version`, `arch`, `runner`, `reason` and `share-with` of each job.',
  },
  {
    name: 'publish-matrix',
    description: 'For `strategy.matrix` of the job that publishes: `{"include":[…]}` with `feature`, `id`, `version` and `arches` of each Feature.',
  },
  {
    name: 'base-image',
    description:
      'For `base-image` of the jobs that build: the same images, those of registries pinned by digest, so all of them build for the same base. GitHub empties it if it holds the value of a secret.',
  },
  { name: 'empty', description: '`true` if nothing must be built, else `false`. GitHub refuses an empty matrix, so make the jobs depend on this output.' },
  { name: 'count', description: 'How many Features the matrix has.' },
  { name: 'later', description: 'How many more must be built, and are left for the next run; 0 if all are in the matrix.' },
  { name: 'bumped', description: 'With `bump`, the Features whose versions were raised, one per line: `my-tools 1.1.0`; else empty.' },
  { name: 'json', description: 'The plan as one JSON object (`schemas/plan.schema.json`). Over 100 KiB it has no `features`: read `json-file` then.' },
  { name: 'json-file', description: 'A file with the whole plan as JSON, for later steps of this job.' },
] as const;

export type PlanOutputName = (typeof PLAN_OUTPUTS)[number]['name'];

/** GitHub's limit for the outputs of a job is 1 MiB, counted as UTF-16, and for a variable of the environment about 128 KiB. */
const MAX_JSON = 100 * 1024;

/** Returns what the plan action sets. @param file where the whole plan is; empty if it could not be written */
export function planOutputsOf(report: PlanReport, file = ''): Readonly<Record<PlanOutputName, string>> {
  const { build, publish, now, later } = jobsOf(report);
  return {
    matrix: JSON.stringify({ include: build }),
    'publish-matrix': JSON.stringify({ include: publish }),
    'base-image': report.bases.length === 0 ? 'none' : report.bases.join('\n'),
    empty: String(build.length === 0),
    count: String(now.length),
    later: String(later.length),
    bumped: report.features.flatMap(({ id, version, raised }) => (raised === undefined ? [] : [`${id} ${version}`])).join('\n'),
    json: jsonOf(report),
    'json-file': file,
  };
}

/** Returns what `--json` prints: `null` if there is nothing. */
export function planResultOf(report: PlanReport) {
  const { build, now, later } = jobsOf(report);
  const leftForLater = new Set(later);
  return {
    schemaVersion: 1,
    empty: build.length === 0,
    count: now.length,
    later: later.length,
    upToDate: report.features.filter(({ why }) => why === undefined).length,
    broken: report.broken,
    evaluated: report.evaluated,
    repository: report.repository,
    bases: report.bases,
    arches: report.arches,
    features: report.features.map((feature) => featureResult(feature, leftForLater.has(feature))),
    matrix: { include: build },
    warnings: report.warnings.map(({ message, location }) => ({ message, ...location })),
  };
}

function featureResult({ folder, id, version, why, reason, shareWith, next, raised }: PlannedFeature, later: boolean) {
  return { feature: folder, id, version, plan: why === undefined ? 'up-to-date' : later ? 'later' : 'build', why: why ?? null, reason, shareWith, next: next ?? null, raised: raised ?? null };
}

/** The matrix is an output of its own. What is too long is in the file. */
function jsonOf(report: PlanReport): string {
  const { matrix: _, ...result } = planResultOf(report);
  const text = JSON.stringify(result);
  return text.length <= MAX_JSON ? text : JSON.stringify({ ...result, features: [], warnings: [], truncated: true });
}

/** Returns the whole plan in one line of plain text. */
export function planHeadline(report: PlanReport): string {
  const { build, now, later } = jobsOf(report);
  const rest = report.features.length - now.length - later.length;
  const kept = rest === 0 ? '' : `, ${formatCount(rest)} up to date`;
  const left = later.length === 0 ? '' : `, ${formatCount(later.length)} left for the next run`;
  const scripts = report.onlyScripts === 0 ? '' : `${formatNumberOf(report.onlyScripts, 'Feature')} ${report.onlyScripts === 1 ? 'is' : 'are'} only scripts`;
  if (build.length === 0 && rest === 0) return scripts === '' || report.broken > 0 ? 'Nothing could be planned' : `Nothing to build: ${scripts}`;
  if (build.length === 0) return `Nothing to build: ${formatNumberOf(rest, 'Feature')} up to date`;
  return `${formatNumberOf(now.length, 'Feature')} to build for ${formatList(report.arches)}${left}${kept}`;
}

/** Renders the job summary of a plan, in GitHub's Markdown. Its first line says it all. */
export function renderPlanSummary(report: PlanReport): string {
  const { now, later } = jobsOf(report);
  const rest = report.features.filter(({ why }) => why === undefined);
  return joinSections([
    `## ${escapeText(planHeadline(report))}`,
    featureTable(now),
    later.length === 0 ? '' : `### Left for the next run\n\n${featureTable(later)}`,
    warningsSection(report),
    rest.length === 0 ? '' : details(`Up to date (${rest.length})`, rest.map(({ id, version, folder }) => `- ${code(id)} ${escapeText(version)} (${code(folder)})`).join('\n')),
    givenSection(report.given),
  ]);
}

function featureTable(features: readonly PlannedFeature[]): string {
  if (features.length === 0) return '';
  return table(
    ['Feature', 'Version', 'Folder', 'Why', 'Layers shared with'],
    features.map(({ id, version, folder, reason, shareWith }) => [code(id), escapeText(version), code(folder), escapeText(reason), shareWith.map(code).join(', ')]),
  );
}

/** Renders a plan as a person reads it in a terminal. Warnings were shown before. */
export function renderTerminalPlan(report: PlanReport, palette: Palette): string {
  const { now, later } = jobsOf(report);
  const sections = [
    palette.bold(planHeadline(report)),
    list(now, palette),
    later.length === 0 ? '' : `${palette.bold('Left for the next run')}\n${list(later, palette)}`,
    `${formatNumberOf(report.evaluated, 'output')} evaluated. Took ${formatDuration(report.duration)}.`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function list(features: readonly PlannedFeature[], palette: Palette): string {
  return features
    .flatMap(({ folder, id, version, reason, shareWith }) => [
      `  ${id} ${version}${folder.split('/').at(-1) === id ? '' : palette.dim(` (${folder})`)}: ${reason}`,
      ...(shareWith.length === 0 ? [] : [palette.dim(`    shares layers with ${shareWith.join(', ')}`)]),
    ])
    .join('\n');
}
