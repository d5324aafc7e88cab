import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { afterAll, test } from '@jest/globals';
import { packLayers, type PackedLayer } from '../../src/archive/layers/pack-layers.ts';
import { TarReader } from '../../src/base/tar/tar-reader.ts';
import { IntegrityError, SetupError } from '../../src/kit/errors.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import type { Compression } from '../../src/request/build.ts';
import { closureOfTrees, exportOf, number, storePath, string, type TestPath } from '../nix/nar-builder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'pack-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let count = 0;

function freshFolder(): string {
  const folder = join(scratch, String((count += 1)));
  mkdirSync(folder);
  return folder;
}

/** A place where "nix-store --export" gives the bytes that the test made. */
function siteOf(bytes: Buffer, step = 65_536): NixSite {
  function* chunks(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  }
  return {
    where: 'the test',
    system: 'x86_64-linux',
    storeIsHere: false,
    capture: () => Promise.reject(new Error('not used')),
    stream: () => ({ stdout: Readable.from(chunks(), { objectMode: false }), done: Promise.resolve() }),
  };
}

interface PackRequest {
  readonly groups?: readonly (readonly StorePath[])[];
  readonly compression?: Compression;
  readonly jobs?: number;
  readonly step?: number;
  readonly folder?: string;
  readonly signal?: AbortSignal;
}

async function pack(paths: readonly TestPath[], request: PackRequest = {}): Promise<PackedLayer[]> {
  const closure = closureOfTrees(paths);
  const groups = request.groups ?? [[...closure.keys()]];
  const ordered = groups.flatMap((group) => [...group].sort()).map((path) => paths.find((known) => known.path === path)!);
  return packLayers(siteOf(exportOf(ordered), request.step), closure, groups, {
    folder: request.folder ?? freshFolder(),
    compression: request.compression ?? 'gzip',
    jobs: request.jobs ?? 1,
    ...(request.signal !== undefined && { signal: request.signal }),
  });
}

function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function unpack(file: string): string {
  const folder = freshFolder();
  execFileSync('tar', ['-x', '-f', file, '-C', folder]);
  return join(folder, 'nix/store');
}

/** Of two blocks. */
const BIG = randomBytes(1.5 * 1024 * 1024);
const TOOL: TestPath = {
  path: storePath('b', 'tool'),
  tree: {
    entries: {
      bin: { entries: { tool: { executable: BIG }, copy: { executable: BIG }, data: BIG, alias: { link: 'tool' } } },
      'a name with "every" char \\ \n': 'text',
      [`${'long-'.repeat(40)}name`]: { link: 't'.repeat(300) },
    },
  },
};
const FILE: TestPath = { path: storePath('a', 'single-file'), tree: 'only a file' };
const LINK: TestPath = { path: storePath('c', 'link'), tree: { link: '/nix/store/somewhere' } };
const PATHS = [FILE, TOOL, LINK];

const ofPaths = new Map<Compression, Promise<PackedLayer[]>>();

/** All of them in one layer, which is packed once, by one job. */
async function packedPaths(compression: Compression): Promise<PackedLayer> {
  const packing = ofPaths.get(compression) ?? pack(PATHS, { compression });
  ofPaths.set(compression, packing);
  return (await packing)[0] ?? assert.fail('no layer');
}

for (const compression of ['gzip', 'zstd'] as const) {
  test(`${compression}: what is unpacked is what went in, and digests are of the bytes that are there`, async () => {
    const layer = await packedPaths(compression);
    const compressed = readFileSync(layer.file);
    assert.equal(layer.digest, sha256(compressed));
    assert.equal(layer.size, compressed.length);
    const tar = execFileSync(compression, ['-dc', layer.file], { maxBuffer: 1 << 28 });
    assert.equal(layer.diffId, sha256(tar));
    assert.equal(layer.tarSize, tar.length);

    const tarFile = join(freshFolder(), 'layer.tar');
    execFileSync('sh', ['-c', 'cat > "$1"', 'sh', tarFile], { input: tar });
    const store = unpack(tarFile);
    assert.deepEqual(readdirSync(store).sort(), PATHS.map(({ path }) => path.slice('/nix/store/'.length)));
    assert.equal(readFileSync(join(store, FILE.path.slice(11)), 'latin1'), 'only a file');
    assert.equal(readlinkSync(join(store, LINK.path.slice(11))), '/nix/store/somewhere');
    const tool = join(store, TOOL.path.slice(11));
    assert.deepEqual(readFileSync(join(tool, 'bin/tool')), BIG);
    assert.deepEqual(readFileSync(join(tool, 'bin/data')), BIG);
    assert.equal(readlinkSync(join(tool, `${'long-'.repeat(40)}name`)), 't'.repeat(300));
    assert.equal(readFileSync(join(tool, 'a name with "every" char \\ \n'), 'latin1'), 'text');
    assert.equal(lstatSync(tool).mode & 0o7777, 0o555);
    assert.equal(statSync(join(tool, 'bin/tool')).mode & 0o7777, 0o555);
    assert.equal(statSync(join(tool, 'bin/data')).mode & 0o7777, 0o444);
    assert.equal(statSync(tool).mtimeMs, 1000);
  });

  test(`${compression}: the bytes depend neither on the number of jobs nor on how the stream is cut`, async () => {
    const one = await packedPaths(compression);
    const [many] = await pack(PATHS, { compression, jobs: 4, step: 4099 });
    assert.equal(many?.digest, one.digest);
  });
}

