import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { changesBetween, compareSides, type Changes, type PackageChange, type SidePath } from '../../src/delta/compare/changes.ts';
import { nameOf } from '../../src/nix/store/store-path.ts';
import { document, entry, pathOf } from '../report/sample.ts';
import type { ClosureEntry } from '../../src/delta/document/delta-document.ts';

/** The same name with another hash. */
function again(name: string, size: number, place: 'delta' | 'base', references: readonly string[] = []): ClosureEntry {
  const { path } = entry(name, size, place);
  return { ...entry(name, size, place, references), path: path.replace(/store\/../, 'store/zz') as ClosureEntry['path'] };
}

function between(before: readonly ClosureEntry[], after: readonly ClosureEntry[]): Changes {
  return changesBetween(document(before), document(after));
}

function only({ packages }: Changes): PackageChange {
  const [change, ...others] = packages;
  assert.deepEqual(others.map(({ name }) => name), []);
  assert.ok(change !== undefined);
  return change;
}

function kinds({ packages }: Changes): Record<string, string> {
  return Object.fromEntries(packages.map(({ name, kind }) => [name, kind]));
}

const ROOT = entry('my-tools', 1_000, 'delta', ['jq-1.7', 'glibc-2.38']);
const JQ = entry('jq-1.7', 400_000, 'delta', ['glibc-2.38']);
const GLIBC = entry('glibc-2.38', 30_000_000, 'base');

test('where nothing changed nothing is listed', () => {
  const same = between([ROOT, JQ, GLIBC], [GLIBC, ROOT, JQ]);
  assert.deepEqual(same.packages, []);
  assert.deepEqual(same.before, { paths: 3, bytes: 30_401_000, shipped: { paths: 2, bytes: 401_000 } });
  assert.deepEqual(same.after, same.before);
});

test('an upgrade has both versions, and the bytes of the new and of the lost path', () => {
  const change = only(between([JQ, GLIBC], [entry('jq-1.7.1', 410_000, 'delta'), GLIBC]));
  assert.equal(change.name, 'jq');
  assert.equal(change.kind, 'upgraded');
  assert.deepEqual(change.before?.versions, ['1.7']);
  assert.deepEqual(change.after?.versions, ['1.7.1']);
  assert.deepEqual(change.fresh, { paths: 1, bytes: 410_000, shipped: { paths: 1, bytes: 410_000 } });
  assert.deepEqual(change.gone, { paths: 1, bytes: 400_000, shipped: { paths: 1, bytes: 400_000 } });
});

test('what came, what went, what went back and what was built again are told apart', () => {
  const before = [JQ, GLIBC, entry('curl-8.5.0', 1, 'delta'), entry('bash-5.2-p15', 1, 'delta')];
  const after = [entry('ripgrep-14', 5, 'delta'), again('glibc-2.38', 30_000_000, 'base'), entry('curl-8.4.0', 1, 'delta'), entry('bash-5.2-p15', 1, 'delta')];
  assert.deepEqual(kinds(between(before, after)), { glibc: 'rebuilt', jq: 'removed', ripgrep: 'added', curl: 'downgraded' });
});

test('the outputs of a package are one package', () => {
  const before = [entry('curl-8.5.0', 10, 'delta'), entry('curl-8.5.0-bin', 20, 'delta'), entry('curl-8.5.0-man', 5, 'base')];
  const after = [entry('curl-8.6.0', 11, 'delta'), entry('curl-8.6.0-bin', 22, 'delta')];
  const change = only(between(before, after));
  assert.deepEqual(change.before, { versions: ['8.5.0'], paths: 3, bytes: 35, shipped: { paths: 2, bytes: 30 } });
  assert.deepEqual(change.after, { versions: ['8.6.0'], paths: 2, bytes: 33, shipped: { paths: 2, bytes: 33 } });
});

function openssl(versions: readonly string[]): ClosureEntry[] {
  return versions.map((version) => entry(`openssl-${version}`, 10, 'delta'));
}

test('of a package in several versions all are named, and the newest decides which way it went', () => {
  const cases = [
    [['1.1.1', '3.0.9'], ['1.1.1', '3.0.12'], 'upgraded'],
    [['1.1.1', '3.0.9'], ['3.0.9'], 'upgraded'],
    [['1.1.1', '3.0.9'], ['1.1.1'], 'downgraded'],
    [['3.0.9'], ['1.1.1', '3.0.9'], 'downgraded'],
    [['3.0.9'], ['3.0.9', '3.1.0'], 'upgraded'],
  ] as const;
  for (const [before, after, kind] of cases) {
    const change = only(between(openssl(before), openssl(after)));
    assert.equal(change.kind, kind, `${before.join()} → ${after.join()}`);
    assert.deepEqual([change.before?.versions, change.after?.versions], [before, after]);
  }
});

test('versions are ordered as versions, not as text', () => {
  const change = only(between([entry('a-1.9', 1, 'delta'), entry('a-1.10', 1, 'delta')], [entry('a-1.11', 1, 'delta')]));
  assert.deepEqual(change.before?.versions, ['1.9', '1.10']);
  assert.equal(change.kind, 'upgraded');
});

