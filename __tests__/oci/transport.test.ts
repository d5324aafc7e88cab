import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { test } from '@jest/globals';
import { CancelledError } from '../../src/kit/errors.ts';
import { TransportError } from '../../src/oci/http/transport-error.ts';
import { Transport, type TransportOptions } from '../../src/oci/http/transport.ts';
import { afterTest } from '../jest/after-test.ts';
import { OTHER_REMOTE_HOST, REMOTE_HOST, serveRemote } from './remote.ts';
import { collect, serve } from './serve.ts';

function transportOf(options: TransportOptions = {}): Transport {
  const transport = new Transport({ env: {}, ...options });
  afterTest(() => transport.close());
  return transport;
}

test('a redirect is followed, and credentials stay with the origin that they are for', async () => {
  const storage = await serve((_request, response) => response.end('blob'));
  const registry = await serve((request, response) => {
    const location = request.url === '/a' ? '/b' : `${storage.url.href}c?sig=1`;
    response.writeHead(307, { location }).end();
  });
  const request = { method: 'GET', url: new URL('/a', registry.url), authorization: 'Bearer secret', headers: { range: 'bytes=1-' } } as const;
  const response = await transportOf().send(request);
  assert.equal((await collect(response.chunks())).toString(), 'blob');
  assert.deepEqual(registry.seen.map(({ headers }) => headers.authorization), ['Bearer secret', 'Bearer secret']);
  assert.equal(storage.seen[0]?.headers.authorization, undefined);
  assert.equal(storage.seen[0]?.headers.range, 'bytes=1-');
  assert.deepEqual(storage.requests, ['GET /c?sig=1']);
});

test('credentials that were dropped on the way to another host do not come back with a redirect back', async () => {
  const registry = await serve((request, response) => {
    if (request.url === '/back') response.end('ok');
    else response.writeHead(302, { location: other.url.href }).end();
  });
  const other = await serve((_request, response) => response.writeHead(302, { location: `${registry.url.href}back` }).end());
  const response = await transportOf().send({ method: 'GET', url: registry.url, authorization: 'Basic x' });
  await response.discard();
  assert.equal(registry.seen[1]?.url, '/back');
  assert.equal(registry.seen[1]?.headers.authorization, undefined);
});

test('more than five redirects are too many', async () => {
  const server = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end());
  await assert.rejects(transportOf().send({ method: 'GET', url: server.url }), /redirected more than 5 times/);
  assert.equal(server.requests.length, 6);
});

test('a redirect to plain http on another machine is refused', async () => {
  const server = await serve((_request, response) => response.writeHead(302, { location: 'http://registry.example/x' }).end());
  await assert.rejects(transportOf().send({ method: 'GET', url: server.url }), /only https is allowed/);
});

test('plain http to another machine is refused before anything is sent', async () => {
  const url = new URL('http://registry.example/v2/?token=secret');
  await assert.rejects(transportOf().send({ method: 'GET', url }), (error: TransportError) => {
    assert.match(error.message, /only https/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});

test('a POST is not turned into something else by a 302; a 307 sends its body again', async () => {
  const bodies: string[] = [];
  const server = await serve((request, response) => {
    void (async () => {
      const body = await collect(request);
      bodies.push(`${request.url} ${request.headers['content-length']} ${body.toString()}`);
      if (request.url === '/307') response.writeHead(307, { location: '/end' }).end();
      else if (request.url === '/302') response.writeHead(302, { location: '/end' }).end();
      else response.writeHead(201).end();
    })();
  });
  const body = { size: 4, open: () => Readable.from([Buffer.from('data')]) };
  const transport = transportOf();
  const found = await transport.send({ method: 'POST', url: new URL('/302', server.url), body });
  assert.equal(found.status, 302);
  await found.discard();
  const followed = await transport.send({ method: 'PUT', url: new URL('/307', server.url), body });
  assert.equal(followed.status, 201);
  await followed.discard();
  assert.deepEqual(bodies, ['/302 4 data', '/307 4 data', '/end 4 data']);
});

test('a body with a Content-Encoding comes as it is, because its digest is over these bytes', async () => {
  const zipped = gzipSync('layer');
  const server = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped));
  const response = await transportOf().send({ method: 'GET', url: server.url });
  assert.deepEqual(await collect(response.chunks()), zipped);
});

test('a server that says nothing is given up after the idle time', async () => {
  const server = await serve(() => {});
  await assert.rejects(transportOf({ idleTimeout: 100 }).send({ method: 'GET', url: server.url }), (error: TransportError) => {
    assert.match(error.message, /stalled: no byte was sent or received for 0\.1 s/);
    assert.equal(error.temporary, true);
    return true;
  });
});

test('a body that stalls in the middle is given up after the idle time', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
  });
  const response = await transportOf({ idleTimeout: 100 }).send({ method: 'GET', url: server.url });
  await assert.rejects(collect(response.chunks()), /stalled/);
});

