import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { readBase } from '../../src/base/read-base.ts';
import { createActionsCache } from '../../src/host/github/actions-cache.ts';
import { createFolderCache } from '../../src/host/terminal/folder-cache.ts';
import type { HostCache } from '../../src/kit/host.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { storeName } from '../base/layer-tar.ts';
import { afterTest } from '../jest/after-test.ts';
import { startFaultProxy } from '../rig/fault-proxy.ts';
import { startGitHubServices } from '../rig/github-services.ts';
import { pushLayout, writeImageLayout } from '../rig/image-layout.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const LETTERS = 'abcdfghij'.split('');
const LAYER = 300_000;

interface TwoBases {
  /** `repository:tag` of an image with ten layers, and of one in which the topmost is another. */
  readonly before: string;
  readonly after: string;
  /** What a read of each takes from the registry at most, in bytes: the layers that count, then all that is not layers. */
  readonly layerSize: number;
  readonly metadataSize: number;
}

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'base-cache-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function pushBases(repository: string): Promise<TwoBases> {
  const folder = await folderFor();
  const layer = async (letter: string): Promise<{ folder: string }> => {
    const root = path.join(folder, letter);
    await mkdir(path.join(root, 'nix/store', storeName(letter)), { recursive: true });
    await writeFile(path.join(root, 'nix/store', storeName(letter), 'file'), randomBytes(LAYER));
    return { folder: root };
  };
  const common = await Promise.all(LETTERS.map(layer));
  const names = { before: `${repository}:before`, after: `${repository}:after` };
  for (const [tag, letter] of [['before', 'y'], ['after', 'z']] as const) {
    const layout = await writeImageLayout(path.join(folder, `layout-${tag}`), [{ arch: 'amd64', layers: [...common, await layer(letter)] }]);
    await pushLayout(layout, `${rig.registries.none.host}/${names[tag]}`);
  }
  const blobs = path.join(folder, 'layout-after/blobs/sha256');
  const sizes = await Promise.all((await readdir(blobs)).map(async (name) => (await readFile(path.join(blobs, name))).length));
  const layers = sizes.filter((size) => size > LAYER);
  assert.equal(layers.length, 10);
  return { ...names, layerSize: Math.max(...layers), metadataSize: sizes.filter((size) => size <= LAYER).reduce((sum, size) => sum + size, 0) };
}

/** Reads a base, as one run does. @returns its store paths' names, and the bytes that came */
type Read = (name: string, cache: HostCache) => Promise<{ names: string[]; bytes: number }>;

// One proxy for all runs of a test: a cache knows a repository by its registry's name too.
async function counting(): Promise<Read> {
  const proxy = await startFaultProxy(rig.registries.none.host);
  afterTest(() => proxy.stop());
  return async (name, cache) => {
    const before = proxy.answerBytes();
    const registry = new Registry(parseReference(`${proxy.host}/${name}`));
    try {
      const { paths } = await readBase(registry, 'amd64', { cache });
      return { names: [...paths].map((each) => each.slice('/nix/store/'.length)).sort(), bytes: proxy.answerBytes() - before };
    } finally {
      registry.close();
    }
  };
}

/** Shown when a test fails. */
function note(line: string): void {
  process.stdout.write(`${line}\n`);
}

const PLACES: readonly [name: string, open: () => Promise<HostCache>][] = [
  ['a local folder', async () => createFolderCache(await folderFor(), note)],
  [
    'the Actions cache',
    async () => {
      const services = await startGitHubServices();
      afterTest(() => services.stop());
      const folder = await folderFor();
      const env = { ...process.env, ...services.env, RUNNER_TEMP: folder, GITHUB_SERVER_URL: 'https://github.com' };
      return createActionsCache({ env, signal: new AbortController().signal, debug: note, warning: note });
    },
  ],
];

for (const [place, open] of PLACES) {
  test(`of ten layers one is new: its bytes alone are fetched, the others are known from ${place}`, async () => {
    const { before, after, layerSize, metadataSize } = await pushBases(`base-cache/${place.replaceAll(' ', '-').toLowerCase()}`);
    const [cache, read] = [await open(), await counting()];

    const cold = await read(before, cache);
    assert.deepEqual(cold.names, [...LETTERS, 'y'].map((letter) => storeName(letter)).sort());
    assert.ok(cold.bytes > 10 * LAYER, String(cold.bytes));

    const rebuilt = await read(after, cache);
    assert.deepEqual(rebuilt.names, [...LETTERS, 'z'].map((letter) => storeName(letter)).sort());
    assert.ok(rebuilt.bytes > LAYER && rebuilt.bytes <= layerSize + metadataSize, `${rebuilt.bytes} of ${layerSize} + ${metadataSize}`);

    const again = await read(after, cache);
    assert.deepEqual(again.names, rebuilt.names);
    assert.ok(again.bytes <= metadataSize, `${again.bytes} of ${metadataSize}`);
  });
}

test('a layer of which the cache says something else than it saved is fetched again, and no other', async () => {
  const { before, layerSize, metadataSize } = await pushBases('base-cache/tampered');
  const [folder, read] = [await folderFor(), await counting()];
  const cache = createFolderCache(folder, note);
  const cold = await read(before, cache);

  const [key = ''] = await readdir(folder);
  const file = path.join(folder, key, 'layers.json');
  const document = JSON.parse(await readFile(file, 'utf8')) as { layers: Record<string, { added: string[] }> };
  const [entry] = Object.values(document.layers);
  assert.ok(entry !== undefined);
  entry.added = [storeName('w')];
  await writeFile(file, JSON.stringify(document));

  const warm = await read(before, cache);
  assert.deepEqual(warm.names, cold.names);
  assert.ok(warm.bytes > LAYER && warm.bytes <= layerSize + metadataSize, String(warm.bytes));
});
