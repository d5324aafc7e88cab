import { BlockList, isIP } from 'node:net';

/**
 * Returns the proxy that requests to a host go through, as curl and Go read the environment: HTTPS_PROXY, else ALL_PROXY, unless
 * NO_PROXY names the host; in lower case first.
 * @returns undefined for none, and where it is of a kind that we don't speak (SOCKS)
 */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): URL | undefined {
  const text = variable(env, 'https_proxy') ?? variable(env, 'all_proxy');
  if (text === undefined || bypassed(url, variable(env, 'no_proxy') ?? '')) return undefined;
  const proxy = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  return proxy !== null && ['http:', 'https:'].includes(proxy.protocol) ? proxy : undefined;
}

function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = (env[name] ?? env[name.toUpperCase()])?.trim();
  return value === '' ? undefined : value;
}

/** @param list of hosts, domains, addresses and networks, with commas or blanks between them; `*` is all */
function bypassed(url: URL, list: string): boolean {
  const host = plainHost(url.hostname);
  const port = url.port === '' ? '443' : url.port;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || isIn(host, port, entry));
}

function isIn(host: string, port: string, entry: string): boolean {
  const [, name = entry, only] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (only !== undefined && only !== port) return false;
  if (isIP(host) !== 0) return isAddressIn(host, plainHost(name));
  // `.example.com`, `*.example.com` and `example.com` are all the domain with what is below it.
  const domain = plainHost(name.replace(/^\*?\./, ''));
  return host === domain || host.endsWith(`.${domain}`);
}

/** @param entry `10.1.2.3`, `10.0.0.0/8`, or `10.0.0.1-10.0.0.9` */
function isAddressIn(host: string, entry: string): boolean {
  const [, from = '', separator, to = ''] = /^([^/-]+)(?:([/-])([^/-]+))?$/.exec(entry) ?? [];
  if (isIP(from) === 0) return false;
  const list = new BlockList();
  if (separator === undefined) list.addAddress(from, family(from));
  else if (separator === '-' && isIP(to) === isIP(from)) list.addRange(from, to, family(from));
  else if (separator === '/' && /^\d{1,3}$/.test(to) && Number(to) <= (isIP(from) === 6 ? 128 : 32)) list.addSubnet(from, Number(to), family(from));
  return list.check(host, family(host));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function plainHost(text: string): string {
  return text.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
