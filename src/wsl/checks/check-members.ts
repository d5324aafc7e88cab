import { looksSecret } from '../../git/secret-names.ts';
import type { WslCheckName } from '../../report/runs/wsl.ts';
import type { TreeFile } from '../read/file-tree.ts';
import { type Image, octal } from './image.ts';

/** Files that no tarball should have, by their paths alone. */
interface NameRule {
  readonly check: WslCheckName;
  readonly path: RegExp;
  readonly says: string;
  /** An empty file says nothing. */
  readonly unlessEmpty?: true;
}

const HOMES = String.raw`^\/(?:root|home\/[^/]+)`;

const RULES: readonly NameRule[] = [
  { check: 'ssh-keys', path: /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|identity)$/, says: 'has the name of a private SSH key' },
  { check: 'ssh-keys', path: /\/ssh_host_\w+_key$/, says: 'is a private key of the host, which every machine would share; sshd makes its own when it starts first' },
  { check: 'ssh-keys', path: /\/\.ssh\/known_hosts(?:\.old)?$/, says: 'lists hosts that somebody connected to', unlessEmpty: true },
  { check: 'authorized-keys', path: /(?:\/authorized_keys2?|\/authorized_keys\.d\/[^/]+|^\/nix\/store\/[^/]+-authorized_keys)$/, says: 'lets whoever has the key into every machine; add keys after the installation', unlessEmpty: true },
  { check: 'git-author', path: /\/\.git-credentials$/, says: 'holds logins of git' },
  { check: 'history', path: new RegExp(String.raw`${HOMES}.*\/(?:\.(?:bash|zsh|sh|ksh|ash|python|node_repl|psql|mysql|sqlite|irb|php|lua|octave)_?history|\.histfile|fish_history|history\.(?:txt|sqlite3)|\.viminfo|\.lesshst|\.wget-hsts|\.recently-used|\.rnd)$`), says: 'records what somebody did', unlessEmpty: true },
  { check: 'history', path: new RegExp(String.raw`${HOMES}\/(?:\.local\/share\/(?:recently-used\.xbel|Trash\/.+)|\.cache\/.+)$`), says: 'was left behind by a session', unlessEmpty: true },
  { check: 'machine', path: /^\/var\/lib\/systemd\/(?:random-seed|credential\.secret)$/, says: 'is a secret of one machine, which every machine would share', unlessEmpty: true },
  { check: 'machine', path: /^\/var\/log\/.+\.(?:journal|log)$/, says: 'is a log of the machine that built the tarball', unlessEmpty: true },
  { check: 'config-path', path: /^\/etc\/nixos\/(?:.*\/)?\.git(?:\/HEAD)?$/, says: 'is a git repository with its whole history; let "configPath" name a folder without .git' },
];

/** 32 digits (machine-id(5)). */
const MACHINE_ID = /^\/(?:etc|var\/lib\/dbus)\/machine-id$/;
const CONFIG = '/etc/nixos';
const ENCRYPTED = /\.(?:age|gpg|asc|sops\.ya?ml|enc(?:rypted)?(?:\.\w+)?)$/;

/** Checks every member's path. */
export function checkNames({ tree, findings }: Image): void {
  for (const file of tree.below('')) {
    for (const rule of RULES) if (applies(rule, file)) findings.fault(rule.check, file.path, rule.says);
    if (MACHINE_ID.test(file.path) && file.type === 'file' && file.size >= 32) findings.fault('machine', file.path, 'is the id of one machine, which every machine would share; an empty file lets systemd make one');
    if (file.path.startsWith(`${CONFIG}/`)) checkConfigFile(file, (says) => findings.fault('config-path', file.path, says));
  }
}

function applies({ path, unlessEmpty }: NameRule, file: TreeFile): boolean {
  if (!path.test(file.path)) return false;
  const mayBeGit = path.source.includes('.git');
  if (file.type === 'directory' ? !mayBeGit || file.path.endsWith('-credentials') : file.type !== 'file' && file.type !== 'symlink') return false;
  return unlessEmpty !== true || file.type !== 'file' || file.size > 0;
}

function checkConfigFile({ path, type, target }: TreeFile, fault: (says: string) => void): void {
  const name = path.slice(CONFIG.length + 1);
  const isInGit = /(?:^|\/)\.git\//.test(name);
  if (type === 'symlink' && /(?:^|\/)result(?:-[^/]*)?$/.test(name)) fault('is a link to a build result');
  else if (type === 'symlink' && target.startsWith('/') && !/^\/(?:nix\/store|etc|run)\//.test(target)) fault('is a link to a file of the machine that built the tarball');
  else if (/(?:^|\/)\.direnv(?:\/|$)/.test(name) && type === 'directory') fault('is the cache of direnv');
  else if (type === 'file' && !isInGit && looksSecret(name) && !ENCRYPTED.test(name)) fault('has the name of a file with a secret');
}

/** What of a system belongs to nobody but root; homes and what services own lie elsewhere. */
const OF_ROOT = /^\/(?:bin|sbin|lib|lib64|usr|nix\/store|etc|boot)(?:\/|$)/;

/** Checks every member's mode and owner. */
export function checkImageModes({ tree, findings }: Image): void {
  for (const { path, type, mode, uid } of tree.below('')) {
    if (type === 'symlink' || type === 'other') continue;
    if (type === 'file' && (mode & 0o6000) !== 0) findings.fault('modes', path, `is set-uid or set-gid (${octal(mode)}); NixOS makes such wrappers when it boots`);
    const isShared = type === 'directory' && (mode & 0o1000) !== 0;
    if ((mode & 0o002) !== 0 && !isShared) findings.fault('modes', path, `can be changed by everybody (${octal(mode)})`);
    if (uid !== 0 && OF_ROOT.test(path) && !path.startsWith('/etc/nixos')) findings.fault('modes', path, `belongs to ${uid} and not to root`);
  }
}
