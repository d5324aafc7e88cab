import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { test } from '@jest/globals';
import { BaseError, CancelledError, IntegrityError } from '../../src/kit/errors.ts';
import { indexLayer, type LayerIndex } from '../../src/base/layer-index.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { DOCKER_LAYER, LAYER_GZIP, LAYER_TAR, LAYER_ZSTD } from '../../src/oci/format/media-types.ts';
import { storeName, tarOf } from './layer-tar.ts';

const [A, B, C] = [storeName('a'), storeName('b'), storeName('c')];

function read(bytes: Buffer, tar = bytes, mediaType: string = LAYER_TAR, chunk = 65_536): Promise<LayerIndex> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) => bytes.subarray(i * chunk, (i + 1) * chunk));
  return indexLayer(Readable.from(chunks), { mediaType, diffId: digestOf(tar), where: 'the layer x of a test' });
}

async function changes(names: readonly string[]): Promise<Pick<LayerIndex, 'added' | 'whiteouts' | 'opaque'>> {
  const { added, whiteouts, opaque } = await read(await tarOf(names));
  return { added, whiteouts, opaque };
}

const nothing = { added: [], whiteouts: [], opaque: false };

for (const prefix of ['', './', '/', './/', '././', 'x/../', '../']) {
  test(`names that begin with "${prefix}" are found`, async () => {
    const names = [`${prefix}nix/`, `${prefix}nix/store/`, `${prefix}nix/store/${A}/`, `${prefix}nix/store/${A}/bin/x`];
    assert.deepEqual(await changes(names), { ...nothing, added: [A] });
  });
}

test('a store path is found whatever it is: directory, file, symlink, hard link', async () => {
  const names = [`nix/store/${A}`, `nix/store/${B} -> ${A}`, `nix/store/${C} => nix/store/${A}`, `nix/store/${storeName('d')}/`];
  assert.deepEqual((await changes(names)).added, [A, B, C, storeName('d')].sort());
});

test('a file deep inside a store path says that the path is there', async () => {
  assert.deepEqual(await changes([`nix/store/${A}/share/doc/x`]), { ...nothing, added: [A] });
});

test('whatever is no store path is left out', async () => {
  const names = ['nix/store/.links/', 'nix/store/.links/x', `nix/store/${A}.lock`, `nix/store/${A.slice(1)}`, 'nix/var/', `usr/nix/store/${B}`, `nix/stores/${B}`, 'etc/passwd', `../nix/x/store/${B}`];
  // A lock file's name is one that a store path may have; nothing in it says otherwise.
  assert.deepEqual(await changes(names), { ...nothing, added: [`${A}.lock`], whiteouts: [`${A}.lock`] });
});

test('whiteouts of store paths are found, those inside a path are not taken for them', async () => {
  const names = [`nix/store/.wh.${A}`, `nix/store/${B}/share/.wh.doc`, `nix/store/${C}/x`, `nix/store/${C}/.wh.y`, 'nix/store/.wh.rubbish', 'nix/store/.wh..wh.plnk'];
  assert.deepEqual(await changes(names), { added: [C], whiteouts: [A], opaque: false });
});

test('a whiteout that comes after the path in one layer removes it, as engines unpack in order', async () => {
  assert.deepEqual(await changes([`nix/store/${A}/x`, `nix/store/${B}`, `nix/store/.wh.${A}`]), { added: [B], whiteouts: [B, A].sort(), opaque: false });
  assert.deepEqual((await changes([`nix/store/${A}/x`, 'nix/.wh.store'])).added, []);
});

for (const name of ['nix/store/.wh..wh..opq', 'nix/.wh..wh..opq', '.wh..wh..opq', 'nix/.wh.store', '.wh.nix', './nix/.wh.store']) {
  test(`${name} hides all that lies below`, async () => {
    assert.deepEqual(await changes([name, `nix/store/${A}/`]), { added: [A], whiteouts: [], opaque: true });
  });
}

for (const name of ['var/.wh.nix', 'usr/.wh..wh..opq', `nix/store/${A}/.wh..wh..opq`, `nix/store/${A}/.wh.nix`, 'nix/var/.wh.store', '.wh.nixos']) {
  test(`${name} hides nothing of the store`, async () => {
    assert.equal((await changes([name])).opaque, false);
  });
}

test('a file in the place of the store hides what lies below', async () => {
  assert.equal((await changes(['nix'])).opaque, true);
});

