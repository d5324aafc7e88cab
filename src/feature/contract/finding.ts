import { InputError, type SourceLocation } from '../../kit/errors.ts';

/** What a check must say of a Feature's folder. */
export interface Finding {
  /** An error keeps the Feature from being built. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** How to mend it. */
  readonly hint?: string;
  readonly location?: SourceLocation;
}

/** Runs a check that throws, and hands out what it threw. @throws what is no InputError */
export function findingsOf(check: () => unknown): readonly Finding[] {
  try {
    check();
    return [];
  } catch (error) {
    return [findingOf(error)];
  }
}

/** @throws what is no InputError */
export function findingOf(error: unknown): Finding {
  if (!(error instanceof InputError)) throw error;
  const { message, hint, location } = error;
  return { severity: 'error', message, ...(hint !== undefined && { hint }), ...(location !== undefined && { location }) };
}

/** Errors first, then by file and line. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ severity, location }: Finding): string =>
    [severity, location?.file ?? '', String(location?.line ?? 0).padStart(8, '0')].join('\0');
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Turns warnings into errors if `strict` is set. */
export function withStrictness(findings: readonly Finding[], strict: boolean): readonly Finding[] {
  return strict ? findings.map((finding) => ({ ...finding, severity: 'error' as const })) : findings;
}

/** Returns message and hint as one text. */
export function textOfFinding({ message, hint }: Finding): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}
