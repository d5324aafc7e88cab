import { parsedJson } from '../../json/parse-json.ts';
import { CommandError, Failure } from '../../kit/errors.ts';
import type { NixSite } from '../run/site.ts';
import type { Closure, PathInfo } from './closure.ts';
import { parseNixHash, sriOf, toNix32 } from './nix-hash.ts';
import { STORE_DIR, compareText, parseStorePath, type StorePath } from './store-path.ts';

/** Returns everything that the roots need at run time, themselves included. @throws CommandError, Failure */
export async function closureOf(site: NixSite, roots: readonly StorePath[]): Promise<Closure> {
  if (roots.length === 0) return new Map();
  return parseClosure(await pathInfoJson(site, roots), site.where);
}

/**
 * Returns all that was built by this Nix, and not fetched, besides what was there before; no derivations.
 * @param before everything that was there
 * @throws CommandError, Failure, CancelledError
 */
export async function builtSince(site: NixSite, before: ReadonlySet<string>): Promise<readonly PathInfo[]> {
  const json = await pathInfoJson(site, ['--all']);
  const closure = parseClosure(json, site.where);
  const built = entriesOf(json, site.where).filter(([, value]) => field(value, 'ultimate') === true);
  return built.flatMap(([key]) => {
    const path = storePath(key);
    const info = closure.get(path);
    return info === undefined || before.has(path) || path.endsWith('.drv') ? [] : [info];
  });
}

/** Returns all that the store holds. @throws CommandError, CancelledError */
export async function storeContents(site: NixSite): Promise<readonly string[]> {
  return (await site.capture(['nix', 'path-info', '--all'])).split('\n').filter((line) => line !== '');
}

async function pathInfoJson(site: NixSite, roots: readonly string[]): Promise<string> {
  try {
    return await site.capture(['nix', 'path-info', '--json', ...recursive(roots), ...roots]);
  } catch (error) {
    // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
    if (!(error instanceof CommandError && error.stderr.includes('--json-format'))) throw error;
    return site.capture(['nix', 'path-info', '--json', '--json-format', '1', ...recursive(roots), ...roots]);
  }
}

/** All that there is has no further references. */
function recursive(roots: readonly string[]): readonly string[] {
  return roots[0] === '--all' ? [] : ['--recursive'];
}

/**
 * Reads the answer of any Nix: an array (up to 2.18), an object keyed by path (2.19 and later), or one with the paths
 * under `info` and without the store's folder (`--json-format 2`).
 * @param where for messages: where Nix ran
 * @throws Failure if a path is not valid or the set is not closed
 */
export function parseClosure(json: string, where: string): Closure {
  const values = new Map(entriesOf(json, where).map(([key, value]) => [storePath(key), value]));
  // References are most of what there is: each is one of the keys, and that one text of it is kept.
  const known = new Map<string, StorePath>([...values.keys()].map((path) => [path, path]));
  return new Map([...values.keys()].sort().map((path) => [path, pathInfo(path, values.get(path), known, where)]));
}

function entriesOf(json: string, where: string): [key: string, value: unknown][] {
  const parsed = parsedJson(json, (why) => {
    throw new Failure(`"nix path-info --json" (${where}) gave an invalid answer: ${why}.`);
  });
  if (Array.isArray(parsed)) return parsed.map((entry: unknown) => [String(field(entry, 'path')), entry]);
  if (typeof parsed !== 'object' || parsed === null) throw unreadable(where, json.slice(0, 80));
  const info = field(parsed, 'info');
  return Object.entries(typeof info === 'object' && info !== null ? info : parsed);
}

function pathInfo(path: StorePath, value: unknown, known: ReadonlyMap<string, StorePath>, where: string): PathInfo {
  if (value === null || field(value, 'valid') === false) {
    throw new Failure(`${path} is not a valid path in the Nix store of ${where}.`);
  }
  const storeDir = field(value, 'storeDir');
  const narSize = field(value, 'narSize');
  const references = field(value, 'references');
  if (typeof narSize !== 'number' || !Array.isArray(references)) throw unreadable(where, path);
  if (typeof storeDir === 'string' && storeDir !== STORE_DIR) {
    throw new Failure(`Nix (${where}) uses the store ${storeDir}; stores elsewhere than ${STORE_DIR} are not supported.`);
  }
  return {
    path,
    narHash: sriOf(field(value, 'narHash')),
    narSize,
    references: references.map((reference) => known.get(String(reference)) ?? referred(path, String(reference), known, where)).sort(compareText),
    deriver: deriver(field(value, 'deriver')),
    ca: contentAddress(field(value, 'ca')),
  };
}

/** What a path refers to, however it is written. @throws Failure if that is not valid */
function referred(path: StorePath, reference: string, known: ReadonlyMap<string, StorePath>, where: string): StorePath {
  const full = storePath(reference);
  const found = known.get(full);
  if (found !== undefined) return found;
  throw new Failure(`The Nix database of ${where} is damaged: ${path} refers to ${full}, which is not valid.`, {
    hint: 'Repair it with "nix-store --verify --check-contents --repair", or use a fresh base image.',
  });
}

/** With or without the store's folder. */
function storePath(text: string): StorePath {
  return parseStorePath(text.startsWith('/') ? text : `${STORE_DIR}/${text}`);
}

function deriver(value: unknown): StorePath | null {
  return typeof value === 'string' && value !== '' && !value.endsWith('unknown-deriver') ? storePath(value) : null;
}

/** The string that the database and binary caches hold (Nix manual, "Content-addressing store objects"). */
function contentAddress(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value !== 'object' || value === null) return null;
  const hash = toNix32(parseNixHash(field(value, 'hash')));
  const method = field(value, 'method');
  switch (method) {
    case 'text':
      return `text:${hash}`;
    case 'flat':
      return `fixed:${hash}`;
    case 'nar':
      return `fixed:r:${hash}`;
    default:
      return `fixed:${String(method)}:${hash}`;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function unreadable(where: string, what: string): Failure {
  return new Failure(`"nix path-info --json" (${where}) wrote an unknown format: ${what}.`, {
    hint: 'This Nix may be newer than this action supports. Please report its version.',
  });
}
