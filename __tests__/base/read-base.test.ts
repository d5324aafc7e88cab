import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { test } from '@jest/globals';
import { BaseIndexCache, indexKeyOf, prefixOf } from '../../src/base/base-index-cache.ts';
import { intersectBases } from '../../src/base/base-store.ts';
import { readExport } from '../../src/base/list-container.ts';
import { numberOf, packContents } from '../../src/base/path-contents.ts';
import { readBase } from '../../src/base/read-base.ts';
import { deltaOf } from '../../src/delta/delta.ts';
import { BaseError, CancelledError, IntegrityError } from '../../src/kit/errors.ts';
import type { HostCache } from '../../src/kit/host.ts';
import { narSizeOf } from '../../src/nix/nar/nar-size.ts';
import { parseStorePath } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { LayoutReader } from '../../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { LAYER_GZIP, LAYER_ZSTD } from '../../src/oci/format/media-types.ts';
import { addImage, addIndex, folderFor, type LayerBytes } from '../oci/images.ts';
import { storeName, tarOf } from './layer-tar.ts';
import { file as fileEntry, layer as layerTar } from './tar-blocks.ts';

const [A, B, C] = [storeName('a'), storeName('b'), storeName('c')];
const pathsOf = (names: readonly string[]): Set<string> => new Set(names.map((name) => `/nix/store/${name}`));

async function gzipLayer(names: readonly string[]): Promise<LayerBytes> {
  const tar = await tarOf(names);
  return { bytes: gzipSync(tar), tar, mediaType: LAYER_GZIP };
}

async function layoutOf(layers: readonly LayerBytes[]): Promise<LayoutReader> {
  const folder = await folderFor();
  const writer = await LayoutWriter.create(folder);
  await writer.finish([await addImage(writer, { architecture: 'amd64' }, layers)]);
  return LayoutReader.open(folder);
}

/** A cache as the hosts have it, in a folder. */
function cacheIn(folder: string): HostCache & { readonly saved: string[] } {
  const saved: string[] = [];
  return {
    saved,
    async restore(key, prefix, into) {
      const hit = saved.includes(key) ? key : saved.findLast((each) => each.startsWith(prefix));
      if (hit !== undefined) await cp(join(folder, hit), into, { recursive: true });
      return hit;
    },
    async save(key, from) {
      saved.push(key);
      await cp(from, join(folder, key), { recursive: true });
    },
  };
}

function serviceDown(): Promise<never> {
  return Promise.reject(new Error('the cache service is down'));
}

test('the paths of an image are those of its layers, laid on each other', async () => {
  const zstd = await tarOf([`./nix/store/${C}`]);
  const source = await layoutOf([
    await gzipLayer([`nix/store/${A}/`, `nix/store/${B}/x`]),
    await gzipLayer([`nix/store/.wh.${A}`]),
    { bytes: zstdCompressSync(zstd), tar: zstd, mediaType: LAYER_ZSTD },
  ]);
  const progress: [number, number][] = [];
  const store = await readBase(source, 'amd64', { onProgress: (done, total) => progress.push([done, total]) });
  assert.deepEqual(store.paths, pathsOf([B, C]));
  assert.equal(store.name, source.name);
  assert.equal(store.digest, (await source.root()).digest);
  const [done, total] = progress.at(-1) ?? [];
  assert.ok(total !== undefined && total > 0);
  assert.equal(done, total);
});

test('a zstd program in the image is found, and missed where a layer removes it', async () => {
  const tar = layerTar(fileEntry('./usr/bin/zstd', 'x', { mode: 0o755 }));
  const brings = { bytes: gzipSync(tar), tar, mediaType: LAYER_GZIP };
  const removes = await gzipLayer(['usr/bin/.wh.zstd']);
  assert.equal((await readBase(await layoutOf([brings]), 'amd64')).hasZstd, true);
  assert.equal((await readBase(await layoutOf([brings, removes]), 'amd64')).hasZstd, false);
  assert.equal((await readBase(await layoutOf([await gzipLayer(['usr/bin/zstdcat'])]), 'amd64')).hasZstd, false);
});

