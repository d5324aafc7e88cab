import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from '@jest/globals';
import { incompletePaths, intersectBases, type BaseStore } from '../../src/base/base-store.ts';
import { contentsOf } from '../../src/base/fold-layers.ts';
import { indexTar } from '../../src/base/layer-index.ts';
import { StoreEntries } from '../../src/base/store-entries.ts';
import { BaseError } from '../../src/kit/errors.ts';
import { encodeNix32 } from '../../src/nix/store/nix32.ts';
import { closureOfTrees, storePath, type Tree } from '../nix/nar-builder.ts';
import { file, folder, hardLink, header, layer, padded, pax, removal, symlink } from './tar-blocks.ts';
import { treeEntries } from './trees.ts';

const [whole, single] = [storePath('a', 'whole'), storePath('b', 'single')];
const [w, s] = [whole.slice(1), single.slice(1)];
const TREE = {
  entries: { bin: { entries: { tool: { executable: 'x'.repeat(3000) }, alias: { link: 'tool' } } }, lib: { entries: {} }, share: { entries: { doc: 'text' } } },
} satisfies Tree;
const DATA = 'the single file';
const CLOSURE = closureOfTrees([{ path: whole, tree: TREE }, { path: single, tree: DATA }]);

const V7 = { magic: '\0'.repeat(8) };
const STORE = Buffer.concat([folder('nix'), folder('nix/store')]);
const BOTH = Buffer.concat([treeEntries(w, TREE), file(s, DATA)]);
const BASE = layer(STORE, BOTH);
const OPAQUE = '.wh..wh..opq';
const STORED = `1\n0\n${DATA.length}\n`;
const SPARSE = pax({ 'GNU.sparse.major': 1, 'GNU.sparse.minor': 0, 'GNU.sparse.name': s, 'GNU.sparse.realsize': DATA.length });

async function baseOf(layers: readonly Buffer[]): Promise<BaseStore> {
  const read = await Promise.all(layers.map((tar) => indexTar(Readable.from([tar]), 'a layer')));
  return { name: 'the base', digest: undefined, ...contentsOf(read) };
}

const cases: readonly (readonly [what: string, layers: readonly Buffer[], shipped: readonly ('whole' | 'single')[]])[] = [
  ['both paths in one layer', [BASE], []],
  ['a layer of two tars: the first removes the folder, the second brings it back', [BASE, Buffer.concat([layer(STORE, removal(w)), layer(treeEntries(w, TREE))])], ['whole']],
  ["a hard link that says its target's size", [layer(STORE, file('usr/q', 'd'.repeat(3000)), header('usr/l', '1', 3000, { target: 'usr/q' }), BOTH)], []],
  ['a folder with a size, before a removal', [BASE, layer(STORE, header('d/', '5', 4), removal(w))], ['whole']],
  ['headers as v7 has them', [layer(folder('nix', V7), folder('nix/store', V7), treeEntries(w, TREE, V7), file(s, DATA, V7))], []],
  ['the single file with holes', [layer(STORE, treeEntries(w, TREE), SPARSE, file('nix/store/GNUSparseFile.0/x', Buffer.concat([padded(STORED), Buffer.from(DATA)])))], []],
  ['an upper layer that removes a file inside', [BASE, layer(STORE, folder(w), removal(`${w}/share/doc`))], ['whole']],
  ['an upper layer that removes a folder inside', [BASE, layer(STORE, folder(w), removal(`${w}/share`))], ['whole']],
  ['a file inside that was removed and came back', [BASE, layer(removal(`${w}/share/doc`)), layer(file(`${w}/share/doc`, 'text'))], ['whole']],
  ['a folder inside that is made anew', [BASE, layer(STORE, file(`${w}/bin/${OPAQUE}`))], ['whole']],
  ['an upper layer that adds a file inside', [BASE, layer(file(`${w}/new`, ''))], ['whole']],
  ["an upper layer that changes a file's size", [BASE, layer(file(`${w}/share/doc`, 'longer than before'))], ['whole']],
  ['an upper layer that lets a program no longer be run', [BASE, layer(file(`${w}/bin/tool`, 'x'.repeat(3000)))], ['whole']],
  ['an upper layer that makes a link of a file', [BASE, layer(symlink(`${w}/share/doc`, 'there'))], ['whole']],
  ['an upper layer that makes a file of a folder', [BASE, layer(file(`${w}/bin`, ''))], ['whole']],
  ['a device inside', [BASE, layer(header(`${w}/share/doc`, '3'))], ['whole']],
  ['what a mount leaves behind: an empty folder and an empty file', [layer(STORE, folder(w), file(s, ''))], ['whole', 'single']],
  ['emptied by an upper layer', [BASE, layer(file(`${w}/${OPAQUE}`), folder(w), file(s, ''))], ['whole', 'single']],
  ["a fifo and a device in the paths' places", [layer(STORE, header(w, '6'), header(s, '4'))], ['whole', 'single']],
  ['a fifo in an upper layer', [BASE, layer(header(w, '6'))], ['whole']],
  ["a file in the folder's place, a folder in the file's", [BASE, layer(file(w, ''), folder(s))], ['whole', 'single']],
  ["the folder's header once more", [BASE, layer(STORE, folder(w), folder(`${w}/bin`))], []],
  ['all of it once more, with other owners', [BASE, layer(STORE, BOTH)], []],
  ['one file of it once more', [BASE, layer(folder(w), folder(`${w}/share`), file(`${w}/share/doc`, 'text'))], []],
  ['spread over two layers', [layer(STORE, folder(w), folder(`${w}/lib`), file(s, DATA)), layer(treeEntries(`${w}/bin`, TREE.entries.bin), treeEntries(`${w}/share`, TREE.entries.share))], []],
  ['removed, and brought again by an upper layer', [BASE, layer(removal(w)), layer(treeEntries(w, TREE))], []],
  ['made anew by the layer that brings it', [BASE, layer(file(`${w}/${OPAQUE}`), treeEntries(w, TREE))], []],
  ['folders that have no entries of their own', [layer(file(`${w}/bin/tool`, 'x'.repeat(3000), { mode: 0o755 }), symlink(`${w}/bin/alias`, 'tool'), folder(`${w}/lib`), file(`${w}/share/doc`, 'text'), file(s, DATA))], []],
  ['hard links into an optimised store', [layer(file('nix/store/.links/1a', 'x'.repeat(3000), { mode: 0o555 }), hardLink(`${w}/bin/tool`, './nix/store/.links/1a'), symlink(`${w}/bin/alias`, 'tool'), folder(`${w}/lib`), file(`${w}/share/doc`, 'text'), file(s, DATA))], []],
  ['a hard link to a file of a layer below', [layer(file('q', 'text')), layer(treeEntries(`${w}/bin`, TREE.entries.bin), folder(`${w}/lib`), hardLink(`${w}/share/doc`, 'q'), file(s, DATA))], ['whole']],
  ['the same file twice in one layer', [layer(STORE, BOTH, file(`${w}/share/doc`, 'text'))], []],
];

