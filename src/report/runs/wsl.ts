import { formatBytes, formatNumberOf, formatCount, formatDuration } from '../../kit/format.ts';
import type { ReleasedFiles } from '../../kit/host.ts';
import { inert } from '../../kit/safe-text.ts';
import { givenSection } from '../build/summary.ts';
import { code, escapeText, joinSections, table } from '../text/markdown.ts';
import { onOneLine, type Palette } from '../text/terminal-text.ts';

/** All checks of a WSL tarball, in the order in which they are shown. The one table of checks: docs/team/wsl.md, `skip-checks` and every report come from it. */
export const WSL_CHECKS = [
  { name: 'archive', title: 'Archive', proves: 'It is one whole tar, compressed with gzip or xz, with nothing behind its end.' },
  { name: 'size', title: 'Size', proves: 'It is not larger than "max-size".' },
  { name: 'members', title: 'Members', proves: 'Each name occurs once and stays inside of the root. There are no hard links (an import breaks on them), devices, sockets or pipes.' },
  { name: 'modes', title: 'Modes', proves: 'Nobody but its owner can change a file. No file is set-uid or set-gid; NixOS makes its wrappers at boot. System files belong to root.' },
  { name: 'distribution-conf', title: 'wsl-distribution.conf', proves: '/etc/wsl-distribution.conf exists, belongs to root, and has only keys that WSL knows, with values that it takes. The files that it names exist.' },
  { name: 'wsl-conf', title: 'wsl.conf', proves: '/etc/wsl.conf exists, belongs to root, and has only keys that WSL knows, with values that it takes.' },
  { name: 'accounts', title: 'Accounts', proves: '/etc/passwd is well formed, root is the one user with uid 0, and no uid or name occurs twice.' },
  { name: 'passwords', title: 'Passwords', proves: '/etc/shadow can be read by root alone, covers every user, and has neither empty passwords nor hashes, which every machine would share.' },
  { name: 'default-user', title: 'Default user', proves: 'The user that WSL logs in is in /etc/passwd, is not root, and has a home and a shell that exist.' },
  { name: 'programs', title: 'Programs', proves: '/bin/sh and /sbin/init exist. Followed through links and script interpreters inside of the tarball, they end at ELF programs of the right architecture.' },
  { name: 'secrets', title: 'Secrets', proves: 'The search for leaks finds no token, key or known value in any file or name (docs/verify/leaks.md).' },
  { name: 'identifiers', title: 'Identifiers', proves: 'None of the names in "identifiers" occurs anywhere.' },
  { name: 'ssh-keys', title: 'SSH keys', proves: 'There are no private keys, neither of a user nor of the host, and no list of known hosts.' },
  { name: 'authorized-keys', title: 'Authorized keys', proves: 'No key may log in from outside.' },
  { name: 'git-author', title: 'Git author', proves: 'No git configuration names an author or a login.' },
  { name: 'history', title: 'History', proves: 'There is no history of a shell, an editor or another program.' },
  { name: 'config-path', title: 'Configuration', proves: '/etc/nixos, where "wsl.tarball.configPath" is copied to, has no git repository, no build result, and no file whose name says that it holds a secret.' },
  { name: 'environment', title: 'Environment', proves: 'No variable with the name of a secret has a value in the files that set an environment, nor in units of systemd.' },
  { name: 'machine', title: 'Machine identity', proves: 'There is no machine id, random seed or log that every machine would share.' },
] as const;

export type WslCheckName = (typeof WSL_CHECKS)[number]['name'];

/** Without a tar that can be read, nothing else is known. */
export const NEVER_SKIPPED: readonly WslCheckName[] = ['archive'];

/** Something that a check says of a file. */
export interface WslFinding {
  readonly check: WslCheckName;
  /** A warning fails nothing. */
  readonly severity: 'fault' | 'warning';
  /** With a slash in front; empty if it is about the whole tarball. It may hold text from outside. */
  readonly file: string;
  /** What is wrong and what would be right, in one sentence without its full stop. It may hold text from outside. */
  readonly says: string;
}

