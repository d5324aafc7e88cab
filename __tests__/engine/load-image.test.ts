import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { Engine } from '../../src/engine/engine.ts';
import { loadImage, type LayoutImage } from '../../src/engine/load-image.ts';
import { BaseError } from '../../src/kit/errors.ts';
import { afterTest } from '../jest/after-test.ts';

const LAYER = `sha256:${'1'.repeat(64)}`;
const CONFIG = { architecture: 'amd64', os: 'linux', config: { Env: ['PATH=/bin'] }, rootfs: { type: 'layers', diff_ids: [LAYER] } };
const ID = `sha256:${createHash('sha256').update(JSON.stringify(CONFIG)).digest('hex')}`;

/** What an engine says of an image. */
function inspected(id: string, layers: readonly string[] = [LAYER], env = ['PATH=/bin']): string {
  return JSON.stringify([{ Id: id, Architecture: 'amd64', Os: 'linux', RootFS: { Layers: layers }, Config: { Env: env } }]);
}

/** An engine that has one image by our name before a load (or none), and another one afterwards. */
async function engineWith(before: string | undefined, after: string): Promise<{ engine: Engine; image: LayoutImage; loaded: () => boolean }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'load-image-'));
  afterTest(() => rm(folder, { recursive: true }));
  const bytes = JSON.stringify(CONFIG);
  await mkdir(path.join(folder, 'blobs/sha256'), { recursive: true });
  await writeFile(path.join(folder, 'blobs', ID.replace(':', '/')), bytes);
  if (before !== undefined) await writeFile(path.join(folder, 'before'), before);
  await writeFile(path.join(folder, 'after'), after);
  const script = `cd '${folder}'
    if [ "$1" = load ]; then cat > loaded; exit; fi
    if [ -e loaded ]; then cat after; elif [ -e before ]; then cat before; else echo 'Error: No such image' >&2; exit 1; fi`;
  const program = path.join(folder, 'docker');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return { engine: new Engine('docker', program), image: { folder, config: { digest: ID, size: bytes.length }, layers: [] }, loaded: () => existsSync(path.join(folder, 'loaded')) };
}

test('an image that was loaded before is taken by its id, or by all that it holds where an engine has ids of its own', async () => {
  for (const id of [ID, ID.slice('sha256:'.length), `sha256:${'2'.repeat(64)}`]) {
    const { engine, image, loaded } = await engineWith(inspected(id), inspected(id));
    assert.equal((await loadImage(engine, image)).id, id);
    assert.equal(loaded(), false);
  }
});

test('another image by the local name of a base is not taken for it', async () => {
  for (const other of [inspected('sha256:3', [`sha256:${'4'.repeat(64)}`]), inspected('sha256:3', [LAYER, LAYER]), inspected('sha256:3', [LAYER], ['PATH=/evil']), inspected('sha256:3', [])]) {
    const { engine, image, loaded } = await engineWith(other, inspected(ID));
    assert.equal((await loadImage(engine, image)).id, ID);
    assert.equal(loaded(), true);
  }
});

test('an engine that has another image by the name after a load is not believed', async () => {
  const { engine, image } = await engineWith(undefined, inspected('sha256:3', [`sha256:${'4'.repeat(64)}`]));
  await assert.rejects(loadImage(engine, image), (error) => error instanceof BaseError && / has another image under the name localhost\/nix-feature-base:\S+\./.test(error.message));
});
