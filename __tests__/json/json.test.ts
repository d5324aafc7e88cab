import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { JsonError, parseJson } from '../../src/json/parse-json.ts';
import { parseYaml } from '../../src/json/yaml.ts';

test('JSON is what JSON.parse makes of it', () => {
  for (const value of [null, 0, 'a"[{\\', [1, [2, { a: '[[[[[' }]], { b: [] }, '\u2028 ü 😀']) {
    assert.deepEqual(parseJson(JSON.stringify(value), { bytes: 1000 }), value);
    assert.deepEqual(parseJson(Buffer.from(JSON.stringify(value)), { bytes: 1000, depth: 4, values: 20 }), value);
  }
});

test('what is too large, too deep or of too many values is refused with the limit, before it is built', () => {
  const cases: readonly (readonly [text: string, why: RegExp])[] = [
    [`"${'x'.repeat(1000)}"`, /^it has 1002 bytes; the limit is 500$/],
    ['['.repeat(400), /^it is nested more than 64 levels deep$/],
    [`${'[{"a":'.repeat(33)}1${'}]'.repeat(33)}`, /^it is nested more than 64 levels deep$/],
    [`[${'1,'.repeat(200)}1]`, /^it holds more than 150 values$/],
    [`[${'[],'.repeat(80)}1]`, /^it holds more than 150 values$/],
    ['{', /^it is not JSON$/],
    ['', /^it is not JSON$/],
  ];
  for (const [text, why] of cases) {
    assert.throws(() => parseJson(text, { bytes: 500, values: 150 }), (error) => error instanceof JsonError && why.test(error.message), text.slice(0, 20));
  }
  assert.throws(() => parseJson(Buffer.from([0x22, 0xff, 0x22]), { bytes: 500 }), JsonError);
});

test('what is no JSON is not quoted: it may be a secret', () => {
  const error = (() => {
    try {
      return parseJson('{"auth": hunter2}', { bytes: 100 });
    } catch (caught) {
      return caught;
    }
  })();
  assert.ok(error instanceof JsonError);
  assert.equal(error.cause, undefined);
  assert.doesNotMatch(error.stack ?? '', /hunter2/);
});

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
