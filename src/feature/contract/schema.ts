import { isFeatureId } from '../../identity.ts';
import { isObject } from '../../json/field.ts';
import { readFeatureReference } from '../metadata/feature-reference.ts';
import type { JsoncDocument } from '../metadata/jsonc.ts';
import type { Finding } from './finding.ts';
import { mount } from './mount-schema.ts';
import { checkOptions } from './option-schema.ts';
import { child, doubt, fault, text, unknownName, type Place } from './schema-rules.ts';

type Rule = (place: Place) => readonly Finding[];

/**
 * The properties of devcontainer-feature.json (containers.dev, "devcontainer-feature.json properties", and the schema in
 * the specification's repository). `id` and `version` have rules of their own.
 */
const PROPERTIES: Readonly<Record<string, Rule>> = {
  $schema: text,
  id: () => [],
  version: () => [],
  name: text,
  description: text,
  documentationURL: url,
  licenseURL: url,
  keywords: listOf(text),
  options: checkOptions,
  containerEnv: mapOf(text),
  privileged: truth,
  init: truth,
  capAdd: listOf(text),
  securityOpt: listOf(text),
  entrypoint: text,
  customizations: mapOf(() => []),
  dependsOn: mapOf(dependency),
  installsAfter: listOf((place) => (typeof place.value === 'string' ? reference(place, place.value) : text(place))),
  legacyIds: listOf(legacyId),
  currentId: text,
  deprecated: truth,
  mounts: listOf(mount),
  onCreateCommand: command,
  updateContentCommand: command,
  postCreateCommand: command,
  postStartCommand: command,
  postAttachCommand: command,
};

/** Checks types and names of everything in the metadata. */
export function checkSchema(document: JsoncDocument): readonly Finding[] {
  return Object.entries(document.value).flatMap(([name, value]) => {
    const place = placeOf(document, value, [name]);
    return Object.hasOwn(PROPERTIES, name) ? (PROPERTIES[name]?.(place) ?? []) : [unknownName(place, 'a Feature', Object.keys(PROPERTIES))];
  });
}

function placeOf(document: JsoncDocument, value: unknown, names: readonly string[]): Place {
  return { value, names, at: (...more) => document.locationOf(...names, ...more) };
}

function truth(place: Place): readonly Finding[] {
  return typeof place.value === 'boolean' ? [] : [fault(place, 'must be true or false, without quotes')];
}

function url(place: Place): readonly Finding[] {
  const { value } = place;
  if (typeof value !== 'string') return text(place);
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return [];
  return [doubt(place, `is "${value}", which is not a URL`, 'Write a URL that begins with https://.')];
}

function listOf(rule: Rule): Rule {
  return (place) =>
    Array.isArray(place.value)
      ? place.value.flatMap((item: unknown, index) => rule(child(place, String(index), item)))
      : [fault(place, 'must be a list in brackets')];
}

function mapOf(rule: Rule): Rule {
  return (place) =>
    isObject(place.value)
      ? Object.entries(place.value).flatMap(([name, item]) => rule(child(place, name, item)))
      : [fault(place, 'must be an object in braces')];
}

/** A Feature that is installed before: its options, or what stands for them. */
function dependency(place: Place): readonly Finding[] {
  const { value, names } = place;
  const isOptions = isObject(value) || typeof value === 'string' || typeof value === 'boolean';
  return [...reference(place, names.at(-1) ?? ''), ...(isOptions ? [] : [fault(place, 'must be an object with the options of that Feature', 'Write {} for none.')])];
}

function reference(place: Place, name: string): readonly Finding[] {
  const read = readFeatureReference(name);
  const named = place.value === name ? `is ${JSON.stringify(name)}, and that` : '';
  if (read.kind === 'fault') return [fault(place, `${named} ${read.why}`.trim(), 'Name a Feature as in devcontainer.json: ghcr.io/devcontainers/features/node:1.')];
  if (read.kind === 'local') return [doubt(place, 'is a local path, which would be relative to the user of the published Feature', 'Name a published Feature.')];
  return [];
}

function legacyId(place: Place): readonly Finding[] {
  const { value } = place;
  if (typeof value !== 'string') return text(place);
  return isFeatureId(value) ? [] : [fault(place, `is ${JSON.stringify(value)}, which can't be the name of a Feature`, 'Use lower case letters and digits, with single dashes, underscores or dots between them.')];
}

/** A text for a shell, a list of words, or an object of these. */
function command(place: Place): readonly Finding[] {
  const { value } = place;
  if (typeof value === 'string') return [];
  if (Array.isArray(value)) return listOf(text)(place);
  if (!isObject(value)) return [fault(place, 'must be a string, a list of strings, or an object of these')];
  return Object.entries(value).flatMap(([name, item]) => {
    const inner = child(place, name, item);
    return typeof item === 'string' ? [] : Array.isArray(item) ? listOf(text)(inner) : [fault(inner, 'must be a string or a list of strings')];
  });
}
