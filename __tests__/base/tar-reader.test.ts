import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, open, symlink as makeLink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from '@jest/globals';
import { TarReader, type TarEntry } from '../../src/base/tar/tar-reader.ts';
import { folderFor } from '../oci/images.ts';
import { END, entry, file, folder, hardLink, header, layer, padded, pax, symlink } from './tar-blocks.ts';

const V7 = '\0'.repeat(8);
const GNU = 'ustar  \0';

async function entriesOf(tar: Buffer, chunk = tar.length): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  const chunks = Array.from({ length: Math.ceil(tar.length / chunk) }, (_, i) => tar.subarray(i * chunk, (i + 1) * chunk));
  await pipeline(Readable.from(chunks), new TarReader((each) => entries.push(each)));
  return entries;
}

const short = ({ name, type, size, target }: TarEntry): string => `${type} ${name}${target === '' ? '' : ` > ${target}`}${size === 0 ? '' : ` ${size}`}`;

const LONG = `long/${'n'.repeat(300)}`;
const base256 = (value: number): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(value), 4);
  bytes[0] = 0x80;
  return bytes;
};

const cases: readonly (readonly [what: string, tar: Buffer, entries: readonly string[]])[] = [
  ['a tar ends at its end marker, whatever follows', Buffer.concat([layer(file('a', 'x')), layer(file('b', 'y'))]), ['file a 1']],
  ['what follows the end marker need not be a tar', Buffer.concat([layer(file('a', 'x')), Buffer.from('rubbish')]), ['file a 1']],
  ['the end marker may be missing', file('a', 'x'), ['file a 1']],
  ['one block of zeros at the end is enough', Buffer.concat([file('a', 'x'), Buffer.alloc(512)]), ['file a 1']],
  ['the zeros after the last file may be missing', Buffer.concat([header('a', '0', 3), Buffer.from('abc')]), ['file a 3']],
  ['no content follows a hard link whose header has a size', layer(header('l', '1', 3000, { target: 'a' }), file('b')), ['link l > a', 'file b']],
  ['no content follows a symbolic link whose header has a size', layer(header('l', '2', 3000, { target: 'a' }), file('b')), ['symlink l > a', 'file b']],
  ['no content follows a folder whose header has a size', layer(header('d/', '5', 4), file('b')), ['directory d/', 'file b']],
  ['no content follows a folder whose extended header has a size', layer(pax({ size: 4000 }), folder('d'), file('b')), ['directory d/', 'file b']],
  ['no content follows devices and fifos whose headers have a size', layer(header('c', '3', 9), header('k', '4', 9), header('p', '6', 9), file('b')), ['device c', 'device k', 'fifo p', 'file b']],
  ['v7 headers are read, and know folders by their slash', layer(entry('d/', '\0', '', { magic: V7 }), entry('d/a', '\0', 'xy', { magic: V7 }), symlink('l', 'a', { magic: V7 })), ['directory d/', 'file d/a 2', 'symlink l > a']],
  ['a ustar name has a prefix', layer(header('name', '0', 0, { fields: { 345: 'some/prefix' } })), ['file some/prefix/name']],
  ['a GNU header has times where ustar has a prefix', layer(header('name', '0', 0, { magic: GNU, fields: { 345: '00000000001\0' } })), ['file name']],
  ['a v7 header has no prefix', layer(header('name', '0', 0, { magic: V7, fields: { 345: 'rubbish' } })), ['file name']],
  ['names and targets of PAX replace those of the header', layer(entry(LONG, '0', 'x'), symlink('l', LONG)), [`file ${LONG} 1`, `symlink l > ${LONG}`]],
  ['GNU long names and targets', layer(entry('././@LongLink', 'L', `${LONG}\0`, { magic: GNU }), entry('././@LongLink', 'K', `to/${LONG}\0`, { magic: GNU }), symlink('l', 'cut', { magic: GNU }), file('b')), [`symlink ${LONG} > to/${LONG}`, 'file b']],
  ['an extended header is for the next entry alone', layer(pax({ path: 'a' }), file('x'), file('b')), ['file a', 'file b']],
  ['a record without a value leaves what the header says', layer(pax({ path: '' }), file('b')), ['file b']],
  ['a global header changes nothing', layer(pax({ path: 'everywhere', size: 77 }, 'g'), file('b', 'x')), ['file b 1']],
  ['the size of PAX replaces that of the header', layer(pax({ size: 600 }), header('a', '0', 0), padded('x'.repeat(600)), file('b')), ['file a 600', 'file b']],
  ['a size of base 256', layer(header('a', '0', 0, { magic: GNU, fields: { 124: base256(700) } }), padded('x'.repeat(700)), file('b')), ['file a 700', 'file b']],
  ['numbers with spaces around them', layer(header('a', '0', 0, { fields: { 124: '         3 \0' } }), padded('abc'), file('b')), ['file a 3', 'file b']],
  ['a PAX 1.0 file with holes is called by its own name and size', layer(pax({ 'GNU.sparse.major': 1, 'GNU.sparse.minor': 0, 'GNU.sparse.name': 'real', 'GNU.sparse.realsize': 90_000 }), file('GNUSparseFile.0/x', 'x'.repeat(600)), file('b')), ['file real 90000', 'file b']],
  ['a PAX 0.1 file with holes is called by its own name and size', layer(pax({ 'GNU.sparse.map': '0,1', 'GNU.sparse.size': 90_000, 'GNU.sparse.name': 'real' }), file('x', 'y'), file('b')), ['file real 90000', 'file b']],
  ['an unknown PAX version of files with holes is a plain file', layer(pax({ 'GNU.sparse.major': 2, 'GNU.sparse.name': 'real' }), file('x', 'y')), ['file x 1']],
  ['an old GNU file with holes has its map before its content', layer(header('s', 'S', 5, { magic: GNU, fields: { 482: '\x01', 483: '00000070000\0' } }), header('map', '0', 0, { fields: { 504: '\x01' } }), Buffer.alloc(512), padded('12345'), file('b')), ['file s 28672', 'file b']],
  ['contiguous files are files', layer(entry('a', '7', 'xyz')), ['file a 3']],
  ['an entry of a kind that nobody knows is passed over with its content', layer(entry('v', 'V', 'x'.repeat(600)), file('b')), ['other v', 'file b']],
  ['nothing at all holds nothing', Buffer.alloc(0), []],
  ['an end marker alone holds nothing', END, []],
];

