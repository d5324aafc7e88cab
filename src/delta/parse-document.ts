import { IntegrityError } from '../errors.ts';
import { sriOf } from '../nix/nix-hash.ts';
import { parseStorePath } from '../nix/store-path.ts';
import { parseDigest } from '../oci/digest.ts';
import type { DeltaDocument, LayerEntry } from './delta-document.ts';

/** The only version of the document that there is. */
const SCHEMA = 1;

/**
 * Reads a delta document. Fields that are not known are kept.
 * @param where for messages
 * @throws IntegrityError where it is none, or of another version
 */
export function parseDeltaDocument(text: string, where: string): DeltaDocument {
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`${where} is not a delta document that can be read: ${why}.`, { cause });
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return refuse('it is not JSON', cause);
  }
  const version = (json as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== SCHEMA) {
    return refuse(`its schema version is ${JSON.stringify(version) ?? 'missing'}, and this version of nix-feature knows ${SCHEMA}`);
  }
  const document = json as DeltaDocument;
  try {
    check(document);
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause), cause);
  }
  return document;
}

/** What is relied on: names that end up in files and addresses. */
function check({ feature, system, storePath, outputs, bases, closure, layers, complement = [], env }: DeltaDocument): void {
  if (typeof feature.id !== 'string' || typeof feature.version !== 'string') throw new TypeError('it names no Feature');
  if (!['x86_64-linux', 'aarch64-linux'].includes(system)) throw new TypeError(`it is for “${system}”`);
  for (const path of [storePath, ...Object.values(outputs)]) parseStorePath(path);
  for (const { name, digest } of bases) {
    if (typeof name !== 'string') throw new TypeError('a base has no name');
    if (digest !== undefined) parseDigest(digest);
  }
  const places = new Map<string, 'delta' | 'base'>();
  for (const entry of closure) {
    sriOf(entry.narHash);
    checkSize(entry.narSize);
    if (!['delta', 'base'].includes(entry.in)) throw new TypeError(`${entry.path} is in neither delta nor base`);
    places.set(parseStorePath(entry.path), entry.in);
  }
  for (const { references } of closure) {
    for (const path of references) if (!places.has(path)) parseStorePath(path);
  }
  for (const layer of [...layers, ...complement]) checkLayer(layer, places);
  const added = complement.flatMap((layer) => layer.paths).find((path) => places.get(path) !== 'base');
  if (added !== undefined) throw new TypeError(`the complement holds ${added}, which is not of the base`);
  if (!env.PATH.every((folder) => typeof folder === 'string')) throw new TypeError('its PATH is not a list of texts');
}

function checkLayer(layer: LayerEntry, closure: ReadonlyMap<string, unknown>): void {
  for (const digest of [layer.key, layer.digest, layer.diffId]) parseDigest(digest);
  checkSize(layer.size);
  const stranger = layer.paths.find((path) => !closure.has(path));
  if (stranger !== undefined) throw new TypeError(`a layer holds ${stranger}, which is not in the closure`);
}

function checkSize(size: unknown): void {
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw new TypeError(`${JSON.stringify(size)} is not a size`);
}
