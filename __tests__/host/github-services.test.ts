import assert from 'node:assert/strict';
import { access, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { createActionsCache } from '../../src/host/github/actions-cache.ts';
import { createGithubHost } from '../../src/host/github/github.ts';
import { COMPILED } from '../jest/compiled.ts';
import { REST_TOKEN, startGitHubServices } from '../rig/github-services.ts';
import type { HostCache } from '../../src/kit/host.ts';
import type { GithubHost } from '../../src/host/github/github.ts';
import type { GitHubServices } from '../rig/github-services.ts';

let services: GitHubServices;
let folder = '';
let host: GithubHost;
const environment = { ...process.env };
const { execPath } = process;

beforeAll(async () => {
  services = await startGitHubServices();
  folder = await mkdtemp(join(tmpdir(), 'nix-feature-services-'));
  process.execPath = await nodeThatKeepsWhatItCompiles();
  Object.assign(process.env, services.env, { RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder });
  delete process.env['GITHUB_SERVER_URL'];
  host = createGithubHost({ env: process.env, signal: new AbortController().signal });
});
afterAll(async () => {
  process.env = environment;
  process.execPath = execPath;
  await services.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The cache client gets no variables for that, and is started for each question. */
async function nodeThatKeepsWhatItCompiles(): Promise<string> {
  const file = join(folder, 'node');
  const variables = Object.entries(COMPILED).map(([name, value]) => `${name}='${value}' `);
  await writeFile(file, `#!/bin/sh\n${variables.join('')}exec '${execPath}' "$@"\n`, { mode: 0o755 });
  return file;
}

async function folderWith(name: string, text: string): Promise<string> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'index.json'), text);
  return join(folder, name);
}

test('what one run saves, another finds by its prefix, from any folder', async () => {
  assert.equal(await host.cache.restore('base-v1-sha256:1', 'base-v1-', join(folder, 'none')), undefined);
  await host.cache.save('base-v1-sha256:1', await folderWith('first', 'one'));
  assert.deepEqual(services.cacheKeys(), ['base-v1-sha256:1']);
  assert.equal(await host.cache.restore('base-v1-sha256:2', 'base-v1-', join(folder, 'newer')), 'base-v1-sha256:1');
  assert.equal(await readFile(join(folder, 'newer/index.json'), 'utf8'), 'one');
});

test('a key that is there already is no error', async () => {
  await host.cache.save('base-v1-sha256:1', await folderWith('again', 'two'));
  assert.deepEqual(services.cacheKeys(), ['base-v1-sha256:1']);
});

test('a job in a container finds what a job of the runner has saved by its key: other folders, other programs, one entry', async () => {
  const jobs = await Promise.all(
    ['home/runner/work', '__w'].map(async (name) => {
      const [workspace, temporary, programs] = ['repository', '_temp', 'bin'].map((each) => join(folder, name, each)) as [string, string, string];
      for (const each of [workspace, temporary, programs]) await mkdir(each, { recursive: true });
      for (const program of ['tar', 'gzip']) await symlink(await pathOf(program), join(programs, program));
      return { env: { ...process.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary, PATH: programs }, workspace, programs };
    }),
  );
  const [onRunner, inContainer] = jobs as [(typeof jobs)[number], (typeof jobs)[number]];
  // Of a client that finds it, entries are compressed with it, and known to those alone who find it too.
  await writeFile(join(onRunner.programs, 'zstd'), '#!/bin/sh\necho v1.5.7\n', { mode: 0o755 });
  const cacheOf = ({ env }: (typeof jobs)[number]): HostCache => createGithubHost({ env, signal: new AbortController().signal }).cache;

  await cacheOf(onRunner).save('shared-1', await folderWith('shared', 'of the runner'));
  assert.equal(await cacheOf(inContainer).restore('shared-1', 'shared-', join(folder, 'in-container')), 'shared-1');
  assert.equal(await readFile(join(folder, 'in-container/index.json'), 'utf8'), 'of the runner');
  for (const { workspace } of jobs) assert.deepEqual(await readdir(workspace), [], 'a checkout is left alone');
});

test('a cache service that fails is an empty cache', async () => {
  services.fail('GetCacheEntryDownloadURL', 400);
  assert.equal(await host.cache.restore('base-v1-sha256:1', 'base-v1-', join(folder, 'failed')), undefined);
});

test('a folder becomes an artifact, and its name can be used once', async () => {
  const source = await folderWith('layout', '{}');
  const uploaded = await host.uploadArtifact('feature-tools-amd64', source);
  assert.equal(uploaded?.name, 'feature-tools-amd64');
  assert.ok((uploaded?.size ?? 0) > 0);
  assert.deepEqual(
    services.artifacts().map(({ name }) => name),
    ['feature-tools-amd64'],
  );
  await assert.rejects(
    host.uploadArtifact('feature-tools-amd64', source),
    (error) => error instanceof Failure && /already has one of that name/.test(error.message),
  );
});

