import { optionVariable } from './option-environment.ts';
import type { Finding } from './finding.ts';
import { child, fault, isObject, text, unknownName, type Place } from './schema-rules.ts';

const KNOWN = new Set(['type', 'default', 'description', 'enum', 'proposals']);
/** What install.sh would lose if an option took the name. */
const TAKEN = new Set(['PATH', 'HOME', 'IFS', 'USER', 'SHELL', 'PWD', 'ENV', 'BASH_ENV', 'LD_PRELOAD', 'LD_LIBRARY_PATH']);
/** What the runtime takes for the option `mode`. */
const MODES = new Set<unknown>(['auto', 'secure', 'dev']);

/** containers.dev, "Feature options": each has a type and a default that fits it. */
export function checkOptions(place: Place): readonly Finding[] {
  const { value: options } = place;
  if (!isObject(options)) return [fault(place, 'has to be an object in braces')];
  return [
    ...Object.entries(options).flatMap(([name, option]) => checkOption(child(place, name, option), name)),
    ...sameVariables(place, Object.keys(options)),
  ];
}

function checkOption(place: Place, name: string): readonly Finding[] {
  const { value: option } = place;
  if (!isObject(option)) return [fault(place, 'has to be an object with a type and a default')];
  return [
    ...Object.keys(option).filter((key) => !KNOWN.has(key)).map((key) => unknownName(child(place, key, option[key]), 'an option', [...KNOWN])),
    ...('description' in option ? text(child(place, 'description', option['description'])) : []),
    ...checkType(place, option),
    ...checkOurs(place, name, option),
    ...(TAKEN.has(optionVariable(name)) ? [taken(place, name)] : []),
  ];
}

function taken(place: Place, name: string): Finding {
  return fault(place, `sets the variable ${optionVariable(name)} for install.sh, which can’t work without its own`, 'Give the option another name.');
}

function checkType(place: Place, option: Readonly<Record<string, unknown>>): readonly Finding[] {
  const { type } = option;
  if (type !== 'boolean' && type !== 'string') {
    return [fault(type === undefined ? place : child(place, 'type', type), type === undefined ? 'has no type' : 'has to be "boolean" or "string"')];
  }
  const value = option['default'];
  if (value === undefined) return [fault(place, 'has no default', 'Whoever gives no value gets the default: install.sh needs one.')];
  if (typeof value !== type) {
    return [fault(child(place, 'default', value), type === 'boolean' ? 'has to be true or false, without quotes' : 'has to be a text in quotes')];
  }
  return checkValues(place, option, value);
}

function checkValues(place: Place, option: Readonly<Record<string, unknown>>, value: unknown): readonly Finding[] {
  const lists = ['enum', 'proposals'].filter((key) => key in option);
  const [list] = lists;
  if (list === undefined) return [];
  if (lists.length > 1) return [fault(place, 'has both enum and proposals', 'enum allows no other value, proposals do: keep one.')];
  if (option['type'] === 'boolean') return [fault(child(place, list, option[list]), 'is of no use for a boolean')];
  const values = option[list];
  if (!Array.isArray(values) || !values.every((item) => typeof item === 'string')) {
    return [fault(child(place, list, values), 'has to be a list of texts')];
  }
  if (list === 'proposals' || values.some((each) => each === value)) return [];
  return [fault(child(place, 'default', value), `is “${String(value)}”, which is not in its enum (${values.join(', ')})`)];
}

/** The runtime reads `mode` and `userLinks` itself. */
function checkOurs(place: Place, name: string, option: Readonly<Record<string, unknown>>): readonly Finding[] {
  const { type } = option;
  if (name.toLowerCase() === 'userlinks' && type === 'string') return [fault(place, 'has to be a boolean: the install runtime reads it')];
  if (name.toLowerCase() !== 'mode') return [];
  const listed: unknown = option['enum'] ?? option['proposals'] ?? [];
  const values = [option['default'], ...(Array.isArray(listed) ? (listed as unknown[]) : [])];
  const wrong = values.find((value) => !MODES.has(value));
  if (type === 'string' && wrong === undefined) return [];
  return [fault(place, 'is read by the install runtime, which knows auto, secure and dev', 'Use these, or give the option another name.')];
}

/** `my-tool` and `my_tool` both are MY_TOOL. */
function sameVariables(place: Place, names: readonly string[]): readonly Finding[] {
  return names.flatMap((name, index) => {
    const other = names.slice(0, index).find((earlier) => optionVariable(earlier) === optionVariable(name));
    if (other === undefined) return [];
    return [fault(child(place, name, undefined), `and “${other}” are both ${optionVariable(name)} to install.sh`, 'Rename one of them.')];
  });
}