/** `skipped`: faults were found, and `skip-checks` says that they do not count. `unchecked`: the tarball could not be read so far. */
export type WslOutcome = 'passed' | 'warned' | 'failed' | 'skipped' | 'unchecked';

/** One row of the table. */
export interface WslRow {
  readonly name: WslCheckName;
  readonly title: string;
  readonly outcome: WslOutcome;
  readonly findings: readonly WslFinding[];
  /** Findings that are left out, as there are too many of them. */
  readonly more: number;
}

/** What was read of a tarball. */
export interface WslTarball {
  /** Absolute. */
  readonly file: string;
  /** Bytes of the file, and of what it unpacks to. */
  readonly size: number;
  readonly unpacked: number;
  /** `sha256:…` of the file. */
  readonly digest: string;
  readonly compression: string;
  readonly members: number;
}

/** All that a run must tell. Every report of it is made from this and nothing else. */
export interface WslReport {
  /** `nixos-minimal.wsl` */
  readonly name: string;
  /** The configuration that was built; undefined if a file was checked. */
  readonly configuration: string | undefined;
  readonly arch: string;
  readonly tarball: WslTarball;
  readonly rows: readonly WslRow[];
  /** Files beside the tarball: checksums, SBOMs, attestation. */
  readonly files: readonly string[];
  readonly artifact: string | undefined;
  readonly release: ReleasedFiles | undefined;
  readonly given: readonly (readonly [name: string, value: string])[];
  /** Milliseconds. */
  readonly duration: number;
}

export function isRefused({ rows }: Pick<WslReport, 'rows'>): boolean {
  return rows.some(({ outcome }) => outcome === 'failed');
}

function countOfFaults({ rows }: Pick<WslReport, 'rows'>): number {
  return rows.filter(({ outcome }) => outcome === 'failed').reduce((sum, { findings, more }) => sum + findings.filter(({ severity }) => severity === 'fault').length + more, 0);
}

/** Returns the whole result in one line of plain text. */
export function wslHeadline(report: WslReport): string {
  const { name, tarball, rows } = report;
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped').length;
  const without = skipped === 0 ? '' : `, although ${formatNumberOf(skipped, 'check')} found something (skip-checks)`;
  if (!isRefused(report)) return `${name} (${formatBytes(tarball.size)}) passed ${formatNumberOf(rows.length, 'check')}${without}`;
  const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
  return `${name} (${formatBytes(tarball.size)}) must not be used: ${formatNumberOf(countOfFaults(report), 'fault')} in ${failed} of ${formatNumberOf(rows.length, 'check')}`;
}

/** Returns one line of plain text without its full stop. */
export function wslFindingText({ file, says }: Pick<WslFinding, 'file' | 'says'>): string {
  return file === '' ? `The tarball ${says}` : `${file} ${says}`;
}

/** Every output of the wsl action; wsl/action.yml and docs/reference/inputs.md are made from this. */
export const WSL_OUTPUTS = [
  { name: 'outcome', description: '`passed`, or `failed` if any check failed.' },
  { name: 'path', description: 'The tarball; empty if it was built and did not pass.' },
  { name: 'size', description: 'Its bytes.' },
  { name: 'digest', description: '`sha256:…` of the tarball; empty if it could not be read to its end.' },
  { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
  { name: 'artifact', description: 'The name of the uploaded artifact; empty if nothing was uploaded.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/wsl.schema.json`).' },
] as const;

/** Returns what the wsl action sets. Text from outside is in `json` alone. */
export function wslOutputsOf(report: WslReport): Readonly<Record<(typeof WSL_OUTPUTS)[number]['name'], string>> {
  const { tarball, rows, configuration, artifact = '' } = report;
  const refused = isRefused(report);
  return {
    outcome: refused ? 'failed' : 'passed',
    path: refused && configuration !== undefined ? '' : tarball.file,
    size: String(tarball.size),
    digest: tarball.digest,
    failed: rows.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name).join(','),
    artifact,
    json: JSON.stringify(wslResultOf(report)),
  };
}