test('an image without a store has an empty one', async () => {
  const store = await readBase(await layoutOf([await gzipLayer(['etc/passwd'])]), 'amd64');
  assert.equal(store.paths.size, 0);
});

test('a layer that an image has twice is read once and applied twice', async () => {
  const one = await gzipLayer([`nix/store/${A}/`]);
  const source = await layoutOf([one, await gzipLayer([`nix/store/.wh.${A}`]), one]);
  assert.deepEqual((await readBase(source, 'amd64')).paths, pathsOf([A]));
});

test('many layers are read side by side and still laid in order', async () => {
  const layers = await Promise.all(Array.from({ length: 20 }, (_, i) => gzipLayer([i % 2 === 0 ? `nix/store/${A}/${i}` : `nix/store/.wh.${A}`, `nix/store/${storeName(String.fromCodePoint(98 + i))}/`])));
  const { paths } = await readBase(await layoutOf(layers), 'amd64');
  assert.equal(paths.size, new Set(Array.from({ length: 20 }, (_, i) => storeName(String.fromCodePoint(98 + i)))).size);
  assert.ok(!paths.has(`/nix/store/${A}` as never));
});

test('from the second time on, only layers that are new are read', async () => {
  const folder = await folderFor();
  const cache = cacheIn(folder);
  const [one, two, three] = [await gzipLayer([`nix/store/${A}/`]), await gzipLayer([`nix/store/${B}/`]), await gzipLayer([`nix/store/${C}/`])];
  const home = join(folder, 'base');
  const build = async (layers: readonly LayerBytes[]): Promise<LayoutReader> => {
    const writer = await LayoutWriter.create(home);
    await writer.finish([await addImage(writer, { architecture: 'amd64' }, layers)]);
    return LayoutReader.open(home);
  };
  const first = await build([one, two]);
  await readBase(first, 'amd64', { cache });
  assert.deepEqual(cache.saved, [indexKeyOf({ repository: first.repository, architecture: 'amd64', manifest: (await first.root()).digest })]);

  // Gone from disk: whoever read it again would fail.
  await rm(first.blobPath(digestOf(one.bytes)));
  assert.deepEqual((await readBase(first, 'amd64', { cache })).paths, pathsOf([A, B]));
  assert.equal(cache.saved.length, 1);

  const rebuilt = await build([one, three]);
  await rm(rebuilt.blobPath(digestOf(one.bytes)));
  let total = 0;
  const store = await readBase(rebuilt, 'amd64', { cache, onProgress: (_done, all) => (total = all) });
  assert.deepEqual(store.paths, pathsOf([A, C]));
  assert.equal(total, three.bytes.length);
  // Layers of the image before are not kept for ever.
  const saved = JSON.parse(await readFile(join(folder, cache.saved[1] ?? '', 'layers.json'), 'utf8')) as { layers: object };
  assert.deepEqual(Object.keys(saved.layers).sort(), [digestOf(one.bytes), digestOf(three.bytes)].sort());
});

