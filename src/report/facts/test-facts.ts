import type { SourceLocation } from '../../kit/errors.ts';
import type { Arch } from '../../platform.ts';

/** One thing that a Feature was tested for. */
export interface CheckResult {
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What is wrong, why it was skipped, or how much was looked at. */
  readonly detail?: string;
  /** By line, if it failed and there is more to say. */
  readonly log?: readonly string[];
  /** Where it failed, if that is in a file of the Feature's folder; `file` is relative to it. */
  readonly at?: SourceLocation;
}

/** A Feature, installed into one base and tested there. */
export interface TestReport {
  readonly arch: Arch;
  /** As the user wrote it. */
  readonly base: string;
  /** Whom test.sh ran as; empty if it didn't. */
  readonly user: string;
  /** In the order in which they ran; empty if nothing did. */
  readonly checks: readonly CheckResult[];
  /** Why nothing ran; undefined if it did. */
  readonly skipped?: string;
  /** Milliseconds; 0 if another job tested it. */
  readonly duration: number;
}

export function hasFailed({ checks }: TestReport): boolean {
  return checks.some(({ outcome }) => outcome === 'failed');
}
