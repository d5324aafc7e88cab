import { BlockList, isIP } from 'node:net';
import { Failure } from '../../kit/errors.ts';
import { quirksOf } from '../quirks/hosts.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

// Addresses that mean something else on each machine, or nothing on the internet (RFC 6890): an answer from outside must
// not point us at them.
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  // Addresses that hold one of IPv4: of old (::a.b.c.d, with :: and ::1), NAT64 (RFC 6052, RFC 8215), SIIT, 6to4, Teredo.
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv6');
}

/** Where clouds hand out credentials of the machine to whoever asks. Nobody keeps a registry, or tokens for one, there. */
const METADATA = new BlockList();
METADATA.addSubnet('169.254.0.0', 16, 'ipv4');
for (const address of ['100.100.100.200', '168.63.129.16', '192.0.0.192']) METADATA.addAddress(address, 'ipv4');
for (const address of ['fd00:ec2::254', 'fd20:ce::254', 'fe80::a9fe:a9fe']) METADATA.addAddress(address, 'ipv6');
const METADATA_NAMES = new Set(['metadata', 'metadata.goog', 'metadata.google.internal', 'metadata.tencentyun.com', 'instance-data', 'instance-data.ec2.internal']);

/** Is this host the machine itself: `localhost`, 127.0.0.0/8, `::1`? The only hosts that are spoken to without TLS. */
export function isLoopback(url: URL): boolean {
  // With a dot at its end a name is looked up in another way, maybe elsewhere.
  return isLocalName(url.hostname) || listed(LOOPBACK, url);
}

/** Tells whether this host is an address (or name) of the machine, of a private network or of a cloud's metadata service. Names are not resolved. */
export function isPrivateAddress(url: URL): boolean {
  return isLocalName(withoutDot(url)) || listed(PRIVATE, url) || isMetadata(url);
}

/**
 * Returns where a registry's API answers.
 * @param registry host and optional port, as in a reference
 * @returns an origin, with `/` as its path
 */
export function apiOrigin(registry: string): URL {
  const { api } = quirksOf(registry);
  if (api !== undefined) return new URL(api);
  try {
    const url = new URL(`https://${registry}/`);
    return isLoopback(url) ? new URL(`http://${registry}/`) : url;
  } catch (cause) {
    throw new Failure(`"${registry}" is not the host name of a registry.`, { cause });
  }
}

/**
 * Returns why an address that a server sends us to must not be followed; undefined if it may be. A line that was secret stays
 * so, and nobody outside points us at machines that only we can reach.
 * @returns the end of a sentence: "which is not https"
 */
export function refusedTarget(from: URL, to: URL): string | undefined {
  if (from.protocol === 'https:' && to.protocol !== 'https:') return 'which is not https';
  if (isPrivateAddress(to) && !isPrivateAddress(from)) return 'an address of a private network';
  if (from.hostname !== to.hostname && isMetadata(to)) return 'where a cloud keeps credentials of the machine';
  return undefined;
}

/** Tells whether two addresses have the same origin; of this machine the same host and port, since a registry there may turn out to speak TLS. */
export function isSameServer(a: URL, b: URL): boolean {
  return a.origin === b.origin || (a.host === b.host && a.port !== '' && isLoopback(a));
}

/** Returns an address for messages, without credentials, query or fragment, where tokens and signatures are. */
export function printableUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function isMetadata(url: URL): boolean {
  return METADATA_NAMES.has(withoutDot(url)) || listed(METADATA, url);
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}

function withoutDot({ hostname }: URL): string {
  return hostname.replace(/\.$/, '');
}

function listed(list: BlockList, url: URL): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
