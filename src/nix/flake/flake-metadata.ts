import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { Failure } from '../../kit/errors.ts';
import { jsonText } from '../../kit/text.ts';
import type { NixSite } from '../run/site.ts';
import { compareText } from '../store/store-path.ts';
import { flakeArguments, type ResolvedFlake } from './flake.ts';

/** Inputs of a flake, and of its inputs. */
const MOST_INPUTS = 10_000;

interface Metadata {
  readonly locked?: Readonly<Record<string, unknown>>;
  readonly locks?: { readonly root: string; readonly nodes: Readonly<Record<string, LockNode>> };
}

interface LockNode {
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked?: Readonly<Record<string, unknown>>;
}

/** What a build was made from, as the delta document has it. */
export interface LockedSource {
  /**
   * Of every input its revision and hash (`{nixpkgs: {type, owner, repo, rev, narHash}}`), and under `self` those of a
   * flake that is not a local folder, whose place and time say nothing elsewhere.
   */
  readonly locked: Readonly<Record<string, unknown>>;
  /**
   * Of a local folder that says by itself all that is built: its lock file names every input. The same folder is built
   * to the same (Nix manual, "Flakes": evaluation is pure).
   */
  readonly narHash?: string;
  /** The text of its flake.lock, were it written; undefined if an input is a folder of this machine. */
  readonly lock: string | undefined;
}

/** @throws CommandError, Failure */
export async function lockedSource(site: NixSite, flake: ResolvedFlake): Promise<LockedSource> {
  const json = await site.capture(['nix', 'flake', 'metadata', '--json', ...flakeArguments(flake), flake.reference]);
  const locked = parseLockedInputs(json, flake.mounts.length > 0);
  const metadata = parseMetadata(json);
  const narHash = flake.reference.startsWith('path:') ? metadata.locked?.['narHash'] : undefined;
  const lock = lockText(metadata);
  if (typeof narHash !== 'string' || flake.folder === undefined) return { locked, lock };
  return (await isWhollyLocked(flake.folder, metadata)) ? { locked, lock, narHash } : { locked, lock };
}

/** Tells whether a flake has an input of this name, which can then be replaced. @throws CommandError, Failure */
export async function hasInput(site: NixSite, { reference }: ResolvedFlake, name: string): Promise<boolean> {
  const { root = 'root', nodes = {} } = parseMetadata(await site.capture(['nix', 'flake', 'metadata', '--json', '--no-write-lock-file', reference])).locks ?? {};
  return nodes[root]?.inputs?.[name] !== undefined;
}

/** As Nix writes it: two blanks, and a line feed at the end. */
function lockText({ locks }: Metadata): string | undefined {
  if (locks === undefined || Object.values(locks.nodes).some(({ locked }) => locked?.['type'] === 'path')) return undefined;
  return jsonText(locks);
}

/** Tells whether the lock file beside the flake names exactly the inputs that Nix has found. */
async function isWhollyLocked(folder: string, { locks }: Metadata): Promise<boolean> {
  const { root = 'root', nodes = {} } = locks ?? {};
  const inputs = Object.entries(nodes).filter(([name]) => name !== root);
  if (inputs.length === 0) return true;
  // A relative path, as new versions of Nix lock it, has no hash of its own.
  if (inputs.some(([, { locked }]) => typeof locked?.['narHash'] !== 'string')) return false;
  const text = await readFile(path.join(folder, 'flake.lock'), 'utf8').catch(() => '{}');
  const file = JSON.parse(text) as { readonly nodes?: unknown };
  return isDeepStrictEqual(file.nodes, nodes);
}

/** @param isLocal leaves the flake itself out */
export function parseLockedInputs(json: string, isLocal: boolean): Readonly<Record<string, unknown>> {
  const metadata = parseMetadata(json);
  const { root = 'root', nodes = {} } = metadata.locks ?? {};
  const inputs = Object.entries(nodes)
    .filter(([name, node]) => name !== root && node.locked !== undefined)
    .map(([name, node]): [string, unknown] => [name, portable(node.locked ?? {})]);
  const self: [string, unknown][] = isLocal || metadata.locked === undefined ? [] : [['self', portable(metadata.locked)]];
  return Object.fromEntries([...inputs, ...self].sort(([a], [b]) => compareText(a, b)));
}

function parseMetadata(text: string): Metadata {
  const json = parsedJson(text, refuse);
  const field = Field.of(json, refuse);
  field.get('locked').optional((locked) => locked.object());
  field.get('locks').optional((locks) => {
    locks.get('root').text();
    for (const [, node] of locks.get('nodes').members(MOST_INPUTS)) node.get('locked').optional((locked) => locked.object());
  });
  return json as Metadata;
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

function refuse(why: string): never {
  throw new Failure(`"nix flake metadata --json" gave an invalid answer: ${why}.`);
}
