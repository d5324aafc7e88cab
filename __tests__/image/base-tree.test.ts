import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from '@jest/globals';
import { TarReader } from '../../src/base/tar/tar-reader.ts';
import { foldTree, TreeObserver, TreeRoom, type BaseTree, type TreeStep } from '../../src/image/base/base-tree.ts';
import { canBeFolder, isFolder, whiteout, withFolders } from '../../src/image/layer/layer-items.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { tarOf } from '../base/layer-tar.ts';
import { newFolder } from './bases.ts';

async function steps(names: readonly string[], body = 'content', room = new TreeRoom()): Promise<readonly TreeStep[]> {
  const tar = await tarOf(names, body);
  const observer = new TreeObserver(newFolder(), digestOf(tar), room);
  await pipeline(Readable.from([tar]), new TarReader((entry) => observer.see(entry), { contents: (bytes) => observer.contents(bytes) }));
  return observer.end();
}

async function tree(...layers: readonly (readonly string[])[]): Promise<BaseTree> {
  return foldTree(await Promise.all(layers.map((names) => steps(names))));
}

test('only what lies where Features are installed is remembered, with the contents that count', async () => {
  const found = await tree(['etc/', 'etc/passwd', './opt/nix-feature/.path', 'usr/bin/nix-store', 'usr/lib/x', 'nix/var/nix/db/db.sqlite', 'var/lib/nix-feature/one/', 'var/lib/nix-feature/one/runtime', 'var/lib/nix-feature/one/paths', 'opt -> mnt']);
  assert.deepEqual([...found.keys()].toSorted(), ['etc', 'nix/var/nix/db/db.sqlite', 'opt', 'usr/bin/nix-store', 'var/lib/nix-feature/one', 'var/lib/nix-feature/one/runtime']);
  assert.equal(found.get('var/lib/nix-feature/one/runtime')?.text, 'content');
  assert.equal(readFileSync(found.get('nix/var/nix/db/db.sqlite')?.file ?? '', 'utf8'), 'content');
  assert.deepEqual([found.get('opt')?.type, found.get('opt')?.target], ['symlink', 'mnt']);
});

test('what upper layers remove is gone, and what they replace is theirs', async () => {
  const lower = ['opt/nix-feature/', 'opt/nix-feature/.path', 'var/lib/nix-feature/one/', 'var/lib/nix-feature/one/runtime'];
  const cases: readonly (readonly [upper: readonly string[], left: readonly string[]])[] = [
    [[], ['opt/nix-feature', 'opt/nix-feature/.path', 'var/lib/nix-feature/one', 'var/lib/nix-feature/one/runtime']],
    [['opt/nix-feature/.wh..path'], ['opt/nix-feature', 'var/lib/nix-feature/one', 'var/lib/nix-feature/one/runtime']],
    [['.wh.var'], ['opt/nix-feature', 'opt/nix-feature/.path']],
    [['opt/.wh..wh..opq', 'opt/nix-feature/'], ['opt/nix-feature', 'var/lib/nix-feature/one', 'var/lib/nix-feature/one/runtime']],
    [['var/lib/nix-feature -> /mnt'], ['opt/nix-feature', 'opt/nix-feature/.path', 'var/lib/nix-feature']],
    [['.wh..wh..opq'], []],
  ];
  for (const [upper, left] of cases) assert.deepEqual([...(await tree(lower, upper)).keys()].toSorted(), left, upper.join());
});

test('a file whose contents are not plain has none that count, and a text that is too long is refused', async () => {
  const linked = await tree(['nix/x', 'nix/var/nix/db/db.sqlite => nix/x']);
  assert.deepEqual([linked.get('nix/var/nix/db/db.sqlite')?.type, linked.get('nix/var/nix/db/db.sqlite')?.file], ['file', undefined]);
  await assert.rejects(steps(['opt/nix-feature/.path'], 'x'.repeat(70_000)), /has 70000 bytes, more than the 65536 that are read/);
});

function full(where: 'memory' | 'disk', bytes: number): TreeRoom {
  const room = new TreeRoom();
  room.take(where, bytes);
  return room;
}

test('what is remembered of a base has an end, and takes no longer than it is large', async () => {
  const room = full('memory', 256 * 1024 * 1024 - 1000);
  await assert.rejects(steps(['.wh.a', '.wh.b', '.wh.c', '.wh.d', '.wh.e'], '', room), /it removes more files, or has more where Features are installed, than any image/);
  await assert.rejects(steps(['opt/nix-feature/.path'], 'x'.repeat(2000), full('memory', 256 * 1024 * 1024 - 1000)), /than any image/);
  await assert.rejects(steps(['nix/var/nix/db/db.sqlite'], 'x', full('disk', 8 * 1024 * 1024 * 1024)), /too many copies of a Nix database/);
  assert.deepEqual(await steps([`.wh.${'x'.repeat(5000)}`, `${'a/'.repeat(20)}bin/nix-store`]), []);

  const node = { type: 'file', mode: 0, owner: { uid: 0, gid: 0 }, target: '' } as const;
  const paths = Array.from({ length: 50_000 }, (_, index) => `var/lib/nix-feature/${index}`);
  const added = paths.map((name) => ({ path: name, what: 'node', node }) as const);
  assert.equal(foldTree([added, added, paths.map((name) => ({ path: name, what: 'gone' }) as const)]).size, 0);
});

test('the folders of a layer are as the image has them, and a link in their place is refused', () => {
  const node = { type: 'directory', mode: 0o2775, owner: { uid: 0, gid: 50 }, target: '' } as const;
  const image: BaseTree = new Map([['usr', { ...node, mode: 0o755 }], ['usr/local', node], ['opt', { ...node, type: 'symlink', target: '/mnt' }]]);
  const file = { path: 'usr/local/bin/x', type: 'symlink', target: '/y' } as const;
  const items = withFolders([file, whiteout('nix/var/x')], image, ['nix', 'nix/store']);
  assert.deepEqual(items.map(({ path: name, ...rest }) => [name, 'mode' in rest ? rest.mode.toString(8) : '', rest.owner?.gid]), [
    ['nix', '755', undefined],
    ['nix/store', '755', undefined],
    ['nix/var', '755', undefined],
    ['nix/var/.wh.x', '644', undefined],
    ['usr', '755', 50],
    ['usr/local', '2775', 50],
    ['usr/local/bin', '755', undefined],
    ['usr/local/bin/x', '', undefined],
  ]);
  assert.throws(() => withFolders([{ path: 'opt/nix-feature/x', type: 'symlink', target: '/y' }], image), /its \/opt is a symbolic link \(to \/mnt\), and nothing is written through it/);
  assert.deepEqual([isFolder('usr/local', image), isFolder('usr/local/bin', image), canBeFolder('usr/local/bin', image), canBeFolder('opt/x', image)], [true, false, true, false]);
});
