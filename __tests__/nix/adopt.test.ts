import assert from 'node:assert/strict';
import { describe, it, test } from '@jest/globals';
import { withoutCycles, withoutTorn } from '../../src/nix/nar/adopt.ts';
import { describeContents, firstDifference } from '../../src/nix/reproduce/difference.ts';
import type { NarEntry } from '../../src/nix/reproduce/nar-listing.ts';
import { loadDbText, parseDumpedDb, type Registration } from '../../src/nix/store/registration.ts';
import { parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';

const at = (letter: string): StorePath => parseStorePath(`/nix/store/${letter.repeat(32)}-${letter}`);
const entry = (letter: string, ...references: string[]): Registration => ({
  path: at(letter),
  narHash: letter.repeat(64),
  narSize: 120,
  references: references.map(at),
});

describe('adopted paths', () => {
  it('are written as nix-store --load-db reads them', () => {
    assert.equal(
      loadDbText([entry('a', 'a', 'b'), entry('b')]),
      `${at('a')}\n${'a'.repeat(64)}\n120\n\n2\n${at('a')}\n${at('b')}\n${at('b')}\n${'b'.repeat(64)}\n120\n\n0\n`,
    );
  });

  it('are read as nix-store --dump-db prints them, and nothing else is', () => {
    const entries = [entry('a', 'a', 'b'), entry('b')];
    const text = loadDbText(entries);
    assert.deepEqual(parseDumpedDb(text, 'on the host'), entries);
    assert.deepEqual(parseDumpedDb(text.replace('\n\n2\n', `\n${at('d')}.drv\n2\n`), 'on the host'), entries);
    assert.deepEqual(parseDumpedDb('', 'on the host'), []);
    const faults: readonly (readonly [string, string])[] = [
      [text.replace('/nix/store/', '/nix/stare/'), 'has "/nix/stare/'],
      [text.replace('aaaa\n', '\n'), 'for a SHA-256 in line 2.'],
      [text.replace('\n120\n', '\n-1\n'), 'has "-1" for a size in line 3.'],
      [text.replace('\n120\n\n2', '\n120\nnobody\n2'), 'has "nobody" for a deriver in line 4.'],
      [text.replace('\n2\n', '\n9\n'), 'for a reference in line 9.'],
      [text.slice(0, text.lastIndexOf('\n0\n')), 'has no deriver in line 11.'],
      [`${text}\n`, 'has "" for a store path in line 13.'],
    ];
    for (const [wrong, says] of faults) assert.throws(() => parseDumpedDb(wrong, 'on the host'), (error: Error) => error.message.startsWith('The answer of "nix-store --dump-db" on the host ') && error.message.includes(says), says);
  });

  it('keep their references, also to themselves and to paths that are registered already', () => {
    const entries = [entry('a', 'a', 'b', 'z'), entry('b', 'c'), entry('c'), entry('d', 'a', 'c')];
    assert.deepEqual(withoutCycles(entries), entries);
  });

  it('lose the reference that closes a circle, and no other', () => {
    assert.deepEqual(withoutCycles([entry('a', 'b'), entry('b', 'c'), entry('c', 'a', 'c', 'd'), entry('d')]), [
      entry('a', 'b'),
      entry('b', 'c'),
      entry('c', 'c', 'd'),
      entry('d'),
    ]);
  });

  it('leave out what names a path that is not there, and all that leads to it', () => {
    const entries = [entry('a', 'b'), entry('b', 'c'), entry('c'), entry('d', 'a', 'a'), entry('f', 'c', 'f')];
    assert.deepEqual(withoutTorn(entries, new Set([at('b')])).map(({ path }) => path), [at('c'), at('f')]);
    assert.deepEqual(withoutTorn(entries, new Set()), entries);
  });

  it('may refer to each other in chains of any length', () => {
    const digits = '0123456789abcdfghijklmnpqrsvwxyz';
    const path = (i: number): StorePath => parseStorePath(`/nix/store/${i.toString(2).padStart(32, digits[0])}-p`);
    const chain = Array.from({ length: 50_000 }, (_, i) => ({ path: path(i), narHash: '', narSize: 0, references: [path(i + 1)] }));
    assert.equal(withoutCycles(chain).length, 50_000);
  });
});

const folder: NarEntry = { type: 'directory' };
const file = (sha256: string, executable = false): NarEntry => ({ type: 'file', executable, size: 1, sha256 });
const link = (target: string): NarEntry => ({ type: 'symlink', target });

test('the first place at which two builds differ is named, and how', () => {
  const cases: readonly (readonly [Record<string, NarEntry>, Record<string, NarEntry>, string | undefined])[] = [
    [{ '': folder, a: file('1') }, { '': folder, a: file('1') }, undefined],
    [{ '': folder, a: file('1'), b: file('1') }, { '': folder, a: file('1'), b: file('2') }, 'b has other contents'],
    [{ '': folder, a: file('1') }, { '': folder, a: file('1'), b: file('1') }, 'b is there in the second build only'],
    [{ '': folder, a: file('1') }, { '': folder }, 'a is there in the first build only'],
    [{ '': folder, a: file('1') }, { '': folder, a: folder }, 'a is a file in the first build, and a directory in the second'],
    [{ '': folder, a: file('1', true) }, { '': folder, a: file('1') }, 'a is executable in the first build only'],
    [{ '': link('x') }, { '': link('y') }, ' leads to x, then to y'],
  ];
  for (const [before, after, expected] of cases) {
    const found = firstDifference(new Map(Object.entries(before)), new Map(Object.entries(after)));
    assert.equal(found && `${found.place} ${found.how}`, expected);
    assert.equal(found?.inContents ?? false, expected?.endsWith('contents') ?? false);
  }
});

test('contents are shown as text or as hexadecimal, and dates and folders are named', () => {
  const cases: readonly (readonly [before: string | Buffer, after: string | Buffer, expected: string])[] = [
    ['one\nbuilt on 2026-11-27 by me\n', 'one\nbuilt on 2026-11-28 by me\n', 'differs from byte 22 on: "built on 2026-11-27 by me", then "built on 2026-11-28 by me". This looks like a date'],
    ['t=1795894922\n', 't=1795894981\n', 'differs from byte 10 on: "t=1795894922", then "t=1795894981". This looks like a time in seconds'],
    ['cc /build/a.c', 'cc /build/b.c', 'differs from byte 10 on: "cc /build/a.c", then "cc /build/b.c". This looks like a folder of the build'],
    ['xyz', 'xaz', 'differs from byte 1 on: "xyz", then "xaz"'],
    ['abc', 'abcd', 'differs from byte 3 on: "abc", then "abcd"'],
    [Buffer.from([0, 1, 2, 3]), Buffer.from([0, 9, 2]), 'differs from byte 1 on: 01 02 03, then 09 02 (hexadecimal)'],
    [Buffer.from('1f8b080001020304000300', 'hex'), Buffer.from('1f8b080001020305000300', 'hex'), 'differs from byte 7 on: 04 00 03 00, then 05 00 03 00 (hexadecimal). This looks like the time in the header of a gzip file'],
    [Buffer.from('\u001b[31mred'), Buffer.from('\u001b[32mred'), 'differs from byte 3 on: 31 6d 72 65 64, then 32 6d 72 65 64 (hexadecimal)'],
  ];
  for (const [before, after, expected] of cases) assert.equal(describeContents(Buffer.from(before), Buffer.from(after)), expected);
});
