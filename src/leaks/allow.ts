import { isObject } from '../json/field.ts';
import { parseYaml } from '../json/yaml.ts';
import { InputError } from '../kit/errors.ts';
import { isDay } from '../kit/text.ts';
import type { AllowEntry } from '../request/rules.ts';

/** Bytes of the file. */
export const ALLOW_LIMIT = 256 * 1024;
const MOST_ENTRIES = 1000;
const LONGEST = 500;
const KEYS = ['rule', 'path', 'file', 'reason', 'until'] as const;

/**
 * Reads a `leaks-allow` file.
 * @param file for messages
 * @param rules ids that there are
 * @throws InputError naming the line of the first thing that is wrong
 */
export function parseAllowList(text: string, file: string, rules: ReadonlySet<string>): readonly AllowEntry[] {
  const refuse = (why: string, line?: number): never => {
    throw new InputError('leaks-allow', `leaks-allow: ${file} can't be used: ${why}.`, {
      hint: 'It is a list of entries with `rule` and `reason`, and `path`, `file` or both (docs/verify/leaks.md).',
      location: { file, ...(line === undefined ? {} : { line }) },
    });
  };
  const { value: json, lineOf } = parseYaml(text, { bytes: ALLOW_LIMIT }, refuse);
  if (json === null) return [];
  if (!Array.isArray(json)) return refuse('it is not a list', 1);
  if (json.length > MOST_ENTRIES) return refuse(`it has more than ${MOST_ENTRIES} entries`);
  return json.map((entry: unknown, index) => {
    const line = lineOf(`[${index}]`);
    return { ...checkEntry(entry, rules, (why) => refuse(`entry ${index + 1} ${why}`, line)), location: { file, ...(line === undefined ? {} : { line }) } };
  });
}

function checkEntry(entry: unknown, rules: ReadonlySet<string>, refuse: (why: string) => never): Omit<AllowEntry, 'location'> {
  if (!isObject(entry)) return refuse('is not a map');
  const given = entry;
  const unknown = Object.keys(given).find((key) => !KEYS.some((known) => known === key));
  if (unknown !== undefined) refuse(`has "${unknown.slice(0, 50)}", which is not one of ${KEYS.join(', ')}`);
  const text = (key: (typeof KEYS)[number]): string | undefined => {
    const value = given[key];
    if (value === undefined) return undefined;
    return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST ? value : refuse(`has a "${key}" that is not a text of up to ${LONGEST} characters`);
  };
  const [rule, path, file, reason, until] = KEYS.map(text);
  if (rule === undefined || reason === undefined) return refuse(`has no "${rule === undefined ? 'rule' : 'reason'}"`);
  if (rule !== '*' && !rules.has(rule)) refuse(`names the rule "${rule}", which does not exist`);
  if (path === undefined && file === undefined) refuse('has neither "path" nor "file"');
  if (until !== undefined && !isDay(until)) refuse('has an "until" that is not a date (2026-12-31)');
  return { rule, reason, ...(path === undefined ? {} : { path }), ...(file === undefined ? {} : { file }), ...(until === undefined ? {} : { until }) };
}

/** Tells whether an entry still counts. @param today as `2026-12-31` */
export function hasExpired({ until }: AllowEntry, today: string): boolean {
  return until !== undefined && until < today;
}
