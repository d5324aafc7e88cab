import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { RegistryError } from '../../src/kit/errors.ts';
import { Authenticator, type SeenChallenge } from '../../src/oci/auth/auth.ts';
import { joinScopes, parseChallenge } from '../../src/oci/auth/challenge.ts';
import { anonymous, credentialsFor, type Credential, type CredentialSource } from '../../src/oci/auth/credentials.ts';
import { apiOrigin } from '../../src/oci/http/registry-host.ts';
import { TransportError } from '../../src/oci/http/transport-error.ts';
import { Transport, type HttpRequest } from '../../src/oci/http/transport.ts';
import { afterTest } from '../jest/after-test.ts';
import { OTHER_REMOTE_HOST, REMOTE_HOST, serveRemote } from './remote.ts';
import { collect, quickClock, serve, type Handler, type Served } from './serve.ts';

const PULL = ['repository:org/bedrock:pull'];

interface TokenAnswer {
  readonly status?: number;
  readonly body: unknown;
}

/** A registry that wants a bearer token, and the server that gives it. It takes what `accepts` says. */
async function tokenRegistry(
  answer: (request: { url: URL; authorization: string | undefined; form: URLSearchParams }) => TokenAnswer,
  accepts: (token: string) => boolean,
): Promise<{ registry: Served; tokens: Served }> {
  const tokens = await serve((request, response) => {
    void (async () => {
      const body = await collect(request);
      const url = new URL(request.url ?? '/', 'http://x');
      const { status = 200, body: json } = answer({ url, authorization: request.headers.authorization, form: new URLSearchParams(body.toString()) });
      response.writeHead(status, { 'content-type': 'application/json' }).end(typeof json === 'string' ? json : JSON.stringify(json));
    })();
  });
  const registry = await serve((request, response) => {
    const [, token] = /^Bearer (.*)$/.exec(request.headers.authorization ?? '') ?? [];
    if (token !== undefined && accepts(token)) {
      response.end('{}');
      return;
    }
    const challenge = `Bearer realm="${tokens.url.href}token?x=1",service="my registry",scope="repository:org/bedrock:pull"`;
    response.writeHead(401, { 'www-authenticate': challenge }).end();
  });
  return { registry, tokens };
}

function authFor(registry: Served, credentials: CredentialSource, more: { clock?: ReturnType<typeof quickClock>; mask?: (s: string) => void; seen?: SeenChallenge } = {}): Authenticator {
  const transport = new Transport({ env: {} });
  afterTest(() => transport.close());
  return new Authenticator({ transport, credentials, registry: registry.host, origin: apiOrigin(registry.host), ...more });
}

function get(registry: Served, path = '/v2/org/bedrock/manifests/1'): HttpRequest {
  return { method: 'GET', url: new URL(path, registry.url) };
}

async function statusOf(auth: Authenticator, request: HttpRequest, scopes = PULL): Promise<number> {
  const response = await auth.send(request, scopes);
  await response.discard();
  return response.status;
}

const known = (credential: Credential): CredentialSource => ({ find: () => Promise.resolve(credential) });

test('an anonymous token is fetched once, masked, and used for all that follows', async () => {
  const masked: string[] = [];
  const { registry, tokens } = await tokenRegistry(() => ({ body: { token: 'anon', expires_in: 300 } }), (token) => token === 'anon');
  const auth = authFor(registry, anonymous, { mask: (secret) => masked.push(secret) });
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.deepEqual(tokens.requests, ['GET /token?x=1&service=my+registry&scope=repository%3Aorg%2Fbedrock%3Apull']);
  assert.equal(tokens.seen[0]?.headers.authorization, undefined);
  assert.equal(registry.requests.length, 3);
  assert.deepEqual(masked, ['anon']);
});

test("a user's credentials go to the token server, and never to the registry", async () => {
  const { registry, tokens } = await tokenRegistry(() => ({ body: { access_token: 'mine' } }), (token) => token === 'mine');
  const auth = authFor(registry, credentialsFor(registry.host, { username: 'jane', password: 'pä:ss' }, anonymous));
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.equal(tokens.seen[0]?.headers.authorization, `Basic ${Buffer.from('jane:pä:ss').toString('base64')}`);
  assert.deepEqual(registry.seen.map(({ headers }) => headers.authorization), [undefined, 'Bearer mine']);
});

