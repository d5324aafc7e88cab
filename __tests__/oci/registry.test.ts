import assert from 'node:assert/strict';
import type http from 'node:http';
import { test } from '@jest/globals';
import { CancelledError, IntegrityError, type RegistryError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { afterTest } from '../jest/after-test.ts';
import { collect, quickClock, serve, type Served } from './serve.ts';
import type { RegistryOptions } from '../../src/oci/pull/connection.ts';

const MANIFEST = Buffer.from('{"schemaVersion":2,"config":{},"layers":[]}');
const BLOB = Buffer.alloc(3 * 1024 * 1024, 'a blob with some content. ');
const blob = { digest: digestOf(BLOB), size: BLOB.length };

function registryOf(served: Served, options: RegistryOptions & { reference?: string } = {}): Registry {
  const reference = parseReference(`${served.host}/${options.reference ?? 'org/bedrock:1'}`);
  const registry = new Registry(reference, { env: {}, clock: quickClock(), ...options });
  afterTest(() => registry.close());
  return registry;
}

function withRange(request: http.IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
}

test('a manifest is asked for in all four kinds, and comes with its digest and type', async () => {
  const served = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json; charset=utf-8', 'docker-content-digest': digestOf(MANIFEST) }).end(MANIFEST);
  });
  const registry = registryOf(served);
  const { descriptor, bytes } = await registry.resolve('1');
  assert.deepEqual(bytes, MANIFEST);
  assert.deepEqual(descriptor, { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf(MANIFEST), size: MANIFEST.length });
  assert.deepEqual(served.requests, ['GET /v2/org/bedrock/manifests/1']);
  assert.match(served.seen[0]?.headers.accept ?? '', /oci\.image\.index.*oci\.image\.manifest.*docker.*list.*docker.*manifest\.v2/);
});

test('a reference names its digest before its tag, and latest without either', async () => {
  const served = await serve((_request, response) => response.end(MANIFEST));
  for (const reference of ['a', 'a:1', `a:1@${digestOf(MANIFEST)}`]) await registryOf(served, { reference }).root();
  assert.deepEqual(served.requests, ['GET /v2/a/manifests/latest', 'GET /v2/a/manifests/1', `GET /v2/a/manifests/${digestOf(MANIFEST)}`]);
});

test('a manifest other than its digest, or than the registry announces, is refused', async () => {
  const served = await serve((_request, response) => response.writeHead(200, { 'docker-content-digest': digestOf('else') }).end(MANIFEST));
  await assert.rejects(registryOf(served).manifest(digestOf('other')), IntegrityError);
  await assert.rejects(registryOf(served).root(), IntegrityError);
  assert.equal(served.requests.length, 2);
});

test('a manifest over 8 MiB is refused', async () => {
  const served = await serve((_request, response) => response.end(Buffer.alloc(8 * 1024 * 1024 + 1)));
  await assert.rejects(registryOf(served).root(), /more than 8388608 bytes/);
});

test('an image that is not there is an error with status, code and hint, after one request', async () => {
  const served = await serve((_request, response) => response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}'));
  await assert.rejects(registryOf(served).root(), (error: RegistryError) => {
    assert.equal(error.status, 404);
    assert.equal(error.code, 'MANIFEST_UNKNOWN');
    assert.match(error.message, /manifests\/1 was answered with 404 Not Found \(MANIFEST_UNKNOWN: manifest unknown\)/);
    assert.match(error.hint ?? '', /Check the name/);
    return true;
  });
  assert.equal(served.requests.length, 1);
});

for (const status of [408, 429, 500, 502, 503, 504]) {
  test(`a ${status} on manifest and blob is survived`, async () => {
    let count = 0;
    const served = await serve((request, response) => {
      if (count++ % 2 === 0) response.writeHead(status, { 'retry-after': '1' }).end('no');
      else response.end(request.url?.includes('/blobs/') === true ? BLOB : MANIFEST);
    });
    const clock = quickClock();
    const registry = registryOf(served, { clock });
    assert.deepEqual((await registry.root()).bytes, MANIFEST);
    assert.deepEqual(await collect(registry.blob(blob)), BLOB);
    assert.deepEqual(clock.slept, [1000, 1000]);
  });
}

test("a connection that is reset before the answer, and in a manifest's middle, is tried again", async () => {
  let count = 0;
  const served = await serve((_request, response) => {
    count += 1;
    if (count === 1) response.socket?.resetAndDestroy();
    else if (count === 2) {
      response.writeHead(200, { 'content-length': String(MANIFEST.length) });
      response.write(MANIFEST.subarray(0, 5), () => response.socket?.resetAndDestroy());
    } else response.end(MANIFEST);
  });
  assert.deepEqual((await registryOf(served).root()).bytes, MANIFEST);
  assert.equal(count, 3);
});

test('a blob whose download breaks goes on where it broke', async () => {
  const sizes: number[] = [];
  const served = await serve((request, response) => {
    const start = withRange(request);
    sizes.push(start);
    const range = { 'content-range': `bytes ${start}-${BLOB.length - 1}/${BLOB.length}` };
    response.writeHead(start === 0 ? 200 : 206, { 'content-length': String(BLOB.length - start), ...(start === 0 ? {} : range) });
    if (sizes.length < 4) response.write(BLOB.subarray(start, start + 300_000), () => response.socket?.destroySoon());
    else response.end(BLOB.subarray(start));
  });
  const clock = quickClock();
  assert.deepEqual(await collect(registryOf(served, { clock }).blob(blob)), BLOB);
  assert.equal(sizes.length, 4);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => a - b));
  assert.ok((sizes[3] ?? 0) > 0);
  assert.equal(clock.slept.length, 3);
});

