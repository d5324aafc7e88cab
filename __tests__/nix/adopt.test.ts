import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { loadDbText, withoutCycles, withoutTorn, type Registration } from '../../src/nix/nar/adopt.ts';
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
