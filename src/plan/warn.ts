import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Log } from '../kit/host.ts';
import { versionTaken } from '../release/release.ts';
import { type PlannedFeature, type PlanReport, jobsOf } from '../report/runs/plan.ts';
import { whereWritten, type Candidate } from './candidate.ts';

/** Warns of each Feature whose build will fail, at its file, and of those that are left for another run. */
export async function warn(candidates: readonly Candidate[], report: PlanReport, log: Pick<Log, 'warning'>): Promise<void> {
  for (const [index, feature] of report.features.entries()) {
    const candidate = candidates[index];
    const message = candidate === undefined ? undefined : complaintOf(feature);
    if (candidate !== undefined && message !== undefined) log.warning(message, await whereWritten(candidate, 'version'));
  }
  const { build, later } = jobsOf(report);
  if (later.length === 0) return;
  log.warning(
    `${formatNumberOf(later.length, 'Feature')} that must be built ${later.length === 1 ? 'is' : 'are'} left for the next run: ` +
      `the matrix has ${formatNumberOf(build.length, 'job')}, and the limit is ${report.maxJobs}. ${whenTheirTurnComes(later)}`,
  );
}

/** With `force`, nothing is ever up to date, so the next run would begin with the same Features. */
function whenTheirTurnComes(later: readonly PlannedFeature[]): string {
  return later.every(({ why }) => why === 'forced')
    ? 'With "force" the next run begins with the same Features again: name the others in "features".'
    : "They follow once these are published.";
}

function complaintOf({ id, version, why, reason, next, folder }: PlannedFeature): string | undefined {
  if (why === 'changed') {
    const { message, hint } = versionTaken(id, version, { why: reason, next, folder });
    return `${METADATA_FILE}: ${message}\n${hint}`;
  }
  return why === 'failed' ? `${id} ${version}: ${reason}.` : undefined;
}
