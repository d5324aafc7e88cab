import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { Engine } from '../../src/engine/engine.ts';
import { askedVariables, startContainer } from '../../src/engine/start-container.ts';
import { SetupError } from '../../src/kit/errors.ts';
import { afterTest } from '../jest/after-test.ts';

const IMAGE = { id: 'sha256:0', architecture: 'amd64', os: 'linux', repoDigests: [], layers: [], env: [], user: '', labels: {} };

interface Seen {
  readonly argv: readonly string[];
  readonly env: ReadonlyMap<string, string>;
}

/** A client that writes down its arguments and its environment, as the kernel has given them. */
async function client(env: Readonly<Record<string, string>> = {}): Promise<{ engine: Engine; seen: () => Promise<Seen> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'client-'));
  afterTest(() => rm(folder, { recursive: true }));
  const program = path.join(folder, 'docker');
  await writeFile(program, `#!/bin/sh\ntest "$1" = exec && test -e "${folder}/env" && exit 0\ncat /proc/$$/environ > "${folder}/env"; printf '%s\\0' "$@" > "${folder}/argv"\n`);
  await chmod(program, 0o755);
  const engine = new Engine('docker', program, { env: { PATH: process.env['PATH'], ...env } });
  const parts = async (name: string): Promise<string[]> => (await readFile(path.join(folder, name), 'utf8')).split('\0').slice(0, -1);
  const seen = async (): Promise<Seen> => ({
    argv: await parts('argv'),
    env: new Map((await parts('env')).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)])),
  });
  return { engine, seen };
}

/** What a Feature may call a variable: all that some program obeys, and all that tells one syntax from another. */
const NAMES = ['LD_PRELOAD', 'LD_AUDIT', 'SSL_CERT_FILE', 'GODEBUG', 'GCONV_PATH', 'DOCKER_HOST', 'CONTAINERS_CONF', 'PATH', 'HOME', 'HTTPS_PROXY', 'NIX_FEATURE_X', 'lower', 'A*', 'A B', '-x', '#c'];
const VALUES = ['/hostile', 'two\nlines', '"quoted" $HOME `id`', '', 'a=b', `it's`];

test('whatever a Feature calls a variable, the client of an engine gets it as an argument and not in its own environment', async () => {
  for (const [index, name] of NAMES.entries()) {
    const { engine, seen } = await client({ HOME: '/root' });
    const value = VALUES[index % VALUES.length] ?? '';
    await engine.exec('c', ['true'], 'a container', { env: { [name]: value } }).done;
    const { argv, env } = await seen();
    assert.deepEqual(argv, ['exec', '--env', `${name}=${value}`, 'c', 'true']);
    assert.ok(![...env.values()].includes(value) || value === '', name);
    assert.equal(env.get('HOME'), '/root');
  }
});

test('the settings of Nix, which may hold a token, go by name and are in no list of processes', async () => {
  const { engine, seen } = await client();
  await engine.exec('c', ['true'], 'a container', { env: { NIX_CONFIG: 'access-tokens = x=secret\n', GIVEN: '1' } }).done;
  const { argv, env } = await seen();
  assert.deepEqual(argv, ['exec', '--env', 'NIX_CONFIG', '--env', 'GIVEN=1', 'c', 'true']);
  assert.equal(env.get('NIX_CONFIG'), 'access-tokens = x=secret\n');
});

test('a variable that can be none, or is too long for the system, is an error and no crash', async () => {
  const { engine } = await client();
  for (const value of ['\0', 'x'.repeat(3_000_000)]) {
    await assert.rejects(engine.exec('c', ['true'], 'a container', { env: { A: value } }).done, (error) => error instanceof SetupError && !error.message.includes('xxx'));
  }
});

test('a variable of the job reaches the client when container-options name it', async () => {
  assert.deepEqual(askedVariables(['--env A', '-e B', '--env=C', '--env D=1', '--env=E=2', '-e', 'F', '--volume G', '--network=host']), ['A', 'B', 'C', 'F']);
  const { engine, seen } = await client({ TOKEN: 'token', OTHER: 'other' });
  await startContainer(engine, IMAGE, { name: 'n', imageName: 'i', mounts: [], containerOptions: ['--env TOKEN'] });
  const { env } = await seen();
  assert.equal(env.get('TOKEN'), 'token');
  assert.equal(env.get('OTHER'), undefined);
});
