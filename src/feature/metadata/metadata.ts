import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFeatureId, isFeatureVersion, LONGEST_VERSION } from '../../identity.ts';
import { isObject } from '../../json/field.ts';
import { InputError, messageOf } from '../../kit/errors.ts';
import type { SourceLocation } from '../../kit/errors.ts';
import { readJsonc } from './jsonc.ts';
import type { JsoncDocument } from './jsonc.ts';
import { looksLikeArchTag } from './versions.ts';

export const METADATA_FILE = 'devcontainer-feature.json';

const MAX_BYTES = 1024 * 1024;

/** devcontainer-feature.json as far as a build needs it. */
export interface FeatureMetadata {
  readonly id: string;
  readonly version: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** As written; undefined if there are none. */
  readonly options: Readonly<Record<string, unknown>> | undefined;
  /** Everything that is in the file, as JSON without comments, in the author's order. */
  readonly json: string;
  /** Absolute. */
  readonly file: string;
  /** What is odd but no reason to stop. */
  readonly warnings: readonly { readonly message: string; readonly location: SourceLocation }[];
}

/**
 * Reads and checks a Feature's metadata (containers.dev, "devcontainer-feature.json properties"). Comments and trailing
 * commas are taken, as the dev container tools do.
 * @param folder absolute
 * @throws InputError with the place in the file
 */
export async function readFeatureMetadata(folder: string): Promise<FeatureMetadata> {
  const file = join(folder, METADATA_FILE);
  const document = await readMetadataFile(file);
  const id = checkId(document, requiredText(document, 'id'));
  const version = checkVersion(document, requiredText(document, 'version'));
  const [name, description] = ['name', 'description', 'documentationURL', 'licenseURL'].map((property) => optionalText(document, property));
  return {
    id,
    version,
    name,
    description,
    options: optionalObject(document, 'options'),
    json: document.json,
    file,
    warnings: metadataWarnings(document, id, folder),
  };
}

/** @throws InputError if it can't be read, or is not JSON */
export async function readMetadataFile(file: string): Promise<JsoncDocument> {
  return readJsonc('feature', file, await readText(file));
}

/** Returns what is odd about the file but no reason to stop. @param folder absolute */
export function metadataWarnings(document: JsoncDocument, id: string | undefined, folder: string): FeatureMetadata['warnings'] {
  return [...duplicateWarnings(document), ...(id === undefined ? [] : folderWarning(document, id, folder))];
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new InputError('feature', `${file} is larger than 1 MiB.`, { location: { file } });
    const bytes = await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const why = cause instanceof TypeError ? 'it is not UTF-8' : messageOf(cause);
    throw new InputError('feature', `${file} can't be read: ${why}.`, { cause, location: { file } });
  }
}

/** @throws InputError */
export function checkId(document: JsoncDocument, id: string): string {
  if (isFeatureId(id)) return id;
  const near = id.toLowerCase();
  throw new InputError('feature', `${METADATA_FILE}: the id "${id}" can't be the name of a Feature.`, {
    location: document.locationOf('id'),
    hint: isFeatureId(near)
      ? `Registries accept only lower case: write "${near}".`
      : 'Use lower case letters and digits, with single dashes, underscores or dots between them, 128 at most.',
  });
}

/** @throws InputError */
export function checkVersion(document: JsoncDocument, version: string): string {
  const location = document.locationOf('version');
  if (!isFeatureVersion(version) && version.length <= LONGEST_VERSION) {
    const meant = nearVersion(version);
    throw new InputError('feature', `${METADATA_FILE}: the version "${version}" is not a semantic version.`, {
      location,
      hint: `Expected three numbers, with or without a pre-release: ${meant === undefined ? '1.2.0, 2.0.0-rc.1' : `"${meant}"`}.${version.includes('+') ? " A registry's tag can't contain the plus sign and what follows it." : ''}`,
    });
  }
  if (version.length > LONGEST_VERSION) {
    throw new InputError('feature', `${METADATA_FILE}: the version has ${version.length} characters, which is too long for the tags of a registry.`, {
      location,
      hint: `Write one of ${LONGEST_VERSION} at most.`,
    });
  }
  return version;
}

/**
 * Releases have tags of their platforms, and once these ended in the architecture alone.
 * @throws InputError
 */
export function checkNoArchTag(document: JsoncDocument, version: string): void {
  if (!looksLikeArchTag(version)) return;
  throw new InputError('feature', `${METADATA_FILE}: the version ${version} can't be published: it ends like a platform tag (-amd64, -arm64).`, {
    location: document.locationOf('version'),
    hint: 'Let the pre-release end in something other than the name of an architecture.',
  });
}

/** What somebody means who writes v1.2, 1.02.3 or 1.2.3+build. @returns undefined if it is anybody's guess */
function nearVersion(version: string): string | undefined {
  const [, numbers = '', prerelease = ''] = /^\s*v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z.-]+))?(?:\+.*)?\s*$/.exec(version) ?? [];
  const whole = [...numbers.split('.'), '0', '0'].slice(0, 3).map((number) => number.replace(/^0+(?=\d)/, ''));
  const meant = `${whole.join('.')}${prerelease === '' ? '' : `-${prerelease}`}`;
  return numbers !== '' && isFeatureVersion(meant) ? meant : undefined;
}

/** @throws InputError */
export function requiredText(document: JsoncDocument, property: string): string {
  const text = optionalText(document, property);
  if (text !== undefined && text !== '') return text;
  throw new InputError('feature', `${METADATA_FILE}: "${property}" is ${text === '' ? 'empty' : 'missing'}.`, {
    location: document.locationOf(property),
    hint: 'A Feature has at least an id, a version and a name: { "id": "my-tools", "version": "1.0.0", "name": "My tools" }.',
  });
}

function optionalText(document: JsoncDocument, property: string): string | undefined {
  const value = document.value[property];
  if (value === undefined || typeof value === 'string') return value;
  throw wrongType(document, property, 'a string in quotes');
}

function optionalObject(document: JsoncDocument, property: string): Readonly<Record<string, unknown>> | undefined {
  const value = document.value[property];
  if (value === undefined) return undefined;
  if (isObject(value)) return value;
  throw wrongType(document, property, 'an object in braces');
}

function wrongType(document: JsoncDocument, property: string, expected: string): InputError {
  return new InputError('feature', `${METADATA_FILE}: "${property}" must be ${expected}.`, {
    location: document.locationOf(property),
  });
}

function duplicateWarnings(document: JsoncDocument): FeatureMetadata['warnings'] {
  return document.duplicates.map(({ name, location }) => ({
    message: `${METADATA_FILE}: "${name}" appears twice; the last one counts.`,
    location,
  }));
}

function folderWarning(document: JsoncDocument, id: string, folder: string): FeatureMetadata['warnings'] {
  if (basename(folder) === id) return [];
  return [
    {
      message: `${METADATA_FILE}: the id "${id}" differs from the name of its folder, "${basename(folder)}". Other dev container tools expect them to be equal.`,
      location: document.locationOf('id'),
    },
  ];
}
