import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { differenceOf, type Present } from '../../src/delta/compare/difference.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { CLOSURE, document, pathOf } from '../report/sample.ts';

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
