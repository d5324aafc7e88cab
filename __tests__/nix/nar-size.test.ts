import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { narSizeOf, type NarNode } from '../../src/nix/nar/nar-size.ts';
import { generator } from '../rig/random.ts';
import { narOf, type Tree } from './nar-builder.ts';

const SEED = 20261128;

function nodesOf(tree: Tree, path = ''): NarNode[] {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return [{ path, type: 'file', size: tree.length, executable: false }];
  if ('executable' in tree) return [{ path, type: 'file', size: tree.executable.length, executable: true }];
  if ('link' in tree) return [{ path, type: 'symlink', target: tree.link }];
  const children = Object.entries(tree.entries).flatMap(([name, child]) => nodesOf(child, path === '' ? name : `${path}/${name}`));
  return [{ path, type: 'directory' }, ...children];
}

function randomTree(random: () => number, depth: number): Tree {
  const pick = Math.floor(random() * (depth === 0 ? 3 : 4));
  const text = 'x'.repeat(Math.floor(random() * 40));
  if (pick === 0) return text;
  if (pick === 1) return { executable: text };
  if (pick === 2) return { link: `t${text}` };
  const names = Array.from({ length: Math.floor(random() * 5) }, (_, i) => `${i}${'n'.repeat(Math.floor(random() * 20))}`);
  return { entries: Object.fromEntries(names.map((name) => [name, randomTree(random, depth - 1)])) };
}

test(`the size of a NAR is told from names, kinds and sizes alone (200 random trees, seed ${SEED})`, () => {
  const random = generator(SEED);
  for (let i = 0; i < 200; i += 1) {
    const tree = randomTree(random, 4);
    assert.equal(narSizeOf(nodesOf(tree)), narOf(tree).length, JSON.stringify(tree));
  }
});
