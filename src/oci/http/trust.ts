import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { SetupError } from '../../kit/errors.ts';

/** What TLS says of a certificate whose authority it does not know. */
const UNKNOWN_AUTHORITY = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

let isSystemTrusted = false;

/**
 * Trusts the authorities of the system too, besides those of Node.js and NODE_EXTRA_CA_CERTS, where these don't know the one
 * that was met. To read them takes a third of a second, which nobody waits for who needs none.
 * @param error of a request
 * @returns whether the request is worth another try, over another connection
 */
export function trustSystem(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined || !UNKNOWN_AUTHORITY.has(code)) return false;
  if (!isSystemTrusted) tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]);
  isSystemTrusted = true;
  return true;
}

/** Of one host: authorities beside the known ones, and who we are. */
export interface HostCertificates {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
}

/**
 * Returns what is laid down for a registry as docker and podman have it: `certs.d/<host>[:<port>]/` with `*.crt` for authorities,
 * `*.cert` and `*.key` for a certificate of ours.
 * @returns undefined if there is nothing
 * @throws SetupError if a file can't be read, or a certificate lacks its key
 */
export function hostCertificates(host: string, env: NodeJS.ProcessEnv): HostCertificates | undefined {
  for (const folder of folders(env).map((each) => join(each, host))) {
    const files = listed(folder);
    if (files.length === 0) continue;
    const read = (name: string): string => contentOf(join(folder, name));
    const own = files.find((name) => name.endsWith('.cert'));
    const key = own?.replace(/\.cert$/, '.key');
    if (key !== undefined && !files.includes(key)) throw new SetupError(`${join(folder, own ?? '')} has no ${key} beside it.`, { hint: 'Docker and podman need both files of a client certificate.' });
    const authorities = files.filter((name) => name.endsWith('.crt')).map(read);
    return {
      ...(authorities.length === 0 ? {} : { ca: [...tls.getCACertificates('default'), ...authorities] }),
      ...(own === undefined || key === undefined ? {} : { cert: read(own), key: read(key) }),
    };
  }
  return undefined;
}

// docker: /etc/docker, and in the user's folder without root; containers-certs.d(5)
function folders(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME'] ?? '';
  const config = env['XDG_CONFIG_HOME'] ?? (home === '' ? '' : join(home, '.config'));
  const own = config === '' ? [] : [join(config, 'docker'), join(config, 'containers')];
  return [...own, '/etc/docker', '/etc/containers'].map((folder) => join(folder, 'certs.d'));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.(?:crt|cert|key)$/.test(name)).sort();
  } catch {
    return [];
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SetupError(`The certificate ${file} can't be read: ${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}.`, { cause });
  }
}
