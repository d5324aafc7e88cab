import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { SetupError } from '../../src/errors.ts';
import type { Credential } from '../../src/oci/credentials.ts';
import { dockerCredentials } from '../../src/oci/docker-config.ts';

interface Home {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  write(path: string, content: unknown): Promise<void>;
  /** A credential helper: a real program, in shell. */
  helper(name: string, script: string): Promise<void>;
  find(registry: string): Promise<Credential | undefined>;
}

async function home(t: TestContext): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  t.after(() => rm(folder, { recursive: true }));
  const env: NodeJS.ProcessEnv = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` };
  const write = async (path: string, content: unknown): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  return {
    folder,
    env,
    write,
    helper: async (name, script) => {
      await write(`bin/docker-credential-${name}`, `#!/bin/sh\n${script}\n`);
      await chmod(join(folder, `bin/docker-credential-${name}`), 0o755);
    },
    find: (registry) => dockerCredentials({ env, home: folder }).find(registry),
  };
}

const auth = (text: string): { auth: string } => ({ auth: Buffer.from(text).toString('base64') });
const short = (credential: Credential | undefined): string =>
  credential === undefined ? 'none' : credential.kind === 'password' ? `${credential.username}:${credential.password}` : `${credential.kind} ${credential.token}`;

test('without any file there are no credentials', async (t) => {
  assert.equal(await (await home(t)).find('ghcr.io'), undefined);
});

test('logins are found under the names that docker and podman keep them by', async (t) => {
  const h = await home(t);
  await h.write('.docker/config.json', {
    auths: {
      'ghcr.io': auth('jane:pa:ss'),
      'https://index.docker.io/v1/': auth('hub:x'),
      'https://old.example/v1/': auth('old:x'),
      'https://plain.example': { username: 'plain', password: 'x' },
      'identity.example': { ...auth('00000000-0000-0000-0000-000000000000:'), identitytoken: 'refresh' },
      'localhost:5000': auth('local:x'),
      'empty.example': {},
      'token.example': { registrytoken: 'bearer' },
    },
  });
  const found = await Promise.all(
    ['ghcr.io', 'docker.io', 'old.example', 'plain.example', 'identity.example', 'localhost:5000', 'localhost:5001', 'empty.example', 'token.example', 'cr.io'].map(async (registry) =>
      short(await h.find(registry)),
    ),
  );
  assert.deepEqual(found, ['jane:pa:ss', 'hub:x', 'old:x', 'plain:x', 'identity refresh', 'local:x', 'none', 'none', 'token bearer', 'none']);
});

test('REGISTRY_AUTH_FILE comes before docker’s file, and that before podman’s', async (t) => {
  const h = await home(t);
  await h.write('given.json', { auths: { 'a.example': auth('given:x') } });
  await h.write('docker/config.json', { auths: { 'a.example': auth('docker:x'), 'b.example': auth('docker:x') } });
  await h.write('run/containers/auth.json', { auths: { 'b.example': auth('podman:x'), 'c.example': auth('podman:x') } });
  await h.write('.config/containers/auth.json', { auths: { 'd.example': auth('config:x') } });
  h.env['REGISTRY_AUTH_FILE'] = join(h.folder, 'given.json');
  h.env['DOCKER_CONFIG'] = join(h.folder, 'docker');
  h.env['XDG_RUNTIME_DIR'] = join(h.folder, 'run');
  const found = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => short(await h.find(`${name}.example`))));
  assert.deepEqual(found, ['given:x', 'docker:x', 'podman:x', 'config:x']);
});

test('a credential helper is asked for its registry, by standard input', async (t) => {
  const h = await home(t);
  await h.write('.docker/config.json', { auths: { 'gcr.io': auth('no:no') }, credHelpers: { 'gcr.io': 'gcr', 'docker.io': 'hub' } });
  await h.helper('gcr', 'test "$*" = get || exit 9; printf \'{"Username":"%s","Secret":"s"}\' "$(cat)"');
  await h.helper('hub', 'printf \'{"Username":"<token>","Secret":"%s"}\' "$(cat)"');
  assert.equal(short(await h.find('gcr.io')), 'gcr.io:s');
  assert.equal(short(await h.find('docker.io')), 'identity https://index.docker.io/v1/');
});

test('a helper that knows no login means anonymous', async (t) => {
  const h = await home(t);
  await h.write('.docker/config.json', { credHelpers: { 'gcr.io': 'gcr' } });
  await h.helper('gcr', 'echo "credentials not found in native keychain"; exit 1');
  assert.equal(await h.find('gcr.io'), undefined);
});

test('a helper that is set for a registry and is missing or fails is an error that says so', async (t) => {
  const h = await home(t);
  await h.write('.docker/config.json', { credHelpers: { 'a.example': 'missing', 'b.example': 'failing', 'c.example': '../evil', 'd.example': 'babbling' } });
  await h.helper('failing', 'echo "the keychain is locked"; exit 3');
  await h.helper('babbling', 'echo "secret babble"');
  await assert.rejects(h.find('a.example'), (error: Error) => error instanceof SetupError && /docker-credential-missing can't be run/.test(error.message));
  await assert.rejects(h.find('b.example'), /exit code 3: the keychain is locked/);
  await assert.rejects(h.find('c.example'), /not the name of a credential helper/);
  await assert.rejects(h.find('d.example'), (error: Error) => error instanceof SetupError && !error.message.includes('babble '));
});

test('a store for all registries that does not work leaves the logins of the file', async (t) => {
  const h = await home(t);
  await h.write('.docker/config.json', { credsStore: 'desktop', auths: { 'a.example': auth('file:x'), 'b.example': {} } });
  assert.equal(short(await h.find('a.example')), 'file:x');
  assert.equal(await h.find('b.example'), undefined);
  await h.helper('desktop', 'printf \'{"ServerURL":"x","Username":"store","Secret":"x"}\'');
  assert.equal(short(await h.find('b.example')), 'store:x');
});

test('a file that is not JSON, and an auth that is no login, are errors that quote nothing', async (t) => {
  const h = await home(t);
  await h.write('.docker/config.json', '{"auths": secret');
  await assert.rejects(h.find('a.example'), (error: Error) => error instanceof SetupError && /not JSON/.test(error.message) && !error.message.includes('secret'));
  await h.write('.docker/config.json', { auths: { 'a.example': { auth: Buffer.from('secret').toString('base64') } } });
  await assert.rejects(h.find('a.example'), (error: Error) => error instanceof SetupError && !/secret|c2Vj/.test(error.message));
});
