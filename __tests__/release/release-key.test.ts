import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import type { ShippedFile } from '../../src/feature/files/shipped-files.ts';
import type { Delivery } from '../../src/release/content.ts';
import { releaseKey } from '../../src/release/release-key.ts';
import { keyOf, type Content } from '../../src/release/same-release.ts';
import { CLOSURE, document, entry } from '../report/sample.ts';

const FILES = [{ name: 'test.sh', executable: true, bytes: Buffer.from('true') }];
const AMD64 = document();
const ARM64 = document(undefined, 'arm64');

function keyFor(metadata: string, files: readonly ShippedFile[], documents: readonly DeltaDocument[], delivery: Delivery): string {
  return releaseKey({ metadata, files, documents, delivery });
}

test('a release is known by what it holds, not by the order in which it is told', () => {
  const key = keyFor('{}', FILES, [AMD64, ARM64], 'layers');
  assert.equal(keyFor('{}', FILES, [ARM64, AMD64], 'layers'), key);
  const others = [
    keyFor('{"a":1}', FILES, [AMD64, ARM64], 'layers'),
    keyFor('{}', [], [AMD64, ARM64], 'layers'),
    keyFor('{}', [{ ...FILES[0]!, executable: false }], [AMD64, ARM64], 'layers'),
    keyFor('{}', FILES, [AMD64], 'layers'),
    keyFor('{}', FILES, [AMD64, ARM64], 'embed'),
    keyFor('{}', FILES, [AMD64, { ...ARM64, layers: [] }], 'layers'),
    keyFor('{}', FILES, [AMD64, { ...ARM64, complement: AMD64.layers }], 'layers'),
    keyFor('{}', FILES, [AMD64, { ...ARM64, closure: ARM64.closure.filter((each) => each.in === 'delta') }], 'layers'),
  ];
  assert.equal(new Set([key, ...others]).size, others.length + 1);
});

test('another codec or another base image with the same paths makes no other release', () => {
  const packed = AMD64.layers.map((layer) => ({ ...layer, digest: `sha256:${'0'.repeat(64)}` as never, size: 1, mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd' }));
  assert.equal(
    keyFor('{}', FILES, [{ ...AMD64, layers: packed, bases: [{ name: 'other', storePaths: 3 }] }], 'layers'),
    keyFor('{}', FILES, [AMD64], 'layers'),
  );
});

test('keys are what they were when Features were published with them', () => {
  const files = [{ name: 'test.sh', executable: true, bytes: Buffer.from('true\n') }, { name: 'lib/a.sh', executable: false, bytes: Buffer.from('a\n') }];
  const content: Content = { id: 'my-tools', metadata: '{"id":"my-tools","version":"1.2.0","containerEnv":{"B":"b","A":"${B}"}}', files, delivery: 'embed', documents: [AMD64, document(CLOSURE, 'arm64')] };
  const keys: readonly (readonly [Partial<Content>, string])[] = [
    [{}, '95e3bf24bdc76d3c383dbcf14cccffa2f223fc0af50eb8fec392e463ebc7e5bb'],
    [{ delivery: 'layers' }, '5999f98a86b28e4c12e87c171dda0fcff8ac573ae53a961a43aa6c2cbc2ebebf'],
    [{ documents: [ARM64] }, 'e552a0c6c267ffe6c6ee38fd3d61a7e9c7554c16daf4def3760abba168b5b55e'],
    [{ files: [] }, 'df406c9e98bcc7ebd0c64fd9c66c7da828b66b8922599b5063dc0990633dd173'],
    [{ documents: [{ ...AMD64, complement: AMD64.layers }, ARM64] }, 'b18287e4a78337c27df1040322553a2b344b26925e272bbb285e903b2b392687'],
    [{ documents: [document([...CLOSURE, entry('bash-5', 3, 'base')]), ARM64] }, '27c75a0205ead35b1eeae8ea31ec6259a92c8c70ea5db49644f97c84ee04a650'],
  ];
  for (const [change, key] of keys) assert.equal(keyOf({ ...content, ...change }), `sha256:${key}`);
});