test('a body that breaks off is a temporary fault', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  const response = await transportOf().send({ method: 'GET', url: server.url });
  await assert.rejects(collect(response.chunks()), (error: TransportError) => error instanceof TransportError && error.temporary);
});

test('a slow reader is not taken for a stalled server', async () => {
  const server = await serve((_request, response) => response.end(Buffer.alloc(8 * 1024 * 1024)));
  const response = await transportOf({ idleTimeout: 100 }).send({ method: 'GET', url: server.url });
  let size = 0;
  for await (const chunk of response.chunks()) {
    if (size === 0) await new Promise((resolve) => setTimeout(resolve, 400));
    size += chunk.length;
  }
  assert.equal(size, 8 * 1024 * 1024);
});

test('nothing listening is a temporary fault with a hint', async () => {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  const url = new URL(`http://127.0.0.1:${port}/v2/`);
  await assert.rejects(transportOf().send({ method: 'GET', url }), (error: TransportError) => {
    assert.equal(error.temporary, true);
    assert.match(error.message, /ECONNREFUSED/);
    assert.match(error.hint ?? '', /Nothing answers there/);
    return true;
  });
});

test('an answer that is not HTTP is an error that names the request', async () => {
  const server = net.createServer((socket) => socket.end('SSH-2.0-x\r\n')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTest(() => server.close());
  const url = new URL(`http://127.0.0.1:${(server.address() as net.AddressInfo).port}/v2/`);
  await assert.rejects(transportOf().send({ method: 'GET', url }), /GET http:\/\/127\.0\.0\.1:\d+\/v2\/ failed/);
});

test('an abort ends a request that waits, and a body that is being read', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/body') response.writeHead(200, { 'content-length': '10' }).write('x');
  });
  const stop = new AbortController();
  const transport = transportOf({ signal: stop.signal });
  const body = await transport.send({ method: 'GET', url: new URL('/body', server.url) });
  const waiting = transport.send({ method: 'GET', url: new URL('/wait', server.url) });
  setTimeout(() => stop.abort(), 20);
  await assert.rejects(waiting, CancelledError);
  await assert.rejects(collect(body.chunks()), CancelledError);
  await assert.rejects(transport.send({ method: 'GET', url: server.url }), CancelledError);
});

test('a body over its limit is refused', async () => {
  const server = await serve((_request, response) => response.end(Buffer.alloc(2000)));
  const response = await transportOf().send({ method: 'GET', url: server.url });
  await assert.rejects(response.bytes(1000), /more than 1000 bytes/);
});

test('a refusal that comes before the whole body was sent is what the caller gets', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(413, { connection: 'close' }).end('too much', () => response.socket?.destroySoon());
  });
  const size = 64 * 1024 * 1024;
  const body = { size, open: () => Readable.from((function* () { for (let i = 0; i < 1024; i++) yield Buffer.alloc(size / 1024); })()) };
  const response = await transportOf().send({ method: 'PUT', url: server.url, body });
  assert.equal(response.status, 413);
  await response.discard();
});

test('what is left of a body is not sent once it was refused', async () => {
  let received = 0;
  const server = await serve((request, response) => {
    request.once('data', () => response.writeHead(403).end());
    request.on('data', (chunk: Buffer) => (received += chunk.length));
  });
  const size = 64 * 1024 * 1024;
  let read = 0;
  const open = (): Readable =>
    Readable.from(
      (async function* () {
        for (; read < size; read += 65_536) {
          if (read > 1024 * 1024) await new Promise((resolve) => setTimeout(resolve, 1));
          yield Buffer.alloc(65_536);
        }
      })(),
    );
  const response = await transportOf().send({ method: 'PUT', url: server.url, body: { size, open } });
  assert.equal(response.status, 403);
  await response.discard();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(received < size / 2 && read < size / 2, String(received));
});

