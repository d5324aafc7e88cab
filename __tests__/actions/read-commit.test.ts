import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { withCommit } from '../../src/actions/requests/read-commit.ts';
import { readBuildRequest } from '../../src/actions/requests/read-request.ts';
import { git, repository } from '../git/repositories.ts';

test('a build is of the commit that is checked out, whatever the run was started for, and says if files differ', async () => {
  const folder = await repository('f/devcontainer-feature.json', 'f/flake.nix');
  const head = (await git(folder, 'rev-parse', 'HEAD')).trim();
  const said: string[] = [];
  const host = { signal: new AbortController().signal, notice: (text: string) => void said.push(`notice ${text}`), warning: (text: string) => void said.push(`warning ${text}`) };
  const env = { GITHUB_SHA: '0123', GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r' };
  const inputs: Record<string, string> = { feature: 'f', 'base-image': 'none', 'build-in': 'host' };
  const read = (more: object = {}, also: object = {}) =>
    withCommit(readBuildRequest((name) => ({ ...inputs, ...more } as Record<string, string>)[name] ?? '', { folder, env: { ...env, ...also }, platform: 'linux', arch: 'x64', cores: 1 }), host);

  const clean = await read();
  assert.deepEqual([clean.origin, clean.created], [{ source: 'https://github.com/o/r', revision: head }, 1_700_000_000]);
  assert.equal((await read({}, { SOURCE_DATE_EPOCH: '5' })).created, 5);
  assert.deepEqual(said, []);

  await writeFile(path.join(folder, 'f/flake.nix'), '{ }');
  assert.equal((await read()).origin?.revision, `${head}-dirty`);
  await read({ push: 'true' });
  assert.match(said[0] ?? '', /^notice Files differ from the commit that is checked out/);
  assert.match(said[1] ?? '', /^warning .*It can't be rebuilt/);
});
