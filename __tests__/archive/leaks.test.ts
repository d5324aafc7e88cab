import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, test } from '@jest/globals';
import { packLayers, type PackedLayer } from '../../src/archive/layers/pack-layers.ts';
import type { LayerHit } from '../../src/archive/tar-parts.ts';
import { RULES } from '../../src/leaks/literals.ts';
import type { LeakSearch } from '../../src/leaks/search.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import type { Compression } from '../../src/request/build.ts';
import { sampleOf } from '../leaks/samples.ts';
import { closureOfTrees, exportOf, storePath, type TestPath, type Tree } from '../nix/nar-builder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'leaks-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const TOKEN = sampleOf(RULES.find(({ id }) => id === 'github-personal-token')!, 21);
const SEARCH: LeakSearch = { values: [], identifiers: ['acme-corp'], folders: [], packages: [] };
const MIB = 1024 * 1024;

async function pack(paths: readonly TestPath[], compression: Compression, leaks?: LeakSearch): Promise<PackedLayer[]> {
  const bytes = exportOf(paths.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  const site: NixSite = {
    where: 'the test',
    system: 'x86_64-linux',
    storeIsHere: false,
    capture: () => Promise.reject(new Error('not used')),
    stream: () => ({ stdout: Readable.from(slices(bytes), { objectMode: false }), done: Promise.resolve() }),
  };
  const closure = closureOfTrees(paths);
  return packLayers(site, closure, [...closure.keys()].map((path) => [path]), { folder: mkdtempSync(join(scratch, 'x')), compression, jobs: 2, ...(leaks === undefined ? {} : { leaks }) });
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function found(layers: readonly PackedLayer[]): readonly LayerHit[] {
  return layers.flatMap(({ leaks }) => leaks?.hits ?? []);
}

for (const compression of ['gzip', 'zstd'] as const) {
  test(`${compression}: secrets are found around the borders of blocks, each in its file`, async () => {
    const block = compression === 'gzip' ? MIB : 4 * MIB;
    const file = randomBytes(2 * block + 200_000);
    // Headers of folders, of the path and of the file stand in front.
    const offsets = [block - 4 * 512 - 20, block - 4 * 512 + 60, 2 * block - 4 * 512 - 1].toSorted((a, b) => a - b);
    for (const at of offsets) file.write(` ${TOKEN} `, at);
    const [layer] = await pack([{ path: storePath('a', 'big'), tree: { entries: { data: file } } }], compression, SEARCH);
    assert.ok(layer);
    assert.deepEqual(found([layer]).map(({ offset, member }) => [offset, member]), offsets.map((at) => [at + 1, `nix/store/${'a'.repeat(32)}-big/data`]));
    assert.equal(layer.leaks?.bytes, layer.tarSize);
  });

  test(`${compression}: the bytes of a layer are the same whether anybody looks for leaks or not`, async () => {
    const paths: TestPath[] = [{ path: storePath('a', 'one'), tree: TOKEN }, { path: storePath('b', 'two'), tree: { entries: { x: randomBytes(3 * MIB) } } }];
    const [searched, not] = [await pack(paths, compression, SEARCH), await pack(paths, compression)];
    assert.deepEqual(searched.map(({ digest }) => digest), not.map(({ digest }) => digest));
    assert.deepEqual(not.map(({ leaks }) => leaks), [undefined, undefined]);
  });
}

test('each finding is of its store path: in small files, names, links, copies and compressed files', async () => {
  const tree: Tree = {
    entries: {
      'a.txt': `x ${TOKEN}`,
      'copy.txt': `x ${TOKEN}`,
      exact: `${' '.repeat(512 - TOKEN.length)}${TOKEN}`,
      'for-acme-corp': 'nothing inside',
      link: { link: '/srv/acme-corp/x' },
      man: { entries: { 'tool.1.gz': gzipSync(`.TH ${TOKEN}\n`) } },
    },
  };
  const paths: TestPath[] = [{ path: storePath('b', 'tool'), tree }, { path: storePath('c', 'one-file'), tree: `= ${TOKEN}` }];
  const hits = found(await pack(paths, 'zstd', SEARCH)).map(({ rule, member, inName, inside, offset }) => [rule, member.slice(43), inName, inside.join(), offset]);
  assert.deepEqual(hits, [
    ['github-personal-token', 'tool/a.txt', false, '', 2],
    // The copy is a hard link: its bytes are in the layer once.
    ['github-personal-token', 'tool/exact', false, '', 512 - TOKEN.length],
    ['identifier', 'tool/for-acme-corp', true, '', 52],
    ['identifier', 'tool/link', true, '', 162],
    ['github-personal-token', 'tool/man/tool.1.gz', false, 'gzip', 4],
    ['github-personal-token', 'one-file', false, '', 2],
  ]);
});

test('a secret at the end of a name or of a target that fills its field is found', async () => {
  // This one ends where no further digit or letter follows; the next fields begin with one.
  const token = sampleOf(RULES.find(({ id }) => id === 'bitbucket-app-password')!, 3);
  const [path, link] = [storePath('d', 'a'), storePath('f', 'b')];
  const name = `${'n'.repeat(99 - `${path.slice(1)}/`.length - token.length)}-${token}`;
  assert.equal(`${path.slice(1)}/${name}`.length, 100);
  const target = `${'t'.repeat(99 - token.length)}/${token}`;
  const hits = found(await pack([{ path, tree: { entries: { [name]: 'nothing inside' } } }, { path: link, tree: { entries: { link: { link: target } } } }], 'zstd', SEARCH));
  assert.deepEqual(hits.map(({ rule, member, inName }) => [rule, member, inName]), [
    ['bitbucket-app-password', `${path.slice(1)}/${name}`, true],
    ['bitbucket-app-password', `${link.slice(1)}/link`, true],
  ]);
});
