import assert from 'node:assert/strict';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from '@jest/globals';
import { Engine } from '../../src/engine/engine.ts';
import { loadImage, type LayoutImage } from '../../src/engine/load-image.ts';
import { askedVariables, startContainer } from '../../src/engine/start-container.ts';
import { SetupError, BaseError } from '../../src/kit/errors.ts';
import { afterTest } from '../jest/after-test.ts';

const IMAGE = { id: 'sha256:0', architecture: 'amd64', os: 'linux', layers: [], env: [], user: '', labels: {} };

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

const LAYER = `sha256:${'1'.repeat(64)}`;
const CONFIG = { architecture: 'amd64', os: 'linux', config: { Env: ['PATH=/bin'] }, rootfs: { type: 'layers', diff_ids: [LAYER] } };
const ID = `sha256:${createHash('sha256').update(JSON.stringify(CONFIG)).digest('hex')}`;

/** What an engine says of an image. */
function inspected(id: string, layers: readonly string[] = [LAYER], env = ['PATH=/bin']): string {
  return JSON.stringify([{ Id: id, Architecture: 'amd64', Os: 'linux', RootFS: { Layers: layers }, Config: { Env: env } }]);
}

/** An engine that has one image by our name before a load (or none), and another one afterwards. */
async function engineWith(before: string | undefined, after: string): Promise<{ engine: Engine; image: LayoutImage; loaded: () => boolean }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'load-image-'));
  afterTest(() => rm(folder, { recursive: true }));
  const bytes = JSON.stringify(CONFIG);
  await mkdir(path.join(folder, 'blobs/sha256'), { recursive: true });
  await writeFile(path.join(folder, 'blobs', ID.replace(':', '/')), bytes);
  if (before !== undefined) await writeFile(path.join(folder, 'before'), before);
  await writeFile(path.join(folder, 'after'), after);
  const script = `cd '${folder}'
    if [ "$1" = load ]; then cat > loaded; exit; fi
    if [ -e loaded ]; then cat after; elif [ -e before ]; then cat before; else echo 'Error: No such image' >&2; exit 1; fi`;
  const program = path.join(folder, 'docker');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return { engine: new Engine('docker', program), image: { folder, config: { digest: ID, size: bytes.length }, layers: [] }, loaded: () => existsSync(path.join(folder, 'loaded')) };
}

test('an image that was loaded before is taken by its id, or by all that it holds where an engine has ids of its own', async () => {
  for (const id of [ID, ID.slice('sha256:'.length), `sha256:${'2'.repeat(64)}`]) {
    const { engine, image, loaded } = await engineWith(inspected(id), inspected(id));
    assert.equal((await loadImage(engine, image)).id, id);
    assert.equal(loaded(), false);
  }
});

test('another image by the local name of a base is not taken for it', async () => {
  for (const other of [inspected('sha256:3', [`sha256:${'4'.repeat(64)}`]), inspected('sha256:3', [LAYER, LAYER]), inspected('sha256:3', [LAYER], ['PATH=/evil']), inspected('sha256:3', [])]) {
    const { engine, image, loaded } = await engineWith(other, inspected(ID));
    assert.equal((await loadImage(engine, image)).id, ID);
    assert.equal(loaded(), true);
  }
});

test('an engine that has another image by the name after a load is not believed', async () => {
  const { engine, image } = await engineWith(undefined, inspected('sha256:3', [`sha256:${'4'.repeat(64)}`]));
  await assert.rejects(loadImage(engine, image), (error) => error instanceof BaseError && / has another image under the name localhost\/nix-feature-base:\S+\./.test(error.message));
});
