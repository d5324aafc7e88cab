import type { PlannedFeature } from '../report/plan-facts.ts';
import type { PlanRequest } from '../request.ts';
import { decide } from './decide.ts';
import type { Candidate } from './candidate.ts';
import type { Facts, LastRelease } from './facts.ts';
import type { Tools } from './learn.ts';
import { basesWithPaths } from './present-bases.ts';
import { siblingsOf } from './share.ts';

/**
 * Decides about each candidate. The bases are looked into once for all, and only where they are others than before and
 * nothing else differs.
 * @param facts one for each candidate, in their order
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
export async function decideAll(
  candidates: readonly Candidate[],
  facts: readonly Facts[],
  request: PlanRequest,
  { host, stages }: Pick<Tools, 'host' | 'stages'>,
): Promise<readonly PlannedFeature[]> {
  const first = facts.map((each) => decide(each, request));
  const bases = first.some(({ kind }) => kind === 'bases') ? await basesWithPaths(request, host, stages) : undefined;
  const decisions = first.map((decision, index) => {
    const known = facts[index];
    return decision.kind !== 'bases' || known === undefined ? decision : decide({ ...known, bases: bases ?? known.bases }, request);
  });
  const pending = facts.filter((_, index) => decisions[index]?.kind === 'build');
  const siblings = siblingsOf(releasesOf(facts), pending.map(({ id }) => id));
  return candidates.map(({ name, metadata: { id, version } }, index) => {
    const decision = decisions[index];
    if (decision === undefined || decision.kind === 'bases') throw new Error(`nothing is decided about ${id}`);
    const { reason } = decision;
    return { folder: name, id, version, why: decision.kind === 'build' ? decision.why : undefined, reason, shareWith: siblings.get(id) ?? [] };
  });
}

function releasesOf(facts: readonly Facts[]): ReadonlyMap<string, LastRelease> {
  return new Map(facts.flatMap(({ id, last }) => (last === undefined ? [] : [[id, last] as const])));
}