test('credentials for one registry are not shown to another', async () => {
  const { registry, tokens } = await tokenRegistry(() => ({ body: { token: 'anon' } }), () => true);
  const auth = authFor(registry, credentialsFor('ghcr.io', { username: 'jane', password: 'secret' }, anonymous));
  await statusOf(auth, get(registry));
  assert.equal(tokens.seen[0]?.headers.authorization, undefined);
});

test('a token is renewed shortly before it expires; one without an expiry lives 60 seconds', async () => {
  const clock = quickClock();
  let count = 0;
  const { registry, tokens } = await tokenRegistry(() => ({ body: { token: `t${++count}` } }), () => true);
  const auth = authFor(registry, anonymous, { clock });
  await statusOf(auth, get(registry));
  await clock.sleep(53_000);
  await statusOf(auth, get(registry));
  assert.equal(tokens.requests.length, 1);
  await clock.sleep(2000);
  await statusOf(auth, get(registry));
  assert.equal(tokens.requests.length, 2);
});

test('a token that the registry refuses before its time is renewed once', async () => {
  let valid = 't1';
  let count = 0;
  const { registry, tokens } = await tokenRegistry(() => ({ body: { token: `t${++count}`, expires_in: 3600 } }), (token) => token === valid);
  const auth = authFor(registry, anonymous);
  assert.equal(await statusOf(auth, get(registry)), 200);
  valid = 't2';
  assert.equal(await statusOf(auth, get(registry)), 200);
  valid = 'none';
  assert.equal(await statusOf(auth, get(registry)), 401);
  assert.equal(tokens.requests.length, 3);
});

test('each set of scopes has its own token', async () => {
  const { registry, tokens } = await tokenRegistry(({ url }) => ({ body: { token: `${url.searchParams.getAll('scope').length}`, expires_in: 300 } }), () => true);
  const auth = authFor(registry, anonymous);
  await statusOf(auth, get(registry));
  await statusOf(auth, get(registry), ['repository:org/bedrock:pull,push', 'repository:org/other:pull']);
  assert.deepEqual(new URL(tokens.seen[1]?.url ?? '', 'http://x').searchParams.getAll('scope'), [
    'repository:org/bedrock:pull,push',
    'repository:org/other:pull',
  ]);
});

test('what a registry asks for in one repository is known for the next, with scopes of its own', async () => {
  const { registry, tokens } = await tokenRegistry(({ url }) => ({ body: { token: `for ${url.searchParams.getAll('scope').join()}`.replaceAll(/[ :]/g, '-') } }), () => true);
  const seen: SeenChallenge = {};
  assert.equal(await statusOf(authFor(registry, anonymous, { seen }), get(registry)), 200);
  assert.equal(await statusOf(authFor(registry, anonymous, { seen }), get(registry, '/v2/org/other/manifests/1'), ['repository:org/other:pull']), 200);
  assert.deepEqual(registry.requests, ['GET /v2/org/bedrock/manifests/1', 'GET /v2/org/bedrock/manifests/1', 'GET /v2/org/other/manifests/1']);
  assert.deepEqual(tokens.requests.map((request) => new URL(request.slice(4), 'http://x').searchParams.getAll('scope')), [PULL, ['repository:org/other:pull']]);
});

test('an identity token is exchanged by POST', async () => {
  const forms: string[] = [];
  const { registry, tokens } = await tokenRegistry(
    ({ form }) => {
      forms.push(form.toString());
      return { body: { access_token: 'fresh' } };
    },
    (token) => token === 'fresh',
  );
  const auth = authFor(registry, known({ kind: 'identity', token: 'refresh', origin: 'a test' }));
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.equal(tokens.seen[0]?.method, 'POST');
  const form = new URLSearchParams(forms[0]);
  assert.equal(form.get('grant_type'), 'refresh_token');
  assert.equal(form.get('refresh_token'), 'refresh');
  assert.equal(form.get('service'), 'my registry');
  assert.equal(form.get('scope'), 'repository:org/bedrock:pull');
});

test('a bearer token from the configuration is used as it is', async () => {
  const { registry, tokens } = await tokenRegistry(() => ({ body: {} }), (token) => token === 'given');
  const auth = authFor(registry, known({ kind: 'token', token: 'given', origin: 'a test' }));
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.equal(tokens.requests.length, 0);
});

