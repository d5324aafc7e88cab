import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { capture } from '../../src/programs/process.ts';
import { afterTest } from '../jest/after-test.ts';

const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@x', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@x', GIT_COMMITTER_DATE: '1700000000 +0200', GIT_AUTHOR_DATE: '1600000000 +0200' };

/** As a user would: with no protection at all. */
export function git(folder: string, ...args: readonly string[]): Promise<string> {
  return capture(['git', '-C', folder, ...args], { env: ENV });
}

export async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'git-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Files that hold their own names. */
export async function write(folder: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), name);
  }
}

/** A repository with one commit of these files. */
export async function repository(...names: readonly string[]): Promise<string> {
  const folder = await temporary();
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await write(folder, ...names);
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message=one');
  return folder;
}

/** A program that tells that it was started; what it is asked to convert it gives back. */
export async function canary(folder: string): Promise<{ readonly program: string; readonly mark: string }> {
  const program = path.join(folder, 'canary.sh');
  const mark = path.join(folder, 'started');
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
  await chmod(program, 0o755);
  return { program, mark };
}
