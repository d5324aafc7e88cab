import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from '@jest/globals';
import { listContainer } from '../../src/base/list-container.ts';
import { PLAIN_LS, StoreListing } from '../../src/base/store-listing.ts';
import { BaseError } from '../../src/kit/errors.ts';
import { narOf, type Tree } from '../nix/nar-builder.ts';
import { folderFor } from '../oci/images.ts';
import { storeName } from './layer-tar.ts';
import { writeTree } from './trees.ts';

const [A, B, C, D] = [storeName('a'), storeName('b'), storeName('c'), storeName('d')];
const pathsOf = (names: readonly string[]): Set<string> => new Set(names.map((name) => `/nix/store/${name}`));

function site(output: string): Parameters<typeof listContainer>[0] {
  return { where: 'a container of x', stream: () => ({ stdout: Readable.from([Buffer.from(output)]), done: Promise.resolve() }) };
}

const BUSYBOX = `/nix/store/:
total 12
drwxr-xr-x    2 0        0             4096 Jan  1  1970 .links
drwxr-xr-x    3 0        0             4096 Jan  1  1970 ${A}
-r--r--r--    1 0        0             1234 Jan  1  1970 ${B}
-rw-------    1 0        0                0 Jan  1  1970 ${B}.lock~
crw-r--r--    1 0        0           1,   3 Jan  1  1970 ${C}

/nix/store/.links:
total 0

/nix/store/${A}:
total 4
drwxr-xr-x    2 0        0             4096 Jan  1  1970 bin
lrwxrwxrwx    1 0        0                3 Jan  1  1970 share -> bin

/nix/store/${A}/bin:
total 4
-r-xr-xr-x    1 0        0                7 Jan  1  1970 a program
`;

test('a listing of BusyBox gives store paths and their sizes, and leaves out what is none', async () => {
  const { paths, narSizes, hasZstd, registered } = await listContainer(site(`\n/nix/store/${A}\n/nix/store/x\nknown\n${BUSYBOX}`));
  const tree: Tree = { entries: { bin: { entries: { 'a program': { executable: '1234567' } } }, share: { link: 'bin' } } };
  assert.deepEqual(paths, pathsOf([A, B]));
  assert.deepEqual(narSizes, new Map([[`/nix/store/${A}`, narOf(tree).length], [`/nix/store/${B}`, narOf('x'.repeat(1234)).length]]));
  assert.equal(hasZstd, false);
  assert.deepEqual(registered, pathsOf([A]));
});

test('what a Nix says that fails on the way is nothing that it knows, and no name of a file says that it knows something', async () => {
  const { registered, paths } = await listContainer(site(`\n/nix/store/${A}\nunknown\n/nix/store/:\n/nix/store/${B}\nknown\n`));
  assert.deepEqual([registered, [...paths]], [undefined, []]);
});

test('an empty store, none at all, and a store behind a link', async () => {
  const nothing = { paths: new Set(), narSizes: new Map() };
  assert.deepEqual(await listContainer(site('zstd\nknown\n/nix/store/:\ntotal 0\n')), { ...nothing, hasZstd: true, registered: new Set() });
  assert.deepEqual(await listContainer(site('\nunknown\n')), { ...nothing, hasZstd: false, registered: undefined });
  await assert.rejects(listContainer(site('\nlink\n')), (error: Error) => error instanceof BaseError && error.message.includes('a container of x'));
});

test("what ls says of real files comes to the bytes of their NARs, and what can't be read off is left open", async () => {
  const root = await folderFor();
  const trees: Readonly<Record<string, Tree>> = {
    [A]: { entries: { 'with a blank': 'x', 'arrow -> b': { link: 'to -> there' }, run: { executable: 'y'.repeat(100) }, 'f\u00fcr': '', deep: { entries: { deep: { entries: {} } } } } },
    [B]: { entries: {} },
    [C]: { link: `/nix/store/${A}` },
  };
  for (const [name, tree] of Object.entries(trees)) await writeTree(join(root, name), tree);
  await mkdir(join(root, D));
  await writeFile(join(root, D, 'line\nbreak'), 'x');
  const listing = new StoreListing();
  // What an image may have in its environment.
  const env = { ...process.env, TIME_STYLE: 'full-iso', QUOTING_STYLE: 'shell', BLOCK_SIZE: '1K', LC_ALL: 'C.UTF-8' };
  const text = execFileSync('sh', ['-c', `${PLAIN_LS}; ls -lnAR "$1"`, 'sh', `${root}/`], { env, encoding: 'latin1' });
  for (const line of text.replaceAll(root, '/nix/store').split('\n')) listing.line(line);
  const { paths, narSizes } = listing.result();
  assert.deepEqual(paths, pathsOf([A, B, C, D]));
  assert.deepEqual(narSizes, new Map(Object.entries(trees).map(([name, tree]) => [`/nix/store/${name}`, narOf(tree).length])));
});
