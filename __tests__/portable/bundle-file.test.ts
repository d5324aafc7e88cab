import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { featureTar } from '../../src/feature/files/feature-tar.ts';
import { openBundle } from '../../src/portable/bundle-file.ts';

const root = mkdtempSync(path.join(tmpdir(), 'bundle-test-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const blob = 'a'.repeat(64);
const whole = await buffer(featureTar([
  { name: 'dist/oci-layout', bytes: '{"imageLayoutVersion":"1.0.0"}' },
  { name: 'dist/index.json', bytes: '{"schemaVersion":2,"manifests":[]}' },
  { name: `dist/blobs/sha256/${blob}`, bytes: 'x'.repeat(5000) },
  { name: 'install.sh', bytes: 'y'.repeat(3000) },
]));

let number = 0;

async function opened(bytes: Buffer, name = 'bundle.tar'): Promise<unknown> {
  const folder = path.join(root, String((number += 1)));
  mkdirSync(path.join(folder, 'work'), { recursive: true });
  writeFileSync(path.join(folder, name), bytes);
  return openBundle(path.join(folder, name), path.join(folder, 'work')).then(
    () => 'opened',
    (error: unknown) => error,
  );
}

test('whatever a bundle is cut to, compressed with or replaced by is a clear failure, never a bug', async () => {
  const cases: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('hi\n')],
    ['a compressed one', gzipSync(whole)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) % 251))],
    ...[100, 511, 600, 1100, 1600, 2100, 5000, 7000, whole.length - 2000].map((length) => [`${length} bytes of one`, whole.subarray(0, length)] as const),
    ['one without a Feature', whole],
  ];
  for (const [what, bytes] of cases) {
    const error = await opened(bytes);
    assert.ok(error instanceof Failure, `${what}: ${error instanceof Error ? error.stack : String(error)}`);
    assert.ok(error.message.includes(root), what);
  }
});
