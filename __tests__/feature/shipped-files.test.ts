import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { checkFeature } from '../../src/feature/contract/check-feature.ts';
import { readShippedFiles } from '../../src/feature/files/shipped-files.ts';
import { git, repository, write } from '../git/repositories.ts';
import { afterTest } from '../jest/after-test.ts';

async function folderWith(...files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shipped-files-'));
  afterTest(() => rm(folder, { recursive: true }));
  for (const name of files) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), name);
  }
  return folder;
}

async function names(folder: string, excluded: readonly string[] = []): Promise<string[]> {
  return (await readShippedFiles(folder, { excluded })).map(({ name, executable }) => `${executable ? '*' : ''}${name}`);
}

test('everything in the folder is shipped, scripts as programs', async () => {
  const folder = await folderWith('devcontainer-feature.json', 'install.sh', 'lib/tool', 'lib/data', '.config');
  await chmod(join(folder, 'lib/tool'), 0o755);
  assert.deepEqual(await names(folder), ['.config', 'devcontainer-feature.json', '*install.sh', 'lib/data', '*lib/tool']);
});

test('what builds and tools leave behind is not', async () => {
  const folder = await folderWith('a', '.git/HEAD', '.direnv/x', 'dist/x.tar.gz', 'node_modules/x', 'out/oci-layout', 'out/blobs/x', 'named/x');
  await symlink('/nix/store/00000000000000000000000000000000-x', join(folder, 'result'));
  await symlink('/nix/store/00000000000000000000000000000000-x-bin', join(folder, 'result-bin'));
  assert.deepEqual(await names(folder, [join(folder, 'named')]), ['a']);
});

test('links are followed as long as they stay inside', async () => {
  const folder = await folderWith('a', 'lib/b');
  await symlink('a', join(folder, 'c'));
  await symlink('lib', join(folder, 'd'));
  assert.deepEqual(await names(folder), ['a', 'c', 'd/b', 'lib/b']);
});

test('links that lead out, nowhere or round in circles are refused, by name', async () => {
  for (const [target, why] of [['/etc/passwd', 'leads out'], ['nothing', 'leads nowhere'], ['.', 'that it is in']] as const) {
    const folder = await folderWith('a');
    await symlink(target, join(folder, 'link'));
    await assert.rejects(readShippedFiles(folder), (error) => error instanceof InputError && error.message.includes(why) && error.message.includes('link'));
  }
});

test("the runtime's own folder and files beyond all measure are refused", async () => {
  await assert.rejects(readShippedFiles(await folderWith('nix-feature/x')), /reserved for the installer/);
  const folder = await folderWith('large');
  await writeFile(join(folder, 'large'), Buffer.alloc(33 * 1024 * 1024));
  await assert.rejects(readShippedFiles(folder), /including .*large, have more than 32 MiB in total/);
});

test('of a checkout, tracked and new files ship, and neither those that git ignores nor those that look secret', async () => {
  const folder = await repository('.gitignore', 'a', 'tracked/.npmrc');
  await writeFile(join(folder, '.gitignore'), '*.log\n');
  await write(folder, 'new', 'x.log');
  assert.deepEqual(await names(folder), ['.gitignore', 'a', 'new', 'tracked/.npmrc']);
  assert.deepEqual((await readShippedFiles(folder, { include: ['x.log'] })).map(({ name }) => name), ['.gitignore', 'a', 'new', 'tracked/.npmrc', 'x.log']);
  await write(folder, '.env', 'sub/id_rsa');
  await assert.rejects(readShippedFiles(folder), (error) => {
    assert.ok(error instanceof InputError);
    assert.match(error.message, /^Files in \S+ have names that suggest secrets: \.env, sub\/id_rsa\. They ship only if git tracks them/);
    assert.match(error.hint ?? '', /\.gitignore/);
    return true;
  });
  await assert.rejects(readShippedFiles(folder, { include: ['.env'] }), /suggest secrets: sub\/id_rsa\./);
  assert.equal((await readShippedFiles(folder, { include: ['.env', 'sub'] })).length, 6);
});

