import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { CancelledError, IntegrityError, type RegistryError } from '../../src/errors.ts';
import { bytesContent } from '../../src/oci/blob-content.ts';
import { canonicalJson } from '../../src/oci/canonical-json.ts';
import { digestOf, type Digest } from '../../src/oci/digest.ts';
import type { Descriptor } from '../../src/oci/manifest.ts';
import { DELTA_CONFIG, IMAGE_INDEX, IMAGE_MANIFEST, LAYER_GZIP } from '../../src/oci/media-types.ts';
import { pushImage, type PushImageOptions } from '../../src/oci/push-image.ts';
import { TagMovedError } from '../../src/oci/push-manifest.ts';
import { parseReference } from '../../src/oci/reference.ts';
import { RegistryWriter, type WriterOptions } from '../../src/oci/registry-writer.ts';
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

function writerOf(t: TestContext, { host }: { host: string }, options: WriterOptions = {}): RegistryWriter {
  const writer = new RegistryWriter(parseReference(`${host}/org/tools`), { env: {}, clock: quickClock(), ...options });
  t.after(() => writer.close());
  return writer;
}

const status = (code: number, headers: Record<string, string> = {}, body = '') => ({ response }: Call): void => void response.writeHead(code, headers).end(body);

test('an image is pushed blobs first, then its manifest by digest, and read back', async (t) => {
  const server = await uploadServer(t);
  const progress: number[] = [];
  const pushed = await pushImage(writerOf(t, server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content, onProgress: (done) => progress.push(done) });
  assert.deepEqual(server.steps.slice(-3), ['manifest', 'put manifest', 'manifest']);
  assert.equal(server.steps.indexOf('manifest'), server.steps.length - 3);
  assert.deepEqual(server.manifests.get(digestOf(MANIFEST)), MANIFEST);
  assert.equal(server.blobs.size, 4);
  const total = [CONFIG, ...LAYERS].reduce((sum, { size }) => sum + size, 0);
  assert.equal(pushed.blobBytes, total);
  assert.equal(progress.at(-1), total);
  assert.deepEqual(pushed.descriptor, { mediaType: IMAGE_MANIFEST, digest: digestOf(MANIFEST), size: MANIFEST.length });
});

test('an image that is there is only asked for', async (t) => {
  const server = await uploadServer(t);
  await pushImage(writerOf(t, server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content });
  server.steps.length = 0;
  const pushed = await pushImage(writerOf(t, server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content });
  assert.deepEqual(server.steps, ['blob', 'blob', 'blob', 'blob', 'manifest']);
  assert.equal(pushed.blobBytes, 0);
  assert.equal(pushed.sent, false);
});

test('blobs that the registry has need not be here', async (t) => {
  const server = await uploadServer(t);
  for (const { digest } of LAYERS) server.blobs.set(digest, CONTENT.get(digest) ?? Buffer.alloc(0));
  const elsewhere: PushImageOptions['content'] = (blob) => {
    if (blob.digest === CONFIG.digest) return content(blob);
    throw new Error('it is not here');
  };
  const pushed = await pushImage(writerOf(t, server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content: elsewhere });
  assert.equal(pushed.blobBytes, CONFIG.size);
});

test('a layer that is listed twice is sent once', async (t) => {
  const server = await uploadServer(t);
  const [first] = LAYERS;
  assert.ok(first);
  await pushImage(writerOf(t, server), { bytes: imageOf([first, first]), mediaType: IMAGE_MANIFEST }, { content });
  assert.equal(server.steps.filter((step) => step === 'commit').length, 2);
});

test('an index is not pushed as an image', async (t) => {
  const server = await uploadServer(t);
  const index = Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [] }));
  await assert.rejects(pushImage(writerOf(t, server), { bytes: index, mediaType: IMAGE_INDEX }, { content }), /is an index/);
  assert.deepEqual(server.steps, []);
});

test('where one blob fails the others are ended, their sessions too, and nothing is published', async (t) => {
  const server = await uploadServer(t, {
    commit: (call) => {
      if (call.count === 1) setTimeout(() => status(403)(call), 30);
      // the others get no answer at all
    },
  });
  const begun = performance.now();
  await assert.rejects(pushImage(writerOf(t, server), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content }), (error: RegistryError) => error.status === 403);
  assert.ok(performance.now() - begun < 2000);
  assert.equal(server.sessions.size, 0);
  assert.equal(server.manifests.size, 0);
});

test('an abort ends a push of an image', async (t) => {
  const stop = new AbortController();
  const server = await uploadServer(t, { commit: () => setTimeout(() => stop.abort(), 10) });
  await assert.rejects(pushImage(writerOf(t, server, { signal: stop.signal }), { bytes: MANIFEST, mediaType: IMAGE_MANIFEST }, { content }), CancelledError);
  assert.equal(server.sessions.size, 0);
});

test('the subject that a registry took note of is reported', async (t) => {
  const subject = digestOf('subject');
  const server = await uploadServer(t, {
    'put manifest': (call) => {
      call.response.setHeader('oci-subject', subject);
      call.proceed();
    },
  });
  assert.equal((await writerOf(t, server).pushManifest(MANIFEST, IMAGE_MANIFEST, digestOf(MANIFEST))).subject, subject);
});

