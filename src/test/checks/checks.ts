import type { CheckResult } from '../../report/parts/tests.ts';

export function passed(title: string, detail?: string): CheckResult {
  return { title, outcome: 'passed', ...(detail !== undefined && { detail }) };
}

export function skipped(title: string, why: string): CheckResult {
  return { title, outcome: 'skipped', detail: why };
}

/** @param faults what is wrong, each in one line; none: it passed */
export function judged(title: string, faults: readonly string[], detail?: string): CheckResult {
  if (faults.length === 0) return passed(title, detail);
  return { title, outcome: 'failed', detail: someOf(faults), log: faults.slice(0, 40) };
}

/** The first of many, for a message. */
function someOf(faults: readonly string[]): string {
  const shown = faults.slice(0, 3).join('; ');
  return faults.length > 3 ? `${shown}; and ${faults.length - 3} more` : shown;
}
