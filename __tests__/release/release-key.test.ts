import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseKey } from '../../src/release/release-key.ts';
import { document } from '../report/sample.ts';

const FILES = [{ name: 'test.sh', executable: true, bytes: Buffer.from('true') }];
const AMD64 = document();
const ARM64 = document(undefined, 'arm64');

test('a release is known by what it holds, and not by the order in which it is told', () => {
  const key = releaseKey('{}', FILES, [AMD64, ARM64], 'layers');
  assert.equal(releaseKey('{}', FILES, [ARM64, AMD64], 'layers'), key);
  const others = [
    releaseKey('{"a":1}', FILES, [AMD64, ARM64], 'layers'),
    releaseKey('{}', [], [AMD64, ARM64], 'layers'),
    releaseKey('{}', [{ ...FILES[0]!, executable: false }], [AMD64, ARM64], 'layers'),
    releaseKey('{}', FILES, [AMD64], 'layers'),
    releaseKey('{}', FILES, [AMD64, ARM64], 'embed'),
    releaseKey('{}', FILES, [AMD64, { ...ARM64, layers: [] }], 'layers'),
    releaseKey('{}', FILES, [AMD64, { ...ARM64, complement: AMD64.layers }], 'layers'),
    releaseKey('{}', FILES, [AMD64, { ...ARM64, closure: ARM64.closure.filter((entry) => entry.in === 'delta') }], 'layers'),
  ];
  assert.equal(new Set([key, ...others]).size, others.length + 1);
});

test('another codec or another base image with the same paths makes no other release', () => {
  const packed = AMD64.layers.map((layer) => ({ ...layer, digest: `sha256:${'0'.repeat(64)}` as never, size: 1, mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd' }));
  assert.equal(
    releaseKey('{}', FILES, [{ ...AMD64, layers: packed, bases: [{ name: 'other', storePaths: 3 }] }], 'layers'),
    releaseKey('{}', FILES, [AMD64], 'layers'),
  );
});
