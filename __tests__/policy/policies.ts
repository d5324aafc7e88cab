import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/request/rules.ts';

const SCHEMA = path.join(import.meta.dirname, '../../schemas/policy.schema.json');

/** What the published schema says of a policy. */
export function fitsSchema(text: string): boolean {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return validate(parse(text) ?? {});
}

/** The policy of the documentation. */
export function documented(): string {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/verify/policy.md'), 'utf8');
  return /```yaml\n(licences:[\s\S]*?)```/.exec(page)?.[1] ?? '';
}

export function policy(text: string): Policy {
  return parsePolicy(text, 'policy.yml');
}
