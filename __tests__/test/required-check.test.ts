import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from '@jest/globals';
import type { ClosureEntry } from '../../src/delta/document/delta-document.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { judgeRequired, requiredQuestion } from '../../src/test/checks/required-check.ts';
import { storeName } from '../base/layer-tar.ts';
import { writeTree } from '../base/trees.ts';
import { narOf, type Tree } from '../nix/nar-builder.ts';
import { folderFor } from '../oci/images.ts';

const TREES: Readonly<Record<string, Tree>> = {
  [storeName('a')]: { entries: { bin: { entries: { tool: { executable: 'x' } } }, 'f\u00fcr': 'accents' } },
  [storeName('b')]: 'a single file',
  [storeName('c')]: { link: '/nix/store/x' },
  [storeName('d')]: { entries: {} },
};
const NAMES = Object.keys(TREES);

const entryOf = (name: string, change = 0): ClosureEntry => ({
  path: `/nix/store/${name}` as StorePath, narHash: 'sha256-', narSize: narOf(TREES[name] ?? '').length + change, references: [], deriver: null, ca: null, in: 'base',
});

/** What a real `ls` says of the trees, as if they lay in the store; text as it comes from a container. */
async function answer(folder: string, exitCode = 0): Promise<Parameters<typeof judgeRequired>[1]> {
  for (const [name, tree] of Object.entries(TREES)) await writeTree(join(folder, name), tree);
  const text = execFileSync('ls', ['-lnAR', ...NAMES.map((name) => join(folder, name))], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return { exitCode, lines: text.replaceAll(folder, '/nix/store').split('\n'), stderr: '' };
}

test('a base that has all that is relied upon passes, whatever its names are', async () => {
  const { outcome, detail } = judgeRequired({ closure: NAMES.map((name) => entryOf(name)) }, await answer(await folderFor()));
  assert.deepEqual([outcome, detail], ['passed', '4 paths']);
});

test('a path that is missing, or there by its name alone, fails, and is named', async () => {
  const [, file = '', , empty = ''] = NAMES;
  const closure = [entryOf(file, 800), entryOf(empty, 4096), entryOf(storeName('f')), { ...entryOf(storeName('g')), in: 'delta' as const }];
  assert.equal(requiredQuestion({ closure }).input, `${closure.slice(0, 3).map((entry) => entry.path).join('\n')}\n`);
  const { outcome, log } = judgeRequired({ closure }, await answer(await folderFor()));
  assert.equal(outcome, 'failed');
  assert.deepEqual(log?.map((line) => line.replace(/^\/nix\/store\/\w+-/, '')), [
    'b is incomplete: its files have 128 B instead of 928 B',
    'd is incomplete: its files have 96 B instead of 4.19 kB',
    'f does not exist',
  ]);
});

test('where nothing is required, or nothing can be listed, that is said', async () => {
  const nothing = judgeRequired({ closure: [] }, await answer(await folderFor()));
  assert.deepEqual([nothing.outcome, nothing.detail], ['passed', 'nothing is required']);
  assert.equal(judgeRequired({ closure: [entryOf(NAMES[0] ?? '')] }, await answer(await folderFor(), 77)).outcome, 'skipped');
});
