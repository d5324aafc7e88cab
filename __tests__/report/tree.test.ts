import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { nameOf } from '../../src/nix/store/store-path.ts';
import { dependencyTree, treeLines, type TreeNode } from '../../src/report/parts/tree.ts';
import { CLOSURE, entry, pathOf } from './sample.ts';

const ALL = { lines: 100, depth: 20, show: 'all' } as const;
const label = ({ entry: { path }, below, more }: TreeNode): string =>
  nameOf(path) + (below === 'above' ? ' ^' : below === 'left out' ? ` +${more}` : '');

test('what a path needs is listed once, new paths first', () => {
  const tree = dependencyTree(CLOSURE, [pathOf('my-tools')], ALL);
  assert.deepEqual(treeLines(tree, label), [
    'my-tools',
    '├─ jq-1.7',
    '│  ├─ oniguruma-6.9',
    '│  │  └─ glibc-2.38',
    '│  │     └─ libidn2-2.3',
    '│  └─ glibc-2.38 ^',
    '└─ ripgrep-14',
    '   └─ glibc-2.38 ^',
  ]);
  assert.equal(tree.leftOut, 0);
});

test('a tree of new paths alone leaves out what the base has', () => {
  const tree = dependencyTree(CLOSURE, [pathOf('my-tools')], { ...ALL, show: 'new' });
  assert.deepEqual(treeLines(tree, label), ['my-tools', '├─ jq-1.7', '│  └─ oniguruma-6.9', '└─ ripgrep-14']);
});

test('a path that refers to itself, and a cycle, end', () => {
  const closure = [entry('a', 1, 'delta', ['a', 'b']), entry('b', 1, 'delta', ['a'])];
  const tree = dependencyTree(closure, [pathOf('a')], ALL);
  assert.deepEqual(treeLines(tree, label), ['a', '└─ b', '   └─ a ^']);
});

test('a limit cuts the far end, prefers what is new, and counts what it left out', () => {
  const tree = dependencyTree(CLOSURE, [pathOf('my-tools')], { ...ALL, lines: 4 });
  assert.deepEqual(treeLines(tree, label), ['my-tools', '├─ jq-1.7', '│  ├─ oniguruma-6.9 +1', '│  └─ … 1 more', '└─ ripgrep-14 +1']);
  assert.equal(tree.leftOut, 2);
});

test('several outputs are several roots, each once, in the given order', () => {
  const closure = [entry('out', 1, 'delta', ['lib']), entry('lib', 1, 'delta'), entry('man', 1, 'delta')];
  const tree = dependencyTree(closure, [pathOf('out'), pathOf('man'), pathOf('out')], ALL);
  assert.deepEqual(treeLines(tree, label), ['out', '└─ lib', 'man']);
});

test('ten thousand paths with a hundred thousand references stay within the limit', () => {
  const closure = Array.from({ length: 10_000 }, (_, index) =>
    entry(
      `p${index}`,
      index,
      index % 3 === 0 ? 'base' : 'delta',
      Array.from({ length: 10 }, (__, step) => index * 2 + step + 1)
        .filter((target) => target < 10_000)
        .map((target) => `p${target}`),
    ),
  );
  const tree = dependencyTree(closure, [pathOf('p0')], { lines: 400, depth: 24, show: 'all' });
  const lines = treeLines(tree, label);
  assert.ok(lines.length >= 350 && lines.length <= 450, `${lines.length} lines`);
  assert.ok(tree.leftOut > 9_000);
});

test('a chain of a hundred thousand paths does not overflow the stack', () => {
  const closure = Array.from({ length: 100_000 }, (_, index) => entry(`p${index}`, 1, 'delta', [`p${index + 1}`]));
  const tree = dependencyTree(closure, [pathOf('p0')], { lines: 400, depth: 24, show: 'all' });
  assert.equal(treeLines(tree, label).length, 25);
  assert.equal(tree.leftOut, 99_975);
});
