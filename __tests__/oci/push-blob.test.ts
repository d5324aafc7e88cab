import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from '@jest/globals';
import { CancelledError, Failure, IntegrityError, type RegistryError } from '../../src/kit/errors.ts';
import { bytesContent, fileContent, type BlobContent } from '../../src/oci/push/blob-content.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { LAYER_GZIP } from '../../src/oci/format/media-types.ts';
import type { PushedBlob } from '../../src/oci/push/push-blob.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { RegistryWriter, type PushBlobOptions, type WriterOptions } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { REMOTE_HOST, serveRemote } from './remote.ts';
import { quickClock, serve } from './serve.ts';
import { uploadServer, type Call, type UploadServer } from './upload-server.ts';

const BLOB = Buffer.alloc(3_000_000, 'a layer with some content. ');
const blob = descriptorOf(BLOB);
const IN_CHUNKS = { limits: { onePutBelow: 0, chunk: 1_000_000 } };

function descriptorOf(bytes: Uint8Array): Descriptor {
  return { mediaType: LAYER_GZIP, digest: digestOf(bytes), size: bytes.length };
}

function writerOf({ host }: { host: string }, options: WriterOptions = {}): RegistryWriter {
  const writer = new RegistryWriter(parseReference(`${host}/org/tools`), { env: {}, clock: quickClock(), ...options });
  afterTest(() => writer.close());
  return writer;
}

