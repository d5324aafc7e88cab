import { isObject } from '../../json/field.ts';
import { readEnvFileValue } from '../environment/env-file.ts';
import { optionVariable } from '../environment/option-environment.ts';
import type { Finding } from './finding.ts';
import { child, doubt, fault, text, unknownName, type Place } from './schema-rules.ts';

const KNOWN = new Set(['type', 'default', 'description', 'enum', 'proposals']);

/** Variables that install.sh can't do without, and what reads them. */
const NEEDED: readonly (readonly [variables: RegExp, reader: string])[] = [
  [/^(?:PATH|HOME)$/, 'the shell'],
  [/^LD_/, 'the dynamic loader'],
  [/^_(?:REMOTE|CONTAINER)_USER(?:_HOME)?$/, 'every Feature and set by the tools'],
  [/^(?:GZIP|BZIP2?|XZ_OPT|XZ_DEFAULTS|TAR_OPTIONS)$/, 'the programs that unpack'],
];
/** Those that do harm with some values, or in some images. */
const DOUBTFUL: typeof NEEDED = [
  [/^(?:BASH_ENV|SHELLOPTS|BASHOPTS|BASH_VERSINFO|UID|EUID|PPID)$/, 'bash, which is /bin/sh in some images'],
  [/^(?:IFS|POSIXLY_CORRECT)$/, 'the shell'],
  [/^(?:TMPDIR|CURL_HOME|CURL_CA_BUNDLE|SSL_CERT_FILE|WGETRC)$/, 'the programs that download'],
  [/^NIX_(?:FEATURE_.*|PATH|CONFIG|REMOTE|STORE|STORE_DIR|STATE_DIR|CONF_DIR|SSL_CERT_FILE)$/, 'Nix, or the installer'],
];

/** Checks options (containers.dev, "Feature options"). What works against the specification is a warning. */
export function checkOptions(place: Place): readonly Finding[] {
  const { value: options } = place;
  if (!isObject(options)) return [fault(place, 'must be an object in braces')];
  return [
    ...Object.entries(options).flatMap(([name, option]) => checkOption(child(place, name, option), name)),
    ...sameVariables(place, Object.keys(options)),
  ];
}

function checkOption(place: Place, name: string): readonly Finding[] {
  const { value: option } = place;
  if (!isObject(option)) return [fault(place, 'must be an object with a type and a default')];
  return [
    ...Object.keys(option).filter((key) => !KNOWN.has(key)).map((key) => unknownName(child(place, key, option[key]), 'an option', [...KNOWN])),
    ...('description' in option ? text(child(place, 'description', option['description'])) : []),
    ...checkType(place, option),
    ...checkEnvFile(place, option),
    ...checkOurs(place, name, option),
    ...checkVariable(place, name),
  ];
}

function checkVariable(place: Place, name: string): readonly Finding[] {
  const variable = optionVariable(name);
  if (!/^[A-Z_][A-Z0-9_]*$/.test(variable)) return [fault(place, "can't be the name of an option, because it gives no variable", 'Use letters, digits, dashes and underscores.')];
  const readerIn = (list: typeof NEEDED): string | undefined => list.find(([variables]) => variables.test(variable))?.[1];
  const [needed, doubtful] = [readerIn(NEEDED), readerIn(DOUBTFUL)];
  const sets = (reader: string): string => `sets the variable ${variable} for install.sh, which is read by ${reader}`;
  if (needed !== undefined) return [fault(place, sets(needed), 'Give the option another name.')];
  return doubtful === undefined ? [] : [doubt(place, sets(doubtful), 'Give the option another name.')];
}

function checkType(place: Place, option: Readonly<Record<string, unknown>>): readonly Finding[] {
  const { type } = option;
  if (type !== 'boolean' && type !== 'string') {
    return [doubt(type === undefined ? place : child(place, 'type', type), type === undefined ? 'has no type' : 'must be "boolean" or "string"')];
  }
  const value = option['default'];
  if (value === undefined) return [doubt(place, 'has no default', 'A user who sets no value gets the default; without one, install.sh does not get the variable at all.')];
  if (typeof value !== type) {
    return [doubt(child(place, 'default', value), type === 'boolean' ? 'must be true or false, without quotes' : 'must be a string in quotes')];
  }
  return checkValues(place, option, value);
}

function checkValues(place: Place, option: Readonly<Record<string, unknown>>, value: unknown): readonly Finding[] {
  const lists = ['enum', 'proposals'].filter((key) => key in option);
  const [list] = lists;
  if (list === undefined) return [];
  if (lists.length > 1) return [doubt(place, 'has both enum and proposals', 'enum allows no other values, proposals allows them: keep one.')];
  if (option['type'] === 'boolean') return [doubt(child(place, list, option[list]), 'has no meaning for a boolean')];
  const values = option[list];
  if (!Array.isArray(values) || !values.every((item) => typeof item === 'string')) {
    return [doubt(child(place, list, values), 'must be a list of strings')];
  }
  if (list === 'proposals' || values.some((each) => each === value)) return [];
  return [doubt(child(place, 'default', value), `is "${String(value)}", which is not in its enum (${values.join(', ')})`)];
}

/** The tools put values as they are between double quotes of a file that a shell sources. */
function checkEnvFile(place: Place, option: Readonly<Record<string, unknown>>): readonly Finding[] {
  const own = child(place, 'default', option['default']);
  const listed = ['enum', 'proposals'].flatMap((list) => {
    const values: unknown = option[list];
    return Array.isArray(values) ? (values as unknown[]).map((value, index) => child(child(place, list, values), String(index), value)) : [];
  });
  return [own, ...listed].flatMap((each) => {
    const { value } = each;
    if (typeof value === 'object' && value !== null) return [fault(each, 'must be a string, or true or false')];
    const read = typeof value === 'string' ? readEnvFileValue(value) : 'literal';
    if (read === 'broken') {
      return [fault(each, `is ${JSON.stringify(value)}, which breaks the file that passes options to install.sh`, `The tools write ${optionVariable(place.names.at(-1) ?? '')}="…" without quoting the value: escape quotes and backslashes in it once more.`)];
    }
    return read === 'literal' ? [] : [doubt(each, `is ${JSON.stringify(value)}, part of which a shell evaluates before install.sh gets it`, 'To pass it unchanged, write a backslash before each dollar sign, backtick, double quote and backslash.')];
  });
}

/** The runtime reads `mode` and `userLinks` itself. */
function checkOurs(place: Place, name: string, option: Readonly<Record<string, unknown>>): readonly Finding[] {
  const { type } = option;
  const variable = optionVariable(name);
  const value = option['default'];
  if (variable === 'USERLINKS' && type === 'string' && !['true', 'false', ''].includes(String(value))) return [fault(place, 'must be a boolean: the installer reads it')];
  if (variable !== 'MODE') return [];
  return type === 'boolean' ? [fault(place, 'must be a string: the installer reads it, and knows only auto, secure, dev and build')] : [];
}

/** `my-tool` and `my_tool` both are MY_TOOL. */
function sameVariables(place: Place, names: readonly string[]): readonly Finding[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const other = first.get(optionVariable(name));
    if (other === undefined) {
      first.set(optionVariable(name), name);
      return [];
    }
    return [fault(child(place, name, undefined), `and "${other}" are both ${optionVariable(name)} to install.sh`, 'Rename one of them.')];
  });
}
