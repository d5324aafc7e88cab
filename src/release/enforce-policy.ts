import { Failure } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Log } from '../kit/host.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { describeFinding, type PolicyFacts, type PolicyFinding } from '../policy/policy-facts.ts';
import type { ProvenanceRequest } from '../request/provenance.ts';
import type { Policy } from '../request/rules.ts';

/** How many findings are shown one by one. */
const SHOWN = 50;

/**
 * Holds what was built against a policy, before anything has a name in a registry: warnings are shown, breaches end the run.
 * @param policy undefined: nothing is demanded
 * @throws Failure that says how many breaches there are; each is shown before
 */
export function enforcePolicy(policy: Policy | undefined, facts: Omit<PolicyFacts, 'today'>, log: Log): void {
  if (policy === undefined) return;
  const findings = checkPolicy(policy, { ...facts, today: new Date().toISOString().slice(0, 10) });
  const breaches = findings.filter(({ severity }) => severity === 'error');
  const at = ({ line }: PolicyFinding): { readonly file: string; readonly line?: number } => ({ file: policy.file, ...(line === undefined ? {} : { line }) });
  for (const finding of findings.filter(({ severity }) => severity === 'unchecked')) log.info(`${sentenceOf(finding)} (not checked)`);
  for (const finding of findings.filter(({ severity }) => severity === 'warning').slice(0, SHOWN)) log.warning(sentenceOf(finding), at(finding));
  const [first] = breaches;
  if (first === undefined) return;
  if (breaches.length > 1) for (const breach of breaches.slice(0, SHOWN)) log.fault(sentenceOf(breach), at(breach));
  const what = breaches.length === 1 ? sentenceOf(first) : `The policy ${policy.file} has ${formatNumberOf(breaches.length, 'breach', 'breaches')}; each is shown above.`;
  throw new Failure(what, { hint: 'Nothing was published. Change the build, or add an exception with a reason and an end date to the policy (docs/verify/policy.md).', location: at(first) });
}

/** Returns what a run knows of attestations before it publishes: what signs attaches its signature before any tag moves, or fails. */
export function attestedBy({ provenance, push = 'true' }: { readonly provenance: ProvenanceRequest | undefined; readonly push?: string }): Pick<PolicyFacts, 'attested' | 'unknown'> {
  if (provenance?.signing !== undefined && push === 'true') return { attested: true };
  const why = push === 'true' ? 'this run signs nothing ("sign: none"), so that only verifying can tell whether somebody else does' : 'this run publishes no Feature that could be attested';
  return { attested: undefined, unknown: { attestation: why } };
}

/** Describes a finding: its rule, platform and package, and what needs it. */
function sentenceOf(finding: PolicyFinding): string {
  return `policy (${finding.rule})${finding.arch === undefined ? '' : ` for ${finding.arch}`}: ${describeFinding(finding)}`;
}