test('a server that ignores the range sends bytes again, and they are passed over', async () => {
  let count = 0;
  const served = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': String(BLOB.length) });
    if (count++ === 0) response.write(BLOB.subarray(0, 1_000_000), () => response.socket?.destroySoon());
    else response.end(BLOB);
  });
  assert.deepEqual(await collect(registryOf(served).blob(blob)), BLOB);
  assert.match(served.seen[1]?.headers.range ?? '', /^bytes=\d+-$/);
});

test('a range that starts elsewhere than asked is refused', async () => {
  let count = 0;
  const served = await serve((_request, response) => {
    if (count++ === 0) {
      response.writeHead(200, { 'content-length': String(BLOB.length) });
      response.write(BLOB.subarray(0, 100_000), () => response.socket?.destroySoon());
    } else response.writeHead(206, { 'content-range': `bytes 2000000-${BLOB.length - 1}/${BLOB.length}` }).end(BLOB.subarray(2_000_000));
  });
  await assert.rejects(collect(registryOf(served).blob(blob)), /should continue at byte \d+, but was answered with the range "bytes 2000000-/);
});

test('a download that breaks again and again without getting on is given up', async () => {
  const served = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': String(BLOB.length) });
    response.write(BLOB.subarray(0, 1000), () => response.socket?.destroySoon());
  });
  await assert.rejects(collect(registryOf(served).blob(blob)), /Given up: this was the last of 6 attempts/);
  assert.equal(served.requests.length, 6);
});

test('a download that breaks after each mebibyte gets there, however often', async () => {
  const large = Buffer.alloc(12 * 1024 * 1024, 'x');
  let count = 0;
  const served = await serve((request, response) => {
    count += 1;
    const start = withRange(request);
    response.writeHead(start === 0 ? 200 : 206, {
      'content-length': String(large.length - start),
      ...(start === 0 ? {} : { 'content-range': `bytes ${start}-${large.length - 1}/${large.length}` }),
    });
    const piece = large.subarray(start, start + 1_300_000);
    if (start + piece.length < large.length) response.write(piece, () => response.socket?.destroySoon());
    else response.end(piece);
  });
  const registry = registryOf(served, { policy: { attempts: 3 } });
  assert.equal((await collect(registry.blob({ digest: digestOf(large), size: large.length }))).length, large.length);
  assert.ok(count > 8, String(count));
});

test('a blob of other content is refused at its end, and not asked for again', async () => {
  const other = Buffer.from(BLOB);
  other[1000] = 0;
  const served = await serve((_request, response) => response.end(other));
  await assert.rejects(collect(registryOf(served).blob(blob)), (error: Error) => error instanceof IntegrityError && /does not match its digest/.test(error.message));
  assert.equal(served.requests.length, 1);
});

test('a blob that is announced with another size is refused before it is read', async () => {
  for (const size of [BLOB.length - 1, BLOB.length + 1]) {
    const served = await serve((_request, response) => response.writeHead(200, { 'content-length': String(size) }).end(Buffer.alloc(size)));
    await assert.rejects(collect(registryOf(served).blob(blob)), (error: Error) => error instanceof IntegrityError && error.message.includes(`has ${size} bytes`));
    assert.equal(served.requests.length, 1);
  }
});

test('a blob of no announced size that is too long is stopped at the first byte too many', async () => {
  const served = await serve((_request, response) => {
    response.write(BLOB);
    response.end('one more');
  });
  await assert.rejects(collect(registryOf(served).blob(blob)), (error: Error) => error instanceof IntegrityError && /longer than/.test(error.message));
});

test('a blob of no announced size that is too short is found out by asking for the rest', async () => {
  const short = BLOB.subarray(0, 1000);
  const served = await serve((request, response) => {
    if (request.headers.range === undefined) {
      response.write(short);
      response.end();
    } else response.writeHead(416).end();
  });
  await assert.rejects(collect(registryOf(served).blob(blob)), (error: Error) => error instanceof IntegrityError && /no more than 1000 bytes/.test(error.message));
});

test('an empty blob is read like any other', async () => {
  const served = await serve((_request, response) => response.end());
  assert.equal((await collect(registryOf(served).blob({ digest: digestOf(''), size: 0 }))).length, 0);
});

test('a blob is taken from where the registry redirects to', async () => {
  const storage = await serve((_request, response) => response.end(BLOB));
  const served = await serve((_request, response) => response.writeHead(307, { location: `${storage.url.href}x?sig=y` }).end());
  assert.deepEqual(await collect(registryOf(served).blob(blob)), BLOB);
});

test('a reader that stops early closes the connection', async () => {
  let closed: Promise<unknown> | undefined;
  const served = await serve((_request, response) => {
    closed = new Promise((resolve) => response.on('close', resolve));
    response.writeHead(200, { 'content-length': String(BLOB.length) });
    response.write(BLOB.subarray(0, 100_000));
  });
  for await (const chunk of registryOf(served).blob(blob)) {
    assert.ok(chunk);
    break;
  }
  await closed;
});

test('an abort ends a download', async () => {
  const stop = new AbortController();
  const served = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': String(BLOB.length) });
    response.write(BLOB.subarray(0, 100_000));
  });
  setTimeout(() => stop.abort(), 50);
  await assert.rejects(collect(registryOf(served, { signal: stop.signal }).blob(blob)), CancelledError);
});
