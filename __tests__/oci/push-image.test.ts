import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { CancelledError, IntegrityError, type RegistryError } from '../../src/kit/errors.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { DELTA_CONFIG, IMAGE_INDEX, IMAGE_MANIFEST, LAYER_GZIP } from '../../src/oci/format/media-types.ts';
import { pushImage, type PushImageOptions } from '../../src/oci/push/push-image.ts';
import { TagMovedError } from '../../src/oci/push/push-manifest.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { RegistryWriter, type WriterOptions } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock } from './serve.ts';
import { uploadServer, type Call } from './upload-server.ts';

const CONTENT = new Map<Digest, Buffer>();
const CONFIG = descriptorOf(DELTA_CONFIG, Buffer.from('{}'));
const LAYERS = ['one', 'two, which is longer', 'three'].map((text) => descriptorOf(LAYER_GZIP, Buffer.from(text)));
const MANIFEST = imageOf(LAYERS);

function descriptorOf(mediaType: string, bytes: Buffer): Descriptor {
  CONTENT.set(digestOf(bytes), bytes);
  return { mediaType, digest: digestOf(bytes), size: bytes.length };
}

function imageOf(layers: readonly Descriptor[]): Buffer {
  return Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config: CONFIG, layers }));
}

const content: PushImageOptions['content'] = ({ digest }) => bytesContent(CONTENT.get(digest) ?? Buffer.alloc(0));

function writerOf({ host }: { host: string }, options: WriterOptions = {}): RegistryWriter {
  const writer = new RegistryWriter(parseReference(`${host}/org/tools`), { env: {}, clock: quickClock(), ...options });
  afterTest(() => writer.close());
  return writer;
}

const status = (code: number, headers: Record<string, string> = {}, body = '') => ({ response }: Call): void => void response.writeHead(code, headers).end(body);

test('an image is pushed blobs first, then its manifest by digest', async () => {
  const server = await uploadServer();
  const progress: number[] = [];
  const pushed = await pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content, onProgress: (done) => progress.push(done) });
  assert.equal(server.steps.indexOf('put manifest'), server.steps.length - 1);
  assert.equal(server.steps.includes('manifest'), false);
  assert.deepEqual(server.manifests.get(digestOf(MANIFEST)), MANIFEST);
  assert.equal(server.blobs.size, 4);
  const total = [CONFIG, ...LAYERS].reduce((sum, { size }) => sum + size, 0);
  assert.equal(pushed.blobBytes, total);
  assert.equal(progress.at(-1), total);
  assert.deepEqual(pushed.descriptor, { mediaType: IMAGE_MANIFEST, digest: digestOf(MANIFEST), size: MANIFEST.length });
});

test('a manifest by digest whose answer does not name it is read back', async () => {
  const server = await uploadServer({
    'put manifest': (call) => {
      server.manifests.set(call.name, call.body);
      status(201)(call);
    },
  });
  await pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content });
  assert.deepEqual(server.steps.slice(-2), ['put manifest', 'manifest']);
});

test('an image may be pushed under a tag, which must be free', async () => {
  const server = await uploadServer();
  const image = { bytes: MANIFEST, mediaType: IMAGE_MANIFEST };
  assert.equal((await pushImage(writerOf(server), image, { content, tag: '1.0.0' })).sent, true);
  assert.deepEqual(server.manifests.get('1.0.0'), MANIFEST);
  assert.equal((await pushImage(writerOf(server), image, { content, tag: '1.0.0' })).sent, false);
  const other = { bytes: imageOf(LAYERS.slice(1)), mediaType: IMAGE_MANIFEST };
  await assert.rejects(pushImage(writerOf(server), other, { content, tag: '1.0.0' }), TagMovedError);
});

