import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { describe, it, test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { narHashOf } from '../../src/nix/nar/nar-hash.ts';
import { NarHasher } from '../../src/nix/nar/nar-hasher.ts';
import { narSizeOf, type NarNode } from '../../src/nix/nar/nar-size.ts';
import { NarParser } from '../../src/nix/nar/nar.ts';
import { afterTest } from '../jest/after-test.ts';
import { generator } from '../rig/random.ts';
import { narOf, type Tree } from './nar-builder.ts';

// Names are latin1 here, a byte for each char; so this one is "ä" in UTF-8, and sorts behind all ASCII.
const UMLAUT = Buffer.from('ä').toString('latin1');

const TREE: Tree = {
  entries: {
    'flake.nix': '{ outputs = _: { }; }',
    'a-b': '1',
    'a.b': '2',
    a: { entries: { b: '3', '.git': { entries: { HEAD: 'x' } } } },
    A: '4',
    [UMLAUT]: '5',
    none: { entries: {} },
    empty: '',
    eight: '12345678',
    script: { executable: '#!/bin/sh\n' },
    link: { link: 'flake.nix' },
    dangling: { link: '../nowhere' },
    large: Buffer.alloc(700_001, 'y'),
  },
};

describe('the hash of a folder', () => {
  it('is that of its NAR', async () => {
    const folder = await written(TREE);
    assert.equal((await narHashOf(folder)).narHash, sri(TREE));
  });

  it('is that of a single file, too', async () => {
    assert.equal((await narHashOf(await written('x'))).narHash, sri('x'));
  });

  it('knows a program by the right of its owner alone', async () => {
    const folder = await written({ entries: { file: 'x' } });
    await chmod(join(folder, 'file'), 0o655);
    assert.equal((await narHashOf(folder)).narHash, sri({ entries: { file: 'x' } }));
    await chmod(join(folder, 'file'), 0o700);
    assert.equal((await narHashOf(folder)).narHash, sri({ entries: { file: { executable: 'x' } } }));
  });

  it('comes with the newest time in it, in whole seconds', async () => {
    const folder = await written({ entries: { sub: { entries: { file: 'x' } } } });
    await utimes(join(folder, 'sub/file'), 1_000_000_000.9, 1_000_000_000.9);
    await utimes(join(folder, 'sub'), 900_000_000, 900_000_000);
    await utimes(folder, 1, 1);
    assert.equal((await narHashOf(folder)).lastModified, 1_000_000_000);
  });

  it('is refused where there is what Nix does not take, or nothing', async () => {
    const folder = await written({ entries: { file: 'x' } });
    const socket = join(folder, 'socket');
    const server = createServer().listen(socket);
    afterTest(() => server.close());
    await assert.rejects(narHashOf(folder), (error) => error instanceof Failure && error.message.startsWith(`${socket} is not a file`));
    await assert.rejects(narHashOf(join(folder, 'nothing')), { code: 'ENOENT' });
  });
});

function sri(tree: Tree): string {
  return `sha256-${createHash('sha256').update(narOf(tree)).digest('base64')}`;
}

async function written(tree: Tree): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'nar-hash-'));
  afterTest(() => rm(parent, { recursive: true }));
  const at = join(parent, 'tree');
  await write(at, tree);
  return at;
}

async function write(at: string, tree: Tree): Promise<void> {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return writeFile(at, tree);
  if ('executable' in tree) return writeFile(at, tree.executable, { mode: 0o755 });
  if ('link' in tree) return symlink(tree.link, at);
  await mkdir(at);
  for (const [name, child] of Object.entries(tree.entries)) {
    await write(join(at, Buffer.from(name, 'latin1').toString('utf8')), child);
  }
}

const TREES: readonly Tree[] = [
  '',
  'eight ch',
  { executable: Buffer.alloc(100_000, 7) },
  { link: '/nix/store/elsewhere' },
  { entries: {} },
  { entries: { a: { entries: { b: { entries: {} }, 'b.c': 'text' } }, 'a-b': { link: 'a' }, 'a.b': { executable: 'x' }, 'ÿ': 'latin1' } },
];

test('what is told of a NAR makes the same NAR again', () => {
  for (const tree of TREES) {
    const nar = narOf(tree);
    const hasher = new NarHasher();
    const parser = new NarParser(hasher);
    for (let at = 0; at < nar.length; at += 1000) parser.write(nar.subarray(at, at + 1000));
    assert.deepEqual(hasher.end(), { narHash: `sha256-${createHash('sha256').update(nar).digest('base64')}`, narSize: nar.length });
  }
});

test("an order that is not a NAR's own is refused where it begins", () => {
  const told: readonly (readonly [(hasher: NarHasher) => void, RegExp])[] = [
    [(hasher) => hasher.directory('a'), /does not follow the directory that it is in/],
    [(hasher) => (hasher.directory(''), hasher.directory('')), /is there twice/],
    [(hasher) => (hasher.directory(''), hasher.symlink('b', 'x'), hasher.symlink('a', 'x')), /is not in the order of its directory/],
    [(hasher) => (hasher.directory(''), hasher.symlink('b', 'x'), hasher.symlink('b', 'x')), /is not in the order of its directory/],
    [(hasher) => (hasher.directory(''), hasher.symlink('a', 'x'), hasher.symlink('a/b', 'x')), /does not follow the directory/],
    [(hasher) => (hasher.directory(''), hasher.directory('a'), hasher.symlink('b', 'x'), hasher.symlink('a/c', 'x')), /does not follow the directory/],
    [(hasher) => (hasher.symlink('', 'x'), hasher.symlink('a', 'x')), /does not follow the directory/],
    [(hasher) => (hasher.file('', false, 3), hasher.contents(Buffer.from('four'))), /more contents/],
    [(hasher) => (hasher.file('', false, 3), hasher.fileEnd()), /fewer contents/],
    [(hasher) => hasher.end(), /is not complete/],
  ];
  for (const [tell, says] of told) assert.throws(() => tell(new NarHasher()), says);
});

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
