import { formatCount, formatNumberOf, formatDuration } from '../../kit/format.ts';
import { inert } from '../../kit/safe-text.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Arch } from '../../platform.ts';
import type { BuildRequest } from '../../request/build.ts';
import { givenSection } from '../build/summary.ts';
import { code, escapeText, joinSections, table } from '../text/markdown.ts';
import { onOneLine, type Palette } from '../text/terminal-text.ts';

/** All checks, in the order in which they are shown; `docs/verify/verifying.md` says what each proves. */
export const CHECKS = [
  { name: 'manifest', title: 'Manifest' },
  { name: 'tags', title: 'Tags' },
  { name: 'tar', title: "Feature's tar" },
  { name: 'runtime', title: 'Installer' },
  { name: 'metadata', title: 'Metadata' },
  { name: 'key', title: 'Release key' },
  { name: 'platform', title: 'Platform manifest' },
  { name: 'document', title: 'Delta document' },
  { name: 'layers', title: 'Layers' },
  { name: 'diff-ids', title: 'Diff ids' },
  { name: 'members', title: 'Members' },
  { name: 'nar-hashes', title: 'NAR hashes' },
  { name: 'base', title: 'Base image' },
  { name: 'rebuild', title: 'Built again' },
  { name: 'attached', title: 'Attached' },
  { name: 'sbom', title: 'SBOM' },
  { name: 'attestation', title: 'Attestation' },
  { name: 'policy', title: 'Policy' },
] as const;

export type CheckName = (typeof CHECKS)[number]['name'];

/** `unchecked`: it could not be checked, and `says` says why. */
export type Outcome = 'passed' | 'failed' | 'unchecked';

