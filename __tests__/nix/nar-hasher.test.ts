import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from '@jest/globals';
import { NarHasher } from '../../src/nix/nar/nar-hasher.ts';
import { NarParser } from '../../src/nix/nar/nar.ts';
import { narOf, type Tree } from './nar-builder.ts';

const TREES: readonly Tree[] = [
  '',
  'eight ch',
  { executable: Buffer.alloc(100_000, 7) },
  { link: '/nix/store/elsewhere' },
  { entries: {} },
  { entries: { a: { entries: { b: { entries: {} }, 'b.c': 'text' } }, 'a-b': { link: 'a' }, 'a.b': { executable: 'x' }, 'ÿ': 'latin1' } },
];

test('what is told of a NAR makes the same NAR again', () => {
  for (const tree of TREES) {
    const nar = narOf(tree);
    const hasher = new NarHasher();
    const parser = new NarParser(hasher);
    for (let at = 0; at < nar.length; at += 1000) parser.write(nar.subarray(at, at + 1000));
    assert.deepEqual(hasher.end(), { narHash: `sha256-${createHash('sha256').update(nar).digest('base64')}`, narSize: nar.length });
  }
});

test("an order that is not a NAR's own is refused where it begins", () => {
  const told: readonly (readonly [(hasher: NarHasher) => void, RegExp])[] = [
    [(hasher) => hasher.directory('a'), /does not follow the directory that it is in/],
    [(hasher) => (hasher.directory(''), hasher.directory('')), /is there twice/],
    [(hasher) => (hasher.directory(''), hasher.symlink('b', 'x'), hasher.symlink('a', 'x')), /is not in the order of its directory/],
    [(hasher) => (hasher.directory(''), hasher.symlink('b', 'x'), hasher.symlink('b', 'x')), /is not in the order of its directory/],
    [(hasher) => (hasher.directory(''), hasher.symlink('a', 'x'), hasher.symlink('a/b', 'x')), /does not follow the directory/],
    [(hasher) => (hasher.directory(''), hasher.directory('a'), hasher.symlink('b', 'x'), hasher.symlink('a/c', 'x')), /does not follow the directory/],
    [(hasher) => (hasher.symlink('', 'x'), hasher.symlink('a', 'x')), /does not follow the directory/],
    [(hasher) => (hasher.file('', false, 3), hasher.contents(Buffer.from('four'))), /more contents/],
    [(hasher) => (hasher.file('', false, 3), hasher.fileEnd()), /fewer contents/],
    [(hasher) => hasher.end(), /is not complete/],
  ];
  for (const [tell, says] of told) assert.throws(() => tell(new NarHasher()), says);
});