async function push(server: UploadServer, options: WriterOptions & PushBlobOptions = {}): Promise<PushedBlob> {
  const { mountFrom, onProgress, ...rest } = options;
  const result = await writerOf(server, rest).pushBlob(blob, bytesContent(BLOB), {
    ...(mountFrom === undefined ? {} : { mountFrom }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  assert.deepEqual(server.blobs.get(blob.digest), BLOB);
  return result;
}

const status = (code: number, headers: Record<string, string> = {}, body = '') => ({ response }: Call): void => void response.writeHead(code, headers).end(body);
/** The first time, and as a registry does afterwards. */
const once = (first: (call: Call) => void) => (call: Call): void => (call.count === 1 ? first(call) : call.proceed());

test('a blob goes as one PUT of announced length into the session that was opened, with its query kept', async () => {
  const server = await uploadServer();
  assert.deepEqual(await push(server), { outcome: 'uploaded', sent: BLOB.length });
  assert.deepEqual(server.steps, ['blob', 'open', 'commit', 'blob']);
  assert.equal(server.seen[2]?.headers['content-length'], String(BLOB.length));
  assert.equal(server.seen[2]?.headers['transfer-encoding'], undefined);
  assert.match(server.requests[2] ?? '', /\?state=a%2Bb%3D&digest=sha256%3A[0-9a-f]{64}$/);
});

test('a blob that the registry has is not sent', async () => {
  const server = await uploadServer();
  server.blobs.set(blob.digest, BLOB);
  assert.deepEqual(await push(server), { outcome: 'present', sent: 0 });
  assert.deepEqual(server.steps, ['blob']);
});

test('a blob that the registry has in another size is sent again', async () => {
  const server = await uploadServer();
  server.blobs.set(blob.digest, BLOB.subarray(0, 1000));
  assert.equal((await push(server)).outcome, 'uploaded');
});

test('a registry that keeps less than it took is found out', async () => {
  const server = await uploadServer({
    commit: (call) => {
      call.proceed();
      server.blobs.set(blob.digest, BLOB.subarray(0, 1000));
    },
  });
  await assert.rejects(push(server), (error: Error) => error instanceof IntegrityError && /has only 1000 of its 3000000 bytes/.test(error.message));
});

test('a registry that forgets what it took is asked again, and then given it again', async () => {
  const server = await uploadServer({ commit: once(status(201)) });
  assert.deepEqual(await push(server), { outcome: 'uploaded', sent: 2 * BLOB.length });
  // HEAD, and GET as its 404 is not believed.
  assert.deepEqual(server.steps, ['blob', 'open', 'commit', 'blob', 'blob', 'blob', 'open', 'commit', 'blob']);
});

const SMALL = Buffer.from('a small blob');
const small = { mediaType: LAYER_GZIP, digest: digestOf(SMALL), size: SMALL.length };

// [what, what the registry has, blob, its bytes, steps]
const ASKED = [
  ['a small blob goes unasked to a repository without manifests, and is believed to be there', false, small, SMALL, ['open', 'commit']],
  ['a large blob is asked for, before and after, whatever the repository has', false, blob, BLOB, ['blob', 'open', 'commit', 'blob']],
  ['a small blob is asked for in a repository that has manifests', true, small, SMALL, ['blob', 'open', 'commit']],
] as const;

for (const [what, full, descriptor, bytes, steps] of ASKED) {
  test(what, async () => {
    const server = await uploadServer({}, { namesBlobs: true });
    const writer = writerOf(server);
    if (full) server.manifests.set('1', Buffer.from('{}'));
    await writer.reader.head('1');
    server.steps.length = 0;
    assert.equal((await writer.pushBlob(descriptor, bytesContent(bytes))).outcome, 'uploaded');
    assert.deepEqual(server.steps, steps);
  });
}

test('a small blob that failed once is asked for before it is sent again', async () => {
  const server = await uploadServer({ commit: once((call) => call.loseAnswer()) }, { namesBlobs: true });
  const writer = writerOf(server);
  await writer.reader.head('1');
  server.steps.length = 0;
  await writer.pushBlob(small, bytesContent(SMALL));
  assert.deepEqual(server.steps, ['open', 'commit', 'blob']);
});

for (const code of [404, 405, 501]) {
  test(`a registry that answers HEAD with ${code}, and knows GET, is pushed to`, async () => {
    const server = await uploadServer({ blob: (call) => (call.request.method === 'HEAD' ? status(code)(call) : call.proceed()) });
    assert.equal((await push(server)).outcome, 'uploaded');
    const writer = writerOf(server);
    assert.equal(await writer.reader.hasBlob(blob), code !== 404);
    assert.equal(await writer.reader.hasBlob({ ...blob, size: 1 }), false);
    // What should be there may not be here.
    const gone = { open: () => assert.fail('it was there') };
    assert.equal((await writer.pushBlob(blob, gone, { ask: true })).outcome, 'present');
  });
}

for (const code of [200, 204]) {
  test(`a PUT may be answered with ${code}`, async () => {
    const server = await uploadServer({
      commit: (call) => {
        server.blobs.set(blob.digest, call.body);
        status(code)(call);
      },
    });
    assert.equal((await push(server)).outcome, 'uploaded');
  });
}

test('a commit whose answer was lost is found out by a HEAD, and nothing is sent twice', async () => {
  const server = await uploadServer({ commit: (call) => call.loseAnswer() });
  assert.deepEqual(await push(server), { outcome: 'uploaded', sent: BLOB.length });
  assert.deepEqual(server.steps, ['blob', 'open', 'commit', 'blob']);
});

test('a commit that a gateway gave up is waited for, as long as the registry may be at work', async () => {
  const server = await uploadServer({
    commit: (call) => {
      call.response.writeHead(504).end();
      server.blobs.set('later', call.body);
    },
    blob: (call) => {
      const body = server.blobs.get('later');
      if (call.count >= 3 && body !== undefined) server.blobs.set(blob.digest, body);
      call.proceed();
    },
  });
  assert.equal((await push(server, { policy: { firstDelay: 1 } })).sent, BLOB.length);
  assert.deepEqual(server.steps.filter((step) => step === 'commit'), ['commit']);
});

test('a PUT that breaks in the middle is done again in another session', async () => {
  let broken = 0;
  const server = await uploadServer();
  const front = await serve((request, response) => {
    if (request.method === 'PUT' && broken++ === 0) request.once('data', () => request.socket.resetAndDestroy());
    else void forward(request, response, server);
  });
  const sent = await writerOf(front).pushBlob(blob, bytesContent(BLOB));
  assert.equal(sent.outcome, 'uploaded');
  assert.deepEqual(server.blobs.get(blob.digest), BLOB);
  assert.equal(server.steps.filter((step) => step === 'open').length, 2);
  assert.equal(server.sessions.size, 0);
});

async function forward(request: http.IncomingMessage, response: http.ServerResponse, to: UploadServer): Promise<void> {
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : Buffer.concat(await request.toArray() as Buffer[]);
  const answer = await fetch(new URL(request.url ?? '/', to.url), { method: request.method ?? 'GET', ...(body === undefined || body.length === 0 ? {} : { body }) });
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => ['location', 'range', 'content-length'].includes(name)));
  response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
}

for (const code of [408, 429, 500, 502, 503, 504]) {
  test(`a ${code} is survived on each request of an upload`, async () => {
    const fault = once(status(code, { 'retry-after': '1' }));
    const server = await uploadServer({ blob: fault, open: fault, commit: fault });
    assert.equal((await push(server)).outcome, 'uploaded');
  });
}

test("GHCR's 403 for a rate limit is waited for like a 429; any other is an error at once", async () => {
  const limited = await uploadServer({ open: once(status(403, {}, '{"errors":[{"code":"DENIED","message":"API rate limit exceeded"}]}')) });
  assert.equal((await push(limited)).outcome, 'uploaded');
  const denied = await uploadServer({ open: status(403, {}, '{"errors":[{"code":"DENIED","message":"no write access"}]}') });
  await assert.rejects(push(denied), (error: RegistryError) => error.status === 403 && (error.hint ?? '').startsWith('No login was sent'));
  assert.deepEqual(denied.steps, ['blob', 'open']);
});

test("GitHub's own headers for a rate limit say until when to wait", async () => {
  const clock = quickClock();
  const reset = String(clock.now() / 1000 + 42);
  const server = await uploadServer({ open: once(status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })) });
  assert.equal((await push(server, { clock })).outcome, 'uploaded');
  assert.deepEqual(clock.slept, [42_000]);
});

