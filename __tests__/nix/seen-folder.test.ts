import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, lstat, readFile, mkdir, readlink, symlink, utimes, writeFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { narHashOf } from '../../src/nix/nar/nar-hash.ts';
import { SeenFolders, type SeenFolder } from '../../src/nix/flake/seen-folder.ts';
import { capture } from '../../src/programs/process.ts';
import { git, repository, temporary, write } from '../git/repositories.ts';
import { afterTest } from '../jest/after-test.ts';

async function see(folder: string, include: readonly string[] = []): Promise<SeenFolder> {
  const cleanup = new AsyncDisposableStack();
  afterTest(() => cleanup.disposeAsync());
  return new SeenFolders(cleanup).of(folder, { include });
}

async function filesOf(folder: string): Promise<readonly string[]> {
  return (await capture(['find', folder, '-mindepth', '1', '-printf', '%P\n'])).trim().split('\n').sort();
}

test('a flake at the top of a checkout is seen without the repository, its token and what git ignores', async () => {
  const folder = await repository('.gitignore', 'flake.nix', 'flake.lock', 'src/a', 'dist/tracked', 'deploy.key');
  await writeFile(path.join(folder, '.gitignore'), '*.log\ntarget/\nflake.lock\n');
  await git(folder, 'rm', '--quiet', '--cached', 'flake.lock');
  await git(folder, 'config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic secret');
  await write(folder, 'x.log', 'target/deep/x', '.env', 'src/new', 'src/.npmrc');
  const { place, mount, hidden } = await see(folder);
  assert.notEqual(place, folder);
  assert.equal(mount, place);
  assert.deepEqual(await filesOf(place), ['.gitignore', 'deploy.key', 'dist', 'dist/tracked', 'flake.lock', 'flake.nix', 'src', 'src/a', 'src/new']);
  assert.deepEqual([...hidden].sort(), ['.env', 'src/.npmrc', 'target', 'x.log']);
  assert.deepEqual((await filesOf((await see(folder, ['x.log', 'target/deep', '.env'])).place)).filter((name) => /log|target|env/.test(name)), ['.env', 'target', 'target/deep', 'target/deep/x', 'x.log']);
});

test('a folder that has nothing to hide is seen where it is', async () => {
  const folder = await repository('features/a/flake.nix', 'features/a/test.sh');
  const own = path.join(folder, 'features/a');
  assert.deepEqual(await see(own), { place: own, mount: own, hidden: [] });
  const without = await temporary();
  await write(without, 'flake.nix', 'dist/x', 'node_modules/x');
  assert.equal((await see(without)).place, without);
});

test('a copy builds the same: contents, modes, links, empty folders and times are those of the folder', async () => {
  const folder = await temporary();
  await write(folder, 'flake.nix', 'a/b c/run', 'a/data');
  await mkdir(path.join(folder, 'empty'));
  await chmod(path.join(folder, 'a/b c/run'), 0o755);
  await symlink('../flake.nix', path.join(folder, 'a/link'));
  await symlink('/etc/passwd', path.join(folder, 'outside'));
  for (const name of ['flake.nix', 'a/data', 'a/b c', 'a', 'empty', '']) await utimes(path.join(folder, name), 1_500_000_000, 1_500_000_000);
  const before = await narHashOf(folder);
  await write(folder, '.git/config');
  const { place } = await see(folder);
  assert.notEqual(place, folder);
  assert.equal((await narHashOf(place)).narHash, before.narHash);
  assert.equal(await readlink(path.join(place, 'outside')), '/etc/passwd');
  for (const name of ['flake.nix', 'a/data', 'a/b c', 'empty']) assert.equal((await lstat(path.join(place, name))).mtimeMs, 1_500_000_000_000, name);
});

test('a nested repository and a worktree hide their .git too', async () => {
  const folder = await repository('flake.nix');
  await git(folder, 'init', '--quiet', 'nested');
  await write(folder, 'nested/x');
  const names = await filesOf((await see(folder)).place);
  assert.deepEqual(names, ['flake.nix', 'nested', 'nested/x']);
});

test('one folder is copied once, all of many lie in one, and nothing is left behind', async () => {
  const [a, b] = [await repository('flake.nix', 'x'), await temporary()];
  await write(b, 'flake.nix');
  const cleanup = new AsyncDisposableStack();
  const folders = new SeenFolders(cleanup, { copyAll: true });
  const [first, again, other] = [await folders.of(a, {}), await folders.of(a, {}), await folders.of(b, {})];
  assert.equal(first.place, again.place);
  assert.equal(first.mount, other.mount);
  assert.ok(first.place.startsWith(`${first.mount}/`) && other.place.startsWith(`${other.mount}/`));
  assert.match(first.place, /^[A-Za-z0-9/._-]+$/);
  await cleanup.disposeAsync();
  assert.equal(existsSync(first.mount), false);
});

test('a container sees of a repository its history and its files, and none of its configuration', async () => {
  const folder = await repository('flake.nix', 'dir/x');
  await git(folder, 'config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic secret');
  await git(folder, 'remote', 'add', 'origin', 'https://user:secret@host/r');
  await git(folder, 'tag', 'v1');
  await git(folder, 'pack-refs', '--all');
  await git(folder, 'branch', 'other');
  await writeFile(path.join(folder, 'dir/x'), 'changed');
  await write(folder, '.git/hooks/post-checkout', '.git/FETCH_HEAD', 'untracked');
  const tree = `${folder}-tree`;
  await git(folder, 'worktree', 'add', '--quiet', tree, 'other');
  afterTest(() => rm(tree, { recursive: true, force: true }));
  for (const top of [folder, tree]) {
    const cleanup = new AsyncDisposableStack();
    afterTest(() => cleanup.disposeAsync());
    const { place, mounts } = (await new SeenFolders(cleanup).repository(top, {})) ?? { place: '', mounts: [] };
    assert.deepEqual(mounts, [place, path.join(folder, '.git/objects')]);
    for (const args of [['rev-parse', 'HEAD', 'v1', 'other'], ['status', '--porcelain', '--untracked-files=no'], ['log', '--format=%H'], ['cat-file', '-p', 'HEAD:flake.nix']]) {
      assert.equal(await git(place, ...args), await git(top, ...args), args.join(' '));
    }
    const files = await filesOf(path.join(place, '.git'));
    assert.deepEqual(files.filter((name) => /hooks|FETCH_HEAD|logs|worktrees|COMMIT_EDITMSG/.test(name)), []);
    assert.doesNotMatch(await readFile(path.join(place, '.git/config'), 'utf8'), /secret|remote|extraheader/);
  }
  assert.equal(await new SeenFolders(new AsyncDisposableStack()).repository(await temporary(), {}), undefined);
});