test('a registry that wants Basic gets it, only after it asked', async () => {
  const expected = `Basic ${Buffer.from('jane:secret').toString('base64')}`;
  const handler: Handler = (request, response) => {
    if (request.headers.authorization === expected) response.end('{}');
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
  };
  const registry = await serve(handler);
  const auth = authFor(registry, credentialsFor(registry.host, { username: 'jane', password: 'secret' }, anonymous));
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.equal(await statusOf(auth, get(registry)), 200);
  assert.deepEqual(registry.seen.map(({ headers }) => headers.authorization), [undefined, expected, expected]);
  assert.equal(await statusOf(authFor(registry, anonymous), get(registry)), 401);
});

test('refused credentials give an error that says whose they were, and not what they are', async () => {
  const { registry } = await tokenRegistry(() => ({ status: 401, body: { errors: [{ code: 'UNAUTHORIZED', message: 'bad login' }] } }), () => false);
  const auth = authFor(registry, known({ kind: 'password', username: 'jane', password: 'secret', origin: '/home/jane/.docker/config.json' }));
  await assert.rejects(auth.send(get(registry), PULL), (error: RegistryError) => {
    assert.ok(error instanceof RegistryError);
    assert.match(error.message, /refused a token with the credentials from \/home\/jane\/\.docker\/config\.json/);
    assert.match(error.message, /bad login/);
    assert.doesNotMatch(error.message, /secret|x=1/);
    return true;
  });
});

test('a token server that is down for a moment is a temporary fault', async () => {
  const { registry } = await tokenRegistry(() => ({ status: 503, body: 'busy' }), () => false);
  await assert.rejects(authFor(registry, anonymous).send(get(registry), PULL), (error: TransportError) => error.temporary);
});

for (const [what, body] of [
  ['not JSON', '<html>secret'],
  ['no token', {}],
  ['an empty token', { token: '' }],
  ['a token with a line break', { token: 'a\r\nHost: evil' }],
  ['a list', []],
] as const) {
  test(`a token answer that is ${what} is refused without quoting it`, async () => {
    const { registry } = await tokenRegistry(() => ({ body }), () => true);
    await assert.rejects(authFor(registry, anonymous).send(get(registry), PULL), (error: TransportError) => {
      assert.match(error.message, /gave no token/);
      assert.doesNotMatch(error.message, /secret|evil/);
      return true;
    });
  });
}

test('a token answer of more than a mebibyte is refused', async () => {
  const { registry } = await tokenRegistry(() => ({ body: { token: 'x'.repeat(1024 * 1024) } }), () => true);
  await assert.rejects(authFor(registry, anonymous).send(get(registry), PULL), /more than 1048576 bytes/);
});

