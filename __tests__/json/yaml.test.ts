import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { parseYaml } from '../../src/json/yaml.ts';

const LIMIT = { bytes: 256 * 1024 };

function refuse(why: string, line?: number): never {
  throw new Error(`${line ?? '?'}: ${why}`);
}

function names(count: number): string {
  return Array.from({ length: count }, (_, i) => `k${i}: 1`).join('\n');
}

test('files that are made to take long are read or refused: many names, many faults, many anchors, deep nesting', () => {
  assert.equal(Object.keys(parseYaml(names(25_000), LIMIT, refuse).value as object).length, 25_000);
  const hostile = { faults: '%\n'.repeat(20_000), anchors: '&a '.repeat(40_000), sequences: '- '.repeat(30_000), flow: '['.repeat(30_000), 'names that come twice': `${names(3000)}\nk7: 2` };
  for (const [what, text] of Object.entries(hostile)) assert.throws(() => parseYaml(text, LIMIT, refuse), /^Error: \d+: /, what);
});

test('names that are there twice, aliases, anchors and tags are refused with their line', () => {
  for (const [text, why] of [
    ['a: 1\nb: { c: 1, c: 2 }', /^Error: 2: map keys must be unique/],
    ['a: &x 1\nb: *x', /^Error: 1: it has an anchor/],
    ['a: 1\nb: !!set {}', /^Error: 2: /],
    ['a: 1\n---\nb: 1', /^Error: 2: /],
  ] as const) assert.throws(() => parseYaml(text, LIMIT, refuse), why, text);
  assert.deepEqual(parseYaml('__proto__: { x: 1 }', LIMIT, refuse).value, JSON.parse('{"__proto__":{"x":1}}'));
});