test('a path that the base has now, and was shipped before, has moved', () => {
  const change = only(between([ROOT, JQ, GLIBC], [ROOT, { ...JQ, in: 'base' }, GLIBC]));
  assert.deepEqual([change.name, change.kind], ['jq', 'moved']);
  assert.equal(change.before?.shipped.paths, 1);
  assert.equal(change.after?.shipped.paths, 0);
  assert.deepEqual([change.fresh.paths, change.gone.paths], [0, 0]);
});

test('the packages with the most bytes in new and lost paths come first, whatever the order they are given in', () => {
  const before = [ROOT, JQ, GLIBC];
  const after = [again('my-tools', 1_000, 'delta'), entry('jq-1.7.1', 410_000, 'delta'), entry('ripgrep-14', 5_000_000, 'delta'), entry('glibc-2.39', 31_000_000, 'delta')];
  const changes = between(before, after);
  assert.deepEqual(changes.packages.map(({ name }) => name), ['glibc', 'ripgrep', 'jq', 'my-tools']);
  assert.deepEqual(between(before.toReversed(), after.toReversed()), changes);
});

function why(changes: Changes, name: string): string[] {
  return (changes.packages.find((change) => change.name === name)?.why ?? []).map(nameOf);
}

test('the shortest chain from the root says what pulled a new path in', () => {
  const before = [entry('my-tools', 1, 'delta', ['git-2.44']), entry('git-2.44', 1, 'delta')];
  const after = [
    again('my-tools', 1, 'delta', ['git-2.45', 'perl-5.38']),
    entry('git-2.45', 1, 'delta', ['curl-8.6.0', 'perl-5.38']),
    entry('curl-8.6.0', 1, 'delta', ['nghttp2-1.60-lib']),
    entry('nghttp2-1.60', 1, 'delta'),
    entry('nghttp2-1.60-lib', 1, 'delta'),
    entry('perl-5.38', 1, 'delta', ['nghttp2-1.60']),
  ];
  const root = pathOf('my-tools').replace(/store\/../, 'store/zz') as ClosureEntry['path'];
  const built = document(after);
  const changes = changesBetween(document(before), { ...built, storePath: root, outputs: { out: root } });
  assert.deepEqual(why(changes, 'git'), ['my-tools', 'git-2.45']);
  assert.deepEqual(why(changes, 'curl'), ['my-tools', 'git-2.45', 'curl-8.6.0']);
  // Of a package's outputs the nearest is explained.
  assert.deepEqual(why(changes, 'nghttp2'), ['my-tools', 'perl-5.38', 'nghttp2-1.60']);
  assert.deepEqual(why(changes, 'my-tools'), []);
});

test('of two chains of one length, the one through another version explains more than the one through a rebuild', () => {
  const before = [entry('my-tools', 1, 'delta'), entry('aaa-1', 1, 'delta'), entry('bbb-1', 1, 'delta')];
  const root = { ...again('my-tools', 1, 'delta'), references: [again('aaa-1', 1, 'delta').path, entry('bbb-2', 1, 'delta').path] };
  const built = document([root, again('aaa-1', 1, 'delta', ['new-1']), entry('bbb-2', 1, 'delta', ['new-1']), entry('new-1', 1, 'delta')]);
  const changes = changesBetween(document(before), { ...built, storePath: root.path, outputs: {} });
  assert.deepEqual(why(changes, 'new'), ['my-tools', 'bbb-2', 'new-1']);
});

test('references in a circle end', () => {
  const after = [entry('my-tools', 1, 'delta', ['my-tools', 'a-1']), entry('a-1', 1, 'delta', ['b-1']), entry('b-1', 1, 'delta', ['a-1', 'b-1'])];
  assert.deepEqual(why(between([], after), 'b'), ['my-tools', 'a-1', 'b-1']);
});

/** What a base holds, as far as it is known: nobody counted old-1. */
function base(...names: readonly string[]): { paths: SidePath[]; roots: [] } {
  return { paths: names.map((name) => ({ path: pathOf(name), bytes: name === 'old-1' ? undefined : 7 })), roots: [] };
}

test('of bases no more is said than is known', () => {
  const { packages, before, after } = compareSides('base', base('old-1', 'same-1'), base('same-1', 'new-1'));
  assert.deepEqual(packages.map(({ name, kind, fresh, gone, why: chain }) => [name, kind, fresh.bytes, gone.bytes, chain]), [
    ['new', 'added', 7, 0, []],
    ['old', 'removed', 0, undefined, []],
  ]);
  assert.equal(before.bytes, undefined);
  assert.equal(after.bytes, 14);
});

test('a large closure of which everything changed is compared at once, and a chain without end explains nothing', () => {
  const length = 2_000;
  const chain = (version: number): ClosureEntry[] => Array.from({ length }, (_, i) => entry(`p${i}-${version}`, i, 'delta', [`p${i + 1}-${version}`]));
  const built = document(chain(2));
  const root = pathOf('p0-2');
  const changes = changesBetween(document(chain(1)), { ...built, storePath: root, outputs: { out: root } });
  assert.equal(changes.packages.length, length);
  assert.deepEqual(why(changes, `p${length - 1}`), []);
});

test('what is compared with is named by its version', () => {
  const old = { ...document(), feature: { id: 'my-tools', version: '1.1.0' } };
  assert.equal(changesBetween(old, document()).since, '1.1.0');
});
