import type { PlanReport, PlannedFeature } from '../facts/plan-facts.ts';

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