test('a Retry-After of a day is beyond the deadline', async () => {
  const server = await uploadServer({ open: status(429, { 'retry-after': '86400' }) });
  await assert.rejects(push(server), /would be in 86400 s, which is after the deadline of 300 s/);
});

test('a long upload that fails at its end is tried again, though the deadline has passed', async () => {
  const clock = quickClock();
  const server = await uploadServer({
    commit: once((call) => {
      void clock.sleep(1_000_000);
      status(500)(call);
    }),
  });
  assert.equal((await push(server, { clock })).outcome, 'uploaded');
});

for (const [code, body] of [
  [404, '{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}'],
  [404, ''],
  [400, '{"errors":[{"code":"DIGEST_INVALID"}]}'],
  [416, ''],
] as const) {
  test(`a PUT that is answered with ${code} ${body} is done again in another session`, async () => {
    const server = await uploadServer({ commit: once(status(code, {}, body)) });
    assert.equal((await push(server)).outcome, 'uploaded');
    assert.equal(new Set(server.requests.filter((line) => line.startsWith('PUT'))).size, 2);
    assert.equal(server.sessions.size, 0);
  });
}

test('a mount that is granted sends nothing', async () => {
  const server = await uploadServer({
    mount: (call) => {
      assert.equal(call.url.search, `?mount=${encodeURIComponent(blob.digest)}&from=org%2Fbedrock`);
      server.blobs.set(blob.digest, BLOB);
      status(201)(call);
    },
  });
  assert.deepEqual(await push(server, { mountFrom: 'org/bedrock' }), { outcome: 'mounted', sent: 0 });
  assert.deepEqual(server.steps, ['blob', 'mount', 'blob']);
});

test('a mount that is answered with a session is gone on with', async () => {
  const server = await uploadServer();
  assert.equal((await push(server, { mountFrom: 'org/bedrock' })).outcome, 'uploaded');
  assert.deepEqual(server.steps, ['blob', 'mount', 'commit', 'blob']);
});

