import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { test } from '@jest/globals';
import { extract, type Header } from 'tar-stream';
import { TAR_END, tarHeader, type WrittenEntry } from '../../src/archive/tar-header.ts';

/** Reads headers back with another implementation. */
async function readBack(entries: readonly WrittenEntry[]): Promise<Header[]> {
  const reader = extract();
  const headers: Header[] = [];
  reader.on('entry', (header, stream, next) => {
    headers.push(header);
    stream.on('end', next).resume();
  });
  const done = once(reader, 'finish');
  reader.end(Buffer.concat([...entries.map((entry) => tarHeader(entry)), TAR_END]));
  await done;
  return headers;
}

const name = (length: number): string => 'd/'.repeat(10) + 'n'.repeat(length - 20);

test('names of every length up to 400 bytes come back whole', async () => {
  const lengths = Array.from({ length: 380 }, (_, i) => i + 21);
  const headers = await readBack(lengths.map((length) => ({ name: name(length), type: 'file', mode: 0o444, size: 0 })));
  assert.deepEqual(headers.map((header) => header.name), lengths.map(name));
});

test('a directory whose name is cut at a slash keeps its own slash', async () => {
  const long = `${'p'.repeat(60)}/${'q'.repeat(60)}/`;
  const [header] = await readBack([{ name: long, type: 'directory', mode: 0o555, size: 0 }]);
  assert.equal(header?.type, 'directory');
  assert.equal(header?.name.replace(/\/$/u, ''), long.slice(0, -1));
});

test('link targets of 100 bytes and of 4095 come back whole', async () => {
  const targets = [100, 101, 255, 4095].map((length) => 't'.repeat(length));
  const headers = await readBack(targets.map((target) => ({ name: 'l', type: 'symlink', mode: 0o777, size: 0, target })));
  assert.deepEqual(headers.map((header) => header.linkname), targets);
});

test('owner, time and mode are what a store has', async () => {
  const [header] = await readBack([{ name: 'f', type: 'hard-link', mode: 0o555, size: 0, target: 'e' }]);
  const { mtime, uid, gid, mode, uname, gname, type } = header ?? {};
  assert.deepEqual(
    { mtime, uid, gid, mode, uname, gname, type },
    { mtime: new Date(1000), uid: 0, gid: 0, mode: 0o555, uname: '', gname: '', type: 'link' },
  );
});

test('a file of 8 GiB and more has its size in the extended header, as GNU tar reads it', () => {
  for (const size of [8 * 2 ** 30 - 1, 8 * 2 ** 30, 123_456_789_012]) {
    const header = tarHeader({ name: 'big', type: 'file', mode: 0o444, size });
    // The contents themselves are not there: GNU tar lists the entry, then complains.
    const listed = listWithTar(header);
    assert.match(listed, new RegExp(` ${size} .* big$`, 'mu'));
  }
});

function listWithTar(bytes: Buffer): string {
  try {
    return execFileSync('tar', ['-tvf', '-'], { input: bytes, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
  } catch (error) {
    return (error as { stdout: Buffer }).stdout.toString();
  }
}

test('the same entry gives the same bytes', () => {
  const entry: WrittenEntry = { name: name(300), type: 'file', mode: 0o444, size: 1 };
  assert.deepEqual(tarHeader(entry), tarHeader(entry));
});
