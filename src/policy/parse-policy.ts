import { Field, grammar } from '../json/field.ts';
import { parseYaml } from '../json/yaml.ts';
import { InputError } from '../kit/errors.ts';
import { parseSize } from '../kit/format.ts';
import { isDay } from '../kit/text.ts';
import { POLICY_RULES, type ForbiddenPackage, type Policy, type PolicyException } from '../request/rules.ts';

/** Bytes of a policy file. */
export const POLICY_LIMIT = 256 * 1024;
const MOST = 1000;
const LONGEST = 300;

const DAY = grammar('a day (2026-12-31)', isDay);
const SIZE = grammar('a size (200MiB)', (text) => parseSize(text) !== undefined);

/**
 * Reads a policy file (docs/verify/policy.md, schemas/policy.schema.json).
 * @param file for messages and annotations
 * @throws InputError that names the line of what is wrong
 */
export function parsePolicy(text: string, file: string): Policy {
  const refuseAt = (why: string, line?: number): never => {
    throw new InputError('policy', `policy: ${file} can't be used: ${why}.`, {
      hint: 'docs/verify/policy.md describes the format of a policy.',
      location: { file, ...(line === undefined ? {} : { line }) },
    });
  };
  const yaml = parseYaml(text, { bytes: POLICY_LIMIT }, refuseAt);
  const refuse = (why: string): never => refuseAt(why, yaml.lineOf(why));
  const policy = new Map(Field.of(yaml.value ?? {}, refuse).members(MOST));
  const field = Field.of(yaml.value ?? {}, refuse);
  only(field, ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs', 'exceptions']);
  const read = <T>(name: string, reader: (member: Field) => T): T | undefined => {
    const member = policy.get(name);
    return member === undefined ? undefined : reader(member);
  };
  const licences = read('licences', readLicences);
  const size = read('size', readSize);
  const attestation = read('attestation', (member) => member.oneOf(['required'] as const));
  const leaks = read('leaks', (member) => member.oneOf(['fail'] as const));
  const nixpkgs = read('nixpkgs', readNixpkgs);
  return {
    file,
    ...(licences === undefined ? {} : { licences }),
    forbid: read('forbid', (list) => listOf(list, readForbidden)) ?? [],
    ...(size === undefined ? {} : { size }),
    ...(attestation === undefined ? {} : { attestation }),
    ...(leaks === undefined ? {} : { leaks }),
    ...(nixpkgs === undefined ? {} : { nixpkgs }),
    exceptions: (read('exceptions', (list) => listOf(list, readException)) ?? []).map((exception, index) => withLine(exception, yaml.lineOf(`exceptions[${index}]`))),
  };
}

function withLine(exception: PolicyException, line: number | undefined): PolicyException {
  return line === undefined ? exception : { ...exception, line };
}

function readLicences(field: Field): NonNullable<Policy['licences']> {
  only(field, ['allow', 'unknown']);
  return {
    allow: listOf(field.get('allow'), textOf),
    unknown: field.get('unknown').optional((unknown) => unknown.oneOf(['allow', 'warn', 'fail'] as const)) ?? 'warn',
  };
}

function readForbidden(field: Field): ForbiddenPackage {
  only(field, ['package', 'below', 'reason']);
  const below = field.get('below').optional(textOf);
  const reason = field.get('reason').optional(textOf);
  return { package: textOf(field.get('package')), ...(below === undefined ? {} : { below }), ...(reason === undefined ? {} : { reason }) };
}

function readSize(field: Field): NonNullable<Policy['size']> {
  only(field, ['delta', 'closure']);
  const delta = field.get('delta').optional(bytesOf);
  const closure = field.get('closure').optional(bytesOf);
  return { ...(delta === undefined ? {} : { delta }), ...(closure === undefined ? {} : { closure }) };
}

function readNixpkgs(field: Field): NonNullable<Policy['nixpkgs']> {
  only(field, ['max-age-days']);
  return { maxAgeDays: field.get('max-age-days').count(0, 36_500) };
}

function readException(field: Field): PolicyException {
  only(field, ['rule', 'package', 'reason', 'until']);
  const rule = field.get('rule').oneOf(POLICY_RULES);
  const isOfPackages = rule === 'licences' || rule === 'forbid';
  if (!isOfPackages && field.get('package').value !== undefined) field.get('package').refuse(`has no meaning for the rule ${rule}, which is not about a package`);
  return { rule, package: isOfPackages ? textOf(field.get('package')) : '*', reason: textOf(field.get('reason')), until: field.get('until').as(DAY) };
}

/** A number is bytes; a text may have a unit. */
function bytesOf(field: Field): number {
  return typeof field.value === 'number' ? field.count() : (parseSize(field.as(SIZE)) ?? 0);
}

function textOf(field: Field): string {
  const text = field.text(LONGEST);
  return text.trim() === '' ? field.refuseValue('a text that is not blank') : text;
}

function listOf<T>(field: Field, read: (item: Field) => T): readonly T[] {
  const items: T[] = [];
  field.each(MOST, (item) => items.push(read(item)));
  return items;
}

/** A name that is misspelt would demand nothing. */
function only(field: Field, names: readonly string[]): void {
  for (const [name, member] of field.members(MOST)) if (!names.includes(name)) member.refuse(`is none of ${names.join(', ')}`);
}