for (const code of [400, 401, 403, 404, 405]) {
  test(`a mount that is refused with ${code} becomes an upload`, async () => {
    const server = await uploadServer({ mount: status(code) });
    assert.equal((await push(server, { mountFrom: 'org/bedrock' })).outcome, 'uploaded');
    assert.deepEqual(server.steps, ['blob', 'mount', 'open', 'commit', 'blob']);
  });
}

test('a registry that says it mounted, and did not, gets the bytes', async () => {
  const server = await uploadServer({ mount: status(201) });
  assert.equal((await push(server, { mountFrom: 'org/bedrock' })).outcome, 'uploaded');
});

test('mounts that fail again and again are left', async () => {
  const server = await uploadServer({ mount: status(500) });
  assert.equal((await push(server, { mountFrom: 'org/bedrock' })).outcome, 'uploaded');
  assert.equal(server.steps.filter((step) => step === 'mount').length, 2);
});

test('a 413 leads to chunks, for this blob and for others as large', async () => {
  const server = await uploadServer({ commit: (call) => (call.body.length > 1_000_000 ? status(413)(call) : call.proceed()) });
  const writer = writerOf(server, { limits: { chunk: 1_000_000 } });
  await writer.pushBlob(blob, bytesContent(BLOB));
  assert.deepEqual(server.steps, ['blob', 'open', 'commit', 'cancel', 'open', 'chunk', 'chunk', 'chunk', 'commit', 'blob']);
  assert.deepEqual(server.seen.filter(({ method }) => method === 'PATCH').map(({ headers }) => headers['content-range']), ['0-999999', '1000000-1999999', '2000000-2999999']);
  server.steps.length = 0;
  const other = Buffer.alloc(3_000_000, 'other');
  await writer.pushBlob(descriptorOf(other), bytesContent(other));
  await writer.pushBlob(descriptorOf(Buffer.from('small')), bytesContent(Buffer.from('small')));
  assert.deepEqual(server.steps, ['blob', 'open', 'chunk', 'chunk', 'chunk', 'commit', 'blob', 'blob', 'open', 'commit', 'blob']);
});

test('chunks are as large as the registry wants them at least', async () => {
  const server = await uploadServer({
    open: (call) => {
      call.response.setHeader('oci-chunk-min-length', '2000000');
      call.proceed();
    },
  });
  await push(server, IN_CHUNKS);
  assert.equal(server.steps.filter((step) => step === 'chunk').length, 2);
});

for (const code of [200, 201, 204]) {
  test(`a PATCH may be answered with ${code}`, async () => {
    const server = await uploadServer({
      chunk: (call) => {
        const name = call.url.pathname.split('/').at(-1) ?? '';
        server.sessions.set(name, Buffer.concat([server.sessions.get(name) ?? Buffer.alloc(0), call.body]));
        status(code)(call);
      },
    });
    assert.equal((await push(server, IN_CHUNKS)).sent, BLOB.length);
  });
}

for (const [which, headers] of [['right', { range: '0-999999' }], ['stale', { range: '0-0' }], ['missing', {}]] as const) {
  test(`a 416 with a ${which} Range is settled by asking the session`, async () => {
    const server = await uploadServer({
      chunk: (call) => {
        if (call.count === 1) call.loseAnswer();
        else if (call.count === 2) status(416, headers)(call);
        else call.proceed();
      },
    });
    assert.equal((await push(server, IN_CHUNKS)).outcome, 'uploaded');
    assert.equal(server.steps.filter((step) => step === 'open').length <= 2, true);
  });
}

test('a chunk whose answer was lost is not sent again', async () => {
  const server = await uploadServer({ chunk: once((call) => call.loseAnswer()) });
  assert.deepEqual(await push(server, IN_CHUNKS), { outcome: 'uploaded', sent: BLOB.length });
  assert.deepEqual(server.steps, ['blob', 'open', 'chunk', 'blob', 'offset', 'chunk', 'chunk', 'commit', 'blob']);
});

test('chunks that are too large for the registry become smaller', async () => {
  for (const code of [413, 416]) {
    const server = await uploadServer({ chunk: (call) => (call.body.length > 300_000 ? status(code)(call) : call.proceed()) });
    assert.equal((await push(server, IN_CHUNKS)).outcome, 'uploaded');
    assert.equal(server.sessions.size, 0);
  }
});

