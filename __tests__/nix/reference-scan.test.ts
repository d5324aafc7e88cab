import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { MentionScanner } from '../../src/nix/nar/mention-scan.ts';
import { ReferenceScanner, ReferenceTable } from '../../src/nix/nar/reference-scan.ts';
import { encodeNix32 } from '../../src/nix/store/nix32.ts';
import { hashPartOf, parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';

const randomPath = (name: string): StorePath => parseStorePath(`/nix/store/${encodeNix32(randomBytes(20))}-${name}`);

function scan(table: ReferenceTable, chunks: Iterable<Buffer>): StorePath[] {
  const scanner = new ReferenceScanner(table);
  for (const chunk of chunks) scanner.write(chunk);
  return [...scanner.found].sort();
}

function* split(data: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

describe('the reference scanner', () => {
  const paths = Array.from({ length: 20 }, (_, i) => randomPath(`p${i}`)).sort();
  const table = new ReferenceTable(paths);
  const first = hashPartOf(paths[0] as StorePath);

  it('finds a hash wherever two chunks meet', () => {
    const data = Buffer.from(`..${first}..`);
    for (let cut = 0; cut <= data.length; cut++) {
      assert.deepEqual(scan(table, [data.subarray(0, cut), data.subarray(cut)]), [paths[0]], `cut at ${cut}`);
    }
  });

  it('finds planted hashes in random data with chunks of every size', () => {
    const planted = paths.slice(3, 11);
    const data = Buffer.concat(planted.flatMap((path, i) => [randomBytes(i * 37), Buffer.from(hashPartOf(path))]));
    for (let size = 1; size <= 130; size++) assert.deepEqual(scan(table, split(data, size)), planted, `chunks of ${size}`);
  });

  it('finds hashes among other digits of base 32, and hashes that touch each other', () => {
    const digits = 'abcdfghijk0123456789'.repeat(20);
    const text = digits + paths.map(hashPartOf).join('') + digits;
    for (const size of [1, 7, 31, 32, 33, 10_000]) assert.deepEqual(scan(table, split(Buffer.from(text), size)), paths);
  });

  it('finds a hash at the very beginning and the very end', () => {
    const last = paths.at(-1) as StorePath;
    assert.deepEqual(scan(table, [Buffer.from(`${first} ${hashPartOf(last)}`)]), [paths[0], last]);
  });

  it('takes no hash for one that is cut short, torn apart, or not in the table', () => {
    const other = hashPartOf(randomPath('other'));
    const torn = `${first.slice(0, 16)}\n${first.slice(16)}`;
    assert.deepEqual(scan(table, [Buffer.from(`${first.slice(1)} ${first.slice(0, 31)} ${other} ${torn} ${first.toUpperCase()}`)]), []);
  });

  it('agrees with a plain search in text full of digits', () => {
    const data = Buffer.from(randomBytes(50_000).toString('hex'));
    const windows = [100, 5000, 5016, 40_000, data.length - 32].map((at) => data.toString('latin1', at, at + 32));
    const expected = windows.map((hash) => parseStorePath(`/nix/store/${hash.replaceAll('e', 'f')}-x`));
    for (const [i, path] of expected.entries()) data.write(hashPartOf(path), [100, 5000, 5016, 40_000, data.length - 32][i] as number);
    const present = expected.filter((path) => data.includes(hashPartOf(path))).sort();
    assert.deepEqual(scan(new ReferenceTable(expected), split(data, 4096)), present);
  });
});

const HASH = 'a1b2c3d4f5g6h7i8j9k0l1m2n3p4q5r6';
const OTHER = HASH.split('').toReversed().join('');

function mentionsIn(...chunks: readonly string[]): string[] {
  const scanner = new MentionScanner();
  for (const chunk of chunks) scanner.write(Buffer.from(chunk));
  return [...scanner.found];
}

describe('the scanner for names of store paths', () => {
  it('finds each name once, wherever two chunks meet', () => {
    const text = `#!/nix/store/${HASH}-bash/bin/sh\n/nix/store/${OTHER}-x:/nix/store/${HASH}-bash`;
    for (let cut = 0; cut <= text.length; cut++) {
      assert.deepEqual(mentionsIn(text.slice(0, cut), text.slice(cut)).sort(), [HASH, OTHER].sort(), `cut at ${cut}`);
    }
    assert.deepEqual(mentionsIn(...text.split('')).sort(), [HASH, OTHER].sort());
  });

  it('takes no name for one that is cut short, blanked out, or elsewhere', () => {
    const blanked = 'e'.repeat(32);
    assert.deepEqual(mentionsIn(`/nix/store/${HASH.slice(1)}-x /nix/store/${blanked}-x /nix/store/${HASH} ${HASH}-x /nix/store/`), []);
  });
});
