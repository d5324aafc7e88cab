import type { SshAccess } from '../../request/nix.ts';

/** One host of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"), without a marker. */
const KNOWN_HOST = /^([^\s@#]\S*)\s+((?:ssh|ecdsa|sk)-\S+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/;
/** The same, which may have a marker, be hashed, or be a pattern. */
const LINE = /^(?:@(?:cert-authority|revoked)\s+)?\S+\s+(?:ssh|ecdsa|sk)-\S+\s+[A-Za-z0-9+/]+={0,2}(?:\s|$)/;

/** What ssh says last of why it gives up (OpenSSH, sshconnect.c and clientloop.c). */
const COMPLAINT = /Host key verification failed\.|(?<![\w.@-])[\w.@-]+: Permission denied \([^)\n]{0,200}\)\.|ssh: (?:connect to|Could not)[^\n]{0,500}|Load key [^\n]{0,500}/;

/** A remote builder that is reached by ssh: the first word of its line (Nix manual, "Remote Builds"). */
const SSH_BUILDER = /^(?:(ssh|ssh-ng):\/\/)?((?:[^@\s/]+@)?)(\[[^\]\s]+\]|[^\s:/?#[\]]+)(?::(\d+))?(\?\S*)?$/;

interface Address {
  /** `[::1]` without its brackets. */
  readonly host: string;
  readonly port: string | undefined;
  /** The same address without the port, which older versions of Nix don't understand. */
  readonly portless: string;
}

/** @returns undefined for what is not reached by ssh: a file with builders, a store of another kind */
export function sshAddress(builder: string): Address | undefined {
  const [uri = ''] = builder.split(/\s+/);
  if (/^[@/]/.test(uri)) return undefined;
  const [match, scheme = 'ssh', user = '', host = '', port, query = ''] = SSH_BUILDER.exec(uri) ?? [];
  return match === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port, portless: `${scheme}://${user}${host}${query}` };
}

/** Returns the number of the first line that is not one of a known_hosts file, from 1; undefined: all are. */
export function wrongHostLine(text: string): number | undefined {
  const at = text.split('\n').findIndex((line) => !/^\s*(?:#|$)/.test(line) && !LINE.test(line.trim()));
  return at < 0 ? undefined : at + 1;
}

/** Finds a host with builders at several ports: ssh's list of known hosts can't tell them apart. */
export function twoPorts(builders: readonly string[]): string | undefined {
  const ports = new Map<string, string | undefined>();
  for (const { host, port } of builders.flatMap((builder) => sshAddress(builder) ?? [])) {
    if (ports.has(host) && ports.get(host) !== port) return host;
    ports.set(host, port);
  }
  return undefined;
}

/** Returns why ssh gave up. @returns undefined if it did not */
export function sshComplaint(stderr: string): string | undefined {
  return COMPLAINT.exec(stderr)?.[0].trim();
}

/** Where the files of {@link sshFiles} are, seen from where Nix runs. */
const NAMES = { key: 'key', hosts: 'known_hosts', config: 'config' } as const;

/**
 * Returns the files that ssh needs, by their names in one folder. Ours come before those of the user and the machine, and the first
 * value of a setting counts (ssh_config(5)).
 */
export function sshFiles({ key, knownHosts }: SshAccess, builders: readonly string[], folder: string): ReadonlyMap<string, string> {
  const ports = builders.flatMap((builder) => {
    const { host, port } = sshAddress(builder) ?? {};
    return host === undefined || port === undefined ? [] : [`Host ${host}`, `  Port ${port}`];
  });
  const config = [
    ...ports,
    'Host *',
    ...(key === undefined ? [] : [`  IdentityFile ${folder}/${NAMES.key}`, '  IdentitiesOnly yes']),
    ...(knownHosts === undefined ? [] : [`  UserKnownHostsFile ${folder}/${NAMES.hosts}`, '  GlobalKnownHostsFile /dev/null']),
    '  StrictHostKeyChecking yes',
    '  BatchMode yes',
    'Include ~/.ssh/config',
    'Include /etc/ssh/ssh_config',
  ];
  return new Map([
    [NAMES.config, `${config.join('\n')}\n`],
    ...(key === undefined ? [] : [[NAMES.key, key] as const]),
    ...(knownHosts === undefined ? [] : [[NAMES.hosts, knownHosts] as const]),
  ]);
}

/** Returns what Nix tells ssh; `inherited` wins, as it is the user's own. */
export function sshOptions(folder: string, inherited: string): string {
  return `${inherited} -F ${folder}/${NAMES.config}`.trim();
}

/**
 * Returns the builders with the key and the host's key in their own fields, unless they have others: a daemon, which does not know our
 * environment, reads them there. Fields are: address, systems, key, jobs, speed, features, required features, host key.
 */
export function buildersWithKeys(builders: readonly string[], { key, knownHosts }: SshAccess, folder: string): readonly string[] {
  return builders.map((builder) => {
    const address = sshAddress(builder);
    if (address === undefined) return builder;
    const [, ...fields] = builder.split(/\s+/);
    const all = [address.portless, ...fields];
    if (key !== undefined) setField(all, 2, `${folder}/${NAMES.key}`);
    const hostKey = knownHosts === undefined ? undefined : keyOf(address, knownHosts);
    if (hostKey !== undefined) setField(all, 7, Buffer.from(hostKey).toString('base64'));
    return all.join(' ');
  });
}

function setField(fields: string[], index: number, value: string): void {
  while (fields.length <= index) fields.push('-');
  if (fields[index] === '-') fields[index] = value;
}

/** The first key that is known of a host by its name; hashed names and patterns are for ssh. */
function keyOf({ host, port }: Address, knownHosts: string): string | undefined {
  const names = new Set(port === undefined ? [host] : [`[${host}]:${port}`]);
  for (const line of knownHosts.split('\n')) {
    const [, hosts = '', type = '', key = ''] = KNOWN_HOST.exec(line.trim()) ?? [];
    if (hosts.split(',').some((name) => names.has(name))) return `${type} ${key}`;
  }
  return undefined;
}