test('a registry that takes no chunk of any size is an error that says so', async () => {
  const server = await uploadServer({ chunk: status(413) });
  await assert.rejects(push(server, IN_CHUNKS), (error: RegistryError) => error.status === 413 && /of this size/.test(error.hint ?? ''));
  assert.equal(server.sessions.size, 0);
});

test('a session that is lost between two chunks begins anew', async () => {
  const server = await uploadServer({
    chunk: (call) => {
      if (call.count === 2) server.sessions.clear();
      call.proceed();
    },
  });
  assert.equal((await push(server, IN_CHUNKS)).outcome, 'uploaded');
});

test('the end of chunks whose answer was lost is found out by a HEAD', async () => {
  const server = await uploadServer({ commit: (call) => call.loseAnswer() });
  assert.deepEqual(await push(server, IN_CHUNKS), { outcome: 'uploaded', sent: BLOB.length });
  assert.deepEqual(server.steps, ['blob', 'open', 'chunk', 'chunk', 'chunk', 'commit', 'blob']);
});

test('a large blob gets over a line that breaks after each few chunks', async () => {
  const server = await uploadServer({ chunk: (call) => (call.count % 2 === 0 ? call.loseAnswer() : call.proceed()) });
  const large = Buffer.alloc(24 * 1024 * 1024, 'large');
  const writer = writerOf(server, { limits: { onePutBelow: 0, chunk: 1024 * 1024 }, policy: { attempts: 3 } });
  assert.equal((await writer.pushBlob(descriptorOf(large), bytesContent(large))).sent, large.length);
});

test('a Location may be relative or absolute, and on another host gets no credentials', async () => {
  for (const kind of ['relative', 'absolute', 'other host']) {
    const server = await uploadServer({
      blob: (call) => (call.request.headers.authorization === undefined ? status(401, { 'www-authenticate': 'Basic realm="x"' })(call) : call.proceed()),
      open: (call) => {
        server.sessions.set('x', Buffer.alloc(0));
        const from = { relative: 'x?y=z', absolute: `${server.url.href}v2/org/tools/blobs/uploads/x`, 'other host': `http://localhost:${server.url.port}/v2/org/tools/blobs/uploads/x` };
        status(202, { location: from[kind as 'relative'] })(call);
      },
    });
    const credentials = { find: () => Promise.resolve({ kind: 'password', username: 'u', password: 'p', origin: 'here' } as const) };
    await push(server, { credentials });
    const put = server.seen.find(({ method }) => method === 'PUT');
    assert.equal(put?.headers.authorization === undefined, kind === 'other host', kind);
  }
});

for (const [location, why] of [
  ['http://registry.test/x', 'which is not https'],
  ['https://10.0.0.1/x', 'an address of a private network'],
  ['https://127.0.0.1/x', 'an address of a private network'],
  ['https://[', 'not a URL'],
] as const) {
  test(`a session at ${location} is refused`, async () => {
    const remote = await serveRemote((request, response) => {
      if (request.method === 'HEAD') response.writeHead(404).end();
      else response.writeHead(202, { location }).end();
    });
    const writer = writerOf({ host: REMOTE_HOST }, { env: remote.env });
    await assert.rejects(writer.pushBlob(blob, bytesContent(BLOB)), (error: Error) => error.message.includes(why));
    assert.deepEqual(remote.seen.map(({ method }) => method), ['HEAD', 'POST']);
  });
}

test('a session without a Location is an error', async () => {
  const server = await uploadServer({ open: status(202) });
  await assert.rejects(push(server), /without saying where it is/);
});

test('a PUT that is redirected is sent again, whole', async () => {
  const server = await uploadServer({ commit: once((call) => status(307, { location: `${call.url.pathname}${call.url.search}&again=1` })(call)) });
  assert.deepEqual(await push(server), { outcome: 'uploaded', sent: 2 * BLOB.length });
});