test('a 401 from the host that a redirect led to gets no credentials', async () => {
  const storage = await serve((_request, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end());
  const registry = await serve((_request, response) => response.writeHead(307, { location: storage.url.href }).end());
  const auth = authFor(registry, credentialsFor(registry.host, { username: 'jane', password: 'secret' }, anonymous));
  assert.equal(await statusOf(auth, get(registry)), 401);
  assert.deepEqual(storage.seen.map(({ headers }) => headers.authorization), [undefined]);
});

for (const status of [301, 302, 303, 307, 308]) {
  for (const [what, credential] of [
    ['a refresh token', { kind: 'identity', token: 'mark-of-a-secret', origin: 'a test' }],
    ['a password', { kind: 'password', username: 'jane', password: 'mark-of-a-secret', origin: 'a test' }],
    ['a bearer token', { kind: 'token', token: 'mark-of-a-secret', origin: 'a test' }],
  ] as const) {
    test(`a ${status} carries ${what} to no other server`, async () => {
      const got: string[] = [];
      const other = await serve((request, response) => {
        void (async () => {
          got.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${(await collect(request)).toString()}`);
          response.end('{"token":"anybodys"}');
        })();
      });
      const redirect: Handler = (request, response) => void request.resume().on('end', () => response.writeHead(status, { location: other.url.href }).end());
      const tokens = await serve(redirect);
      const registry = await serve((request, response) => {
        if (request.headers.authorization === undefined) response.writeHead(401, { 'www-authenticate': `Bearer realm="${tokens.url.href}"` }).end();
        else redirect(request, response);
      });
      const sent = await authFor(registry, known(credential)).send(get(registry), PULL).then(async (response) => response.bytes(1000), (error: unknown) => error);
      assert.ok(Buffer.isBuffer(sent) || sent instanceof RegistryError, String(sent));
      for (const text of got) {
        assert.doesNotMatch(text, /mark-of-a-secret|anybodys/);
        assert.ok(!text.includes(Buffer.from('jane:mark-of-a-secret').toString('base64')), text);
      }
    });
  }
}

test('a refresh token goes on where the token server itself redirects within itself', async () => {
  const { registry, tokens } = await tokenRegistry(({ form }) => ({ body: { token: form.get('refresh_token') } }), (token) => token === 'refresh');
  const front = await serve((request, response) => {
    if (request.url === '/token') response.writeHead(307, { location: '/oauth' }).end();
    else response.writeHead(307, { location: tokens.url.href }).end();
  });
  const challenging = await serve((_request, response) => response.writeHead(401, { 'www-authenticate': `Bearer realm="${front.url.href}token"` }).end());
  await assert.rejects(authFor(challenging, known({ kind: 'identity', token: 'refresh', origin: 'a test' })).send(get(challenging), PULL), /must not get the token in the URL/);
  assert.deepEqual(front.requests, ['POST /token', 'POST /oauth']);
  assert.deepEqual([...tokens.requests, ...registry.requests], []);
});

for (const realm of ['http://auth.example/token', 'ftp://auth.example/', 'https://10.0.0.1/token', 'https://169.254.169.254/latest', '/token', 'nowhere']) {
  test(`credentials do not go to the realm ${realm} of a remote registry`, async () => {
    const remote = await serveRemote((_request, response) => response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end());
    const transport = new Transport({ env: remote.env });
    afterTest(() => transport.close());
    const origin = apiOrigin(REMOTE_HOST);
    const credentials = credentialsFor(REMOTE_HOST, { username: 'jane', password: 'secret' }, anonymous);
    const auth = new Authenticator({ transport, credentials, registry: REMOTE_HOST, origin });
    await assert.rejects(auth.send({ method: 'GET', url: new URL('/v2/', origin) }, PULL), /no credentials are sent there/);
    assert.deepEqual(remote.requests, ['GET /v2/']);
    assert.deepEqual(remote.connects, [`${REMOTE_HOST}:443`]);
  });
}

test('a token is fetched from another host by https', async () => {
  const remote = await serveRemote((request, response) => {
    if (request.headers.host === REMOTE_HOST && request.headers.authorization === 'Bearer ok') response.end('{}');
    else if (request.headers.host === REMOTE_HOST) response.writeHead(401, { 'www-authenticate': `Bearer realm="https://${OTHER_REMOTE_HOST}/token",service="s"` }).end();
    else response.end('{"token":"ok"}');
  });
  const transport = new Transport({ env: remote.env });
  afterTest(() => transport.close());
  const origin = apiOrigin(REMOTE_HOST);
  const auth = new Authenticator({ transport, credentials: anonymous, registry: REMOTE_HOST, origin });
  assert.equal(await statusOf(auth, { method: 'GET', url: new URL('/v2/', origin) }), 200);
  assert.deepEqual(new Set(remote.connects), new Set([`${REMOTE_HOST}:443`, `${OTHER_REMOTE_HOST}:443`]));
});

test('challenges are parsed in every form that servers write them in', () => {
  const bearer = { scheme: 'bearer', realm: 'https://a/t', service: 's', scopes: ['repository:a/b:pull'] };
  assert.deepEqual(parseChallenge('Bearer realm="https://a/t",service="s",scope="repository:a/b:pull"'), bearer);
  assert.deepEqual(parseChallenge('bearer  realm="https://a/t" , service=s , scope="repository:a/b:pull" , error="invalid_token"'), bearer);
  assert.deepEqual(parseChallenge('Basic realm="x", Bearer realm="https://a/t",service="s",scope="repository:a/b:pull"'), bearer);
  assert.deepEqual(parseChallenge('Bearer realm="https://a/\\"t"'), { scheme: 'bearer', realm: 'https://a/"t', service: undefined, scopes: [] });
  assert.deepEqual(parseChallenge('Basic realm="Bearer realm=x"'), { scheme: 'basic' });
  assert.deepEqual(parseChallenge('Basic'), { scheme: 'basic' });
  for (const nothing of [undefined, '', 'Negotiate', 'Bearer', ',,,', 'Digest realm="x"']) assert.equal(parseChallenge(nothing), undefined);
});

test('scopes of one resource are joined, those of others stay apart', () => {
  assert.deepEqual(joinScopes(['repository:a/b:pull,push'], ['repository:a/b:pull', 'repository:c:pull', 'registry:catalog:*']), [
    'repository:a/b:pull,push',
    'repository:c:pull',
    'registry:catalog:*',
  ]);
});
