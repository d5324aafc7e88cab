import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { type Failure, RegistryError } from '../../src/kit/errors.ts';
import { credentialsFor, anonymous } from '../../src/oci/auth/credentials.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock, serve, type Served } from './serve.ts';
import { uploadServer, type Script } from './upload-server.ts';

const MANIFEST = Buffer.from('{"schemaVersion":2,"config":{},"layers":[]}');
const BASIC = `Basic ${Buffer.from('jane:stale').toString('base64')}`;

/** How a registry answers whom it knows, and whom it doesn't. */
interface Rules {
  /** Of its token server; undefined: it wants the login itself. */
  readonly tokens?: { readonly login: number; readonly nobody: number };
  readonly manifest: { readonly login: number; readonly nobody: number };
}

function who(authorization: string | undefined): 'login' | 'nobody' {
  return authorization === BASIC || authorization === 'Bearer login' ? 'login' : 'nobody';
}

async function registryWith(rules: Rules): Promise<Served> {
  const served = await serve((request, response) => {
    const { authorization } = request.headers;
    if (request.url?.startsWith('/token') === true) {
      const status = rules.tokens?.[who(authorization)] ?? 404;
      response.writeHead(status).end(status === 200 ? JSON.stringify({ token: who(authorization) }) : '{"errors":[{"code":"DENIED"}]}');
      return;
    }
    const challenge = { 'www-authenticate': rules.tokens === undefined ? 'Basic realm="x"' : `Bearer realm="http://${served.host}/token"` };
    const status = authorization === undefined && (rules.tokens !== undefined || rules.manifest.nobody === 401) ? 401 : rules.manifest[who(authorization)];
    if (status === 200) response.writeHead(200, { 'content-type': IMAGE_MANIFEST, 'docker-content-digest': digestOf(MANIFEST) }).end(MANIFEST);
    else response.writeHead(status, challenge).end();
  });
  return served;
}

const options = (served: Served) => ({
  env: {},
  clock: quickClock(),
  credentials: credentialsFor(served.host, { username: 'jane', password: 'stale' }, anonymous),
});

// [what, rules]
const OPEN: readonly (readonly [string, Rules])[] = [
  ['the token server refuses the login (401)', { tokens: { login: 401, nobody: 200 }, manifest: { login: 403, nobody: 200 } }],
  ['the token server refuses the login (403)', { tokens: { login: 403, nobody: 200 }, manifest: { login: 403, nobody: 200 } }],
  ['the token of the login may read nothing (401)', { tokens: { login: 200, nobody: 200 }, manifest: { login: 401, nobody: 200 } }],
  ['the token of the login may read nothing (403)', { tokens: { login: 200, nobody: 200 }, manifest: { login: 403, nobody: 200 } }],
];

for (const [what, rules] of OPEN) {
  test(`a public image is read without a login where ${what}, and what follows too`, async () => {
    const served = await registryWith(rules);
    const registry = new Registry({ registry: served.host, repository: 'org/bedrock', tag: '1' }, options(served));
    afterTest(() => registry.close());
    assert.equal((await registry.root()).digest, digestOf(MANIFEST));
    const before = served.requests.length;
    await registry.root();
    assert.equal(served.requests.length, before + 1);
  });
}

// [what, rules, status that the caller gets]
const CLOSED: readonly (readonly [string, Rules, number])[] = [
  ['refused by the token server, and without a login hidden', { tokens: { login: 403, nobody: 200 }, manifest: { login: 403, nobody: 404 } }, 403],
  ['refused, and without a login too', { tokens: { login: 200, nobody: 200 }, manifest: { login: 403, nobody: 401 } }, 403],
  ['refused by the token server with and without', { tokens: { login: 401, nobody: 401 }, manifest: { login: 401, nobody: 401 } }, 401],
  ['refused by a registry with passwords', { manifest: { login: 401, nobody: 401 } }, 401],
  ['not there', { tokens: { login: 200, nobody: 200 }, manifest: { login: 404, nobody: 200 } }, 404],
];

for (const [what, rules, status] of CLOSED) {
  test(`an image that is ${what} gives the error that the login got`, async () => {
    const served = await registryWith(rules);
    const registry = new Registry({ registry: served.host, repository: 'org/bedrock', tag: '1' }, options(served));
    afterTest(() => registry.close());
    await assert.rejects(registry.root(), (error: { status?: number }) => error.status === status);
  });
}

