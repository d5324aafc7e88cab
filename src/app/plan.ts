import { textOfFinding } from '../feature/contract/finding.ts';
import { ListedFolders } from '../git/listed-files.ts';
import { collectWarnings } from '../host/collect-warnings.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Host, Log } from '../kit/host.ts';
import { Stages } from '../kit/stages.ts';
import { stoppable } from '../kit/parallel.ts';
import type { PlanReport } from '../report/runs/plan.ts';
import { raiseVersions } from '../plan/bump/raise-versions.ts';
import { readCandidates, type Candidates } from '../plan/candidate.ts';
import { pinBases, pinnedNames } from '../place/pin-bases.ts';
import { decideAll } from '../plan/decide-all.ts';
import { findFeatures } from '../plan/find-features.ts';
import { learn } from '../plan/learn.ts';
import { type Planning, Readers } from '../plan/planning.ts';
import { warn } from '../plan/warn.ts';
import { Registries } from '../oci/pull/registries.ts';
import { Namespace } from '../release/target.ts';
import type { PlanRequest } from '../request/build.ts';

/**
 * Decides what of a repository must be built: finds its Features, looks up what of them is published, evaluates together those for which it
 * matters, and compares. Builds nothing, and changes only versions, with `bump`.
 *
 * Folders that break the contract are shown, counted in the report, and keep no other from being planned.
 *
 * @throws Failure with what the user needs to know
 */
export async function planFeatures(given: PlanRequest, outerHost: Host): Promise<PlanReport> {
  const began = performance.now();
  const { host: collecting, warnings } = collectWarnings(outerHost);
  const { job: host, stop } = stoppable(collecting);
  // The jobs of the matrix get the bases that the plan was made for, wherever a tag moves meanwhile.
  const registries = new Registries(given, host);
  const request = await pinBases(given, registries);
  const stages = new Stages(host, '');
  const { candidates, faults, onlyScripts } = await stages.run('Find the Features', {}, async () => {
    const found = await find(request, host.signal);
    return [found, formatNumberOf(found.candidates.length, 'Feature')];
  });
  tellLeftOut({ faults, onlyScripts }, host);
  using readers = new Readers(new Namespace(request, host));
  try {
    const planning: Planning = { request, host, stop, stages, registries, readers };
    const { facts, evaluated } = await learn(candidates, planning);
    const decided = await decideAll(candidates, facts, planning);
    const features = request.bump ? await raiseVersions(decided, candidates, facts, planning) : decided;
    const report: PlanReport = {
      features,
      bases: pinnedNames(request.bases),
      arches: request.arches,
      runners: request.runners,
      maxJobs: request.maxJobs,
      repository: `${request.registry}/${request.namespace}`,
      evaluated,
      broken: faults.length,
      onlyScripts: onlyScripts.length,
      warnings,
      given: request.given,
      duration: performance.now() - began,
    };
    await warn(candidates, report, host);
    return report;
  } finally {
    // After a failure some requests may be under way still, and would be tried again.
    stop.abort();
  }
}

/** The Features of a repository, read from their folders. */
async function find({ root, features, include, flakeOf }: PlanRequest, signal: AbortSignal): Promise<Candidates> {
  return readCandidates(root, await findFeatures(root, features), { include, flakeOf, signal, lists: new ListedFolders(root) });
}

/** Says which folders are not planned for, and why. */
function tellLeftOut({ faults, onlyScripts }: Omit<Candidates, 'candidates'>, log: Log): void {
  for (const name of onlyScripts) log.info(`${name} is only scripts, without a flake.nix: there is nothing to build, so it is skipped.`);
  for (const fault of faults) log.fault(textOfFinding(fault), fault.location);
}
