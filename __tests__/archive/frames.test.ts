import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, test } from '@jest/globals';
import { packLayers, type PackedLayer } from '../../src/archive/layers/pack-layers.ts';
import { IntegrityError } from '../../src/kit/errors.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import type { Compression } from '../../src/request/build.ts';
import { parseDeltaDocument } from '../../src/delta/document/parse-document.ts';
import { closureOfTrees, exportOf, storePath, type TestPath } from '../nix/nar-builder.ts';
import { heldFeature } from '../serve/held.ts';

const scratch = mkdtempSync(join(tmpdir(), 'frames-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const MIB = 1024 * 1024;
/** Tiny ones, one that is larger than two blocks, and some between; the names are in the order of the layer. */
const SIZES = [10, 20, 9 * MIB, 100, MIB, 300 * 1024, 5, 4 * MIB, 7];
const PATHS: readonly TestPath[] = SIZES.map((size, index) => ({ path: storePath('0123456789'.charAt(index), `path-${index}`), tree: randomBytes(size) }));

async function pack(compression: Compression, jobs: number): Promise<PackedLayer> {
  const site: NixSite = {
    where: 'the test',
    system: 'x86_64-linux',
    storeIsHere: false,
    capture: () => Promise.reject(new Error('not used')),
    stream: () => ({ stdout: Readable.from([exportOf(PATHS)], { objectMode: false }), done: Promise.resolve() }),
  };
  const folder = mkdtempSync(join(scratch, 'layer-'));
  const [layer] = await packLayers(site, closureOfTrees(PATHS), [PATHS.map(({ path }) => path)], { folder, compression, jobs });
  return layer!;
}


test('each path of a zstd layer is in its own frames, which are the same for any number of threads', async () => {
  const [layer, again] = [await pack('zstd', 2), await pack('zstd', 1)];
  assert.deepEqual(again.frames, layer.frames);
  assert.equal(again.digest, layer.digest);
  const bytes = readFileSync(layer.file);
  const frames = layer.frames ?? [];
  assert.deepEqual(frames.map(([index]) => index), PATHS.map((_, index) => index));
  for (const [index, offset, size] of frames) {
    const tar = zstdDecompressSync(bytes.subarray(offset, offset + size));
    const { path, tree } = PATHS[index]!;
    assert.ok(tar.indexOf(tree as Buffer) > 0, `${path} is whole`);
    assert.equal(tar.toString('latin1', 257, 262), 'ustar', `the frames of ${path} begin with a header`);
  }
  // Tiny neighbours share a frame; what follows a large path does not begin within it.
  assert.deepEqual(frames[1]?.slice(1), [frames[0]?.[1], frames[1]?.[2]]);
  assert.ok((frames[3]?.[1] ?? 0) >= (frames[2]?.[1] ?? 0) + (frames[2]?.[2] ?? 0) - 1);
});

test('a gzip layer has no frames: each of its blocks needs the one before', async () => {
  assert.equal((await pack('gzip', 2)).frames, undefined);
});

test('a document whose frames are not in their layer is refused', () => {
  const [path] = PATHS;
  for (const frames of [[[1, 0, 1]], [[0, 0, 0]], [[0, 1_000_000, 1]], [[0, 0]], [[0, -1, 1]], [[0, 0, 1, 1]], ['0']]) {
    const { document } = heldFeature([{ ...path!, tree: 'x' }], undefined, { frames: frames as never });
    assert.throws(() => parseDeltaDocument(JSON.stringify(document), 'it'), IntegrityError, JSON.stringify(frames));
  }
  assert.ok(parseDeltaDocument(JSON.stringify(heldFeature([{ ...path!, tree: 'x' }], undefined, { frames: [[0, 0, 5]] }).document), 'it'));
});