test('without git, files whose names look secret are refused by name, until they are included', async () => {
  const folder = await folderWith('a', '.netrc', 'gha-creds-0.json');
  await assert.rejects(readShippedFiles(folder), /suggest secrets: \.netrc, gha-creds-0\.json\./);
  assert.equal((await readShippedFiles(folder, { include: ['.netrc', 'gha-creds-0.json'] })).length, 3);
});

test('a link ships what it leads to only if that would ship by itself', async () => {
  const cases: readonly (readonly [target: string, why: RegExp])[] = [
    ['.git/config', /is a link to \.git\/config, which is not shipped/],
    ['.git', /is a link to \.git, which is not shipped/],
    ['x.log', /is a link to x\.log, which git is told to ignore/],
    ['node_modules/x', /which is not shipped/],
    ['.env', /suggest secrets/],
    ['hop', /is a link to \.git\/config, which is not shipped/],
  ];
  for (const [target, why] of cases) {
    const folder = await repository('.gitignore', 'a');
    await writeFile(join(folder, '.gitignore'), '*.log\nnode_modules\nhop\n');
    await write(folder, 'x.log', 'node_modules/x');
    if (target === '.env') await write(folder, '.env');
    await symlink('.git/config', join(folder, 'hop'));
    await symlink(target, join(folder, 'link'));
    await git(folder, 'add', '--force', 'link');
    await assert.rejects(readShippedFiles(folder), why, target);
  }
});

test('a folder that a link leads to ships what of it would ship by itself', async () => {
  const folder = await repository('.gitignore', 'lib/a', 'lib/x.log');
  await writeFile(join(folder, '.gitignore'), '*.log\n');
  await git(folder, 'rm', '--quiet', '--cached', 'lib/x.log');
  await symlink('lib', join(folder, 'linked'));
  assert.deepEqual(await names(folder), ['.gitignore', 'lib/a', 'linked/a']);
});

test('links to folders can neither go round in circles nor multiply without end', async () => {
  const circle = await folderWith('a/x', 'b/x');
  await symlink('../b', join(circle, 'a/b'));
  await symlink('../a', join(circle, 'b/a'));
  await symlink('a', join(circle, 'c'));
  await assert.rejects(readShippedFiles(circle), /to a folder that it is in/);
  const wide = await folderWith(...Array.from({ length: 50 }, (_, at) => `d0/${at}`));
  for (let level = 1; level < 10; level += 1) {
    await mkdir(join(wide, `d${level}`));
    for (const name of ['l', 'r']) await symlink(`../d${level - 1}`, join(wide, `d${level}`, name));
  }
  await assert.rejects(readShippedFiles(wide), /more than 10000 files/);
});

test('new files beside tracked ones are warned about by name, and those of a folder that is wholly new are not', async () => {
  const folder = await repository('tools/devcontainer-feature.json');
  await write(folder, 'tools/new.sh', 'fresh/devcontainer-feature.json', 'fresh/a');
  const of = async (name: string) => (await checkFeature(join(folder, name), { flake: 'elsewhere' })).filter(({ message }) => message.includes('does not track'));
  for (const name of ['tools', 'fresh']) await writeFile(join(folder, name, 'devcontainer-feature.json'), '{ "id": "tools", "version": "1.0.0", "name": "x", "description": "x" }');
  assert.deepEqual((await of('tools')).map(({ severity, message }) => [severity, message.replace(folder, '')]), [['warning', 'Git does not track new.sh in /tools, and the Feature ships it.']]);
  assert.deepEqual(await of('fresh'), []);
});

test('pointers that a checkout without Git LFS has in place of files are warned about by name', async () => {
  const folder = await folderWith('install.md', 'lib/data');
  await writeFile(join(folder, 'devcontainer-feature.json'), '{ "id": "tools", "version": "1.0.0", "name": "x", "description": "x" }');
  const found = async () => (await checkFeature(folder, { flake: 'elsewhere' })).filter(({ message }) => message.includes('Git LFS'));
  assert.deepEqual(await found(), []);
  await writeFile(join(folder, 'lib/data'), `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`);
  const [finding, ...others] = await found();
  assert.deepEqual([finding?.severity, finding?.message.replace(folder, ''), finding?.location?.file, others], ['warning', ' has Git LFS pointers instead of files: lib/data.', join(folder, 'lib/data'), []]);
  assert.match(finding?.hint ?? '', /lfs: true/);
});