/** One row of the result. */
export interface Check {
  readonly name: CheckName;
  /** Absent if it is about the whole Feature. */
  readonly arch?: Arch;
  readonly outcome: Outcome;
  /** What was found, in one sentence without its full stop. It may hold text from outside. */
  readonly says: string;
  /** What else is wrong in particular; not all, if there is much. */
  readonly problems: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** All that a verification must tell. Every report of it is made from this and nothing else. */
export interface VerifyReport {
  /** As the user wrote it. */
  readonly name: string;
  /** Of the manifest; undefined if it could not be read. */
  readonly digest: Digest | undefined;
  /** As its manifest says. */
  readonly version: string | undefined;
  readonly arches: readonly Arch[];
  readonly checks: readonly Check[];
  readonly given: BuildRequest['given'];
  /** Milliseconds. */
  readonly duration: number;
}

/** Returns `failed` if anything failed; else `unchecked` if anything could not be checked. */
export function outcomeOf({ checks }: Pick<VerifyReport, 'checks'>): Outcome {
  return (['failed', 'unchecked'] as const).find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'passed';
}

/** Says what is wrong with a Feature some of whose checks failed: a breach of a policy alone is no false claim. The end of a sentence. */
export function faultOf({ checks }: Pick<VerifyReport, 'checks'>): string {
  return checks.every(({ name, outcome }) => outcome !== 'failed' || name === 'policy') ? 'breaches the policy' : 'is not what it claims to be';
}

export function titleOf({ name, arch }: Pick<Check, 'name' | 'arch'>): string {
  const title = CHECKS.find((check) => check.name === name)?.title ?? name;
  return arch === undefined ? title : `${title} (${arch})`;
}

/** Returns the whole result in one line of plain text. */
function verifyHeadline({ name, version, checks }: VerifyReport): string {
  const outcome = outcomeOf({ checks });
  const count = (wanted: Outcome): number => checks.filter((check) => check.outcome === wanted).length;
  const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
  const all = formatNumberOf(checks.length, 'check');
  if (outcome === 'passed') return `${subject} is what it claims to be: ${all} passed`;
  const open = count('unchecked') === 0 ? '' : `, ${formatCount(count('unchecked'))} could not be made`;
  if (outcome === 'failed') return `${subject} ${faultOf({ checks })}: ${formatCount(count('failed'))} of ${all} failed${open}`;
  return `No check of ${subject} failed: ${formatCount(count('passed'))} of ${all} passed${open}`;
}

/** Every output of the verify action; verify/action.yml and docs/reference/inputs.md are made from this. */
export const VERIFY_OUTPUTS = [
  { name: 'outcome', description: '`passed`; `failed` if any check failed; `unchecked` if none failed but something could not be checked.' },
  { name: 'digest', description: 'The digest of the manifest that was verified; empty if it could not be read. A tag may name another one later.' },
  { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/verify.schema.json`).' },
] as const;

export type VerifyOutputName = (typeof VERIFY_OUTPUTS)[number]['name'];

/** Returns what the verify action sets. Text from outside is in `json` alone. */
export function verifyOutputsOf(report: VerifyReport): Readonly<Record<VerifyOutputName, string>> {
  const failed = new Set(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name));
  return {
    outcome: outcomeOf(report),
    digest: report.digest ?? '',
    failed: CHECKS.filter(({ name }) => failed.has(name)).map(({ name }) => name).join(','),
    json: JSON.stringify(verifyResultOf(report)),
  };
}

/** Returns what `nix-feature verify --json` prints: `null` if there is nothing. */
export function verifyResultOf(report: VerifyReport) {
  const { name, digest = null, version = null, arches, checks } = report;
  return { schemaVersion: 1, ref: name, outcome: outcomeOf(report), digest, version, arches, checks: checks.map(checkResult) };
}

function checkResult(check: Check) {
  const { name, arch = null, outcome, says, problems, more } = check;
  return { check: name, title: titleOf({ name }), arch, outcome, says, problems, more };
}

const MARKS: Readonly<Record<Outcome, string>> = { passed: '✓ passed', failed: '✗ **failed**', unchecked: '? not checked' };

/** Renders the job summary of a verification, in GitHub's Markdown. Its first line says it all. */
export function renderVerifySummary(report: VerifyReport): string {
  return joinSections([
    `## ${escapeText(inert(verifyHeadline(report)))}`,
    table(['Check', 'Result', 'Found'], report.checks.map((check) => [escapeText(titleOf(check)), MARKS[check.outcome], cell(check)])),
    report.digest === undefined ? '' : `Verified: ${code(report.digest)}`,
    givenSection(report.given),
  ]);
}

function cell({ says, problems, more }: Check): string {
  return [says, ...problems, ...(more === 0 ? [] : [`and ${formatCount(more)} more`])].map((text) => escapeText(inert(text))).join('<br>');
}

const WORDS: Readonly<Record<Outcome, string>> = { passed: 'passed', failed: 'FAILED', unchecked: 'not checked' };

/** Renders a verification as a person reads it in a terminal. */
export function renderTerminalVerification(report: VerifyReport, palette: Palette): string {
  const width = Math.max(...report.checks.map((check) => titleOf(check).length));
  const rows = report.checks.flatMap((check) => rowsOf(check, width, palette));
  return `${palette.bold(onOneLine(verifyHeadline(report)))}\n\n${rows.join('\n')}\n\n${report.digest ?? 'No manifest was read.'}\nTook ${formatDuration(report.duration)}.\n`;
}

function rowsOf(check: Check, width: number, palette: Palette): readonly string[] {
  const indent = ' '.repeat(width + 17);
  return [
    `  ${titleOf(check).padEnd(width)}  ${painted(check.outcome, palette)}  ${onOneLine(check.says)}`,
    ...check.problems.map((problem) => `${indent}${onOneLine(problem)}`),
    ...(check.more === 0 ? [] : [`${indent}and ${formatCount(check.more)} more`]),
  ];
}

function painted(outcome: Outcome, palette: Palette): string {
  const word = WORDS[outcome].padEnd(11);
  if (outcome === 'passed') return palette.dim(word);
  return outcome === 'failed' ? palette.red(word) : palette.yellow(word);
}
