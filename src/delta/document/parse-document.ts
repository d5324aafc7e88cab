import { FEATURE_ID, FEATURE_VERSION } from '../../identity.ts';
import { Field, grammar } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { IntegrityError } from '../../kit/errors.ts';
import { isSha256Sri } from '../../nix/store/nix-hash.ts';
import { isStorePath, type StorePath } from '../../nix/store/store-path.ts';
import { DIGEST } from '../../oci/format/digest.ts';
import { LAYER_GZIP, LAYER_ZSTD } from '../../oci/format/media-types.ts';
import { checkPlaces } from './check-places.ts';
import type { DeltaDocument } from './delta-document.ts';

/** The only version of the document that there is. */
const SCHEMA = 1;

/** Bytes of a delta document: about 80,000 store paths. */
export const DOCUMENT_LIMIT = 64 * 1024 * 1024;
const MOST_PATHS = 200_000;
const MOST_OUTPUTS = 100;
const MOST_BASES = 100;
/** `max-layers` goes up to 100. */
const MOST_LAYERS = 1000;
const MOST_FOLDERS = 100;
const MOST_VARIABLES = 1000;

const STORE_PATH = grammar<StorePath>('a store path (/nix/store/<hash>-<name>)', isStorePath);
const NAR_HASH = grammar('the hash of a NAR (sha256-<base64>)', isSha256Sri);
const ATTRIBUTE = grammar('an attribute of a flake', (text) => /^[^\p{C}]{1,1024}$/u.test(text));
const OUTPUT = grammar('the name of an output', (text) => /^[A-Za-z0-9+\-._?=]{1,211}$/.test(text));
const FOLDER = grammar('a folder inside the output (bin)', isRelativeFolder);
const PROFILE = grammar('a file inside the output (share/nix-feature/profile.sh)', isRelativeFolder);
const VARIABLE = grammar('the name of an environment variable', (text) => /^[A-Za-z_][A-Za-z0-9_]{0,255}$/.test(text));

/**
 * Reads a delta document and checks all of it, so that its users can rely on it: each hash is valid, and each path is in a layer. Unknown
 * members are ignored.
 * @param where for messages
 * @throws IntegrityError if it is none, or of another version
 */
export function parseDeltaDocument(source: Uint8Array | string, where: string): DeltaDocument {
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`${where} is not a valid delta document: ${why}.`, { cause });
  };
  const json = parsedJson(source, refuse, { bytes: DOCUMENT_LIMIT });
  const field = Field.of(json, refuse);
  const version = field.get('schemaVersion').value;
  if (version !== SCHEMA) {
    return refuse(`its schema version is ${typeof version === 'number' ? version : 'missing'}, and this version of nix-feature knows ${SCHEMA}`);
  }
  checkDocument(field);
  const document = json as DeltaDocument;
  checkPlaces(document, refuse);
  return document;
}

function checkDocument(field: Field): void {
  field.get('feature').get('id').as(FEATURE_ID);
  field.get('feature').get('version').as(FEATURE_VERSION);
  field.get('system').oneOf(['x86_64-linux', 'aarch64-linux']);
  field.get('storePath').as(STORE_PATH);
  for (const [name, path] of field.get('outputs').members(MOST_OUTPUTS)) {
    if (!OUTPUT.test(name)) path.refuse(`is not ${OUTPUT.what}`);
    path.as(STORE_PATH);
  }
  field.get('bases').each(MOST_BASES, checkBase);
  field.get('closure').each(MOST_PATHS, checkEntry);
  field.get('layers').each(MOST_LAYERS, checkLayer);
  field.get('complement').optional((complement) => complement.each(MOST_LAYERS, checkLayer));
  checkEnv(field.get('env'));
  field.get('source').get('flake').text(16 * 1024);
  field.get('source').get('narHash').optional((hash) => hash.as(NAR_HASH));
  field.get('source').get('attribute').optional((attribute) => attribute.as(ATTRIBUTE));
}

function checkBase(field: Field): void {
  field.get('name').text();
  field.get('digest').optional((digest) => digest.as(DIGEST));
  field.get('storePaths').count();
}

function checkEntry(field: Field): void {
  const [deriver, ca] = [field.get('deriver'), field.get('ca')];
  field.get('path').as(STORE_PATH);
  field.get('narHash').as(NAR_HASH);
  field.get('narSize').count();
  field.get('references').each(MOST_PATHS, (reference) => reference.as(STORE_PATH));
  if (deriver.value !== null) deriver.as(STORE_PATH);
  if (ca.value !== null) ca.text();
  field.get('in').oneOf(['delta', 'base']);
}

function checkLayer(field: Field): void {
  for (const name of ['key', 'digest', 'diffId']) field.get(name).as(DIGEST);
  field.get('size').count(1);
  field.get('tarSize').optional((size) => size.count());
  field.get('mediaType').oneOf([LAYER_GZIP, LAYER_ZSTD]);
  field.get('paths').each(MOST_PATHS, (path) => path.as(STORE_PATH));
  field.get('frames').optional((frames) => frames.each(MOST_PATHS, (frame) => frame.each(3, (number) => number.count())));
}

function checkEnv(field: Field): void {
  field.get('PATH').each(MOST_FOLDERS, (folder) => folder.as(FOLDER));
  field.get('profile').optional((profile) => profile.as(PROFILE));
  for (const [name, value] of field.get('variables').members(MOST_VARIABLES)) {
    if (!VARIABLE.test(name)) value.refuse(`is not ${VARIABLE.what}`);
    value.text(32 * 1024);
  }
}

function isRelativeFolder(text: string): boolean {
  return /^[A-Za-z0-9+\-._/@]{1,1024}$/.test(text) && text.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