test('a registry that rewrites manifests is found out, by its header or by what it gives back', async (t) => {
  const said = await uploadServer(t, { 'put manifest': status(201, { 'docker-content-digest': digestOf('other') }) });
  await assert.rejects(writerOf(t, said).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1'), (error: Error) => error instanceof IntegrityError && /became sha256/.test(error.message));
  const unsaid = await uploadServer(t, {
    'put manifest': (call) => {
      unsaid.manifests.set(digestOf(MANIFEST), Buffer.from('{}'));
      status(201)(call);
    },
  });
  await assert.rejects(writerOf(t, unsaid).pushManifest(MANIFEST, IMAGE_MANIFEST, digestOf(MANIFEST)), IntegrityError);
});

for (const code of [408, 429, 500, 502, 503, 504]) {
  test(`a ${code} on HEAD, PUT and GET of a manifest is survived`, async (t) => {
    const server = await uploadServer(t, {
      manifest: (call) => (call.count % 2 === 1 ? status(code)(call) : call.proceed()),
      'put manifest': (call) => (call.count === 1 ? status(code)(call) : call.proceed()),
    });
    assert.equal((await writerOf(t, server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1')).sent, true);
    assert.deepEqual(server.manifests.get('v1'), MANIFEST);
  });
}

test('a manifest whose PUT was done and not answered is not put again', async (t) => {
  const server = await uploadServer(t, { 'put manifest': (call) => call.loseAnswer() });
  await writerOf(t, server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1');
  assert.deepEqual(server.steps, ['manifest', 'put manifest', 'manifest']);
});

test('a tag that somebody else moved meanwhile is left to them', async (t) => {
  const theirs = Buffer.from('{"theirs":true}');
  const server = await uploadServer(t, {
    'put manifest': (call) => {
      server.manifests.set('v1', theirs);
      call.response.writeHead(500).end();
    },
  });
  await assert.rejects(writerOf(t, server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1'), (error: Error) => {
    assert.ok(error instanceof TagMovedError);
    assert.equal(error.actual, digestOf(theirs));
    assert.match(error.message, /The tag v1 of .*\/org\/tools names sha256:.* now; it was to be moved from nothing to sha256:/);
    return true;
  });
  assert.deepEqual(server.manifests.get('v1'), theirs);
});

test('a tag that names something else than expected is not moved', async (t) => {
  const server = await uploadServer(t);
  server.manifests.set('v1', Buffer.from('{}'));
  const writer = writerOf(t, server);
  for (const expect of ['none', digestOf('x')] as const) {
    await assert.rejects(writer.pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1', { expect }), TagMovedError);
  }
  assert.equal(server.steps.includes('put manifest'), false);
  await writer.pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1', { expect: digestOf('{}') });
  assert.deepEqual(server.manifests.get('v1'), MANIFEST);
});

test('a manifest that the registry refuses is an error at once, with the registry’s words', async (t) => {
  const server = await uploadServer(t, { 'put manifest': status(400, {}, '{"errors":[{"code":"MANIFEST_INVALID","message":"config media type not allowed"}]}') });
  await assert.rejects(writerOf(t, server).pushManifest(MANIFEST, IMAGE_MANIFEST, 'v1'), /MANIFEST_INVALID: config media type not allowed/);
  assert.equal(server.steps.filter((step) => step === 'put manifest').length, 1);
});

test('tags are read over as many pages as there are', async (t) => {
  const pages: Record<string, [string[] | null, string | undefined]> = {
    '': [['a', 'b'], '</v2/org/tools/tags/list?last=b>; rel="next"'],
    '?last=b': [['b', 'c'], '<?last=c>; rel=next'],
    '?last=c': [null, undefined],
  };
  const server = await uploadServer(t, {
    tags: (call) => {
      const [tags, link] = pages[call.url.search] ?? [[], undefined];
      status(200, link === undefined ? {} : { link }, JSON.stringify({ name: 'org/tools', tags }))(call);
    },
  });
  assert.deepEqual(await writerOf(t, server).reader.tags(), ['a', 'b', 'c']);
});

test('tags of a repository that is not there are none', async (t) => {
  const server = await uploadServer(t, { tags: status(404, {}, '{"errors":[{"code":"NAME_UNKNOWN"}]}') });
  assert.deepEqual(await writerOf(t, server).reader.tags(), []);
});

for (const [link, why] of [['<?>; rel="next"', /round in circles/], ['<http://127.0.0.1:9/x>; rel="next"', /another host/]] as const) {
  test(`a list of tags that goes on at ${link} is given up`, async (t) => {
    const server = await uploadServer(t, { tags: status(200, { link }, '{"tags":["a"]}') });
    await assert.rejects(writerOf(t, server).reader.tags(), why);
  });
}

test('the head of a manifest is read from headers, and from the bytes where headers lack', async (t) => {
  const server = await uploadServer(t);
  server.manifests.set('v1', MANIFEST);
  const { reader } = writerOf(t, server);
  const expected = { mediaType: IMAGE_MANIFEST, digest: digestOf(MANIFEST), size: MANIFEST.length };
  assert.deepEqual(await reader.head('v1'), expected);
  assert.deepEqual(server.steps, ['manifest']);
  assert.equal(await reader.head('v2'), undefined);
  const bare = await uploadServer(t, {
    manifest: ({ request, response }) => void response.writeHead(200, { 'content-type': IMAGE_MANIFEST }).end(request.method === 'HEAD' ? undefined : MANIFEST),
  });
  assert.deepEqual(await writerOf(t, bare).reader.head('v1'), expected);
});