test('progress is told within a path too, and never beyond the whole', async () => {
  const closure = closureOfTrees([TOOL]);
  const seen: number[] = [];
  const site = siteOf(exportOf([TOOL]), 10_000);
  await packLayers(site, closure, [[TOOL.path]], { folder: freshFolder(), compression: 'gzip', jobs: 1, onProgress: (done) => void seen.push(done) });
  assert.ok(new Set(seen).size > 3, 'one large path');
  assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
  assert.equal(seen.at(-1), closure.get(TOOL.path)?.narSize);
});

test('told to stop, it ends with the reason and leaves no file', async () => {
  const folder = freshFolder();
  await assert.rejects(pack(PATHS, { folder, signal: AbortSignal.abort(new Error('enough')) }), { message: 'enough' });
  assert.deepEqual(readdirSync(folder), []);
});

test('identical files become hard links, but not across the executable bit', async () => {
  const bin = join(unpack((await packedPaths('gzip')).file), TOOL.path.slice(11), 'bin');
  assert.equal(statSync(join(bin, 'copy')).ino, statSync(join(bin, 'tool')).ino);
  assert.notEqual(statSync(join(bin, 'data')).ino, statSync(join(bin, 'tool')).ino);
});

test('files of one size and other contents stay apart', async () => {
  const path = storePath('d', 'pairs');
  const tree = { entries: { a: 'aaaa', b: 'bbbb', c: 'aaaa', d: 'bbbb', e: '', f: '' } };
  const [layer] = await pack([{ path, tree }]);
  const store = join(unpack(layer!.file), path.slice(11));
  const inode = (name: string): number => statSync(join(store, name)).ino;
  assert.equal(readFileSync(join(store, 'b'), 'latin1'), 'bbbb');
  assert.equal(inode('c'), inode('a'));
  assert.equal(inode('d'), inode('b'));
  assert.notEqual(inode('a'), inode('b'));
  assert.notEqual(inode('e'), inode('f'), 'an empty file has nothing to share');
});

test('a layer holds only the paths of its group, sorted, under nix/store', async () => {
  const layers = await pack(PATHS, { groups: [[LINK.path, FILE.path], [TOOL.path]] });
  const names = execFileSync('tar', ['-tf', layers[0]!.file]).toString().trim().split('\n');
  assert.deepEqual(names, ['nix/', 'nix/store/', ...[FILE, LINK].map(({ path }) => path.slice(1))]);
  assert.deepEqual(layers[0]?.paths, [FILE.path, LINK.path]);
  assert.notEqual(layers[0]?.key, layers[1]?.key);
});

test("a layer's key is the same for any codec, and its tar is", async () => {
  const [gzip, zstd] = [await packedPaths('gzip'), await packedPaths('zstd')];
  assert.equal(zstd.key, gzip.key);
  assert.equal(zstd.diffId, gzip.diffId);
});

test('blocks of gzip are one deflate stream, at borders of every kind', async () => {
  const block = 1024 * 1024;
  const paths = [-3000, -2560, -2048, -1, 0, 1, 511, 512, 513, block].map((extra, at): TestPath => ({ path: storePath('f', `border-${at}`), tree: Buffer.alloc(block - 4096 + extra, 'compressible ') }));
  // One packing, as its threads take longer to start than all of this to compress.
  for (const layer of await pack(paths, { groups: paths.map(({ path }) => [path]) })) {
    assert.equal(sha256(gunzipSync(readFileSync(layer.file))), layer.diffId);
    execFileSync('gzip', ['-t', layer.file]);
  }
});