test('a token that expires in mid-upload is renewed', async () => {
  let tokens = 0;
  const server = await uploadServer({
    blob: checked,
    open: checked,
    commit: (call) => (call.request.headers.authorization === 'Bearer t1' ? challenge(call) : call.proceed()),
  });
  const realm = await serve((_request, response) => response.end(JSON.stringify({ token: `t${++tokens}`, expires_in: 300 })));
  function challenge(call: Call): void {
    status(401, { 'www-authenticate': `Bearer realm="${realm.url.href}",service="x",scope="repository:org/tools:pull,push"` })(call);
  }
  function checked(call: Call): void {
    if (call.request.headers.authorization === undefined) challenge(call);
    else call.proceed();
  }
  assert.equal((await push(server)).outcome, 'uploaded');
  assert.equal(tokens, 2);
  assert.match(decodeURIComponent(realm.requests[0] ?? ''), /scope=repository:org\/tools:pull,push/);
});

test('several blobs that need a token at once fetch one', async () => {
  let tokens = 0;
  const realm = await serve((_request, response) => void setTimeout(() => response.end(JSON.stringify({ token: `t${++tokens}` })), 20));
  const guard = (call: Call): void => (call.request.headers.authorization === undefined ? status(401, { 'www-authenticate': `Bearer realm="${realm.url.href}"` })(call) : call.proceed());
  const server = await uploadServer({ blob: guard, open: guard, commit: guard });
  const writer = writerOf(server);
  await Promise.all(['a', 'b', 'c', 'd'].map((text) => writer.pushBlob(descriptorOf(Buffer.from(text)), bytesContent(Buffer.from(text)))));
  assert.equal(server.blobs.size, 4);
  assert.equal(tokens, 1);
});

test('the same blob twice at once is sent once', async () => {
  const server = await uploadServer();
  const writer = writerOf(server);
  const results = await Promise.all([writer.pushBlob(blob, bytesContent(BLOB)), writer.pushBlob(blob, bytesContent(BLOB))]);
  assert.deepEqual(results.map(({ outcome, sent }) => [outcome, sent]), [['uploaded', BLOB.length], ['present', 0]]);
  assert.deepEqual(server.steps, ['blob', 'open', 'commit', 'blob']);
});

test('no more blobs are on their way at once than allowed', async () => {
  let now = 0;
  let most = 0;
  const server = await uploadServer({
    blob: (call) => {
      if (call.count > 6) return call.proceed();
      most = Math.max(most, ++now);
      setTimeout(() => {
        now -= 1;
        call.proceed();
      }, 5);
    },
  });
  const writer = writerOf(server, { concurrency: 2 });
  const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => Buffer.from(text));
  await Promise.all(texts.map((bytes) => writer.pushBlob(descriptorOf(bytes), bytesContent(bytes))));
  assert.equal(server.blobs.size, 6);
  assert.equal(most, 2);
});

test('progress goes up to the size, and back when bytes are sent again', async () => {
  const seen: number[] = [];
  const server = await uploadServer({ commit: once(status(500)) });
  await push(server, { onProgress: (bytes) => seen.push(bytes) });
  assert.equal(seen.at(-1), BLOB.length);
  assert.equal(seen.filter((bytes, i) => bytes < (seen[i - 1] ?? 0)).length, 1);
  assert.equal(seen.filter((bytes) => bytes === 0).length, 2);
});

test('an empty blob is refused before anything is asked', async () => {
  const server = await uploadServer();
  const empty = Buffer.alloc(0);
  await assert.rejects(writerOf(server).pushBlob(descriptorOf(empty), bytesContent(empty)), /is empty/);
  assert.deepEqual(server.steps, []);
});

test('a file of other content never becomes a blob', async () => {
  const server = await uploadServer();
  const other = Buffer.from(BLOB);
  other[0] = 0;
  for (const options of [{}, IN_CHUNKS]) {
    await assert.rejects(writerOf(server, options).pushBlob(blob, bytesContent(other)), (error: Error) => error instanceof IntegrityError && /different content/.test(error.message));
  }
  assert.equal(server.blobs.size, 0);
  assert.equal(server.sessions.size, 0);
});

