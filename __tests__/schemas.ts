import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const SCHEMAS = path.join(import.meta.dirname, '../schemas');
let all: Ajv2020 | undefined;

function read(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  for (const file of globSync('*.json', { cwd: SCHEMAS })) {
    const schema = JSON.parse(readFileSync(path.join(SCHEMAS, file), 'utf8')) as { readonly $schema: string };
    // Those of files that people write are of draft 7, as editors want them.
    if (schema.$schema.includes('2020-12')) ajv.addSchema(schema);
  }
  return ajv;
}

/**
 * Holds what we write against a schema of schemas/, as its reader sees it: without members that are undefined.
 * @param schema such as `plan` or `plan#/$defs/matrix`
 */
export function assertFollows(schema: string, value: unknown): void {
  const [name = '', part] = schema.split('#');
  const isValid = (all ??= read()).getSchema(`${name}.schema.json${part === undefined ? '' : `#${part}`}`);
  assert.ok(isValid !== undefined, `schemas/${name}.schema.json is not there`);
  const fits = isValid(JSON.parse(JSON.stringify(value)));
  assert.ok(fits === true, JSON.stringify(isValid.errors, undefined, 2));
}
