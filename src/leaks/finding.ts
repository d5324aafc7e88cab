import { fitsWildcard } from '../kit/text.ts';
import { nameOf, type StorePath } from '../nix/store/store-path.ts';
import type { AllowEntry } from '../request/rules.ts';
import { hasExpired } from './allow.ts';
import { isTestFile } from './rules/known-public.ts';
import type { Severity } from './rules/rule.ts';
import type { Hit } from './scanner.ts';

/** Something that should not be published, and where it is; never the text itself. */
export interface LeakFinding {
  readonly rule: string;
  readonly what: string;
  readonly severity: Severity;
  readonly hint: string;
  /** Undefined: the Feature's own folder, or its delta document. */
  readonly storePath: StorePath | undefined;
  /** In the store path, or in the Feature's folder; empty if the store path is a file. */
  readonly file: string;
  /** It is in the file's name, or in what a link points to. */
  readonly inName: boolean;
  /** What the file is compressed with, and members; from the outside in. */
  readonly inside: readonly string[];
  /** Bytes. */
  readonly offset: number;
  /** Up to four characters. */
  readonly shown: string;
}

/** How `leaks-allow` calls the Feature's own folder. */
const OWN_FOLDER = 'feature';

/** Turns a hit into a finding; undefined if such a file is known to hold such things. */
export function leakFindingOf(hit: Hit, where: { readonly storePath: StorePath | undefined; readonly file: string; readonly inName: boolean }): LeakFinding | undefined {
  const { rule, what, severity, hint, inside, offset, shown } = hit;
  const names = [where.file, ...inside.map((name) => name.replace(/^zip: /, ''))];
  if (hit.publicInTests && names.some(isTestFile)) return undefined;
  return { rule, what, severity, hint, ...where, inside, offset, shown };
}

export interface Allowed {
  readonly finding: LeakFinding;
  readonly entry: AllowEntry;
}

export interface Judged {
  readonly left: readonly LeakFinding[];
  readonly allowed: readonly Allowed[];
}

/** Takes out what entries allow. @param today as `2026-12-31`: entries that have expired allow nothing */
export function judge(findings: readonly LeakFinding[], entries: readonly AllowEntry[], today: string): Judged {
  const valid = entries.filter((entry) => !hasExpired(entry, today));
  const left: LeakFinding[] = [];
  const allowed: Allowed[] = [];
  for (const finding of findings) {
    const entry = valid.find((each) => allows(each, finding));
    if (entry === undefined) left.push(finding);
    else allowed.push({ finding, entry });
  }
  return { left, allowed };
}

function allows({ rule, path, file }: AllowEntry, finding: LeakFinding): boolean {
  if (rule !== '*' && rule !== finding.rule) return false;
  const paths = finding.storePath === undefined ? [OWN_FOLDER] : [finding.storePath, nameOf(finding.storePath)];
  return (path === undefined || paths.some((each) => fitsWildcard(each, path))) && (file === undefined || fitsWildcard(finding.file, file));
}

/** Tells whether `leaks: fail` fails because of it. */
export function isGrave({ severity }: LeakFinding): boolean {
  return severity !== 'low';
}

/** Returns where it is, for people. */
export function placeOfFinding({ storePath, file, inside, inName, offset }: LeakFinding): string {
  const path = [storePath, file].filter(Boolean).join('/');
  const name = [path, ...inside].join(' › ');
  return inName ? `the name or the target of ${name}` : `${name} at byte ${offset}`;
}
