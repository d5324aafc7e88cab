import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { InputError } from '../../src/errors.ts';
import { readShippedFiles } from '../../src/feature/shipped-files.ts';

async function folderWith(t: TestContext, ...files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shipped-files-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const name of files) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), name);
  }
  return folder;
}

async function names(folder: string, excluded: readonly string[] = []): Promise<string[]> {
  return (await readShippedFiles(folder, excluded)).map(({ name, executable }) => `${executable ? '*' : ''}${name}`);
}

test('everything in the folder is shipped, scripts as programs', async (t) => {
  const folder = await folderWith(t, 'devcontainer-feature.json', 'install.sh', 'lib/tool', 'lib/data', '.config');
  await chmod(join(folder, 'lib/tool'), 0o755);
  assert.deepEqual(await names(folder), ['.config', 'devcontainer-feature.json', '*install.sh', 'lib/data', '*lib/tool']);
});

test('what builds and tools leave behind is not', async (t) => {
  const folder = await folderWith(t, 'a', '.git/HEAD', '.direnv/x', 'dist/x.tar.gz', 'node_modules/x', 'out/oci-layout', 'out/blobs/x', 'named/x');
  await symlink('/nix/store/00000000000000000000000000000000-x', join(folder, 'result'));
  await symlink('/nix/store/00000000000000000000000000000000-x-bin', join(folder, 'result-bin'));
  assert.deepEqual(await names(folder, [join(folder, 'named')]), ['a']);
});

test('links are followed as long as they stay inside', async (t) => {
  const folder = await folderWith(t, 'a', 'lib/b');
  await symlink('a', join(folder, 'c'));
  await symlink('lib', join(folder, 'd'));
  assert.deepEqual(await names(folder), ['a', 'c', 'd/b', 'lib/b']);
});

test('links that lead out, nowhere or round in circles are refused, by name', async (t) => {
  for (const [target, why] of [['/etc/passwd', 'leads out'], ['nothing', 'leads nowhere'], ['.', 'that it is in']] as const) {
    const folder = await folderWith(t, 'a');
    await symlink(target, join(folder, 'link'));
    await assert.rejects(readShippedFiles(folder), (error) => error instanceof InputError && error.message.includes(why) && error.message.includes('link'));
  }
});

test('the runtime’s own folder and files beyond all measure are refused', async (t) => {
  await assert.rejects(readShippedFiles(await folderWith(t, 'nix-feature/x')), /reserved for the install runtime/);
  const folder = await folderWith(t, 'large');
  await writeFile(join(folder, 'large'), Buffer.alloc(33 * 1024 * 1024));
  await assert.rejects(readShippedFiles(folder), /more than 32 MiB together, large among them/);
});
