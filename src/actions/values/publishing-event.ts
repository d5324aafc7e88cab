import type { Surroundings } from '../inputs/surroundings.ts';

/** What publishes by itself: a push (of a tag too), a release, a schedule, and what somebody with write access starts. */
export const PUBLISHING: ReadonlySet<string> = new Set(['push', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

/** The branches that a merge queue pushes to try what is in it. */
export const QUEUE_BRANCH = 'refs/heads/gh-readonly-queue/';

/** Tells whether the run is for an event that publishes by itself. What other events build, such as a pull request, must reach no release. */
export function isPublishingEvent(env: Surroundings['env']): boolean {
  return PUBLISHING.has(env['GITHUB_EVENT_NAME'] ?? '') && !(env['GITHUB_REF'] ?? '').startsWith(QUEUE_BRANCH);
}
