import { BlockList, isIP } from 'node:net';
import { Failure } from '../errors.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

// Addresses that mean something else on each machine (RFC 6890): an answer from outside must not point us at them.
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv4');
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addAddress('::', 'ipv6');

/** Is this host the machine itself: `localhost`, 127.0.0.0/8, `::1`? The only hosts that are spoken to without TLS. */
export function isLoopback(url: URL): boolean {
  return isLocalName(url) || listed(LOOPBACK, url);
}

/** Is this host written as an address (or name) of the machine or of a private network? Names are not resolved. */
export function isPrivateAddress(url: URL): boolean {
  return isLocalName(url) || listed(PRIVATE, url);
}

/**
 * Where a registry's API answers.
 * @param registry host and optional port, as in a reference
 * @returns an origin, with `/` as its path
 */
export function apiOrigin(registry: string): URL {
  if (registry === 'docker.io') return new URL('https://registry-1.docker.io/');
  try {
    const url = new URL(`https://${registry}/`);
    return isLoopback(url) ? new URL(`http://${registry}/`) : url;
  } catch (cause) {
    throw new Failure(`“${registry}” is not the host name of a registry.`, { cause });
  }
}

/**
 * Why an address that a server sends us to must not be followed; undefined where it may be. A line that was secret stays
 * so, and nobody outside points us at machines that only we can reach.
 * @returns the end of a sentence: “which is not https”
 */
export function refusedTarget(from: URL, to: URL): string | undefined {
  if (from.protocol === 'https:' && to.protocol !== 'https:') return 'which is not https';
  if (isPrivateAddress(to) && !isPrivateAddress(from)) return 'an address of a private network';
  return undefined;
}

/** An address for messages: without credentials, query or fragment, where tokens and signatures are. */
export function printableUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function isLocalName(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
}

function listed(list: BlockList, url: URL): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
