import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { afterAll, test } from '@jest/globals';
import { SigningKey } from '../../src/nix/cache/signing-key.ts';
import { systemOf } from '../../src/platform.ts';
import { attempt, run, type Env } from '../rig/command.ts';
import { machineArch } from '../rig/flakes.ts';
import { startGitHubServices } from '../rig/github-services.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runPost, type StepResult } from '../rig/runner.ts';
import { scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, ownNamespace, published, targetFlags, writeSmallFeature } from './publishing.ts';

/* Jobs with the cache action, GitHub's fake and the real client: what a job builds, the next one takes. */
const registry = (await theRig()).registries.none;
const scratch = await scratchFolder();
const services = await startGitHubServices();
afterAll(() => services.stop());
const system = systemOf(machineArch());
const namespace = ownNamespace('cache');
const small = await writeSmallFeature(path.join(scratch, 'small'), 'small', '1.0.0');
await published(['build', `--feature=${small}`, ...HOST_BUILD, '--push', ...targetFlags(registry, namespace)], registry);

/** What a job builds: two derivations that come out differently each time. */
const workspace = path.join(scratch, 'workspace');
const common = `system = "${system}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; run = "${process.pid}";`;
await mkdir(workspace);
await writeFile(path.join(workspace, 'flake.lock'), '{}');
const expression = path.join(scratch, 'job.nix');
await writeFile(
  expression,
  `let lib = derivation { name = "cached-lib"; ${common} args = [ "-c" "mkdir $out; head -c 2000 /dev/urandom > $out/noise" ]; };
   in derivation { name = "cached-top"; inherit lib; ${common} args = [ "-c" "mkdir $out; ln -s $lib/noise $out/noise; head -c 2000 /dev/urandom > $out/more" ]; }\n`,
);

interface Job {
  readonly main: StepResult;
  readonly post: StepResult;
  /** What Nix said. */
  readonly nix: string;
  readonly noise: string;
}

/** A database of its own: what the job built is what its store gained, and other files of tests build into the machine's store meanwhile. */
const OWN_STORE: Env = { ...NIX_ENV, NIX_STATE_DIR: path.join(scratch, 'nix-state') };

const OUT = (await run(['nix-instantiate', '--eval', '--expr', `(import ${expression}).outPath`], { env: OWN_STORE })).trim().replaceAll('"', '');

/** A job: the cache action, a build by a plain Nix, and the post step. Before it nothing of what it builds is there. */
async function job(inputs: Readonly<Record<string, string>>, env: Env = {}, between?: (main: StepResult) => Promise<void>): Promise<Job> {
  const there = await attempt(['nix-store', '--query', '--requisites', OUT], { env: OWN_STORE });
  if (there.code === 0) await run(['nix-store', '--delete', ...there.stdout.trim().split('\n')], { env: OWN_STORE });
  const step = {
    action: 'cache',
    workspace,
    inputs: { registry: registry.host, namespace, ...inputs },
    env: { ...services.job(), HOME: OWN_STORE['HOME'] ?? '', NIX_CONFIG: OWN_STORE['NIX_CONFIG'] ?? '', NIX_STATE_DIR: OWN_STORE['NIX_STATE_DIR'] ?? '', ...env },
  };
  const main = await runAction(step);
  assert.equal(main.code, 0, main.log);
  await between?.(main);
  const built = await attempt(['nix-build', '--no-out-link', expression], { env: { ...OWN_STORE, ...main.exported } });
  assert.equal(built.code, 0, built.stderr);
  const post = await runPost(step, main);
  return { main, post, nix: built.stderr, noise: await readFile(path.join(OUT, 'noise'), 'hex') };
}

const warnings = ({ annotations }: StepResult): readonly string[] => annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

