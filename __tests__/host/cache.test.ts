import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from '@jest/globals';
import { createActionsCache } from '../../src/host/github/actions-cache.ts';
import { createFolderCache } from '../../src/host/terminal/folder-cache.ts';

let root = '';
let debug: string[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'nix-feature-cache-'));
  debug = [];
});
afterEach(async () => rm(root, { recursive: true, force: true }));

async function folderWith(text: string): Promise<string> {
  const folder = await mkdtemp(join(root, 'folder-'));
  await writeFile(join(folder, 'index.json'), text);
  return folder;
}

test('what was saved comes back by its key', async () => {
  const cache = createFolderCache(join(root, 'cache'), (line) => debug.push(line));
  const target = join(root, 'target');
  assert.equal(await cache.restore('base-v1-a-sha256:1', 'base-v1-a-', target), undefined);
  await cache.save('base-v1-a-sha256:1', await folderWith('one'));
  assert.equal(await cache.restore('base-v1-a-sha256:1', 'base-v1-a-', target), 'base-v1-a-sha256:1');
  assert.equal(await readFile(join(target, 'index.json'), 'utf8'), 'one');
  assert.deepEqual(debug, []);
});

test('without the key the newest entry of the prefix comes, and none of another', async () => {
  const cache = createFolderCache(join(root, 'cache'), (line) => debug.push(line));
  for (const [index, name] of ['b/1', 'b/2', 'c/3'].entries()) {
    await cache.save(name, await folderWith(name));
    await utimes(join(root, 'cache', encodeURIComponent(name)), index, index);
  }
  assert.equal(await cache.restore('b/9', 'b/', join(root, 'target')), 'b/2');
  assert.equal(await cache.restore('d/9', 'd/', join(root, 'other')), undefined);
});

test('a key is never written twice', async () => {
  const cache = createFolderCache(join(root, 'cache'), (line) => debug.push(line));
  await cache.save('k', await folderWith('first'));
  await cache.save('k', await folderWith('second'));
  await cache.restore('k', 'k', join(root, 'target'));
  assert.equal(await readFile(join(root, 'target', 'index.json'), 'utf8'), 'first');
  assert.deepEqual(await readdir(join(root, 'cache')), ['k']);
});

test("a cache that can't be used is an empty one, and says why", async () => {
  await writeFile(join(root, 'file'), '');
  const cache = createFolderCache(join(root, 'file'), (line) => debug.push(line));
  await cache.save('k', await folderWith('x'));
  assert.equal(await cache.restore('k', 'k', join(root, 'target')), undefined);
  assert.equal(debug.length, 2);
});

test('strange names in the folder do no harm, and old entries go', async () => {
  const folder = join(root, 'cache');
  await mkdir(join(folder, '%zz'), { recursive: true });
  const cache = createFolderCache(folder, (line) => debug.push(line));
  const source = await folderWith('x');
  for (let index = 0; index < 53; index += 1) await cache.save(`k${index}`, source);
  assert.deepEqual(debug, []);
  assert.ok((await readdir(folder)).length <= 51);
  assert.equal(await cache.restore('k52', 'none', join(root, 'target')), 'k52');
});

test("GitHub's cache is an empty one where the runner offers none, or nobody answers", async () => {
  for (const env of [{}, { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/', ACTIONS_CACHE_URL: '', ACTIONS_RUNTIME_TOKEN: 'x' }]) {
    debug = [];
    const cache = createActionsCache({ env: { PATH: process.env['PATH'], ...env }, signal: new AbortController().signal, debug: (line) => debug.push(line), warning: (line) => debug.push(line) });
    assert.equal(await cache.restore('k', 'k', join(root, 'target')), undefined);
    await cache.save('k', await folderWith('x'));
    assert.deepEqual(debug.map((line) => line.replace(/:.*/s, '')), ['The cache could not be read for k', 'The cache could not store k']);
  }
});

test("GitHub's cache is given up when the run is cancelled", async () => {
  const cancelled = new AbortController();
  cancelled.abort();
  const cache = createActionsCache({ env: { ...process.env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' }, signal: cancelled.signal, debug: (line) => debug.push(line), warning: (line) => debug.push(line) });
  assert.equal(await cache.restore('k', 'k', join(root, 'target')), undefined);
  assert.match(debug.join(), /was stopped, because the run was cancelled/);
});