test('a cache that is broken, foreign, tampered with or of another version is as if there were none', async () => {
  const layer = await gzipLayer([`nix/store/${A}/`]);
  const digest = digestOf(layer.bytes);
  const source = await layoutOf([layer]);
  const first = await folderFor();
  const saving = cacheIn(first);
  await readBase(source, 'amd64', { cache: saving });
  const good = JSON.parse(await readFile(join(first, saving.saved[0] ?? '', 'layers.json'), 'utf8')) as { schemaVersion: number; layers: Record<string, object> };
  const saying = (change: object): string => JSON.stringify({ ...good, layers: { [digest]: { ...good.layers[digest], ...change } } });
  for (const content of [
    '',
    '{',
    '[]',
    JSON.stringify(good).slice(0, -20),
    JSON.stringify({ ...good, schemaVersion: 2 }),
    JSON.stringify({ ...good, layers: { [digest]: null } }),
    JSON.stringify({ ...good, layers: [] }),
    saying({ diffId: digestOf('other') }),
    saying({ added: [B] }),
    saying({ added: ['../etc'] }),
    saying({ added: B }),
    saying({ added: [A, B], sizes: [0, 0] }),
    saying({ sizes: [] }),
    saying({ sizes: [-1] }),
    saying({ sizes: ['1'] }),
    saying({ whiteouts: [A] }),
    saying({ whiteouts: [1] }),
    saying({ opaque: 'no' }),
    saying({ opaque: true }),
    saying({ contents: [] }),
    saying({ contents: ['AAAA'] }),
    saying({ holes: [A] }),
    saying({ way: [['usr/bin/zstd', 'program']] }),
    saying({ way: [['usr/bin/zstd', 'other']] }),
    saying({ check: undefined }),
    saying({ check: digest }),
  ]) {
    const folder = await folderFor();
    const cache = cacheIn(folder);
    const key = `${prefixOf({ repository: source.repository, architecture: 'amd64' })}x`;
    cache.saved.push(key);
    await mkdir(join(folder, key));
    await writeFile(join(folder, key, 'layers.json'), content);
    const debug: string[] = [];
    const { paths, hasZstd } = await readBase(source, 'amd64', { cache, debug: (line) => debug.push(line) });
    assert.deepEqual(paths, pathsOf([A]), content);
    assert.equal(hasZstd, false);
    assert.equal(debug.length, 1, content);
  }
});

test('an image for two platforms that was rebuilt costs the new layers of each', async () => {
  const home = await folderFor();
  const cache = cacheIn(await folderFor());
  const common = { amd64: await gzipLayer([`nix/store/${A}/`]), arm64: await gzipLayer([`nix/store/${B}/`]) };
  const totals: number[] = [];
  for (const round of ['one', 'two']) {
    const writer = await LayoutWriter.create(join(home, round));
    const top = await gzipLayer([`nix/store/${C}/${round}`]);
    const images = [await addImage(writer, { architecture: 'amd64' }, [common.amd64, top]), await addImage(writer, { architecture: 'arm64' }, [common.arm64, top])];
    await writer.finish([await addIndex(writer, images)]);
    // One repository, whichever folder it is in.
    await rm(join(home, 'layout'), { recursive: true, force: true });
    await cp(join(home, round), join(home, 'layout'), { recursive: true });
    const source = await LayoutReader.open(join(home, 'layout'));
    for (const arch of ['amd64', 'arm64'] as const) {
      await readBase(source, arch, { cache, onProgress: (done, total) => done === total && totals.push(total - top.bytes.length) });
    }
  }
  assert.deepEqual(totals, [common.amd64.bytes.length, common.arm64.bytes.length, 0, 0]);
});

test('an entry that lies and fits all the same moves a path to what is required, and puts none into what is shipped', async () => {
  const layer = await gzipLayer([`nix/store/${A}/`]);
  const source = await layoutOf([layer]);
  const cache = cacheIn(await folderFor());
  const contents = packContents(new Map([[numberOf(''), 120]]));
  const forged = { diffId: digestOf(layer.tar ?? ''), added: [B], sizes: [1], contents: [contents], whiteouts: [], holes: [], opaque: false, way: [] };
  const image = { repository: source.repository, architecture: 'amd64', manifest: (await source.root()).digest };
  await new BaseIndexCache(cache, () => {}).save(image, new Map([[digestOf(layer.bytes), forged]]));
  const base = await readBase(source, 'amd64', { cache });
  const infos = [A, B, C].map((name) => ({ path: parseStorePath(`/nix/store/${name}`), narHash: 'sha256-', narSize: 120, references: [], deriver: null, ca: null }));
  const closure = new Map(infos.map((info) => [info.path, info]));
  const delta = deltaOf(closure, intersectBases([base], closure));
  // B is looked for where the Feature is installed, before anything is changed; A is shipped again.
  assert.deepEqual(delta.require.map(({ path }) => path), [...pathsOf([B])]);
  assert.deepEqual(delta.add.map(({ path }) => path), [...pathsOf([A, C])]);
});