async function pathOf(program: string): Promise<string> {
  for (const each of (process.env['PATH'] ?? '').split(':')) if (await access(join(each, program)).then(() => true, () => false)) return join(each, program);
  throw new Error(`There is no ${program} in PATH.`);
}

/** The host of a job of the next attempt, with its token for the REST API. */
function rerun(jobs: 'all' | 'failed'): GithubHost {
  Object.assign(process.env, services.rerun(jobs), { 'INPUT_GITHUB-TOKEN': REST_TOKEN, GITHUB_REPOSITORY: 'octo-org/octo-repo', GITHUB_RUN_ID: '5' });
  return createGithubHost({ env: process.env, signal: new AbortController().signal });
}

async function listed({ artifacts }: GithubHost): Promise<string[]> {
  return ((await artifacts?.list()) ?? []).map(({ name, attempt }) => `${name} of ${attempt}`).sort();
}

test('a second attempt sees what the first has left, its own instead where it has some, and what is lost by another way', async () => {
  const partial = rerun('failed');
  assert.deepEqual(await listed(partial), ['feature-tools-amd64 of 1']);
  services.setArtifact('feature-tools-amd64', 'lost');
  const [first] = (await partial.artifacts?.list()) ?? [];
  assert.ok(first);
  await partial.artifacts?.download(first, join(folder, 'by-rest'));
  assert.equal(await readFile(join(folder, 'by-rest/index.json'), 'utf8'), '{}');

  await partial.uploadArtifact('feature-tools-amd64', await folderWith('second', '2'));
  assert.deepEqual(await listed(partial), ['feature-tools-amd64-attempt-2 of 2']);
  services.setArtifact('feature-tools-amd64', 'expired');
  assert.deepEqual(await partial.artifacts?.expired(), ['feature-tools-amd64']);
  assert.deepEqual(await listed(rerun('all')), []);
});

test("an upload that can't be finished goes on under another name, and a full storage has words of its own", async () => {
  const full = rerun('all');
  services.fail('FinalizeArtifact', 400);
  const uploaded = await full.uploadArtifact('feature-x-amd64', await folderWith('x', 'x'), 3);
  assert.equal(uploaded?.name, 'feature-x-amd64-attempt-4-try-2');
  assert.equal(services.artifacts().at(-1)?.retention, 3);
  services.setQuotaUsedUp(true);
  await assert.rejects(full.uploadArtifact('feature-y-amd64', join(folder, 'x')), /storage for artifacts is used up/);
  services.setQuotaUsedUp(false);
});

test('a cache that may only be read is no error', async () => {
  services.setCacheReadOnly(true);
  await host.cache.save('base-v1-sha256:9', await folderWith('denied', 'x'));
  services.setCacheReadOnly(false);
  assert.ok(!services.cacheKeys().includes('base-v1-sha256:9'));
});

test('a second attempt uploads, whether or not the names of the first are still taken', async () => {
  for (const namesOutliveAttempts of [false, true]) {
    const own = await startGitHubServices({ namesOutliveAttempts });
    const environmentBefore = { ...process.env };
    try {
      Object.assign(process.env, own.env);
      const names: (string | undefined)[] = [];
      for (const jobs of [undefined, 'failed', 'all'] as const) {
        if (jobs !== undefined) Object.assign(process.env, own.rerun(jobs));
        const again = createGithubHost({ env: process.env, signal: new AbortController().signal });
        names.push((await again.uploadArtifact('feature-z-amd64', await folderWith('z', 'z')))?.name);
      }
      assert.deepEqual(names, ['feature-z-amd64', 'feature-z-amd64-attempt-2', 'feature-z-amd64-attempt-3']);
    } finally {
      Object.assign(process.env, environmentBefore);
      await own.stop();
    }
  }
});

test('a limit of the cache service is a warning, and neither an error nor silence', async () => {
  const said: string[] = [];
  const options = { env: process.env, signal: new AbortController().signal, debug: () => undefined, warning: (message: string) => void said.push(message) };
  const cache = createActionsCache(options);
  const source = await folderWith('limited', 'one');
  services.fail('GetCacheEntryDownloadURL', 429);
  assert.equal(await cache.restore('limited', 'limited', join(folder, 'nowhere')), undefined);
  services.fail('CreateCacheEntry', 429);
  await cache.save('limited', source);
  assert.deepEqual(said.map((message) => message.startsWith('The Actions cache has reached its rate limit')), [true, true]);
  services.setQuotaUsedUp(true);
  await cache.save('limited', source);
  services.setQuotaUsedUp(false);
  assert.match(said[2] ?? '', /^The storage of the Actions cache is used up\./);
});