test('a store path of folders 5,000 levels deep is packed, and unpacks', async () => {
  const levels = 5_000;
  const open = ['entry', '(', 'name', 'd', 'node', '(', 'type', 'directory'].map((text) => string(text));
  const leaf = ['entry', '(', 'name', 'leaf', 'node', '(', 'type', 'regular', 'contents', 'x', ')', ')'].map((text) => string(text));
  const close = [string(')'), string(')')];
  const repeated = (parts: readonly Buffer[]): Buffer[] => Array.from({ length: levels }, () => Buffer.concat(parts));
  const nar = Buffer.concat([...['nix-archive-1', '(', 'type', 'directory'].map((text) => string(text)), ...repeated(open), ...leaf, ...repeated(close), string(')')]);
  const path = storePath('d', 'deep');
  const narHash = `sha256-${createHash('sha256').update(nar).digest('base64')}`;
  const closure = new Map([[path, { path, narHash, narSize: nar.length, references: [], deriver: null, ca: null }]]);
  const bytes = Buffer.concat([number(1), nar, number(0x4558494e), string(path), number(0), string(''), number(0), number(0)]);
  const [layer] = await packLayers(siteOf(bytes), closure, [[path]], { folder: freshFolder(), compression: 'gzip', jobs: 1 });
  assert.ok(layer);
  const entries: string[] = [];
  await pipeline(Readable.from([gunzipSync(readFileSync(layer.file))]), new TarReader(({ name }) => entries.push(name)));
  assert.equal(entries.at(-1), `${path.slice(1)}/${'d/'.repeat(levels)}leaf`);
  assert.equal(entries.length, levels + 4);
});

test('damaged contents fail, and leave no file', async () => {
  const folder = freshFolder();
  const closure = closureOfTrees(PATHS);
  const stream = exportOf([FILE, TOOL, LINK]);
  stream.write('damage', stream.indexOf(BIG.subarray(0, 64)) + 70);
  const packing = packLayers(siteOf(stream), closure, [[FILE.path], [TOOL.path, LINK.path]], { folder, compression: 'gzip', jobs: 2 });
  await assert.rejects(packing, (error: unknown) => error instanceof IntegrityError && error.message.includes(TOOL.path));
  assert.deepEqual(readdirSync(folder), []);
});

test('a folder that cannot be written to fails with the reason', async () => {
  const folder = join(freshFolder(), 'gone');
  await assert.rejects(pack(PATHS, { folder }), { code: 'ENOENT' });
  assert.equal(existsSync(folder), false);
});

/** The threads that are started while `work` runs. */
async function threadsOf(work: () => Promise<unknown>, onThread: (worker: Worker) => void = () => undefined): Promise<Worker[]> {
  const started: Worker[] = [];
  const note = (message: unknown): void => {
    const { worker } = message as { worker: Worker };
    started.push(worker);
    onThread(worker);
  };
  subscribe('worker_threads', note);
  try {
    await work();
  } finally {
    unsubscribe('worker_threads', note);
  }
  return started;
}

/** Node gives a thread that has ended the number -1. */
const hasEnded = ({ threadId }: Worker): boolean => threadId === -1;

test('as many threads compress as there are jobs, one more digests, and all have ended with the packing', async () => {
  const blocks: TestPath = { path: storePath('g', 'blocks'), tree: randomBytes(6 * 1024 * 1024) };
  const threads = await threadsOf(() => pack([blocks], { jobs: 3, step: 1024 * 1024 }));
  assert.equal(threads.length, 4);
  assert.ok(threads.every(hasEnded));
});

test('small layers start no thread, until together they are more than a block', async () => {
  const paths = Array.from('abcdfghijk', (letter): TestPath => ({ path: storePath(letter, 'small'), tree: randomBytes(150_000) }));
  const each = paths.map(({ path }) => [path]);
  assert.equal((await threadsOf(() => pack(paths.slice(0, 4), { groups: each.slice(0, 4) }))).length, 0);
  assert.ok((await threadsOf(() => pack(paths, { groups: each }))).length > 0);
});

test('a layer has the same bytes whether threads made it or not', async () => {
  const small: TestPath = { path: storePath('d', 'small'), tree: 'some text' };
  const almostBlock: TestPath = { path: storePath('a', 'almost-a-block'), tree: BIG.subarray(0, 1_000_000) };
  for (const compression of ['gzip', 'zstd'] as const) {
    const [alone] = await pack([small], { compression });
    const layers = await pack([almostBlock, TOOL, small], { compression, groups: [[almostBlock.path], [TOOL.path], [small.path]], jobs: 2 });
    assert.equal(layers[2]?.digest, alone?.digest);
  }
});

test('a thread that dies ends the packing with one error, and leaves neither file nor thread', async () => {
  const folder = freshFolder();
  const threads = await threadsOf(
    async () => assert.rejects(pack(PATHS, { folder }), (error: unknown) => error instanceof SetupError && /exited early/.test(error.message)),
    (worker) => void worker.terminate(),
  );
  assert.ok(threads.length > 0 && threads.every(hasEnded));
  assert.deepEqual(readdirSync(folder), []);
});

test('told to stop while threads are at work, it leaves neither file nor thread', async () => {
  const folder = freshFolder();
  const stop = new AbortController();
  const threads = await threadsOf(
    async () => assert.rejects(pack(PATHS, { folder, signal: stop.signal }), { message: 'enough' }),
    () => stop.abort(new Error('enough')),
  );
  assert.ok(threads.length > 0 && threads.every(hasEnded));
  assert.deepEqual(readdirSync(folder), []);
});
