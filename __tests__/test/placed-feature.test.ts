import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { test } from '@jest/globals';
import { pack } from 'tar-stream';
import { featureTar } from '../../src/feature/files/feature-tar.ts';
import { placedTar } from '../../src/test/container/placed-feature.ts';
import { folderFor } from '../oci/images.ts';

async function* tars(...all: readonly AsyncIterable<Uint8Array>[]): AsyncGenerator<AsyncIterable<Uint8Array>> {
  yield* all;
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Modes, names and targets, as a real tar unpacks them. */
async function unpacked(tar: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const folder = join(await folderFor(), 'features');
  await mkdir(folder);
  const bytes = await buffer(tar as AsyncIterable<Buffer>);
  const { status, stderr } = spawnSync('tar', ['-xpf', '-', '-C', folder], { input: bytes, encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  const { stdout } = spawnSync('sh', ['-c', 'find . -type d -printf "%m %p/\\n" -o -type l -printf "%p -> %l\\n" -o -printf "%m %n %p %s\\n" | LC_ALL=C sort; cat tools_0/devcontainer-features.env'], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').slice(0, -1);
}

const TOOL_FILES = { files: [{ name: 'devcontainer-features.env', bytes: 'A=1\n' }], beside: [{ name: 'devcontainer-features.builtin.env', bytes: 'B' }] };

test('a Feature, its layers and what the tools write come as one tar, in which all is executable', async () => {
  const layers = featureTar([{ name: 'dist/layer.tar', bytes: 'x'.repeat(2000) }]);
  const feature = featureTar([{ name: 'install.sh', bytes: '#!/bin/sh\n' }, { name: 'test/data/a', bytes: 'a' }, { name: 'devcontainer-features.env', bytes: 'hostile' }]);
  assert.deepEqual(await unpacked(placedTar({ name: 'tools_0', tars: tars(feature, layers), ...TOOL_FILES })), [
    '755 ./',
    '755 ./tools_0/',
    '755 ./tools_0/dist/',
    '755 ./tools_0/test/',
    '755 ./tools_0/test/data/',
    '755 1 ./devcontainer-features.builtin.env 1',
    '755 1 ./tools_0/devcontainer-features.env 4',
    '755 1 ./tools_0/dist/layer.tar 2000',
    '755 1 ./tools_0/install.sh 10',
    '755 1 ./tools_0/test/data/a 1',
    'A=1',
  ]);
});

test("a Feature of somebody else's may be compressed, hold links and lack folders; no name of it leads out of its folder", async () => {
  const foreign = pack();
  foreign.entry({ name: `deep/${'long/'.repeat(30)}file`, mode: 0o600 }, 'long');
  foreign.entry({ name: '../../up', mode: 0o644, uid: 1000 }, 'up');
  foreign.entry({ name: '/root', mode: 0o644 }, 'root');
  foreign.entry({ name: 'hard', type: 'link', linkname: './root' });
  foreign.entry({ name: 'soft', type: 'symlink', linkname: 'root' });
  foreign.finalize();
  const compressed = chunks(gzipSync(await buffer(foreign)));
  const lines = await unpacked(placedTar({ name: 'tools_0', tars: tars(compressed), ...TOOL_FILES }));
  assert.deepEqual(lines.filter((line) => /\d \.\/tools_0\/[^/]+ |->/.test(line)).toSorted(), ['./tools_0/soft -> root', '755 1 ./tools_0/devcontainer-features.env 4', '755 1 ./tools_0/up 2', '755 2 ./tools_0/hard 4', '755 2 ./tools_0/root 4'].toSorted());
  assert.ok(lines.includes(`755 1 ./tools_0/deep/${'long/'.repeat(30)}file 4`));
});

test('a tar that is cut short is an error, not half a Feature', async () => {
  const whole = await buffer(featureTar([{ name: 'install.sh', bytes: 'x'.repeat(5000) }]));
  await assert.rejects(buffer(placedTar({ name: 'tools_0', tars: tars(chunks(whole.subarray(0, 3000))), ...TOOL_FILES }) as AsyncIterable<Buffer>));
});

test('an engine that takes no more leaves nothing open', async () => {
  const file = join(await folderFor(), 'layer');
  await writeFile(file, Buffer.alloc(5_000_000));
  const ended = Promise.withResolvers<void>();
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield* featureTar([{ name: 'dist/layer.tar', file }]);
    } finally {
      ended.resolve();
    }
  }
  for await (const chunk of placedTar({ name: 'tools_0', tars: tars(source()), ...TOOL_FILES })) if (chunk.length > 10_000) break;
  await ended.promise;
});
