import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { hexOf, type Digest } from '../../src/oci/format/digest.ts';
import { ARCHES } from '../../src/platform.ts';
import { afterTest } from '../jest/after-test.ts';
import { run } from '../rig/command.ts';
import { machineArch } from '../rig/flakes.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { PROJECT } from '../rig/paths.ts';
import { CLI } from '../rig/programs.ts';

interface Result {
  readonly featureId: string;
  readonly deltaPaths: number;
  readonly platforms: readonly { readonly arch: string; readonly storePath: string; readonly layers: readonly { readonly digest: Digest }[] }[];
}

async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nix-feature-examples-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function buildHello(output: string, arch: string): Promise<Result> {
  const argv = [CLI, 'build', '--feature', 'examples/features/hello', '--base-image', 'none', '--build-in', 'host'];
  argv.push('--sandbox', 'false', '--arches', arch, '--output', output, '--json', '--quiet');
  return JSON.parse(await run([process.execPath, ...argv], { cwd: PROJECT, env: NIX_ENV })) as Result;
}

test('the example hello is built for both platforms, and each packs one store path', async () => {
  const folder = await temporary();
  const result = await buildHello(path.join(folder, 'layout'), ARCHES.join(','));
  assert.equal(result.featureId, 'hello');
  assert.deepEqual(result.platforms.map(({ arch }) => arch), [...ARCHES]);
  assert.equal(result.deltaPaths, ARCHES.length);
});

test('the example hello runs out of its layer', async () => {
  const folder = await temporary();
  const layout = path.join(folder, 'layout');
  const { platforms } = await buildHello(layout, machineArch());
  const [platform] = platforms;
  const [layer] = platform?.layers ?? [];
  assert.ok(platform !== undefined && layer !== undefined);
  const root = path.join(folder, 'root');
  await run(['mkdir', root]);
  await run(['tar', '-x', '-C', root, '-f', path.join(layout, 'blobs/sha256', hexOf(layer.digest))]);
  const said = await run([path.join(root, platform.storePath, 'bin/hello')]);
  assert.equal(said, `Hello from ${path.join(root, platform.storePath)}\n`);
});

test('every example feature has what a feature needs: metadata, flake, test and an explanation', async () => {
  const features = await readdir(path.join(PROJECT, 'examples/features'));
  assert.ok(features.length >= 2);
  for (const id of features) {
    const folder = path.join(PROJECT, 'examples/features', id);
    const files = await readdir(folder);
    for (const file of ['README.md', 'devcontainer-feature.json', 'flake.nix', 'test.sh']) assert.ok(files.includes(file), `${id}/${file}`);
    const metadata = JSON.parse(await readFile(path.join(folder, 'devcontainer-feature.json'), 'utf8')) as { id: string };
    assert.equal(metadata.id, id);
  }
});
