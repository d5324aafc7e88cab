import { fitsWildcard } from '../kit/text.ts';
import type { Policy, PolicyException } from '../request/rules.ts';
import type { PolicyFacts, PolicyFinding } from './policy-facts.ts';
import { PLATFORM_RULES, RELEASE_RULES } from './rules.ts';

/**
 * Holds a policy against a release.
 * @returns what breaches it, what could not be checked, and exceptions that are out of date; in the order of the rules
 */
export function checkPolicy(policy: Policy, facts: PolicyFacts): readonly PolicyFinding[] {
  const all = [...RELEASE_RULES.flatMap((rule) => rule(policy, facts)), ...facts.platforms.flatMap((platform) => PLATFORM_RULES.flatMap((rule) => rule(policy, platform, facts)))];
  const unchecked = new Set(all.flatMap(({ rule, severity }) => (severity === 'unchecked' ? [rule] : [])));
  const used = new Set<PolicyException>();
  const left = all.flatMap((finding) => {
    if (finding.severity === 'unchecked') return [finding];
    const fitting = policy.exceptions.filter((exception) => isAbout(exception, finding));
    const valid = fitting.find(({ until }) => until >= facts.today);
    for (const exception of fitting) used.add(exception);
    if (valid !== undefined) return [];
    const [ended] = fitting;
    return [ended === undefined ? finding : { ...finding, message: `${finding.message}; its exception ended on ${ended.until}` }];
  });
  return [...left, ...policy.exceptions.filter((exception) => !used.has(exception) && !unchecked.has(exception.rule)).map(unused)];
}

function isAbout({ rule, package: pattern }: PolicyException, finding: PolicyFinding): boolean {
  return rule === finding.rule && fitsWildcard(finding.package ?? '', pattern);
}

function unused({ rule, package: pattern, line }: PolicyException): PolicyFinding {
  return { rule, severity: 'warning', message: `the exception for ${pattern === '*' ? rule : `${pattern} (${rule})`} is no longer needed`, why: [], ...(line === undefined ? {} : { line }) };
}
