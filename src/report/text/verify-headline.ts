import { formatCount, formatNumberOf } from '../../kit/format.ts';
import { faultOf, outcomeOf, type Outcome, type VerifyReport } from '../facts/verify-facts.ts';

/** Returns the whole result in one line of plain text. */
export function verifyHeadline({ name, version, checks }: VerifyReport): string {
  const outcome = outcomeOf({ checks });
  const count = (wanted: Outcome): number => checks.filter((check) => check.outcome === wanted).length;
  const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
  const all = formatNumberOf(checks.length, 'check');
  if (outcome === 'passed') return `${subject} is what it claims to be: ${all} passed`;
  const open = count('unchecked') === 0 ? '' : `, ${formatCount(count('unchecked'))} could not be made`;
  if (outcome === 'failed') return `${subject} ${faultOf({ checks })}: ${formatCount(count('failed'))} of ${all} failed${open}`;
  return `No check of ${subject} failed: ${formatCount(count('passed'))} of ${all} passed${open}`;
}