test('a file that is too short, or not there, is an error that names the blob', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'push-'));
  afterTest(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'short'), BLOB.subarray(0, 2_000_000));
  const server = await uploadServer();
  for (const [name, why] of [['short', /ends at byte 2000000 instead of 3000000/], ['absent', /can't be read: ENOENT/]] as const) {
    await assert.rejects(writerOf(server).pushBlob(blob, fileContent(path.join(folder, name))), (error: Error) => error instanceof Failure && error.message.includes(blob.digest) && why.test(error.message));
  }
  assert.equal(server.sessions.size, 0);
});

test('where content says why it is not there, and what to do, just that is said', async () => {
  const server = await uploadServer();
  const reason = new Failure('It was pushed elsewhere.', { hint: 'Look there.' });
  const open = (): never => {
    throw reason;
  };
  await assert.rejects(writerOf(server).pushBlob(blob, { open }), { message: reason.message, hint: reason.hint });
});

test('a file is sent as it is', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'push-'));
  afterTest(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'blob'), BLOB);
  for (const options of [{}, IN_CHUNKS]) {
    const server = await uploadServer();
    await writerOf(server, options).pushBlob(blob, fileContent(path.join(folder, 'blob')));
    assert.deepEqual(server.blobs.get(blob.digest), BLOB);
  }
});

for (const options of [{}, IN_CHUNKS]) {
  test(`an abort in mid-upload ends the session and the push promptly (${'limits' in options ? 'chunks' : 'one PUT'})`, async () => {
    const stop = new AbortController();
    const server = await uploadServer();
    const writer = writerOf(server, { signal: stop.signal, ...options });
    let opened = 0;
    const slow: BlobContent = {
      open: (start, end) => {
        opened += 1;
        const whole = 'limits' in options && opened === 1; // chunks are checked before they are sent
        return whole ? Readable.from([BLOB]) : Readable.from(abortInside(stop, BLOB.subarray(start, end)));
      },
    };
    const begun = performance.now();
    await assert.rejects(writer.pushBlob(blob, slow), CancelledError);
    assert.ok(performance.now() - begun < 1000);
    assert.equal(server.steps.at(-1), 'cancel');
    assert.equal(server.sessions.size, 0);
    assert.equal(server.blobs.size, 0);
  });
}

test('an abort while a commit is in doubt ends its session too', async () => {
  const stop = new AbortController();
  const server = await uploadServer({
    commit: ({ request }) => void request.socket.resetAndDestroy(),
  });
  // The abort comes while the next attempt is waited for.
  const sleep = (): Promise<void> => {
    stop.abort();
    return Promise.reject(new Error('woken'));
  };
  const writer = writerOf(server, { clock: { ...quickClock(), sleep } });
  await assert.rejects(writer.pushBlob(blob, bytesContent(BLOB), { signal: stop.signal }), CancelledError);
  assert.equal(server.sessions.size, 0);
});

async function* abortInside(stop: AbortController, bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  yield bytes.subarray(0, 500_000);
  setTimeout(() => stop.abort(), 20);
  await new Promise((resolve) => setTimeout(resolve, 200));
  yield bytes.subarray(500_000);
}

test('a push that is told to stop does not take along another of the same blob', async () => {
  const stop = new AbortController();
  const server = await uploadServer({ open: once(() => setTimeout(() => stop.abort(), 10)) });
  const writer = writerOf(server);
  const stopped = writer.pushBlob(blob, bytesContent(BLOB), { signal: stop.signal });
  const other = writer.pushBlob(blob, bytesContent(BLOB));
  await assert.rejects(stopped, CancelledError);
  assert.equal((await other).outcome, 'uploaded');
});

test('a refusal ends after one request, and names neither token nor query', async () => {
  const server = await uploadServer({ commit: status(403, {}, 'no') });
  await assert.rejects(push(server), (error: RegistryError) => {
    assert.equal(error.status, 403);
    assert.doesNotMatch(`${error.message} ${error.url}`, /state=|digest=/);
    return true;
  });
  assert.equal(server.sessions.size, 0);
});
