import { Field, grammar } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { IntegrityError } from '../../kit/errors.ts';
import type { PathInfo } from '../../nix/store/closure.ts';
import { isSha256Sri } from '../../nix/store/nix-hash.ts';
import { isStorePath, type StorePath } from '../../nix/store/store-path.ts';

/** The file that says what a pack holds; beside it lies the NAR of each path. */
export const PACK_INDEX = 'pack.json';

const SCHEMA = 1;
const MOST_PATHS = 100_000;
/** Bytes. */
const LIMIT = 64 * 1024 * 1024;

const STORE_PATH = grammar<StorePath>('a store path', isStorePath);
const NAR_HASH = grammar('the hash of a NAR', isSha256Sri);
/** It becomes a line of a narinfo. */
const CONTENT_ADDRESS = grammar('a content address', (text) => /^[a-z0-9]+(?::[A-Za-z0-9+/=_-]+)+$/.test(text));

/** What a pack holds; what was used last comes first. */
export interface PackIndex {
  readonly schemaVersion: 1;
  readonly paths: readonly PathInfo[];
}

/** @throws IntegrityError if it is no index */
export function parsePackIndex(bytes: Uint8Array): PackIndex {
  const json = parsedJson(bytes, refuse, { bytes: LIMIT });
  const field = Field.of(json, refuse);
  field.get('schemaVersion').is(SCHEMA);
  field.get('paths').each(MOST_PATHS, (entry) => {
    const [deriver, ca] = [entry.get('deriver'), entry.get('ca')];
    entry.get('path').as(STORE_PATH);
    entry.get('narHash').as(NAR_HASH);
    entry.get('narSize').count(1);
    entry.get('references').each(MOST_PATHS, (reference) => reference.as(STORE_PATH));
    if (deriver.value !== null) deriver.as(STORE_PATH);
    if (ca.value !== null) ca.as(CONTENT_ADDRESS);
  });
  return json as PackIndex;
}

export function packIndexText(paths: readonly PathInfo[]): string {
  const index: PackIndex = { schemaVersion: SCHEMA, paths: paths.map(({ path, narHash, narSize, references, deriver, ca }) => ({ path, narHash, narSize, references, deriver, ca })) };
  return `${JSON.stringify(index)}\n`;
}

function refuse(why: string): never {
  throw new IntegrityError(`The index of the pack can't be read: ${why}.`);
}