/** Returns what `nix-feature wsl --json` prints: `null` if there is nothing. */
export function wslResultOf(report: WslReport) {
  const { name, configuration = null, arch, tarball, rows, files, artifact = null, release = null } = report;
  return { schemaVersion: 1, name, configuration, arch, outcome: isRefused(report) ? 'failed' : 'passed', tarball, checks: rows, files, artifact, release };
}

/** GitHub shows no colours in a summary but those of characters. */
const MARKS: Readonly<Record<WslOutcome, string>> = { passed: '✓ passed', warned: '! warning', failed: '🔴 **failed**', skipped: '🔴 **skipped**', unchecked: '? not checked' };

/** Renders the job summary of a WSL tarball, in GitHub's Markdown. Its first line says it all. */
export function renderWslSummary(report: WslReport): string {
  const { tarball, rows, files, artifact, release } = report;
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name);
  return joinSections([
    `## ${escapeText(inert(wslHeadline(report)))}`,
    skipped.length === 0 ? '' : `🔴 **Findings do not count, because ${code('skip-checks')} names them: ${skipped.map(code).join(', ')}.**`,
    table(['Check', 'Result', 'Found'], rows.map((row) => [escapeText(row.title), MARKS[row.outcome], cell(row)])),
    `${tarball.digest === '' ? '' : `${code(tarball.digest)}, `}${formatBytes(tarball.size)} (${escapeText(tarball.compression)}), ${formatBytes(tarball.unpacked)} unpacked, ${formatCount(tarball.members)} members. It took ${formatDuration(report.duration)}.`,
    files.length === 0 ? '' : `Beside it: ${files.map(code).join(', ')}.`,
    artifact === undefined ? '' : `Artifact: ${code(artifact)}.`,
    release === undefined ? '' : `Release: ${release.url.startsWith('https://') ? `[${escapeText(release.tag)}](${release.url})` : code(release.tag)}, with ${release.assets.map(code).join(', ')}.`,
    givenSection(report.given),
  ]);
}

function cell({ findings, more }: WslRow): string {
  return [...findings.map(findingText), ...(more === 0 ? [] : [`and ${formatCount(more)} more`])].join('<br>');
}

function findingText({ file, says }: WslFinding): string {
  const sentence = escapeText(inert(says));
  return file === '' ? `The tarball ${sentence}` : `${code(inert(file))} ${sentence}`;
}

const WORDS: Readonly<Record<WslOutcome, string>> = { passed: 'passed', warned: 'warning', failed: 'FAILED', skipped: 'SKIPPED', unchecked: 'not checked' };

/** Renders the checks of a tarball as a person reads them in a terminal. */
export function renderTerminalWsl(report: WslReport, palette: Palette): string {
  const width = Math.max(...report.rows.map(({ title }) => title.length));
  const { tarball } = report;
  const facts = `${tarball.digest === '' ? 'Its digest is not known.' : tarball.digest}\n${formatBytes(tarball.size)}, ${formatBytes(tarball.unpacked)} unpacked, ${formatCount(tarball.members)} members. Took ${formatDuration(report.duration)}.`;
  const left = report.files.length === 0 ? '' : `\n${onOneLine(tarball.file)}\nBeside it: ${report.files.map(onOneLine).join(', ')}.`;
  return `${palette.bold(onOneLine(wslHeadline(report)))}\n\n${report.rows.flatMap((row) => linesOf(row, width, palette)).join('\n')}\n\n${facts}${left}\n`;
}

function linesOf({ title, outcome, findings, more }: WslRow, width: number, palette: Palette): readonly string[] {
  const indent = ' '.repeat(width + 4);
  return [
    `  ${title.padEnd(width)}  ${painted(outcome, palette)}`,
    ...findings.map((finding) => `${indent}${onOneLine(wslFindingText(finding))}`),
    ...(more === 0 ? [] : [`${indent}and ${formatCount(more)} more`]),
  ];
}

/** What was skipped is as red as what failed: somebody decided that it does not count. */
function painted(outcome: WslOutcome, palette: Palette): string {
  const word = WORDS[outcome];
  if (outcome === 'passed') return palette.dim(word);
  return outcome === 'failed' || outcome === 'skipped' ? palette.red(word) : palette.yellow(word);
}