test("a large body's answer is waited for beyond the idle limit", async () => {
  const server = await serve((request, response) => {
    request.resume().on('end', () => setTimeout(() => response.writeHead(201).end(), 300));
  });
  const body = { size: 4, open: () => Readable.from([Buffer.from('data')]) };
  const transport = transportOf({ idleTimeout: 100 });
  await assert.rejects(transport.send({ method: 'PUT', url: server.url, body }), /stalled/);
  const response = await transport.send({ method: 'PUT', url: server.url, body, patience: 1000 });
  assert.equal(response.status, 201);
  await response.discard();
});

test("connections are used again after answers that are not read: a HEAD's, an error's, one of no announced length", async () => {
  const sockets = new Set<unknown>();
  const server = await serve((request, response) => {
    sockets.add(request.socket);
    if (request.method === 'HEAD') response.writeHead(200, { 'content-length': '268435456' }).end();
    else if (request.method === 'GET') response.writeHead(404, { 'content-length': '2' }).end('no');
    else response.writeHead(202).end('ok');
  });
  const transport = transportOf();
  for (const method of ['HEAD', 'GET', 'POST', 'HEAD'] as const) await (await transport.send({ method, url: server.url })).discard();
  assert.equal(sockets.size, 1);
});

test("a request with a signal of its own is sent after the transport's was aborted", async () => {
  const server = await serve((_request, response) => response.writeHead(204).end());
  const stop = new AbortController();
  stop.abort();
  const transport = transportOf({ signal: stop.signal });
  const response = await transport.send({ method: 'DELETE', url: server.url, signal: AbortSignal.timeout(1000) });
  assert.equal(response.status, 204);
});

test('a remote host is reached through the proxy of the environment, and loopback is not', async () => {
  const remote = await serveRemote((_request, response) => response.end('remote'));
  const local = await serve((_request, response) => response.end('local'));
  const transport = transportOf({ env: { ...remote.env, HTTP_PROXY: 'http://127.0.0.1:9' } });
  const far = await transport.send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) });
  assert.equal((await collect(far.chunks())).toString(), 'remote');
  assert.deepEqual(remote.connects, [`${REMOTE_HOST}:443`]);
  const near = await transport.send({ method: 'GET', url: local.url });
  assert.equal((await collect(near.chunks())).toString(), 'local');
});

test('NO_PROXY is respected', async () => {
  const remote = await serveRemote((_request, response) => response.end('remote'));
  const transport = transportOf({ env: { ...remote.env, NO_PROXY: '.test' } });
  await assert.rejects(transport.send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) }), /ENOTFOUND|EAI_AGAIN/);
  assert.deepEqual(remote.connects, []);
});

test('a proxy that refuses is an error that names the request', async () => {
  const proxy = await serve((_request, response) => response.end());
  const transport = transportOf({ env: { HTTPS_PROXY: proxy.url.href } });
  await assert.rejects(transport.send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) }), /GET https:\/\/registry\.test\/x failed/);
});

for (const location of ['http://127.0.0.1:1/', `http://${OTHER_REMOTE_HOST}/`]) {
  test(`a redirect from https to ${location} is refused`, async () => {
    const remote = await serveRemote((_request, response) => response.writeHead(302, { location }).end());
    await assert.rejects(transportOf({ env: remote.env }).send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) }), /which is not https/);
  });
}

test("a remote host can't redirect into the private network", async () => {
  const remote = await serveRemote((_request, response) => response.writeHead(302, { location: 'https://169.254.169.254/latest/meta-data' }).end());
  await assert.rejects(transportOf({ env: remote.env }).send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`) }), /address of a private network/);
});

test('credentials do not cross from one remote host to another', async () => {
  const remote = await serveRemote((request, response) => {
    if (request.headers.host === REMOTE_HOST) response.writeHead(307, { location: `https://${OTHER_REMOTE_HOST}/y` }).end();
    else response.end();
  });
  const response = await transportOf({ env: remote.env }).send({ method: 'GET', url: new URL(`https://${REMOTE_HOST}/x`), authorization: 'Basic secret' });
  assert.equal(response.status, 200);
  await response.discard();
  assert.deepEqual(remote.seen.map(({ headers }) => headers.authorization), ['Basic secret', undefined]);
});

test('a certificate that nobody vouches for is refused at once, with a hint', async () => {
  const remote = await serveRemote((_request, response) => response.end());
  const url = new URL('https://stranger.test/');
  await assert.rejects(transportOf({ env: remote.env }).send({ method: 'GET', url }), (error: TransportError) => {
    assert.equal(error.temporary, false);
    assert.match(error.hint ?? '', /NODE_EXTRA_CA_CERTS/);
    return true;
  });
});