test('blobs that the registry said to have, and misses when it gets the manifest, are sent once more', async () => {
  const missing = status(404, {}, '{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown to registry"}]}');
  const server = await uploadServer({
    blob: (call) => (call.request.method === 'HEAD' ? status(200, { 'content-length': String(CONTENT.get(call.name as Digest)?.length) })(call) : call.proceed()),
    'put manifest': (call) => (LAYERS.every(({ digest }) => server.blobs.has(digest)) ? call.proceed() : missing(call)),
  });
  const pushed = await pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content });
  assert.equal(server.blobs.size, 4);
  assert.equal(pushed.blobBytes, [CONFIG, ...LAYERS].reduce((sum, { size }) => sum + size, 0));
  const never = await uploadServer({ blob: (call) => status(200, { 'content-length': String(CONTENT.get(call.name as Digest)?.length) })(call), 'put manifest': missing });
  await assert.rejects(pushImage(writerOf(never), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content }), /MANIFEST_BLOB_UNKNOWN/);
  assert.equal(never.steps.filter((step) => step === 'put manifest').length, 2);
});

test('a manifest that the registry shows only a second later is waited for, and the wait is told', async () => {
  const old = Buffer.from('{"old":true}');
  let looks = 0;
  const server = await uploadServer({
    manifest: (call) => {
      looks += 1;
      if (looks <= 4) call.response.writeHead(200, { 'docker-content-digest': digestOf(old) }).end(old);
      else call.proceed();
    },
  });
  const { lag, sent } = await writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1');
  assert.equal(sent, true);
  assert.equal(lag, 100 + 200 + 400);
});

for (const code of [404, 405, 501]) {
  test(`a tag of which HEAD says ${code} and GET gives something is not taken for free`, async () => {
    const server = await uploadServer({ manifest: (call) => (call.request.method === 'HEAD' ? status(code)(call) : call.proceed()) });
    server.manifests.set('v1', Buffer.from('{}'));
    await assert.rejects(writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1', { expect: 'none' }), TagMovedError);
    assert.equal(server.steps.includes('put manifest'), false);
  });
}

test('an image that is there is only asked for', async () => {
  const server = await uploadServer();
  await pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content });
  server.steps.length = 0;
  const pushed = await pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content });
  assert.deepEqual(server.steps, ['blob', 'blob', 'blob', 'blob', 'manifest']);
  assert.equal(pushed.blobBytes, 0);
  assert.equal(pushed.sent, false);
});

test('blobs that the registry has need not be here', async () => {
  const server = await uploadServer();
  for (const { digest } of LAYERS) server.blobs.set(digest, CONTENT.get(digest) ?? Buffer.alloc(0));
  const elsewhere: PushImageOptions['content'] = (blob) => {
    if (blob.digest === CONFIG.digest) return content(blob);
    throw new Error('it is not here');
  };
  const pushed = await pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content: elsewhere });
  assert.equal(pushed.blobBytes, CONFIG.size);
});

test('a layer that is listed twice is sent once', async () => {
  const server = await uploadServer();
  const [first] = LAYERS;
  assert.ok(first);
  await pushImage(writerOf(server), { bytes: imageOf([first, first]), mediaType: IMAGE_MANIFEST }, { content });
  assert.equal(server.steps.filter((step) => step === 'commit').length, 2);
});

test('an index is not pushed as an image', async () => {
  const server = await uploadServer();
  const index = Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [] }));
  await assert.rejects(pushImage(writerOf(server), { bytes: index, mediaType: IMAGE_INDEX }, { content }), /is an index/);
  assert.deepEqual(server.steps, []);
});

test('where one blob fails the others are ended, their sessions too, and nothing is published', async () => {
  const server = await uploadServer({
    commit: (call) => {
      if (call.count === 1) setTimeout(() => status(403)(call), 30);
      // the others get no answer at all
    },
  });
  const begun = performance.now();
  await assert.rejects(pushImage(writerOf(server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content }), (error: RegistryError) => error.status === 403);
  assert.ok(performance.now() - begun < 2000);
  assert.equal(server.sessions.size, 0);
  assert.equal(server.manifests.size, 0);
});

test('an abort ends a push of an image', async () => {
  const stop = new AbortController();
  const server = await uploadServer({ commit: ({ count }) => void (count === 4 && stop.abort()) });
  await assert.rejects(pushImage(writerOf(server, { signal: stop.signal }), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content }), CancelledError);
  assert.equal(server.sessions.size, 0);
});

