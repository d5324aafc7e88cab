import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { IntegrityError } from '../../src/kit/errors.ts';
import type { PathInfo } from '../../src/nix/store/closure.ts';
import { readStore } from '../../src/nix/nar/store-reader.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { narOf, type Tree } from './nar-builder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'store-reader-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const MIB = 1024 * 1024;

function writeTree(path: string, tree: Tree): void {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return writeFileSync(path, tree, { mode: 0o444 });
  if ('link' in tree) return symlinkSync(tree.link, path);
  if ('executable' in tree) {
    writeFileSync(path, tree.executable);
    return chmodSync(path, 0o555);
  }
  mkdirSync(path);
  for (const [name, child] of Object.entries(tree.entries)) writeTree(join(path, name), child);
}

/** A tree on disk; the reader takes any folder for a store path. */
function infoOf(name: string, tree: Tree): PathInfo {
  const path = join(scratch, name) as StorePath;
  writeTree(path, tree);
  const nar = narOf(tree);
  const narHash = `sha256-${createHash('sha256').update(nar).digest('base64')}`;
  return { path, narHash, narSize: nar.length, references: [], deriver: null, ca: null };
}

/** Reads a path. @returns what was told, and after each pause the bytes of contents and the entries since the last one */
function read(info: PathInfo): { told: string[]; pauses: { bytes: number; entries: number }[] } {
  const told: string[] = [];
  const pauses: { bytes: number; entries: number }[] = [];
  let now = { bytes: 0, entries: 0 };
  const note = (line: string): void => {
    told.push(line);
    now.entries += 1;
  };
  const reader = readStore([info], {
    beginPath: () => undefined,
    endPath: () => undefined,
    fileEnd: () => undefined,
    directory: (path) => note(`${path}/`),
    file: (path, executable, size) => note(`${path} ${size}${executable ? ' x' : ''}`),
    symlink: (path, target) => note(`${path} -> ${target}`),
    contents: (bytes) => void (now.bytes += bytes.length),
  });
  while (reader.next().done !== true) {
    pauses.push(now);
    now = { bytes: 0, entries: 0 };
  }
  return { told, pauses };
}

test('what a path holds is told in the order of a NAR, and checked against its hash', () => {
  const tree: Tree = { entries: { b: { executable: 'run' }, a: { entries: { 'a.b': 'text', 'a-b': { link: 'a.b' } } }, c: '' } };
  const info = infoOf('tree', tree);
  assert.deepEqual(read(info).told, ['/', 'a/', 'a/a-b -> a.b', 'a/a.b 4', 'b 3 x', 'c 0']);
  assert.throws(() => read({ ...info, narHash: `sha256-${Buffer.alloc(32).toString('base64')}` }), IntegrityError);
});

test('it pauses within a large file', () => {
  const { pauses } = read(infoOf('large', Buffer.alloc(5 * MIB + 1)));
  assert.ok(pauses.length >= 5);
  assert.ok(pauses.every(({ bytes }) => bytes <= MIB));
});

test('it pauses among many small files, and among entries that have no contents', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `entry-${index}`);
  const files = read(infoOf('files', { entries: Object.fromEntries(names.map((name) => [name, Buffer.alloc(2000)])) }));
  assert.ok(files.pauses.every(({ bytes }) => bytes <= MIB + 2000));
  const links = read(infoOf('links', { entries: Object.fromEntries(names.map((name) => [name, { link: 'target' }])) }));
  assert.ok(links.pauses.every(({ entries }) => entries <= 1025));
});
