import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readJsonc, type JsoncDocument } from '../../../feature/metadata/jsonc.ts';
import type { DevcontainerFacts, GivenFeature } from '../../../image/request.ts';
import { isObject } from '../../../json/field.ts';
import { adviceOf, fileReason, InputError } from '../../../kit/errors.ts';

const INPUT = 'devcontainer';
/** Bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What a devcontainer.json says of an image. */
export interface ReadDevcontainer {
  /** Undefined if it names none. */
  readonly image: string | undefined;
  readonly features: readonly GivenFeature[];
  readonly facts: DevcontainerFacts;
}

/**
 * Reads a devcontainer.json (containers.dev, "Dev Container metadata reference").
 * @param hasBase the base is named already, so that it may be made by a Dockerfile
 * @throws InputError with the place of what can't be used
 */
export function readDevcontainer(text: string, folder: string, hasBase: boolean): ReadDevcontainer {
  const file = resolve(folder, text);
  const document = parsedFile(file, contentsOf(file, text));
  const { value } = document;
  const refuse = (name: string, why: string, hint: string): never => {
    throw new InputError(INPUT, `${INPUT}: ${text} ${why}.`, { hint, location: document.locationOf(name) });
  };
  const made = ['build', 'dockerFile', 'dockerComposeFile'].find((name) => value[name] !== undefined);
  const { image, features, overrideFeatureInstallOrder: order } = value;
  if (!hasBase && made !== undefined) refuse(made, `has "${made}", which would have to be run`, 'Build that image first, and name it with "base".');
  if (!hasBase && (typeof image !== 'string' || image === '')) refuse('image', 'names no "image"', 'Name the base image with "base".');
  if (!hasBase && typeof image === 'string' && image.includes('${')) refuse('image', 'has an "image" with a variable', 'Name the base image with "base".');
  if (features !== undefined && !isObject(features)) refuse('features', 'has "features" that are not an object', 'Write "features": { "ghcr.io/org/features/tool:1": {} }.');
  if (order !== undefined && !(Array.isArray(order) && order.every((name) => typeof name === 'string'))) refuse('overrideFeatureInstallOrder', 'has an "overrideFeatureInstallOrder" that is not a list of names', 'Name Features without their versions.');
  return {
    image: typeof image === 'string' ? image : undefined,
    features: Object.entries(isObject(features) ? features : {}).map(([name, options]) => ({ text: name, options: optionsOf(options, name, document) })),
    facts: { properties: value, order: Array.isArray(order) ? (order as string[]) : [] },
  };
}

function optionsOf(value: unknown, name: string, document: JsoncDocument): GivenFeature['options'] {
  if (isObject(value) || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new InputError(INPUT, `${INPUT}: the options of ${JSON.stringify(name)} are not an object.`, { hint: 'Write {} for none.', location: document.locationOf('features', name) });
}

function parsedFile(file: string, text: string): JsoncDocument {
  try {
    return readJsonc(INPUT, file, text);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError(INPUT, `${INPUT}: ${cause.message}`, { cause, ...adviceOf(cause), ...(cause.location !== undefined && { location: cause.location }) });
  }
}

function contentsOf(file: string, text: string): string {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new InputError(INPUT, `${INPUT}: ${text} has ${size} bytes, more than a devcontainer.json has.`);
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(INPUT, `${INPUT}: ${file} can't be read: ${fileReason(cause)}.`, { cause, hint: 'Name the file: .devcontainer/devcontainer.json.' });
  }
}