for (const [what, layers, shipped] of cases) {
  test(`${shipped.length === 0 ? 'nothing is shipped' : `${shipped.join(' and ')} ${shipped.length === 1 ? 'is' : 'are'} shipped`}: ${what}`, async () => {
    const held = intersectBases([await baseOf(layers)], CLOSURE);
    assert.deepEqual([...CLOSURE.keys()].filter((path) => !held.has(path)), shipped.map((name) => (name === 'whole' ? whole : single)));
  });
}

test('an output that is an empty folder, an empty file or a link is whole as such', async () => {
  const [empty, blank, link] = [storePath('c', 'empty'), storePath('d', 'blank'), storePath('f', 'link')];
  const closure = closureOfTrees([{ path: empty, tree: { entries: {} } }, { path: blank, tree: '' }, { path: link, tree: { link: blank } }]);
  const base = await baseOf([layer(folder(empty.slice(1)), file(blank.slice(1)), symlink(link.slice(1), blank))]);
  assert.deepEqual(intersectBases([base], closure), new Set(closure.keys()));
});

test('of several bases only what is whole in all of them counts, and no base at all holds nothing', async () => {
  const bases = [await baseOf([BASE]), await baseOf([BASE, layer(removal(`${w}/lib`))])];
  assert.deepEqual(intersectBases(bases, CLOSURE), new Set([single]));
  assert.deepEqual(intersectBases([], CLOSURE), new Set());
});

test('what is there by its name and not whole is told apart from what is not there', async () => {
  const size = CLOSURE.get(single)?.narSize;
  const emptied = await baseOf([layer(STORE, file(s, ''))]);
  assert.deepEqual(incompletePaths(emptied, CLOSURE), [{ path: single, wanted: size, found: 112 }]);
  assert.deepEqual(incompletePaths(await baseOf([BASE, layer(removal(`${w}/lib`))]), CLOSURE).map(({ path, found }) => [path, found]), [[whole, undefined]]);
  assert.deepEqual(incompletePaths(await baseOf([BASE]), CLOSURE), []);
});

test('a layer with more store paths than any image has is refused, with the figure', () => {
  const entries = new StoreEntries();
  const hash = Buffer.alloc(20);
  assert.throws(
    () => {
      for (let index = 0; index < 600_000; index++) {
        hash.writeUInt32LE(index);
        entries.see({ name: `nix/store/${encodeNix32(hash)}-x`, type: 'directory', mode: 0o555, uid: 0, gid: 0, said: [], size: 0, target: '' });
      }
    },
    (error) => error instanceof BaseError && /it has more than 500000 store paths/.test(error.message),
  );
});
