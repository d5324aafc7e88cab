import { WSL_CHECKS, type WslCheckName, type WslFinding, type WslRow } from '../../report/runs/wsl.ts';

/** Of one check. */
const MOST_KEPT = 50;

/** What the checks say, in rows. */
export class Findings {
  readonly #found = new Map<WslCheckName, WslFinding[]>();
  readonly #more = new Map<WslCheckName, number>();
  readonly #failed = new Set<WslCheckName>();
  /** The tarball could not be read to its end. */
  isCut = false;

  fault(check: WslCheckName, file: string, says: string): void {
    this.#failed.add(check);
    this.#add({ check, severity: 'fault', file, says });
  }

  warn(check: WslCheckName, file: string, says: string): void {
    this.#add({ check, severity: 'warning', file, says });
  }

  /** Counts findings that nobody can be told one by one. */
  addMore(check: WslCheckName, count: number): void {
    if (count > 0) this.#more.set(check, (this.#more.get(check) ?? 0) + count);
  }

  /** Every check has a row. @param skipped those whose faults do not count */
  rows(skipped: readonly WslCheckName[]): readonly WslRow[] {
    return WSL_CHECKS.map(({ name, title }) => {
      const findings = this.#found.get(name) ?? [];
      const outcome = this.#failed.has(name) ? (skipped.includes(name) ? 'skipped' : 'failed') : this.isCut ? 'unchecked' : findings.length > 0 ? 'warned' : 'passed';
      return { name, title, outcome, findings: findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning')), more: this.#more.get(name) ?? 0 };
    });
  }

  #add(finding: WslFinding): void {
    const present = this.#found.get(finding.check) ?? [];
    this.#found.set(finding.check, present);
    if (present.length < MOST_KEPT) present.push(finding);
    // A fault is never crowded out by warnings.
    else if (finding.severity === 'fault' && present.some(({ severity }) => severity === 'warning')) {
      present.splice(present.findIndex(({ severity }) => severity === 'warning'), 1, finding);
      this.addMore(finding.check, 1);
    } else this.addMore(finding.check, 1);
  }
}
