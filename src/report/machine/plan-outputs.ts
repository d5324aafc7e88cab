import type { PlannedFeature, PlanReport } from '../facts/plan-facts.ts';
import { jobsOf } from './plan-matrix.ts';

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
