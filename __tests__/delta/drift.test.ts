import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { differenceOf, type Present } from '../../src/delta/compare/difference.ts';
import { driftOf } from '../../src/delta/compare/drift.ts';
import { parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { type DriftReport, driftSection, driftComparisonResult, renderDrift } from '../../src/report/parts/drift.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import { CLOSURE, document, pathOf } from '../report/sample.ts';

function at(digit: string, name: string): StorePath {
  return parseStorePath(`/nix/store/${digit.repeat(32)}-${name}`);
}

const placed = (place: 'delta' | 'base', narSize: number, digit: string, name: string) => ({ in: place, narSize, path: at(digit, name) });

test('drift is what is shipped although a base has the same name with another hash', () => {
  const closure = [
    placed('delta', 10, '1', 'zlib-1.3'),
    placed('delta', 30, '1', 'curl-8.14.1'),
    placed('delta', 20, '1', 'jq-1.7.1'), // the base has none
    placed('delta', 20, '1', 'source'), // a name that says nothing
    placed('delta', 20, '3', 'torn-1.0'), // the base has it in part
    placed('base', 20, '3', 'glibc-2.41'),
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
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/drift.schema.json'), 'utf8')) as object;
  const check = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema);
  const platforms = REPORTS.map(([drift]) => ({ arch: 'amd64' as const, drift }));
  const result = driftComparisonResult({ feature: 'a', base: 'b', platforms: [...platforms, { arch: 'arm64', drift: undefined }] });
  assert.ok(check(JSON.parse(JSON.stringify(result))), JSON.stringify(check.errors));
  assert.deepEqual(result.platforms[0]?.drift?.bytes, 3_000_000);
  assert.ok(!check({ ...result, more: 1 }));
});

const DOCUMENT = document();
const SAME: Present = { outputs: DOCUMENT.outputs, storePath: DOCUMENT.storePath, bases: [{ digest: digestOf('bedrock') }] };
const HELD = new Map(CLOSURE.filter((entry) => entry.in === 'base').map(({ path, narSize }) => [path, narSize]));

function rebuilt(held: Iterable<readonly [StorePath, number]>): Present {
  return { ...SAME, bases: [{ digest: digestOf('rebuilt'), narSizes: new Map(held) }] };
}

function sizeOf(name: string): number {
  return CLOSURE.find(({ path }) => path === pathOf(name))?.narSize ?? 0;
}

function whatOf(present: Present): string {
  const difference = differenceOf(DOCUMENT, present);
  assert.equal(difference.kind, 'some');
  return difference.kind === 'some' ? difference.what : '';
}

test('the same outputs on the same base are the same delta, and the base need not be looked into', () => {
  assert.deepEqual(differenceOf(DOCUMENT, SAME), { kind: 'none' });
});

test('another output, one more or one less is a difference, and both paths are named', () => {
  const other = pathOf('my-tools-2');
  assert.equal(whatOf({ ...SAME, outputs: { out: other } }), `the output "out" for x86_64-linux was ${DOCUMENT.storePath} and is now ${other}`);
  assert.match(whatOf({ ...SAME, outputs: { ...SAME.outputs, man: other } }), /"man" for x86_64-linux was missing and is now \/nix\/store/);
  assert.match(whatOf({ ...SAME, outputs: {} }), /"out" for x86_64-linux was \/nix\/store.* and is now missing$/);
  assert.match(whatOf({ ...SAME, storePath: other }), /would now point into/);
});

test('a base with another digest must be looked into', () => {
  assert.deepEqual(differenceOf(DOCUMENT, { ...SAME, bases: [{ digest: digestOf('rebuilt') }] }), { kind: 'bases' });
  assert.deepEqual(differenceOf(DOCUMENT, { ...SAME, bases: [{ digest: undefined }] }), { kind: 'bases' }, 'a local image');
  assert.deepEqual(differenceOf(DOCUMENT, { ...SAME, bases: [{ digest: digestOf('bedrock') }, { digest: digestOf('second') }] }), { kind: 'bases' }, 'one more');
});

test('a rebuilt base that holds what is required, and nothing of what is shipped, changes nothing', () => {
  const bases = [{ digest: digestOf('rebuilt'), narSizes: new Map([...HELD, [pathOf('bash-5'), 1]]) }];
  assert.deepEqual(differenceOf(DOCUMENT, { ...SAME, bases }), { kind: 'none' });
});

test('a rebuilt base that lost what is required, or has what was shipped, is a difference', () => {
  const lost = [...HELD].filter(([path]) => !path.includes('glibc'));
  assert.equal(whatOf(rebuilt(lost)), 'glibc-2.38 for x86_64-linux was in the base and no longer is');
  assert.equal(whatOf(rebuilt([...HELD, [pathOf('jq-1.7'), sizeOf('jq-1.7')]])), 'jq-1.7 for x86_64-linux was shipped and is now in the base');
});

test('of several bases only what all hold counts, and no base at all holds nothing', () => {
  const second = { digest: digestOf('second'), narSizes: new Map([...HELD, [pathOf('jq-1.7'), sizeOf('jq-1.7')]]) };
  assert.deepEqual(differenceOf(DOCUMENT, { ...SAME, bases: [{ digest: digestOf('bedrock'), narSizes: HELD }, second] }), { kind: 'none' });
  assert.match(whatOf({ ...SAME, bases: [] }), /was in the base and no longer is/);
  const whole = document(CLOSURE.map((entry) => ({ ...entry, in: 'delta' as const })));
  assert.deepEqual(differenceOf({ ...whole, bases: [] }, { ...SAME, bases: [] }), { kind: 'none' });
});

test('a required path that a rebuilt base has by its name, and not as a whole, is a difference', () => {
  const cut = [...HELD].map(([path, size]) => [path, path.includes('glibc') ? size - 8 : size] as const);
  assert.equal(whatOf(rebuilt(cut)), 'glibc-2.38 for x86_64-linux was in the base and no longer is');
});
