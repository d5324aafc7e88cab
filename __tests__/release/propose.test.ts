import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { whyText } from '../../src/feature/version/levels.ts';
import { referredTo } from '../../src/release/next/package-reasons.ts';
import { proposeVersion, type Parts } from '../../src/release/next/propose.ts';
import { differingText } from '../../src/release/next/published-files.ts';
import { document, pathOf } from '../report/sample.ts';

const NOTHING = { metadata: [], platforms: { before: ['amd64'], now: ['amd64'] } } as const;
const env = (...parts: readonly string[]): Parts => ({ storePath: pathOf('my-tools'), parts });

/** `1.1.0 (minor: jq is new)` */
function proposed(before: Parts, now: Parts, change: Partial<Parameters<typeof proposeVersion>[1]> = {}): string {
  const found = proposeVersion('1.0.0', { ...NOTHING, outputs: [{ before, now }, { before, now }], ...change }, ['1.0.0']);
  return found === undefined ? '' : `${found.to} (${whyText(found)})`;
}

test('packages that went, came or have another first number say what the next version is', () => {
  const cases: readonly (readonly [before: Parts, now: Parts, wanted: string])[] = [
    [env('jq-1.7'), env('jq-1.7'), '1.0.1 (patch)'],
    [env('jq-1.7'), env('jq-1.7.1'), '1.0.1 (patch: jq 1.7 → 1.7.1)'],
    [env('jq-1.7-bin', 'jq-1.7-man'), env('jq-1.7.1-bin'), '1.0.1 (patch: jq 1.7 → 1.7.1)'],
    [env('jq-1.7'), env('jq-2.0'), '1.1.0 (minor: jq 1.7 → 2.0)'],
    [env('jq-1.7.1'), env('jq-1.7'), '1.1.0 (minor: jq 1.7.1 → 1.7)'],
    [env('jq-1.7'), env('git-2', 'jq-1.7.1'), '1.1.0 (minor: git is new)'],
    [env('jq-1.7', 'git-2'), env('fd-8', 'git-2'), '2.0.0 (major: jq is gone)'],
    // A package of its own: what it refers to is nobody's business.
    [{ storePath: pathOf('hello-2.12'), parts: ['glibc-2.38'] }, { storePath: pathOf('hello-2.13'), parts: [] }, '1.0.1 (patch: hello 2.12 → 2.13)'],
    // Nobody can tell.
    [env('jq-1.7'), { storePath: pathOf('my-tools'), parts: undefined }, '1.0.1 (patch)'],
  ];
  for (const [before, now, wanted] of cases) assert.equal(proposed(before, now), wanted);
});

test('options and platforms count as well, and the highest decides', () => {
  const metadata = [{ level: 'minor', text: 'the option "x" is new' }] as const;
  assert.equal(proposed(env('jq-1.7'), env('jq-1.7.1'), { metadata }), '1.1.0 (minor: the option "x" is new)');
  assert.equal(proposed(env('jq-1.7'), env('jq-1.7.1'), { metadata, platforms: { before: ['amd64', 'arm64'], now: ['amd64'] } }), '2.0.0 (major: arm64 is gone)');
});

/** If nothing but files changed. */
function next(version: string, taken: readonly string[]): ReturnType<typeof proposeVersion> {
  return proposeVersion(version, { ...NOTHING, outputs: [] }, taken);
}

test('a version behind what is published follows the newest of its major', () => {
  assert.equal(next('1.0.0', ['1.0.0', '1.3.0', '1.4.0-rc.1', '2.0.0', 'latest'])?.to, '1.3.1');
  assert.equal(next('1.0.0', ['1.0.0', '1.3.0'])?.from, '1.0.0');
  assert.equal(next('2.0.0-rc.1', ['2.0.0-rc.1', '2.0.0-rc.2'])?.to, '2.0.0-rc.3');
});

test('what an output refers to are its packages', () => {
  assert.deepEqual(referredTo(document())?.toSorted(), ['jq-1.7', 'ripgrep-14']);
});

test('files that differ are named, a few of them', () => {
  const before = new Map(Object.entries({ a: '1', b: '1', c: '1', 'install.sh': 'ours' }));
  assert.equal(differingText(before, new Map(Object.entries({ a: '1', b: '2', d: '1' }))), 'b, c is gone, d is new');
  assert.equal(differingText(before, new Map(Object.entries({ a: '1', b: '1', c: '1' }))), '');
  assert.equal(differingText(new Map(), new Map(['v', 'w', 'x', 'y', 'z'].map((name) => [name, '1']))), 'v is new, w is new, x is new, and 2 more');
  assert.equal(differingText(new Map(), new Map([['a\u001b\nb', '1']])), String.raw`a\u001b\nb is new`);
});
