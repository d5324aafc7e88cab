import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { SetupError } from '../../src/kit/errors.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { credentialsFor, anonymous } from '../../src/oci/auth/credentials.ts';
import { hostCertificates } from '../../src/oci/http/trust.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { afterTest } from '../jest/after-test.ts';
import { serve } from './serve.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/test-only-${name}.pem`, import.meta.url));
const CERTIFICATE = fixture('certificate');
const KEY = fixture('key');
// As remote.ts says, with -addext "subjectAltName=DNS:localhost,IP:127.0.0.1".
const LOCAL_CERTIFICATE = fixture('local-certificate');
const LOCAL_KEY = fixture('local-key');

interface Folder {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  /** Puts a file where docker or podman have it for a registry. */
  readonly put: (tool: 'docker' | 'containers', host: string, name: string, from: string) => Promise<void>;
}

async function home(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'trust-'));
  afterTest(() => rm(path, { recursive: true }));
  return {
    path,
    env: { HOME: path },
    put: async (tool, host, name, from) => {
      const folder = join(path, '.config', tool, 'certs.d', host);
      await mkdir(folder, { recursive: true });
      await copyFile(from, join(folder, name));
    },
  };
}

interface Secure {
  readonly host: string;
  readonly requests: string[];
  /** Who each client said that it is. */
  readonly peers: (string | undefined)[];
}

/** A registry of this machine with TLS, which asks for a login and knows itself by its https address. */
async function secureServer(): Promise<Secure> {
  const requests: string[] = [];
  const peers: (string | undefined)[] = [];
  const options = { key: readFileSync(LOCAL_KEY), cert: readFileSync(LOCAL_CERTIFICATE), requestCert: true, rejectUnauthorized: false };
  const server = createServer(options, (request, response) => {
    requests.push(`${request.method} ${request.url?.replace(/digest=.*/, '') ?? ''}`);
    peers.push(String((request.socket as TLSSocket).getPeerCertificate().subject?.CN));
    request.resume();
    if (request.headers.authorization === undefined) response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    else if (request.method === 'POST') response.writeHead(202, { location: `https://${host}/v2/org/tools/blobs/uploads/1` }).end();
    else response.writeHead(request.method === 'PUT' ? 201 : requests.some((each) => each.startsWith('PUT')) ? 200 : 404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, requests, peers };
}

test('certificates are found where docker and podman have them, for their host and port alone', async () => {
  const { put, env } = await home();
  await put('containers', 'a.example:5000', 'ca.crt', CERTIFICATE);
  await put('docker', 'b.example', 'client.cert', CERTIFICATE);
  await put('docker', 'b.example', 'client.key', KEY);
  assert.equal(hostCertificates('a.example:5000', env)?.ca?.at(-1), readFileSync(CERTIFICATE, 'utf8'));
  assert.equal(hostCertificates('a.example', env), undefined);
  const own = hostCertificates('b.example', env);
  assert.deepEqual([own?.cert, own?.key, own?.ca], [readFileSync(CERTIFICATE, 'utf8'), readFileSync(KEY, 'utf8'), undefined]);
});

test('a client certificate without its key is an error that names both', async () => {
  const { put, env } = await home();
  await put('docker', 'b.example', 'client.cert', CERTIFICATE);
  assert.throws(() => hostCertificates('b.example', env), (error: Error) => error instanceof SetupError && /client\.cert has no client\.key beside it/.test(error.message));
});

test('a registry of this machine that speaks TLS is spoken to so, with the certificates that are laid down for it', async () => {
  const { put, env } = await home();
  const server = await secureServer();
  await put('docker', server.host, 'ca.crt', LOCAL_CERTIFICATE);
  await put('docker', server.host, 'client.cert', CERTIFICATE);
  await put('docker', server.host, 'client.key', KEY);
  const credentials = credentialsFor(server.host, { username: 'jane', password: 'secret' }, anonymous);
  const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { env, credentials, policy: { attempts: 1 } });
  afterTest(() => writer.close());
  const bytes = Buffer.from('a blob');
  assert.equal((await writer.pushBlob({ mediaType: 'x', digest: digestOf(bytes), size: bytes.length }, bytesContent(bytes))).outcome, 'uploaded');
  assert.ok(server.requests.includes('PUT /v2/org/tools/blobs/uploads/1?'), server.requests.join());
  assert.deepEqual(new Set(server.peers), new Set(['test only']));
});

test('a registry of this machine whose certificate nobody vouches for gets nothing', async () => {
  const { env } = await home();
  const server = await secureServer();
  const registry = new Registry({ registry: server.host, repository: 'org/tools' }, { env, policy: { attempts: 1 } });
  afterTest(() => registry.close());
  await assert.rejects(registry.head('1'), /self-signed certificate/);
  assert.deepEqual(server.requests, []);
});

test('authorities of the system are trusted too, once they are needed', async () => {
  const { path } = await home();
  const script = join(path, 'script.mts');
  const transport = new URL('../../src/oci/http/transport.ts', import.meta.url).href;
  await writeFile(
    script,
    `import https from 'node:https'; import http from 'node:http'; import net from 'node:net'; import { readFileSync } from 'node:fs';
     import { Transport } from '${transport}';
     const server = https.createServer({ key: readFileSync(${JSON.stringify(KEY)}), cert: readFileSync(${JSON.stringify(CERTIFICATE)}) }, (q, r) => r.end('hello')).listen(0, '127.0.0.1');
     const proxy = http.createServer().listen(0, '127.0.0.1');
     proxy.on('connect', (q, s) => { const inner = net.connect(server.address().port, '127.0.0.1', () => { s.write('HTTP/1.1 200 OK\\r\\n\\r\\n'); s.pipe(inner).pipe(s); }); for (const e of [s, inner]) e.on('error', () => s.destroy()); });
     await new Promise((done) => setTimeout(done, 50));
     const transport = new Transport({ env: { HTTPS_PROXY: 'http://127.0.0.1:' + proxy.address().port } });
     const all = await Promise.allSettled([1, 2, 3].map(async () => (await (await transport.send({ method: 'GET', url: new URL('https://registry.test/') })).bytes(100)).toString()));
     console.log(JSON.stringify(all.map((each) => each.value ?? each.reason.message)));
     process.exit(0);`,
  );
  const run = async (file: string): Promise<string[]> => {
    const env = { ...process.env, SSL_CERT_FILE: file, SSL_CERT_DIR: path };
    return JSON.parse((await promisify(execFile)(process.execPath, [script], { env })).stdout) as string[];
  };
  assert.deepEqual(await run(CERTIFICATE), ['hello', 'hello', 'hello']);
  for (const message of await run(join(path, 'none.pem'))) assert.match(message, /self-signed|certificate/);
});

test('a registry of this machine that answers 400 without TLS is left as it is', async () => {
  const server = await serve((_request, response) => response.writeHead(400).end('{"errors":[{"code":"NAME_INVALID"}]}'));
  const registry = new Registry({ registry: server.host, repository: 'org/tools' }, { env: {}, policy: { attempts: 1 } });
  afterTest(() => registry.close());
  await assert.rejects(registry.head('1'), /400/);
  await assert.rejects(registry.head('2'), /400/);
  assert.equal(server.requests.length, 2);
});