test('the subject that a registry took note of is reported', async () => {
  const subject = digestOf('subject');
  const server = await uploadServer({
    'put manifest': (call) => {
      call.response.setHeader('oci-subject', subject);
      call.proceed();
    },
  });
  assert.equal((await writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, digestOf(MANIFEST))).subject, subject);
});

test('a registry that rewrites manifests is found out, by its header or by what it gives back', async () => {
  const said = await uploadServer({ 'put manifest': status(201, { 'docker-content-digest': digestOf('other') }) });
  await assert.rejects(writerOf(said).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1'), (error: Error) => error instanceof IntegrityError && /became sha256/.test(error.message));
  const unsaid = await uploadServer({
    'put manifest': (call) => {
      unsaid.manifests.set(digestOf(MANIFEST), Buffer.from('{}'));
      status(201)(call);
    },
  });
  await assert.rejects(writerOf(unsaid).pushManifest(MANIFEST, IMAGE_MANIFEST, digestOf(MANIFEST)), IntegrityError);
});

for (const code of [408, 429, 500, 502, 503, 504]) {
  test(`a ${code} on HEAD, PUT and GET of a manifest is survived`, async () => {
    const server = await uploadServer({
      manifest: (call) => (call.count % 2 === 1 ? status(code)(call) : call.proceed()),
      'put manifest': (call) => (call.count === 1 ? status(code)(call) : call.proceed()),
    });
    assert.equal((await writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1')).sent, true);
    assert.deepEqual(server.manifests.get('v1'), MANIFEST);
  });
}

test('a manifest whose PUT was done and not answered is not put again', async () => {
  const server = await uploadServer({ 'put manifest': (call) => call.loseAnswer() });
  await writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1');
  assert.deepEqual(server.steps, ['manifest', 'put manifest', 'manifest']);
});

test('a tag that somebody else moved meanwhile is left to them', async () => {
  const theirs = Buffer.from('{"theirs":true}');
  const server = await uploadServer({
    'put manifest': (call) => {
      server.manifests.set('v1', theirs);
      call.response.writeHead(500).end();
    },
  });
  await assert.rejects(writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1'), (error: Error) => {
    assert.ok(error instanceof TagMovedError);
    assert.equal(error.actual, digestOf(theirs));
    assert.match(error.message, /The tag v1 of .*\/org\/tools names sha256:.* now, so it was not moved from nothing to sha256:/);
    return true;
  });
  assert.deepEqual(server.manifests.get('v1'), theirs);
});

test('a tag that names something else than expected is not moved', async () => {
  const server = await uploadServer();
  server.manifests.set('v1', Buffer.from('{}'));
  const writer = writerOf(server);
  for (const expect of ['none', digestOf('x')] as const) {
    await assert.rejects(writer.pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1', { expect }), TagMovedError);
  }
  assert.equal(server.steps.includes('put manifest'), false);
  await writer.pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1', { expect: digestOf('{}') });
  assert.deepEqual(server.manifests.get('v1'), MANIFEST);
});

test("a manifest that the registry refuses is an error at once, with the registry's words", async () => {
  const server = await uploadServer({ 'put manifest': status(400, {}, '{"errors":[{"code":"MANIFEST_INVALID","message":"config media type not allowed"}]}') });
  await assert.rejects(writerOf(server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1'), /MANIFEST_INVALID: config media type not allowed/);
  assert.equal(server.steps.filter((step) => step === 'put manifest').length, 1);
});

test('the head of a manifest is read from headers, and from the bytes where headers lack', async () => {
  const server = await uploadServer();
  server.manifests.set('v1', MANIFEST);
  const { reader } = writerOf(server);
  const expected = { mediaType: IMAGE_MANIFEST, digest: digestOf(MANIFEST), size: MANIFEST.length };
  assert.deepEqual(await reader.head('v1'), expected);
  assert.deepEqual(server.steps, ['manifest']);
  assert.equal(await reader.head('v2'), undefined);
  const bare = await uploadServer({
    manifest: ({ request, response }) => void response.writeHead(200, { 'content-type': IMAGE_MANIFEST }).end(request.method === 'HEAD' ? undefined : MANIFEST),
  });
  assert.deepEqual(await writerOf(bare).reader.head('v1'), expected);
});
