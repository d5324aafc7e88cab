import { withoutTrailing } from '../kit/text.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import type { Arch } from '../platform.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { describeFinding, type PolicyFacts, type PolicyFinding } from '../policy/policy-facts.ts';
import type { Check } from '../report/runs/verify.ts';
import { POLICY_RULES, type Policy, type PolicyRule } from '../request/rules.ts';
import type { ReadPlatform } from './read-platform.ts';
import { Problems } from './result/checks.ts';

/** What was found out of what is published. */
export interface PublishedFacts {
  /** All that the Feature has. */
  readonly platforms: readonly Pick<ReadPlatform, 'arch' | 'document'>[];
  /** The requested ones. */
  readonly arches: readonly Arch[];
  /** Undefined if SBOMs could not be looked for. */
  readonly metas: ReadonlyMap<Arch, PackageMetas> | undefined;
  /** Undefined if no signer was named. */
  readonly attestation: Check | undefined;
}

const NO_SIGNER = 'no signer was named: give key or identity';
const NO_SBOMS = 'SBOMs could not be looked for: they are attached to a Feature in a registry';
const NO_LEAKS = 'only the build searches for leaks: leave the rule out of a policy for verify';

/**
 * Holds a policy against what is published. Each rule is one check, and one for each platform if it is about platforms.
 * What the rule is about but is not known here could not be checked. Exceptions that are not needed are no fault of what is published.
 * @param today `2026-12-31`
 */
export function checkPublishedPolicy(policy: Policy, facts: PublishedFacts, today: string): readonly Check[] {
  const findings = checkPolicy(policy, policyFacts(facts, today));
  return POLICY_RULES.flatMap((rule) => scopesOf(policy, rule, facts.arches).map((arch) => checkRule(findings.filter((finding) => finding.rule === rule && finding.arch === arch), { rule, arch, unread: unreadIn(facts, rule, arch) })));
}

function policyFacts({ platforms, metas, attestation }: PublishedFacts, today: string): PolicyFacts {
  return {
    platforms: platforms.flatMap(({ arch, document }) => (document === undefined ? [] : [{ arch, document, metas: metas?.get(arch) }])),
    attested: attestation === undefined || attestation.outcome === 'unchecked' ? undefined : attestation.outcome === 'passed',
    leaks: undefined,
    today,
    unknown: { leaks: NO_LEAKS, attestation: attestation?.says ?? NO_SIGNER, ...(metas === undefined && { licences: NO_SBOMS }) },
  };
}

/** What a rule is about, as far as the policy has it: the release (undefined), or each platform. */
function scopesOf({ licences, forbid, size, attestation, leaks, nixpkgs }: Policy, rule: PolicyRule, arches: readonly Arch[]): readonly (Arch | undefined)[] {
  const [release, platforms] = {
    licences: [false, licences !== undefined],
    forbid: [false, forbid.length > 0],
    size: [size?.delta !== undefined, size?.closure !== undefined],
    attestation: [attestation !== undefined, false],
    leaks: [leaks !== undefined, false],
    nixpkgs: [false, nixpkgs !== undefined],
  }[rule];
  return [...(release === true ? [undefined] : []), ...(platforms === true ? arches : [])];
}

/** The platforms without whose delta documents nothing can be said. */
function unreadIn({ platforms }: PublishedFacts, rule: PolicyRule, arch: Arch | undefined): readonly Arch[] {
  if (rule === 'attestation' || rule === 'leaks') return [];
  return platforms.filter((platform) => platform.document === undefined && (arch === undefined || platform.arch === arch)).map((platform) => platform.arch);
}

interface Rule {
  readonly rule: PolicyRule;
  readonly arch: Arch | undefined;
  readonly unread: readonly Arch[];
}

function checkRule(findings: readonly PolicyFinding[], { rule, arch, unread }: Rule): Check {
  const problems = new Problems();
  for (const each of unread) problems.skip(`${rule}: the delta document for ${each} is missing`);
  const warnings: string[] = [];
  for (const finding of findings) {
    const text = withoutTrailing(describeFinding(finding), '.');
    if (finding.severity === 'error') problems.fail(`${rule}: ${text}`);
    else if (finding.severity === 'unchecked') problems.skip(`${rule}: ${text}`);
    // Those of exceptions are about the policy.
    else if (finding.line === undefined && finding.package !== undefined) warnings.push(finding.message);
  }
  const [first] = warnings;
  const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : '';
  return problems.toCheck('policy', `${rule}: the policy holds${first === undefined ? '' : `; a warning: ${first}${more}`}`, arch);
}
