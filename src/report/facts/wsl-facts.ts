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

/** What became of a tarball that passed. */
export interface WslRelease {
  readonly tag: string;
  /** The address of the release's page; empty if GitHub did not tell. */
  readonly url: string;
  readonly assets: readonly string[];
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
  readonly release: WslRelease | undefined;
  readonly given: readonly (readonly [name: string, value: string])[];
  /** Milliseconds. */
  readonly duration: number;
}

export function isRefused({ rows }: Pick<WslReport, 'rows'>): boolean {
  return rows.some(({ outcome }) => outcome === 'failed');
}

export function countOfFaults({ rows }: Pick<WslReport, 'rows'>): number {
  return rows.filter(({ outcome }) => outcome === 'failed').reduce((sum, { findings, more }) => sum + findings.filter(({ severity }) => severity === 'fault').length + more, 0);
}
