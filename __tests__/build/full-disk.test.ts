import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from '@jest/globals';
import { fullDisk } from '../../src/build/full-disk.ts';
import { Failure, SetupError } from '../../src/kit/errors.ts';

const full = (path?: string): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', ...(path === undefined ? {} : { path }) });

test('a full disk names the folder that holds what could not be written, by the name that the user knows', async () => {
  const folders = ['/nowhere/out', '/nowhere/tmp'];
  for (const [path, folder] of [['/nowhere/tmp/nix-feature.x/amd64/3', '/nowhere/tmp'], ['/nowhere/out/.nix-feature.x/layout/blobs/1', '/nowhere/out'], ['/else/where/file', '/else/where']] as const) {
    assert.equal((await fullDisk(full(path), folders)).message, `The disk is full: ${folder} has no space left.`);
  }
  assert.equal((await fullDisk(new Failure('x', { cause: full('/nowhere/tmp/1') }), folders)).message, 'x');
});

test('a full disk is found by looking, where the error does not say what could not be written', async () => {
  // proc has no space at all.
  assert.equal((await fullDisk(full(), [tmpdir(), '/proc'])).message, 'The disk is full: /proc has no space left.');
  assert.equal((await fullDisk(full(), ['/nowhere'])).message, 'The disk is full.');
});

test('a disk that Nix or an engine found full is told in their words', async () => {
  const told = new SetupError('The disk is full: Nix in a container of x has no space left for ./tools.', { cause: full() });
  assert.equal(await fullDisk(told, ['/proc']), told);
});