for (const link of ['nix -> data/nix', './nix/store -> /data/store']) {
  test(`the symbolic link ${link} is an error, not an empty store`, async () => {
    await assert.rejects(changes([link]), (error: BaseError) => {
      assert.ok(error instanceof BaseError);
      assert.match(error.message, /^The layer x of a test can't be used: its \/nix(?:\/store)? is a symbolic link to \/?data\//);
      assert.match(error.hint ?? '', /are directories/);
      return true;
    });
  });
}

test('long names and names with every character that Nix allows are read', async () => {
  const names = [storeName('a', 'n'.repeat(211)), storeName('b', 'A+b-c._d?e=f'), storeName('c', '.hidden')];
  const deep = `nix/store/${storeName('d')}/${'directory/'.repeat(40)}`;
  assert.deepEqual((await changes([...names.map((name) => `nix/store/${name}/file`), deep, `${deep}ünï -> ${'t'.repeat(3000)}`])).added, [...names, storeName('d')].sort());
});

test('the bytes of a store path are those of its regular files', async () => {
  // Each file of these has seven.
  const names = [`nix/store/${A}/`, `nix/store/${A}/x`, `nix/store/${A}/deep/y`, `nix/store/${A}/z -> x`, `nix/store/${B}`, `nix/store/${C}/`];
  assert.deepEqual((await read(await tarOf(names))).sizes, [14, 7, 0]);
});

test('a store path that a layer makes anew hides the one below', async () => {
  assert.deepEqual(await changes([`nix/store/${A}/`, `nix/store/${A}/.wh..wh..opq`, `nix/store/${A}/x`]), { added: [A], whiteouts: [A], opaque: false });
});

test('a hard link costs nothing, whichever store path its target is in', async () => {
  const names = [`nix/store/${A}/x`, `nix/store/${A}/y => nix/store/${A}/x`, `nix/store/${B}/x => nix/store/${A}/x`];
  assert.deepEqual((await read(await tarOf(names))).sizes, [7, 0]);
});

test('a file that an optimised store shares counts for the first store path that has it', async () => {
  const names = ['nix/store/.links/1abc', `nix/store/${A}/x => ./nix/store/.links/1abc`, `nix/store/${B}/x => nix/store/.links/1abc`];
  assert.deepEqual((await read(await tarOf(names))).sizes, [7, 0]);
});

test('an empty tar and no bytes at all hold nothing', async () => {
  assert.deepEqual(await changes([]), nothing);
  assert.deepEqual((await read(Buffer.alloc(0))).added, []);
});

const TAR = await tarOf([`nix/store/${A}/`, `nix/store/${A}/big`, `nix/store/${B}`], Buffer.concat([randomBytes(150_000), Buffer.alloc(700_000)]));
const cut = (parts: number): Buffer[] => Array.from({ length: parts }, (_, i) => TAR.subarray((i * TAR.length) / parts, ((i + 1) * TAR.length) / parts));
const skippable = (size: number): Buffer => Buffer.concat([Buffer.from([0x5e, 0x2a, 0x4d, 0x18, size & 255, (size >> 8) & 255, size >> 16, 0]), randomBytes(size)]);
const checksummed = (part: Buffer): Buffer => zstdCompressSync(part, { params: { 201: 1 } });

const codings: [what: string, bytes: Buffer, mediaType: string][] = [
  ['a plain tar', TAR, LAYER_TAR],
  ['gzip', gzipSync(TAR), LAYER_GZIP],
  ["gzip of docker's media type", gzipSync(TAR), DOCKER_LAYER],
  ['gzip that is announced as a plain tar', gzipSync(TAR), LAYER_TAR],
  ['zstd that is announced as gzip', zstdCompressSync(TAR), LAYER_GZIP],
  ['gzip of several members', Buffer.concat(cut(5).map((part) => gzipSync(part))), LAYER_GZIP],
  ['gzip with zeros behind it', Buffer.concat([gzipSync(TAR), Buffer.alloc(1000)]), LAYER_GZIP],
  ['zstd', zstdCompressSync(TAR), LAYER_ZSTD],
  ['zstd with a checksum', checksummed(TAR), LAYER_ZSTD],
  ['zstd of several frames', Buffer.concat(cut(7).map((part) => zstdCompressSync(part))), LAYER_ZSTD],
  ['zstd of many small frames', Buffer.concat(cut(400).map(checksummed)), LAYER_ZSTD],
  ['zstd of the docker kind', zstdCompressSync(TAR), 'application/vnd.docker.image.rootfs.diff.tar.zstd'],
  ['zstd with skippable frames before, between and behind', Buffer.concat([skippable(0), skippable(9), ...cut(3).flatMap((part) => [checksummed(part), skippable(70_000)])]), LAYER_ZSTD],
  ['zstd with an empty frame', Buffer.concat([zstdCompressSync(''), zstdCompressSync(TAR), checksummed(Buffer.alloc(0))]), LAYER_ZSTD],
];

for (const [what, bytes, mediaType] of codings) {
  for (const chunk of [65_536, 1021]) {
    test(`${what} is read, in chunks of ${chunk}`, async () => {
      const { added, diffId } = await read(bytes, TAR, mediaType, chunk);
      assert.deepEqual(added, [A, B]);
      assert.equal(diffId, digestOf(TAR));
    });
  }
}

for (const codec of [gzipSync, checksummed]) {
  test(`${codec.name} byte by byte is read`, async () => {
    const tar = await tarOf([`nix/store/${A}/x`]);
    const half = tar.length / 2;
    const bytes = Buffer.concat([codec(tar.subarray(0, half)), codec(tar.subarray(half))]);
    assert.deepEqual((await read(bytes, tar, LAYER_TAR, 1)).added, [A]);
  });
}

const broken: [what: string, bytes: Buffer, mediaType: string, says: RegExp][] = [
  ['gzip that is cut', gzipSync(TAR).subarray(0, 100_000), LAYER_GZIP, /unexpected end of file/],
  ['zstd that is cut', zstdCompressSync(TAR).subarray(0, 100_000), LAYER_ZSTD, /end/],
  ['zstd that is cut in a skippable frame', Buffer.concat([zstdCompressSync(TAR), skippable(100).subarray(0, 50)]), LAYER_ZSTD, /middle of a frame/],
  ['zstd with garbage behind it', Buffer.concat([zstdCompressSync(TAR), Buffer.from('garbage!')]), LAYER_ZSTD, /not zstd/],
  ['gzip of garbage', gzipSync(randomBytes(100_000)), LAYER_GZIP, /tar/i],
  ['a tar that is cut', TAR.subarray(0, 100_000), LAYER_TAR, /ends unexpectedly/],
  ['garbage', randomBytes(100_000), LAYER_TAR, /tar/i],
  ['garbage that is announced as gzip', Buffer.concat([Buffer.from('x'), randomBytes(1000)]), LAYER_GZIP, /says gzip, but its bytes are not/],
  ['a tar that is announced as zstd', TAR, LAYER_ZSTD, /says zstd, but its bytes are not/],
  ['xz', Buffer.concat([Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), randomBytes(1000)]), LAYER_TAR, /compressed with xz/],
];