test('what a job builds, a second one takes from the pack and builds nothing; a pull request writes what no release reads', async () => {
  const calls = services.calls.length;
  const first = await job({});
  assert.match(first.nix, /building '\S+cached-top\.drv'/);
  assert.equal(first.post.code, 0, first.post.log);
  assert.deepEqual([first.main, first.post].flatMap(warnings), []);
  assert.equal(services.cacheKeys().filter((key) => key.includes('pack')).length, 1);
  assert.ok(services.calls.length - calls <= 5, services.calls.slice(calls).join(' '));
  assert.match(first.post.summary, /Built by this job \| 2 store paths/);
  assert.equal(first.main.outputs['features'], '1');

  const before = services.calls.length;
  const second = await job({});
  assert.doesNotMatch(second.nix, /building '/);
  assert.equal(second.noise, first.noise);
  assert.match(second.post.summary, /Taken from the pack \| 2 store paths/);
  assert.ok(services.calls.length - before <= 5);
  assert.equal(services.cacheKeys().filter((key) => key.includes('pack')).length, 1, 'nothing new is saved');
  await assert.rejects(fetch(`${second.main.outputs['url']}/nix-cache-info`), 'the server is gone');
  assert.deepEqual((await readdir(second.main.temp)).filter((name) => name.includes('nix-feature')), []);

  await writeFile(path.join(workspace, 'flake.lock'), '{ "another": 1 }');
  const proposal = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge' };
  const pull = await job({ pack: 'true' }, { ...proposal });
  assert.doesNotMatch(pull.nix, /building '/, 'a pull request reads what main has built');
});

test('the server answers as a cache of the Features, on loopback alone, and takes no writes', async () => {
  await job({ pack: 'false' }, {}, async ({ outputs, temp }) => {
    const url = outputs['url'] ?? '';
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${url}/x.narinfo`, { method: 'PUT', body: 'x' })).status, 405);
    const session = (await readdir(temp)).find((name) => name.startsWith('nix-feature-session')) ?? '';
    assert.equal((await stat(path.join(temp, session))).mode & 0o077, 0);
    assert.equal(existsSync(path.join(temp, session, 'request.json')), false);
  });
});

test('an entry that was changed is found and ignored; a service that refuses is one warning, and no failure', async () => {
  await writeFile(path.join(workspace, 'flake.lock'), '{ "poisoned": 1 }');
  const first = await job({});
  assert.equal(first.post.code, 0);
  // Whoever can write to the cache of the repository puts another entry before it.
  const poisoned = path.join(scratch, 'poisoned');
  await poison(first.main, poisoned);
  const second = await job({});
  assert.match(second.nix, /building '\S+cached-top\.drv'/, services.cacheKeys().join(' '));
  assert.match(warnings(second.post).join('\n'), /of the pack is not served: it does not have the hash/);
  services.fail('GetCacheEntryDownloadURL', 429, 20);
  services.fail('CreateCacheEntry', 429, 20);
  const third = await job({});
  services.fail('GetCacheEntryDownloadURL', 200, 0);
  services.fail('CreateCacheEntry', 200, 0);
  assert.equal(third.post.code, 0, third.post.log);
  assert.deepEqual([third.main, third.post].flatMap(warnings).map((message) => message.startsWith('The Actions cache has reached its rate limit')), [true], third.post.log);
});

/** Saves a pack whose NARs are other ones, under a newer key. */
async function poison({ env }: { readonly env?: Env } & StepResult, folder: string): Promise<void> {
  const { createActionsCache } = await import('../../src/host/github/actions-cache.ts');
  const key = services.cacheKeys().findLast((each) => each.includes('pack')) ?? '';
  const said: string[] = [];
  const cache = createActionsCache({ env: { ...process.env, ...services.job(), ...env }, signal: new AbortController().signal, debug: (line) => void said.push(line), warning: (line) => void said.push(line) });

  assert.equal(await cache.restore(key, key, folder), key);
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.nar')) continue;
    const bytes = await readFile(path.join(folder, name));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 300) ^ 1, bytes.length - 300);
    await writeFile(path.join(folder, name), bytes);
  }
  await cache.save(`${key}-newer`, folder);
  assert.ok(services.cacheKeys().includes(`${key}-newer`), said.join('\n'));
  await rm(folder, { recursive: true, force: true });
}

/** A binary cache that takes writes, as some have it: a folder behind HTTP. */
async function writableCache(): Promise<{ readonly url: string; readonly folder: string }> {
  const folder = path.join(scratch, 'writable');
  await mkdir(folder, { recursive: true });
  const server = createServer((request, response) => {
    const file = path.join(folder, path.posix.normalize(`/${new URL(request.url ?? '/', 'http://localhost').pathname}`));
    const answer = async (): Promise<void> => {
      if (request.method === 'PUT') {
        await mkdir(path.dirname(file), { recursive: true });
        await pipeline(request, createWriteStream(file));
        response.writeHead(201).end();
      } else if ((await stat(file).catch(() => undefined))?.isFile() === true) {
        response.writeHead(200);
        if (request.method === 'HEAD') response.end();
        else await pipeline(createReadStream(file), response);
      } else response.writeHead(404).end();
    };
    answer().catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, folder };
}

const writable = await writableCache();

test('what a job built is uploaded, signed, to a cache that takes only its own key; the secret key is shown nowhere', async () => {
  const key = SigningKey.generate('team-cache-1');
  const secret = key.secretText();
  const inputs = { features: 'none', pack: 'false', 'push-to': writable.url, 'secret-key': secret };
  const { main, post } = await job(inputs);
  assert.equal(post.code, 0, post.log);
  assert.match(post.summary, /Uploaded \| 2 store paths/);
  assert.ok([main, post].every(({ log }) => !log.includes(secret) && !log.includes(secret.split(':')[1] ?? '')));
  assert.ok(main.exported['NIX_CONFIG']?.includes(`extra-trusted-public-keys = ${key.publicText}`));
  assert.ok(!Object.values(main.exported).join('\n').includes(secret));
  const copy = async (publicKey: string, to: string) => attempt(['nix', 'copy', '--from', writable.url, '--to', path.join(scratch, to), OUT], { env: { ...NIX_ENV, NIX_CONFIG: `${NIX_ENV['NIX_CONFIG']}\ntrusted-public-keys = ${publicKey}` } });
  const right = await copy(key.publicText, 'right');
  assert.equal(right.code, 0, right.stderr);
  const wrong = await copy(SigningKey.generate('team-cache-1').publicText, 'wrong');
  assert.notEqual(wrong.code, 0);
  assert.match(wrong.stderr, /signature|signed by/);
  const again = await job(inputs);
  assert.doesNotMatch(again.nix, /building '/, 'the steps after the action use it, too');
  assert.match(again.post.summary, /Uploaded \| 0 store paths/);
});

test('an upload that fails says so, and fails the job', async () => {
  // Nix would try again and again.
  const once = { NIX_CONFIG: `${OWN_STORE['NIX_CONFIG'] ?? ''}\ndownload-attempts = 1` };
  const { post } = await job({ features: 'none', pack: 'false', 'push-to': 'http://127.0.0.1:9/cache' }, once);
  assert.equal(post.code, 1);
  assert.match(post.log, /What the job built could not be uploaded/);
});
