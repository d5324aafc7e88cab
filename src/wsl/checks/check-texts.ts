import type { Findings } from '../read/findings.ts';

/** Texts that are kept until all of the tarball was read, as links may lead to them. */
const KEPT = /^\/etc\/(?:wsl\.conf|wsl-distribution\.conf|passwd|shadow|group)$|^\/(?:nix\/store|etc\/static)\/.*(?:wsl\.conf|wsl-distribution\.conf|passwd|shadow)$/;

const GIT = /(?:^\/etc\/|[/-])\.?(?:hm_)?gitconfig$|\/\.?git\/config$/;

/** What sets an environment, for users or for services. */
const ENVIRONMENT = [
  /^\/etc\/(?:environment|profile|bashrc|zshenv|zshrc|set-environment|pam\/environment|profile\.d\/.+|environment\.d\/.+|default\/.+|systemd\/.+\.(?:service|conf))$/,
  /^\/nix\/store\/[^/]+-(?:set-environment|etc-(?:profile|bashrc|zshenv|zshrc)|pam-environment|hm-session-vars\.sh|unit-[^/]+)(?:\/.+)?$/,
  /\/hm-session-vars\.sh$/,
  /^\/(?:root|home\/[^/]+)\/(?:.+\/)?\.?(?:bashrc|bash_profile|bash_login|profile|zshrc|zshenv|zprofile|pam_environment|env|envrc|env\.local|config\.fish)$/,
  /^\/etc\/nixos\/(?:.*\/)?\.env(?:rc|\..+)?$/,
];

const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|AUTH)_KEY)$/i;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;
/** What follows a name that is set: `export NAME=value`, `Environment=NAME=value` of a unit, `set -gx NAME value` of fish, `NAME DEFAULT=value` of PAM. */
const SET = /=| +DEFAULT=| +/y;
/** Values that only say where a secret is: nothing, a variable, a command, a file. */
const NO_SECRET = /\s|["']?(?:$|\$|`|\/|~|%|<|file:|["']?$)/y;

export function isKeptText(path: string): boolean {
  return KEPT.test(path);
}

export function isInspectedText(path: string): boolean {
  return GIT.test(path) || ENVIRONMENT.some((pattern) => pattern.test(path));
}

/** Looks for what tells of people, and for secrets, in a text that no rule of the search for leaks knows. No finding shows a value. */
export function checkText(path: string, text: string, findings: Findings): void {
  if (GIT.test(path)) checkGit(path, text, findings);
  else if (isInspectedText(path)) checkEnvironment(path, text, findings);
}

function checkGit(path: string, text: string, findings: Findings): void {
  let section = '';
  for (const line of text.split('\n').map((each) => each.trim())) {
    section = /^\[\s*([\w.-]+)/.exec(line)?.[1]?.toLowerCase() ?? section;
    const [, key = '', value = ''] = /^([A-Za-z][\w-]*)\s*=\s*(.*)$/.exec(line) ?? [];
    const name = key.toLowerCase();
    if (value !== '' && ['user', 'author', 'committer'].includes(section) && ['name', 'email', 'signingkey'].includes(name)) {
      findings.fault('git-author', path, `sets ${section}.${name}; whoever uses the machine should be asked for it`);
    }
    if (/^https?:\/\/[^/@\s]+:[^/@\s]+@/.test(value)) findings.fault('git-author', path, 'has an address with a login');
    if (section === 'http' && name === 'extraheader' && /authorization/i.test(value)) findings.fault('git-author', path, 'has a login in http.extraHeader');
  }
}

function checkEnvironment(path: string, text: string, findings: Findings): void {
  const named = new Set<string>();
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('#')) continue;
    const name = secretOf(line);
    if (name === undefined || named.has(name)) continue;
    named.add(name);
    findings.fault('environment', path, `sets ${name}; let it be read from a file at run time`);
  }
}

/** The first name of a secret that a line sets, if the value may be one. */
function secretOf(line: string): string | undefined {
  for (const { 0: name, index } of line.matchAll(NAME)) {
    if (!SECRET_NAME.test(name)) continue;
    SET.lastIndex = index + name.length;
    if (!SET.test(line)) continue;
    NO_SECRET.lastIndex = SET.lastIndex;
    return NO_SECRET.test(line) ? undefined : name;
  }
  return undefined;
}