for (const [what, bytes, mediaType, says] of broken) {
  test(`${what} can't be read, and the error says why`, async () => {
    await assert.rejects(read(bytes, TAR, mediaType), (error: BaseError) => {
      assert.ok(error instanceof BaseError, String(error));
      assert.match(error.message, /^The layer x of a test can't be read: /);
      assert.match(error.message, says);
      assert.ok(error.cause);
      return true;
    });
  });
}

test("a tar other than the config's is an integrity error", async () => {
  await assert.rejects(read(TAR, Buffer.from('other')), (error: Error) => error instanceof IntegrityError && /unpacks to sha256:/.test(error.message));
});

test('the failure of the blob itself is what is reported', async () => {
  const failing = Readable.from((async function* () {
    yield gzipSync(TAR).subarray(0, 50_000);
    await Promise.resolve();
    throw new IntegrityError('The blob is too short.');
  })());
  await assert.rejects(indexLayer(failing, { mediaType: LAYER_GZIP, diffId: digestOf(TAR), where: 'x' }), /The blob is too short/);
});

test('an abort ends the reading of a layer that hangs', async () => {
  const stop = new AbortController();
  const hanging = new Readable({ read() {} });
  hanging.push(TAR.subarray(0, 1000));
  setTimeout(() => stop.abort(), 30);
  await assert.rejects(indexLayer(hanging, { mediaType: LAYER_TAR, diffId: digestOf(TAR), where: 'x' }, stop.signal), CancelledError);
  assert.equal(hanging.destroyed, true);
});

test('an abort ends the reading of a layer before its first byte', async () => {
  const stop = new AbortController();
  const hanging = new Readable({ read() {} });
  setTimeout(() => stop.abort(), 30);
  await assert.rejects(indexLayer(hanging, { mediaType: LAYER_TAR, diffId: digestOf(TAR), where: 'x' }, stop.signal), CancelledError);
});

test('memory stays flat however large the layer', async () => {
  const name = `nix/store/${A}/${'x'.repeat(80)}`;
  const one = await tarOf([name], Buffer.alloc(1024 * 1024));
  const member = one.subarray(0, one.length - 1024);
  const before = process.memoryUsage().rss;
  const blob = Readable.from((function* () {
    for (let i = 0; i < 300; i++) yield member;
  })());
  await assert.rejects(indexLayer(blob, { mediaType: LAYER_TAR, diffId: digestOf(''), where: 'x' }), /unpacks to/);
  assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
});
