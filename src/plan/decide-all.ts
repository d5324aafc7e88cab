import type { Host } from '../kit/host.ts';
import { inParallel } from '../kit/parallel.ts';
import type { PlannedFeature } from '../report/runs/plan.ts';
import { nextOf, decide, type Decision } from './decide.ts';
import type { Candidate } from './candidate.ts';
import type { Facts, LastRelease } from './facts.ts';
import type { Planning } from './planning.ts';
import { basesWithPaths } from './present-bases.ts';
import { siblingsOf } from './share.ts';

/**
 * Decides about each candidate. The bases are looked into once for all, and only if they differ from before and
 * nothing else differs.
 * @param facts one for each candidate, in their order
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
export async function decideAll(
  candidates: readonly Candidate[],
  facts: readonly Facts[],
  planning: Omit<Planning, 'readers' | 'stop'>,
): Promise<readonly PlannedFeature[]> {
  const { request, host } = planning;
  const first = facts.map((each) => decide(each, request));
  const bases = first.some(({ kind }) => kind === 'bases') ? await basesWithPaths(planning) : undefined;
  const settled = first.map((decision, index) => {
    const known = facts[index];
    return decision.kind !== 'bases' || known === undefined ? decision : decide({ ...known, bases: bases ?? known.bases }, request);
  });
  const decisions = request.attest ? await withoutUnattested(settled, facts, host) : settled;
  const pending = facts.filter((_, index) => decisions[index]?.kind === 'build');
  const siblings = siblingsOf(releasesOf(facts), pending.map(({ id }) => id));
  return candidates.map(({ name, metadata: { id, version } }, index) => {
    const decision = decisions[index];
    if (decision === undefined || decision.kind === 'bases') throw new Error(`nothing is decided about ${id}`);
    const { reason } = decision;
    const [why, known] = [decision.kind === 'build' ? decision.why : undefined, facts[index]];
    const next = why === 'changed' && known !== undefined ? nextOf(known, request.arches) : undefined;
    return { folder: name, id, version, why, reason, shareWith: siblings.get(id) ?? [], next };
  });
}

/** GitHub's API has a limit of requests an hour; a repository of more Features is not asked about the others. */
const MAX_ASKED = 100;
const ASKED_AT_ONCE = 8;

/** What is up to date and has no attestation must be published once more: the step that attests failed. */
async function withoutUnattested(decisions: readonly Decision[], facts: readonly Facts[], host: Pick<Host, 'isAttested'>): Promise<readonly Decision[]> {
  const asked = decisions.flatMap(({ kind }, index) => (kind === 'up-to-date' ? [index] : [])).slice(0, MAX_ASKED);
  const missing = new Set<number>();
  await inParallel(ASKED_AT_ONCE, asked, async (index) => {
    const digest = facts[index]?.standing.same?.digest;
    // Where GitHub does not tell, nothing is done over and over again.
    if (digest !== undefined && (await host.isAttested?.(digest)) === false) missing.add(index);
  });
  return decisions.map((decision, index) =>
    missing.has(index) ? { kind: 'build', why: 'unattested', reason: `${facts[index]?.version ?? ''} is published, and has no attestation yet` } : decision,
  );
}

function releasesOf(facts: readonly Facts[]): ReadonlyMap<string, LastRelease> {
  return new Map(facts.flatMap(({ id, last }) => (last === undefined ? [] : [[id, last] as const])));
}
