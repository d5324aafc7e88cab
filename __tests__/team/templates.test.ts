import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { checkFeature } from '../../src/feature/contract/check-feature.ts';
import { afterTest } from '../jest/after-test.ts';

const TEMPLATES = path.join(import.meta.dirname, '../../nix/templates');
const FEATURES = globSync('**/devcontainer-feature.json', { cwd: TEMPLATES }).map((file) => path.dirname(file)).sort();

test('every template of a Feature is a Feature without findings', async () => {
  assert.ok(FEATURES.length >= 6, FEATURES.join(' '));
  const scratch = await mkdtemp(path.join(tmpdir(), 'templates-'));
  afterTest(() => rm(scratch, { recursive: true, force: true }));
  for (const feature of FEATURES) {
    const { id } = JSON.parse(await readFile(path.join(TEMPLATES, feature, 'devcontainer-feature.json'), 'utf8')) as { id: string };
    const folder = path.join(scratch, feature.replaceAll('/', '-'), id);
    await cp(path.join(TEMPLATES, feature), folder, { recursive: true });
    assert.deepEqual((await checkFeature(folder, { flake: 'here' })).map(({ message }) => message), [], feature);
  }
});

test('nothing of the flake is hidden from git', async () => {
  const ignored = (await readFile(path.join(TEMPLATES, '../../.gitignore'), 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('/') && !line.startsWith('*'));
  const folders = new Set(globSync('**', { cwd: path.join(TEMPLATES, '..') }).flatMap((file) => file.split('/')));
  assert.deepEqual(ignored.filter((line) => folders.has(line.replace(/\/$/, ''))), []);
});