test('a token server that limits requests is waited for, with the login', async () => {
  let asked = 0;
  const served = await serve((request, response) => {
    if (request.url?.startsWith('/token') === true) {
      asked += 1;
      if (asked === 1) response.writeHead(403, { 'retry-after': '1' }).end();
      else response.end('{"token":"login"}');
    } else if (request.headers.authorization === undefined) response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${served.host}/token"` }).end();
    else response.writeHead(200, { 'content-type': IMAGE_MANIFEST }).end(MANIFEST);
  });
  const registry = new Registry({ registry: served.host, repository: 'org/bedrock', tag: '1' }, options(served));
  afterTest(() => registry.close());
  await registry.root();
  assert.deepEqual(served.seen.filter(({ url }) => url?.startsWith('/token')).map(({ headers }) => headers.authorization), [BASIC, BASIC]);
});

test('whoever writes is told that the login was refused', async () => {
  const served = await registryWith({ tokens: { login: 401, nobody: 200 }, manifest: { login: 401, nobody: 200 } });
  const writer = new RegistryWriter({ registry: served.host, repository: 'org/tools' }, options(served));
  afterTest(() => writer.close());
  await assert.rejects(writer.reader.resolve('latest'), /refused a token with the credentials from the inputs/);
  assert.ok(served.seen.filter(({ url }) => url?.startsWith('/token')).every(({ headers }) => headers.authorization === BASIC));
});

test('a refusal says whether a login was shown, and where it came from', async () => {
  const served = await registryWith({ manifest: { login: 401, nobody: 401 } });
  const hintOf = async (credentials: Pick<ReturnType<typeof options>, 'credentials'>): Promise<Failure> => {
    const registry = new Registry({ registry: served.host, repository: 'org/bedrock', tag: '1' }, { ...options(served), ...credentials });
    afterTest(() => registry.close());
    return registry.root().then(() => assert.fail(), (error: unknown) => error as Failure);
  };
  const none = await hintOf({ credentials: anonymous });
  assert.equal(none.hint, `No login was sent, because none was found for ${served.host}. Give "username" and "password" (or a token), or run docker/login-action before this step.`);
  assert.match(none.inTerminal ?? '', new RegExp(`Run docker login ${served.host}, or give --username`));
  const stale = await hintOf({ credentials: options(served).credentials });
  assert.match(stale.hint ?? '', /^The login from the inputs username and password was refused: it is wrong, has expired, or may not do this\./);
  assert.equal(stale.inTerminal, undefined);
});

async function tried(script: Script = {}) {
  const server = await uploadServer(script);
  const writer = new RegistryWriter(parseReference(`${server.host}/org/tools`), { env: {}, clock: quickClock() });
  afterTest(() => writer.close());
  return { server, outcome: await writer.tryToWrite().then(() => undefined, (error: unknown) => error) };
}

function refusing(status: number, message = 'no', code = 'DENIED'): Script {
  return { open: ({ response }) => void response.writeHead(status).end(JSON.stringify({ errors: [{ code, message }] })) };
}

test('the right to write is tried by an upload that is opened and ended, and nothing stays', async () => {
  const { server, outcome } = await tried();
  assert.equal(outcome, undefined);
  assert.deepEqual(server.steps, ['open', 'cancel']);
  assert.equal(server.sessions.size, 0);
});

test("a registry that is only busy is asked again, and one that can't end an upload may be written to", async () => {
  const busy = await tried({ open: ({ count, response, proceed }) => (count === 1 ? void response.writeHead(503).end() : proceed()) });
  assert.equal(busy.outcome, undefined);
  assert.equal((await tried({ cancel: ({ response }) => void response.writeHead(405).end() })).outcome, undefined);
});

test("what GitHub refuses is explained in GitHub's words: the workflow's permissions, or the package's own", async () => {
  const cases = [
    ['installation not allowed to Write organization package', /permissions: packages: write.*caller/],
    ['installation not allowed to Create organization package', /permissions: packages: write/],
    ['permission_denied: write_package', /"Manage Actions access".*role Write/],
    ['permission_denied: create_package', /"Manage Actions access"/],
    ['permission_denied: read_package', /role Read/],
    ['permission_denied: The token provided does not match expected scopes.', /write:packages/],
    ['The organization has enabled or enforced SAML SSO.', /single sign-on/],
    ['access to the resource is denied', /^No login was sent, because none was found for 127\.0\.0\.1:\d+\. Give "username" and "password"/],
  ] as const;
  for (const [message, hint] of cases) {
    const { outcome } = await tried(refusing(403, message));
    assert.ok(outcome instanceof RegistryError, message);
    assert.match(outcome.message, /^Nothing can be published as 127\.0\.0\.1:\d+\/org\/tools: POST .* was answered with 403/);
    assert.ok(outcome.message.includes(message));
    assert.match(outcome.hint ?? '', hint);
    assert.equal(outcome.status, 403);
  }
});

test('a repository that must be made first is named', async () => {
  const { outcome } = await tried(refusing(404, 'The repository with name org/tools does not exist', 'NAME_UNKNOWN'));
  assert.match((outcome as Error).message, /^Nothing can be published as .*NAME_UNKNOWN/);
});
