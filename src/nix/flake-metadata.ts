import { Failure } from '../errors.ts';
import { compareText } from './store-path.ts';
import type { NixSite } from './site.ts';
import type { ResolvedFlake } from './flake.ts';

interface Metadata {
  readonly locked?: Readonly<Record<string, unknown>>;
  readonly locks?: { readonly root: string; readonly nodes: Readonly<Record<string, LockNode>> };
}

interface LockNode {
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked?: Readonly<Record<string, unknown>>;
}

/**
 * What the build was made from: of every input its revision and hash (`{nixpkgs: {type, owner, repo, rev, narHash}}`),
 * and under `self` those of a flake that is not a local folder, whose place and time say nothing elsewhere.
 * @throws CommandError, Failure
 */
export async function lockedInputs(site: NixSite, flake: ResolvedFlake): Promise<Readonly<Record<string, unknown>>> {
  const json = await site.capture(['nix', 'flake', 'metadata', '--json', '--no-write-lock-file', flake.reference]);
  return parseLockedInputs(json, flake.mounts.length > 0);
}

/** @param isLocal leaves the flake itself out */
export function parseLockedInputs(json: string, isLocal: boolean): Readonly<Record<string, unknown>> {
  let metadata: Metadata;
  try {
    metadata = JSON.parse(json) as Metadata;
  } catch (cause) {
    throw new Failure('“nix flake metadata --json” wrote something that is not JSON.', { cause });
  }
  const { root = 'root', nodes = {} } = metadata.locks ?? {};
  const inputs = Object.entries(nodes)
    .filter(([name, node]) => name !== root && node.locked !== undefined)
    .map(([name, node]): [string, unknown] => [name, portable(node.locked ?? {})]);
  const self: [string, unknown][] = isLocal || metadata.locked === undefined ? [] : [['self', portable(metadata.locked)]];
  return Object.fromEntries([...inputs, ...self].sort(([a], [b]) => compareText(a, b)));
}

/**
 * The place of a local input, and the times of its files, say nothing on another machine; its hash does. A password in
 * an address is nobody else's business.
 */
function portable(locked: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { path: _path, url, lastModified: _time, ...rest } = locked;
  if (locked['type'] === 'path') return rest;
  if (typeof url !== 'string') return locked;
  const own = { ...rest, ...('lastModified' in locked && { lastModified: locked['lastModified'] }) };
  return url.startsWith('file:') ? own : { ...own, url: url.replace(/\/\/[^/@]*@/, '//') };
}
