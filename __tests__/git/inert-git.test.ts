import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, utimes, writeFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { commitOf } from '../../src/git/commit.ts';
import { findCheckout, isTrusted } from '../../src/git/inert-git.ts';
import { listedFiles } from '../../src/git/listed-files.ts';
import { afterTest } from '../jest/after-test.ts';
import { canary, git, repository, temporary, write } from './repositories.ts';

const never = new AbortController().signal;

/** Settings of a repository that name a program (git-config(1)). */
const PROGRAMS = [
  'core.fsmonitor', 'core.sshCommand', 'core.gitProxy', 'core.askPass', 'core.editor', 'core.pager', 'pager.diff', 'pager.log', 'core.alternateRefsCommand',
  'gpg.program', 'gpg.ssh.program', 'gpg.x509.program', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process',
  'filter.with.dots.clean', 'credential.helper', 'uploadpack.packObjectsHook', 'remote.origin.uploadpack', 'alias.diff', 'alias.ls-files', 'alias.cat-file', 'sequence.editor',
];

test('a repository that names programs wherever it can starts none of them', async () => {
  const folder = await repository('a', 'b', 'c', 'sub/d');
  const { program, mark } = await canary(await temporary());
  for (const name of PROGRAMS) await git(folder, 'config', name, name.startsWith('alias.') ? `!${program}` : program);
  for (const [name, value] of [['log.showSignature', 'true'], ['diff.evil.binary', 'true'], ['filter.evil.required', 'true'], ['core.worktree', '/'], ['extensions.partialClone', 'origin'], ['remote.origin.url', `ext::${program}`], ['remote.origin.promisor', 'true'], ['protocol.ext.allow', 'always']]) await git(folder, 'config', name ?? '', value ?? '');
  await write(folder, '.gitattributes');
  await writeFile(path.join(folder, '.gitattributes'), 'a filter=evil diff=evil\nb filter=with.dots\nc diff=evil\n');
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'pre-commit', 'reference-transaction']) await cp(program, path.join(folder, '.git/hooks', hook));
  await writeFile(path.join(folder, 'a'), 'another');
  // What is not newer than the index must be read to be compared.
  for (const name of ['b', 'c']) await utimes(path.join(folder, name), 1, 1);
  assert.ok(await listedFiles(folder));
  assert.equal((await commitOf(folder, [folder], never))?.isDirty, true);
  assert.equal(existsSync(mark), false, existsSync(mark) ? await readFile(mark, 'utf8') : '');
});

test('what is left out for its programs would have been started: the test above tests something', async () => {
  const folder = await repository('a');
  const { program, mark } = await canary(await temporary());
  await git(folder, 'config', 'core.fsmonitor', program);
  await git(folder, 'status').catch(() => undefined);
  assert.ok(existsSync(mark));
});

test('a folder that is itself a bare repository is a folder like any other', async () => {
  const outer = await repository('README');
  const { program, mark } = await canary(await temporary());
  const feature = path.join(outer, 'feature');
  await git(outer, 'init', '--quiet', '--bare', feature);
  await git(feature, 'config', 'gpg.program', program);
  await git(feature, 'config', 'core.fsmonitor', program);
  await git(feature, 'config', 'log.showSignature', 'true');
  await write(feature, 'flake.nix');
  await git(outer, 'add', '--force', '--all');
  await git(outer, 'commit', '--quiet', '--message=two');
  const head = (await git(outer, 'rev-parse', 'HEAD')).trim();
  assert.equal((await commitOf(feature, [feature], never))?.revision, head);
  assert.ok((await listedFiles(feature))?.tracked.has('HEAD'));
  assert.equal(existsSync(mark), false);
});

test('a checkout is found from its folders, from worktrees and from submodules, and only there', async () => {
  const folder = await repository('features/a/x');
  assert.equal((await findCheckout(path.join(folder, 'features/a')))?.top, folder);
  await git(folder, 'worktree', 'add', '--quiet', path.join(folder, '../', `${path.basename(folder)}-tree`), '-b', 'other');
  const tree = `${folder}-tree`;
  afterTest(() => rm(tree, { recursive: true, force: true }));
  assert.equal((await findCheckout(tree))?.top, tree);
  assert.deepEqual([...((await listedFiles(tree))?.tracked ?? [])], ['features/a/x']);
  assert.equal(await findCheckout(await temporary()), undefined);
  await mkdir(path.join(folder, 'features/a/.git'));
  assert.equal((await findCheckout(path.join(folder, 'features/a')))?.top, folder, 'an empty .git is none');
});

test('git judges tracked and other files, of odd names too, and of none where the whole folder is ignored', async () => {
  const folder = await repository('.gitignore', 'features/[a]/tracked "1"\n', 'features/[a]/ü/x', 'features/a/not this one');
  await writeFile(path.join(folder, '.gitignore'), '*.log\n/built\n');
  await write(folder, 'features/[a]/new', 'features/[a]/x.log', 'built/feature/flake.nix');
  const listed = await listedFiles(path.join(folder, 'features/[a]'));
  assert.deepEqual([...(listed?.tracked ?? [])].sort(), ['tracked "1"\n', 'ü/x']);
  assert.deepEqual([...(listed?.untracked ?? [])], ['new']);
  assert.equal(await listedFiles(path.join(folder, 'built/feature')), undefined);
  assert.equal(await commitOf(path.join(folder, 'built/feature'), [], never), undefined);
});

test('an ignore file of the user and settings change nothing', async () => {
  const folder = await repository('a');
  const home = await temporary();
  await write(home, '.config/git/ignore');
  await writeFile(path.join(home, '.config/git/ignore'), '*\n');
  await write(folder, 'new');
  const before = process.env['HOME'];
  process.env['HOME'] = home;
  afterTest(() => { process.env['HOME'] = before; });
  assert.deepEqual([...((await listedFiles(folder))?.untracked ?? [])], ['new']);
});

test('a repository counts if it belongs to us, to root, or to whoever owns the folder', () => {
  const who = { self: 1000, owner: 1001 };
  assert.deepEqual([0, 1000, 1001, 1002].filter((uid) => isTrusted(uid, who)), [0, 1000, 1001]);
  assert.deepEqual([0, 1000, 1001].filter((uid) => isTrusted(uid, { self: 0, owner: 1001 })), [0, 1001]);
});

test('the revision is that of the commit that is checked out, and says if tracked files differ', async () => {
  const folder = await repository('f/a', 'g/b');
  const f = path.join(folder, 'f');
  const head = (await git(folder, 'rev-parse', 'HEAD')).trim();
  assert.deepEqual(await commitOf(f, [f], never), { revision: head, isDirty: false, time: 1_700_000_000 });
  await write(folder, 'f/untracked');
  await writeFile(path.join(folder, 'g/b'), 'changed');
  assert.equal((await commitOf(f, [f], never))?.revision, head);
  await utimes(path.join(folder, 'f/a'), 1, 1);
  assert.equal((await commitOf(f, [f], never))?.revision, head, 'a file that was only touched is the same');
  assert.equal((await commitOf(f, [f, path.join(folder, 'g')], never))?.revision, `${head}-dirty`);
  await rename(path.join(folder, 'f/a'), path.join(folder, 'f/moved'));
  assert.equal((await commitOf(f, [f], never))?.revision, `${head}-dirty`);
  assert.equal(await commitOf(await temporary(), [], never), undefined);
});
