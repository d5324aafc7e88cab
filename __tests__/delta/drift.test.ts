import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { driftOf } from '../../src/delta/compare/drift.ts';
import { parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
import type { DriftReport } from '../../src/report/facts/drift-facts.ts';
import { driftSection } from '../../src/report/markdown/drift-section.ts';
import { driftComparisonResult, renderDrift } from '../../src/report/terminal/drift-report.ts';
import { PLAIN } from '../../src/report/text/palette.ts';

function at(digit: string, name: string): StorePath {
  return parseStorePath(`/nix/store/${digit.repeat(32)}-${name}`);
}

const entry = (place: 'delta' | 'base', narSize: number, digit: string, name: string) => ({ in: place, narSize, path: at(digit, name) });

test('drift is what is shipped although a base has the same name with another hash', () => {
  const closure = [
    entry('delta', 10, '1', 'zlib-1.3'),
    entry('delta', 30, '1', 'curl-8.14.1'),
    entry('delta', 20, '1', 'jq-1.7.1'), // the base has none
    entry('delta', 20, '1', 'source'), // a name that says nothing
    entry('delta', 20, '3', 'torn-1.0'), // the base has it in part
    entry('base', 20, '3', 'glibc-2.41'),
  ];
  const base = new Set([at('2', 'zlib-1.3'), at('2', 'curl-8.14.1'), at('2', 'source'), at('3', 'torn-1.0'), at('4', 'torn-1.0'), at('3', 'glibc-2.41'), at('2', 'glibc-2.41'), at('2', 'jq-1.7.0')]);
  assert.deepEqual(driftOf(closure, [base]), [
    { path: at('1', 'curl-8.14.1'), base: at('2', 'curl-8.14.1'), bytes: 30 },
    { path: at('1', 'zlib-1.3'), base: at('2', 'zlib-1.3'), bytes: 10 },
  ]);
  assert.deepEqual(driftOf(closure, []), []);
  // In any of several bases.
  assert.deepEqual(driftOf(closure, [new Set(), new Set([at('2', 'zlib-1.3')])]).map(({ bytes }) => bytes), [10]);
});

const paths = [{ path: at('1', 'curl-8.14.1'), base: at('2', 'curl-8.14.1'), bytes: 3_000_000 }];
const REPORTS: readonly (readonly [DriftReport, RegExp])[] = [
  [{ paths, nixpkgs: 'github:NixOS/nixpkgs/1', follows: false }, /github:NixOS\/nixpkgs\/1.*follow-base: true/],
  [{ paths, nixpkgs: undefined, follows: false }, /nix flake lock --override-input nixpkgs/],
  [{ paths, nixpkgs: 'github:NixOS/nixpkgs/1', follows: true }, /these come from another input/],
];

test('a report says what drift costs, and the one line that mends it', () => {
  for (const [drift, advice] of REPORTS) {
    const markdown = driftSection(drift, '');
    assert.match(markdown, /^### Shipped twice: 1 path, 3\.00 MB\n/);
    assert.match(markdown, advice);
    const text = renderDrift({ feature: 'a', base: 'b', platforms: [{ arch: 'amd64', drift }, { arch: 'arm64', drift: undefined }] }, PLAIN);
    assert.match(text, advice);
    assert.match(text, /a on b for arm64\n {2}Nothing is shipped twice\./);
  }
  assert.equal(driftSection(undefined, ''), '');
});

test('the JSON of drift is as its schema says', () => {
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/drift.schema.json'), 'utf8')) as object;
  const check = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema);
  const platforms = REPORTS.map(([drift]) => ({ arch: 'amd64' as const, drift }));
  const result = driftComparisonResult({ feature: 'a', base: 'b', platforms: [...platforms, { arch: 'arm64', drift: undefined }] });
  assert.ok(check(JSON.parse(JSON.stringify(result))), JSON.stringify(check.errors));
  assert.deepEqual(result.platforms[0]?.drift?.bytes, 3_000_000);
  assert.ok(!check({ ...result, more: 1 }));
});