test('what the cache says of one layer is not believed of another', async () => {
  const [one, two] = [await gzipLayer([`nix/store/${A}/`]), await gzipLayer([`nix/store/${B}/`])];
  const folder = await folderFor();
  const cache = cacheIn(folder);
  const source = await layoutOf([one, two]);
  await readBase(source, 'amd64', { cache });
  const file = join(folder, cache.saved[0] ?? '', 'layers.json');
  const { schemaVersion, layers } = JSON.parse(await readFile(file, 'utf8')) as { schemaVersion: number; layers: Record<string, { diffId: string }> };
  const [first, second] = [digestOf(one.bytes), digestOf(two.bytes)];
  const moved = { ...layers[first], diffId: layers[second]?.diffId };
  await writeFile(file, JSON.stringify({ schemaVersion, layers: { [first]: layers[first], [second]: moved } }));
  assert.deepEqual((await readBase(source, 'amd64', { cache })).paths, pathsOf([A, B]));
});

test('a cache that fails does no harm', async () => {
  const source = await layoutOf([await gzipLayer([`nix/store/${A}/`])]);
  const debug: string[] = [];
  const { paths } = await readBase(source, 'amd64', { cache: { restore: serviceDown, save: serviceDown }, debug: (line) => debug.push(line) });
  assert.deepEqual(paths, pathsOf([A]));
  assert.match(debug.join('\n'), /the cache service is down/);
});

test("a layer that can't be read names the image, stops the others, and nothing is cached", async () => {
  const folder = await folderFor();
  const cache = cacheIn(folder);
  const source = await layoutOf([await gzipLayer([`nix/store/${A}/`]), { bytes: Buffer.from('no tar at all, but long enough'.repeat(30)) }]);
  await assert.rejects(readBase(source, 'amd64', { cache }), (error: Error) => error instanceof BaseError && error.message.includes(source.name));
  assert.deepEqual(cache.saved, []);
});

test('a layer whose bytes were changed is an integrity error', async () => {
  const layer = await gzipLayer([`nix/store/${A}/`]);
  const source = await layoutOf([layer]);
  const other = Buffer.from(layer.bytes);
  other[9] = 99; // gzip's operating system: the content stays readable
  await writeFile(source.blobPath(digestOf(layer.bytes)), other);
  await assert.rejects(readBase(source, 'amd64'), IntegrityError);
});

test('an aborted run reads nothing', async () => {
  const stop = new AbortController();
  stop.abort();
  await assert.rejects(readBase(await layoutOf([await gzipLayer(['x'])]), 'amd64', { signal: stop.signal }), CancelledError);
});

test('an exported container gives its store paths; a cut one is an error', async () => {
  const tar = await tarOf(['etc/', 'nix/', 'nix/store/', `nix/store/${A}/bin/x`, `nix/store/${B}`]);
  const narSizes = new Map([
    [`/nix/store/${A}`, narSizeOf([{ path: '', type: 'directory' }, { path: 'bin', type: 'directory' }, { path: 'bin/x', type: 'file', size: 7, executable: false }])],
    [`/nix/store/${B}`, narSizeOf([{ path: '', type: 'file', size: 7, executable: false }])],
  ]);
  const sizes = new Map([[`/nix/store/${A}`, 7], [`/nix/store/${B}`, 7]]);
  assert.deepEqual(await readExport(Readable.from([tar]), 'the image x'), { paths: pathsOf([A, B]), sizes, narSizes, hasZstd: false });
  await assert.rejects(readExport(Readable.from([tar.subarray(0, 1000)]), 'the image x'), (error: Error) => error instanceof BaseError && error.message.startsWith("The image x can't be read"));
});
