import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from '@jest/globals';
import { SetupError } from '../../src/kit/errors.ts';
import type { Job } from '../../src/kit/host.ts';
import type { Credential } from '../../src/oci/auth/credentials.ts';
import { dockerCredentials } from '../../src/oci/auth/docker-config.ts';
import { Registries } from '../../src/oci/pull/registries.ts';
import { afterTest } from '../jest/after-test.ts';

interface Home {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  write(path: string, content: unknown): Promise<void>;
  /** A credential helper: a real program, in shell. */
  helper(name: string, script: string): Promise<void>;
  find(registry: string, repository?: string): Promise<Credential | undefined>;
}

async function home(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  afterTest(() => rm(folder, { recursive: true }));
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
    find: (registry, repository) => dockerCredentials({ env, home: folder }).find(registry, repository),
  };
}

const auth = (text: string): { auth: string } => ({ auth: Buffer.from(text).toString('base64') });
const short = (credential: Credential | undefined): string =>
  credential === undefined ? 'none' : credential.kind === 'password' ? `${credential.username}:${credential.password}` : `${credential.kind} ${credential.token}`;

test('without any file there are no credentials', async () => {
  assert.equal(await (await home()).find('ghcr.io'), undefined);
});

test('logins are found under the names that docker and podman keep them by', async () => {
  const h = await home();
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

test('a login for a part of a registry comes before that for all of it, the nearest first', async () => {
  const h = await home();
  await h.write('.docker/config.json', {
    auths: {
      'https://ghcr.io/v2/': auth('spelt:x'),
      'ghcr.io': auth('all:x'),
      'ghcr.io/org': auth('org:x'),
      'ghcr.io/org/tools': auth('tools:x'),
      'docker.io/org': auth('hub-org:x'),
      'only.example/org/tools': auth('part:x'),
    },
  });
  const asked = [['ghcr.io', 'org/tools'], ['ghcr.io', 'org/tools/deep'], ['ghcr.io', 'org/other'], ['ghcr.io', 'organisation/tools'], ['ghcr.io', undefined], ['docker.io', 'org/x'], ['only.example', 'org'], ['only.example', 'org/tools']] as const;
  const found = await Promise.all(asked.map(async ([registry, repository]) => short(await h.find(registry, repository))));
  assert.deepEqual(found, ['tools:x', 'tools:x', 'org:x', 'all:x', 'all:x', 'hub-org:x', 'none', 'part:x']);
});

test('the very name comes before another spelling of it, in whatever order they are', async () => {
  const h = await home();
  for (const auths of [{ 'https://a.example/v1/': auth('old:x'), 'a.example': auth('new:x') }, { 'a.example': auth('new:x'), 'https://a.example': auth('old:x') }]) {
    await h.write('.docker/config.json', { auths });
    assert.equal(short(await h.find('a.example')), 'new:x');
  }
});

for (const [what, content] of [['empty', ''], ['blank', ' \n'], ['a byte order mark', '\uFEFF'], ['null', 'null']] as const) {
  test(`a file that is ${what} has no logins`, async () => {
    const h = await home();
    await h.write('.docker/config.json', content);
    assert.equal(await h.find('a.example'), undefined);
  });
}

test('a file may begin with a byte order mark', async () => {
  const h = await home();
  await h.write('.docker/config.json', `\uFEFF${JSON.stringify({ auths: { 'a.example': auth('jane:x') } })}`);
  assert.equal(short(await h.find('a.example')), 'jane:x');
});

test('a helper that is missing, or knows nothing, leaves the login of the file', async () => {
  const h = await home();
  await h.write('.docker/config.json', { credHelpers: { 'a.example': 'missing', 'b.example': 'knows-nothing' }, auths: { 'a.example': auth('file:x'), 'b.example': auth('file:y') } });
  await h.helper('knows-nothing', 'echo "credentials not found in native keychain"; exit 1');
  assert.equal(short(await h.find('a.example')), 'file:x');
  assert.equal(short(await h.find('b.example')), 'file:y');
});

test('DEVCONTAINERS_OCI_AUTH is read as the dev container tools read it, before all files', async () => {
  const h = await home();
  await h.write('.docker/config.json', { auths: { 'a.example': auth('file:x'), 'c.example': auth('file:x') } });
  h.env['DEVCONTAINERS_OCI_AUTH'] = 'a.example|jane|to|ken, localhost:5000|joe|x,broken,c.example||x,|a|b';
  const found = await Promise.all(['a.example', 'localhost:5000', 'b.example', 'c.example', 'broken'].map(async (registry) => short(await h.find(registry))));
  assert.deepEqual(found, ['jane:to|ken', 'joe:x', 'none', 'file:x', 'none']);
});

test("REGISTRY_AUTH_FILE comes before docker's file, and that before podman's", async () => {
  const h = await home();
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

test('a credential helper is asked for its registry, by standard input', async () => {
  const h = await home();
  await h.write('.docker/config.json', { auths: { 'gcr.io': auth('no:no') }, credHelpers: { 'gcr.io': 'gcr', 'docker.io': 'hub' } });
  await h.helper('gcr', 'test "$*" = get || exit 9; printf \'{"Username":"%s","Secret":"s"}\' "$(cat)"');
  await h.helper('hub', 'printf \'{"Username":"<token>","Secret":"%s"}\' "$(cat)"');
  assert.equal(short(await h.find('gcr.io')), 'gcr.io:s');
  assert.equal(short(await h.find('docker.io')), 'identity https://index.docker.io/v1/');
});

test('a helper that knows no login means anonymous', async () => {
  const h = await home();
  await h.write('.docker/config.json', { credHelpers: { 'gcr.io': 'gcr' } });
  await h.helper('gcr', 'echo "credentials not found in native keychain"; exit 1');
  assert.equal(await h.find('gcr.io'), undefined);
});

test('a helper that is set for a registry and is missing or fails is an error that says so', async () => {
  const h = await home();
  await h.write('.docker/config.json', { credHelpers: { 'a.example': 'missing', 'b.example': 'failing', 'c.example': '../evil', 'd.example': 'babbling' } });
  await h.helper('failing', 'echo "the keychain is locked"; exit 3');
  await h.helper('babbling', 'echo "secret babble"');
  await assert.rejects(h.find('a.example'), (error: Error) => error instanceof SetupError && /docker-credential-missing can't be run/.test(error.message));
  await assert.rejects(h.find('b.example'), /exit code 3: the keychain is locked/);
  await assert.rejects(h.find('c.example'), /not the name of a credential helper/);
  await assert.rejects(h.find('d.example'), (error: Error) => error instanceof SetupError && !error.message.includes('babble '));
});

test('a store for all registries that does not work leaves the logins of the file', async () => {
  const h = await home();
  await h.write('.docker/config.json', { credsStore: 'desktop', auths: { 'a.example': auth('file:x'), 'b.example': {} } });
  assert.equal(short(await h.find('a.example')), 'file:x');
  assert.equal(await h.find('b.example'), undefined);
  await h.helper('desktop', 'printf \'{"ServerURL":"x","Username":"store","Secret":"x"}\'');
  assert.equal(short(await h.find('b.example')), 'store:x');
});

test('a file that is not JSON, and an auth that is no login, are errors that quote nothing', async () => {
  const h = await home();
  await h.write('.docker/config.json', '{"auths": secret');
  await assert.rejects(h.find('a.example'), (error: Error) => error instanceof SetupError && /not JSON/.test(error.message) && !error.message.includes('secret'));
  await h.write('.docker/config.json', { auths: { 'a.example': { auth: Buffer.from('secret').toString('base64') } } });
  await assert.rejects(h.find('a.example'), (error: Error) => error instanceof SetupError && !/secret|c2Vj/.test(error.message));
});

test("a job's own login is for its registry, and for no other", async () => {
  const credentials = { username: 'me', password: 'secret' };
  const registries = new Registries({ registry: 'a.example', credentials }, { signal: new AbortController().signal, debug: () => undefined } as Partial<Job> as Job);
  assert.deepEqual(registries.credentialsOf('a.example'), credentials);
  assert.equal(registries.credentialsOf('b.example'), undefined);
  const source = registries.options().credentials;
  const [own, other] = [await source?.find('a.example', 'org/tools'), await source?.find('b.example', 'org/tools')];
  assert.ok(own?.kind === 'password' && own.password === 'secret');
  assert.equal(JSON.stringify(other ?? {}).includes('secret'), false);
});