for (const [what, tar, expected] of cases) {
  test(what, async () => {
    for (const chunk of [65_536, 512, 100, 1]) assert.deepEqual((await entriesOf(tar, chunk)).map(short), expected, `in chunks of ${chunk}`);
  });
}

const broken: readonly (readonly [what: string, tar: Buffer, says: RegExp])[] = [
  ['a header that is cut', file('a', 'x').subarray(0, 100), /ends unexpectedly/],
  ['content that is cut', Buffer.concat([header('a', '0', 3), Buffer.from('ab')]), /ends unexpectedly/],
  ['an extended header that is cut', pax({ path: 'a' }).subarray(0, 520), /ends unexpectedly/],
  ['a wrong checksum', layer(Buffer.concat([Buffer.from('b'), file('a').subarray(1)])), /checksum/],
  ['a header after a block of zeros', Buffer.concat([file('a'), Buffer.alloc(512), file('b')]), /goes on after a block of zeros/],
  ['a size that is not a number', layer(header('a', '0', 0, { fields: { 124: '12x' } })), /invalid number/],
  ['a size below zero', layer(header('a', '0', 0, { fields: { 124: Buffer.alloc(12, 0xff) } })), /negative size/],
  ['a size beyond all bounds', layer(header('a', '0', 0, { fields: { 124: Buffer.concat([Buffer.from([0x80]), Buffer.alloc(11, 0xff)]) } })), /too large/],
  ['an extended header of another length than it says', layer(entry('x', 'x', '99 path=a\n')), /extended header/],
  ['an extended header without an equals sign', layer(entry('x', 'x', '10 path a\n')), /extended header/],
  ['a NUL in a name of PAX', layer(pax({ path: 'a\0b' }), file('x')), /extended header/],
  ['a size of PAX that is not a number', layer(pax({ size: '-1' }), file('x')), /not a number/],
  ['an extended header of gigabytes', layer(header('x', 'x', 0o77777777777)), /extended header of \d+ bytes/],
];

for (const [what, tar, says] of broken) {
  test(`${what} is an error, and nothing hangs`, async () => {
    for (const chunk of [65_536, 7]) await assert.rejects(entriesOf(tar, chunk), says);
  });
}

async function folderOfKinds(): Promise<string> {
  const root = join(await folderFor(), 'root');
  await mkdir(join(root, 'sub', 'd'.repeat(90), 'e'.repeat(90)), { recursive: true });
  await writeFile(join(root, 'sub/one'), 'x'.repeat(1234));
  await chmod(join(root, 'sub/one'), 0o755);
  await link(join(root, 'sub/one'), join(root, 'sub/two'));
  await makeLink('t'.repeat(90), join(root, 'short-link'));
  const holes = await open(join(root, 'sub/holes'), 'w');
  for (let i = 0; i < 40; i += 1) await holes.write('data', i * 100_000);
  await holes.truncate(5_000_000);
  await holes.close();
  return root;
}

for (const format of ['v7', 'ustar', 'oldgnu', 'gnu', 'posix']) {
  test(`what GNU tar writes as ${format} is read as GNU tar reads it`, async () => {
    const root = await folderOfKinds();
    // v7 has no room for long names; files with holes are known to the others.
    const members = format === 'v7' ? ['sub/one', 'sub/two', 'short-link'] : ['.'];
    const holes = ['oldgnu', 'gnu', 'posix'].includes(format) ? ['--sparse'] : [];
    const tar = execFileSync('tar', ['-c', '-C', root, '--sort=name', `--format=${format}`, ...holes, ...members], { maxBuffer: 1e8 });
    const listed = execFileSync('tar', ['-tv', '--numeric-owner', '--full-time'], { input: tar, encoding: 'utf8' }).trim().split('\n');
    const kinds = { '-': 'file', h: 'link', l: 'symlink', d: 'directory' } as Readonly<Record<string, string>>;
    const expected = listed.map((line) => {
      const [, kind = '', size = '', rest = ''] = /^(.)\S+ \S+ +(\d+) \S+ \S+ +(.*)$/.exec(line) ?? [];
      const [name = '', target = ''] = rest.split(/ -> | link to /);
      return `${kinds[kind]} ${name}${target === '' ? '' : ` > ${target}`}${kind === '-' && size !== '0' ? ` ${size}` : ''}`;
    });
    const entries = await entriesOf(tar, 4096);
    assert.deepEqual(entries.map(short), expected);
    assert.equal(entries.find(({ name }) => name.endsWith('sub/one'))?.mode, 0o755);
  });
}

test('hard links and plain files that share a name are told apart by their kind', async () => {
  assert.deepEqual((await entriesOf(layer(file('a', 'x'), hardLink('b', 'a')))).map(short), ['file a 1', 'link b > a']);
});
