import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { IntegrityError, RegistryError } from '../../src/kit/errors.ts';
import { blobBytes } from '../../src/oci/format/blob-bytes.ts';
import { wallClock, type WallClock } from '../../src/oci/http/clock.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { IMAGE_INDEX, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { EMPTY_JSON, fallbackTag, type ReferrerContent } from '../../src/oci/format/referrer.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock, serve } from './serve.ts';
import { uploadServer, type Script, type UploadServer } from './upload-server.ts';

const SBOM = 'application/vnd.cyclonedx+json';
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const SUBJECT_BYTES = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config: { mediaType: EMPTY_JSON, digest: digestOf('{}'), size: 2 }, layers: [] }));
const SUBJECT: Descriptor = { mediaType: IMAGE_MANIFEST, digest: digestOf(SUBJECT_BYTES), size: SUBJECT_BYTES.length };
const TAG = fallbackTag(SUBJECT.digest);

interface Made {
  readonly server: UploadServer;
  readonly writer: (clock?: WallClock) => RegistryWriter;
}

async function made({ script = {}, api = false }: { readonly script?: Script; readonly api?: boolean } = {}): Promise<Made> {
  const server = await uploadServer(script, { namesBlobs: true, referrers: api });
  server.manifests.set(SUBJECT.digest, SUBJECT_BYTES);
  return {
    server,
    writer: (clock = quickClock()) => {
      const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { env: {}, clock });
      afterTest(() => writer.close());
      return writer;
    },
  };
}

function content(text: string, artifactType = SBOM): ReferrerContent {
  return { artifactType, payload: Buffer.from(text), annotations: { 'org.example.note': text } };
}

/** The list under the fallback tag, as it is stored. */
function fallback({ manifests }: UploadServer): { readonly manifests: readonly Descriptor[] } | undefined {
  const bytes = manifests.get(TAG);
  return bytes === undefined ? undefined : (JSON.parse(bytes.toString()) as { manifests: Descriptor[] });
}

function entry(digest: Digest, more: object = {}): Pick<Descriptor, 'mediaType' | 'digest' | 'size'> {
  return { mediaType: IMAGE_MANIFEST, digest, size: 1, ...more };
}

/** With the sizes of what is there. */
function setFallback({ manifests }: UploadServer, entries: readonly { readonly digest: Digest }[], more: object = {}): void {
  const sized = entries.map((each) => ({ ...each, ...(manifests.has(each.digest) ? { size: manifests.get(each.digest)?.length } : {}) }));
  manifests.set(TAG, Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: sized, ...more })));
}

for (const api of [true, false]) {
  test(`what is attached to a manifest is found again, with its payload, in a registry ${api ? 'with' : 'without'} the referrers API`, async () => {
    const { server, writer } = await made({ api });
    const own = writer();
    const [pushed] = await own.pushReferrers(SUBJECT, [content('{"a":1}')]);
    const { list, stale } = await own.reader.referrers(SUBJECT.digest, SBOM);
    assert.deepEqual([list.length, stale], [1, []]);
    assert.deepEqual([list[0]?.digest, list[0]?.artifactType, list[0]?.listedBy, list[0]?.annotations], [pushed?.digest, SBOM, api ? 'api' : 'tag', { 'org.example.note': '{"a":1}' }]);
    const [layer] = list[0]?.layers ?? [];
    assert.ok(layer);
    assert.equal(layer.mediaType, SBOM);
    assert.equal((await blobBytes(own.reader, layer)).toString(), '{"a":1}');
    assert.equal(fallback(server)?.manifests.length, api ? undefined : 1);
  });
}

test('the same content attached twice is there once, and is not sent again', async () => {
  const { server, writer } = await made();
  await writer().pushReferrers(SUBJECT, [content('x')]);
  const before = server.requests.length;
  await writer().pushReferrers(SUBJECT, [content('x')]);
  assert.deepEqual(server.requests.slice(before).filter((request) => !/^(?:GET|HEAD) /.test(request)), []);
  assert.equal(fallback(server)?.manifests.length, 1);
});

test('a type picks those that their manifests say are of it, whatever a list says', async () => {
  const { server, writer } = await made();
  const own = writer();
  const [sbom, bundle] = await own.pushReferrers(SUBJECT, [content('a'), content('b', BUNDLE)]);
  assert.ok(sbom && bundle);
  setFallback(server, [entry(sbom.digest, { artifactType: EMPTY_JSON }), entry(bundle.digest)]);
  assert.deepEqual((await own.reader.referrers(SUBJECT.digest, SBOM)).list.map(({ digest }) => digest), [sbom.digest]);
  assert.deepEqual((await own.reader.referrers(SUBJECT.digest, BUNDLE)).list.map(({ digest }) => digest), [bundle.digest]);
  assert.equal((await own.reader.referrers(SUBJECT.digest)).list.length, 2);
});

test('the list of the API and that under the fallback tag are united', async () => {
  const { server, writer } = await made({ api: true });
  const own = writer();
  const [a, b] = await own.pushReferrers(SUBJECT, [content('a'), content('b')]);
  assert.ok(a && b);
  setFallback(server, [entry(b.digest)]);
  const { list } = await own.reader.referrers(SUBJECT.digest, SBOM);
  assert.deepEqual(new Map(list.map(({ digest, listedBy }) => [digest, listedBy])), new Map([[a.digest, 'api'], [b.digest, 'both']]));
});

test('entries of a list that lead to no referrer of the subject are told apart', async () => {
  const { server, writer } = await made();
  const own = writer();
  const other = { ...SUBJECT, digest: digestOf('another') };
  const [gone, foreign] = [(await own.pushReferrers(SUBJECT, [content('gone')]))[0], (await own.pushReferrers(other, [content('foreign')]))[0]];
  assert.ok(gone && foreign);
  server.manifests.delete(gone.digest);
  setFallback(server, [entry(gone.digest), entry(foreign.digest), entry(SUBJECT.digest)]);
  const { list, stale } = await own.reader.referrers(SUBJECT.digest, SBOM);
  assert.deepEqual(list, []);
  assert.deepEqual(stale.map(({ why }) => why), ['its manifest does not exist', `its subject is ${other.digest}`, 'its manifest has no subject']);
});

test('what others have in the list under the fallback tag stays, members that we do not know too', async () => {
  const { server, writer } = await made();
  setFallback(server, [entry(digestOf('theirs'), { 'x-more': 1 })], { annotations: { kept: 'yes' } });
  await writer().pushReferrers(SUBJECT, [content('ours')]);
  const now = fallback(server) as unknown as { manifests: { 'x-more'?: number }[]; annotations: object };
  assert.deepEqual([now.manifests.length, now.manifests[0]?.['x-more'], now.annotations], [2, 1, { kept: 'yes' }]);
});

test('many who attach at once lose nothing', async () => {
  const { server, writer } = await made();
  const texts = Array.from({ length: 6 }, (_, index) => `writer ${index}`);
  const pushed = await Promise.all(texts.map((text) => writer(wallClock).pushReferrers(SUBJECT, [content(text)])));
  assert.deepEqual(new Set(fallback(server)?.manifests.map(({ digest }) => digest)), new Set(pushed.flat().map(({ digest }) => digest)));
});

for (const look of [1, 2, 3]) test(`a list that somebody wrote over ours before we looked ${look} times, not knowing of it, is completed again`, async () => {
  let isThere = false;
  let looks = 0;
  const { server, writer } = await made({
    script: {
      'put manifest': ({ name, proceed }) => {
        proceed();
        if (name === TAG) isThere = true;
      },
      manifest: ({ name, proceed }) => {
        // What they had read before our write.
        if (name === TAG && isThere && (looks += 1) === look) setFallback(server, [entry(digestOf('theirs'))]);
        proceed();
      },
    },
  });
  await writer().pushReferrers(SUBJECT, [content('ours')]);
  assert.equal(fallback(server)?.manifests.length, looks < look ? 1 : 2);
});

test('a registry that heeds If-Match is asked to refuse a list that has changed', async () => {
  const conditions: (string | undefined)[] = [];
  let refused = 0;
  const { server, writer } = await made({
    script: {
      manifest: ({ name, response, proceed }) => {
        const bytes = server.manifests.get(name);
        if (name === TAG && bytes !== undefined) response.setHeader('etag', `"${digestOf(bytes)}"`);
        proceed();
      },
      'put manifest': ({ name, request, response, proceed }) => {
        if (name !== TAG) return proceed();
        conditions.push(request.headers['if-match'] ?? request.headers['if-none-match']);
        if ((refused += 1) > 1) return proceed();
        setFallback(server, [entry(digestOf('theirs'))]);
        response.writeHead(412).end();
      },
    },
  });
  await writer().pushReferrers(SUBJECT, [content('ours')]);
  assert.equal(fallback(server)?.manifests.length, 2);
  assert.deepEqual([conditions[0], conditions[1]?.startsWith('"sha256:')], ['*', true]);
});

test('a registry that refuses each condition is written to without one', async () => {
  const { server, writer } = await made({
    script: {
      'put manifest': ({ request, response, proceed }) => {
        if (request.headers['if-none-match'] === undefined) proceed();
        else response.writeHead(412).end();
      },
    },
  });
  await writer().pushReferrers(SUBJECT, [content('ours')]);
  assert.equal(fallback(server)?.manifests.length, 1);
});

test('a registry that says 201 and stores nothing is found out', async () => {
  const { writer } = await made({
    api: true,
    script: {
      'put manifest': ({ body, response }) => void response.writeHead(201, { 'docker-content-digest': digestOf(body), 'oci-subject': SUBJECT.digest }).end(),
    },
  });
  await assert.rejects(writer().pushReferrers(SUBJECT, [content('x')]), (error: Error) => error instanceof RegistryError && /lacks what it has just accepted/.test(error.message));
});

test('a payload that is not what was sent is found out', async () => {
  const { server, writer } = await made({
    api: true,
    script: {
      'put manifest': ({ proceed }) => {
        server.blobs.set(digestOf('payload'), Buffer.from('daolyap'));
        proceed();
      },
    },
  });
  await assert.rejects(writer().pushReferrers(SUBJECT, [content('payload')]), IntegrityError);
});

test('an API that notes the subject and lists nothing gets the fallback tag as well', async () => {
  const { server, writer } = await made({
    api: true,
    script: {
      referrers: ({ response }) => void response.writeHead(200, { 'content-type': IMAGE_INDEX }).end(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [] })),
    },
  });
  const own = writer();
  await own.pushReferrers(SUBJECT, [content('x')]);
  assert.equal(fallback(server)?.manifests.length, 1);
  assert.deepEqual((await own.reader.referrers(SUBJECT.digest)).list.map(({ listedBy }) => listedBy), ['tag']);
});

test('a tag that is always shown as it was before is an error, and not a success', async () => {
  const { writer } = await made({
    script: {
      manifest: ({ name, response, proceed }) => (name === TAG ? void response.writeHead(404).end() : proceed()),
    },
  });
  await assert.rejects(writer().pushReferrers(SUBJECT, [content('x')]), RegistryError);
});

test('an image under the fallback tag is not written over', async () => {
  const { server, writer } = await made();
  server.manifests.set(TAG, SUBJECT_BYTES);
  await assert.rejects(writer().pushReferrers(SUBJECT, [content('x')]), (error: Error) => error instanceof IntegrityError && /should be a list of referrers, but is an image/.test(error.message));
  assert.equal(server.manifests.get(TAG), SUBJECT_BYTES);
});

interface Answer {
  readonly entries?: readonly object[];
  readonly link?: string;
  readonly body?: string;
  readonly type?: string;
  readonly status?: number;
}

/** A registry that lists referrers by its API. @param answer to a query, as it was sent */
async function lister(answer: (query: string, count: number) => Answer): Promise<{ requests: string[]; list: (type?: string) => Promise<unknown> }> {
  let count = 0;
  const referrer = JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, artifactType: SBOM, subject: entry(SUBJECT.digest), config: entry(digestOf('{}')), layers: [] });
  const served = await serve((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x');
    if (pathname.endsWith(digestOf(referrer))) {
      response.writeHead(200).end(referrer);
      return;
    }
    if (!pathname.includes('/referrers/')) {
      response.writeHead(404).end();
      return;
    }
    const { entries = [entry(digestOf(referrer), { size: referrer.length })], link, type = IMAGE_INDEX, status = 200, body } = answer(search, (count += 1));
    response.writeHead(status, { 'content-type': type, ...(link === undefined ? {} : { link }) }).end(body ?? JSON.stringify({ schemaVersion: 2, manifests: entries }));
  });
  const writer = new RegistryWriter({ registry: served.host, repository: 'org/tools' }, { env: {}, clock: quickClock() });
  afterTest(() => writer.close());
  return { requests: served.requests, list: async (type) => (await writer.reader.referrers(SUBJECT.digest, type)).list.length };
}

test('a filter goes along with the question, and an empty answer to it is not believed', async () => {
  const { requests, list } = await lister((query) => (query === '' ? {} : { entries: [] }));
  assert.equal(await list(SBOM), 1);
  assert.deepEqual(requests.filter((request) => request.includes('/referrers/')).map((request) => request.split('/').at(-1)), [`${SUBJECT.digest}?artifactType=application%2Fvnd.cyclonedx%2Bjson`, SUBJECT.digest]);
});

test('referrers are read over as many pages as there are', async () => {
  const { list } = await lister((query) => (query === '?next=2' ? {} : { entries: [], link: '</v2/x/referrers/y?next=2>; rel="next"' }));
  assert.equal(await list(), 1);
});

// [what, answer]
const NONE: readonly (readonly [string, Answer])[] = [
  ['404', { status: 404 }],
  ['405', { status: 405 }],
  ['a page for people', { type: 'text/html', body: '<html>' }],
];
for (const [what, answer] of NONE) {
  test(`a registry that answers ${what} has no referrers API`, async () => {
    const { list } = await lister(() => answer);
    assert.equal(await list(), 0);
  });
}

const many = (from: number): object[] => Array.from({ length: 600 }, (_, index) => entry(digestOf(`${from + index}`)));
// [what, answer, error]
const REFUSED: readonly (readonly [string, (query: string, count: number) => Answer, RegExp])[] = [
  ['goes round in circles', () => ({ entries: [], link: '<?next=1>; rel="next"' }), /(?:has|form) a loop/],
  ['never ends', (_query, count) => ({ entries: [], link: `<?next=${count}>; rel="next"` }), /more than 100 pages/],
  ['is too long', (_query, count) => ({ entries: many(count * 600), link: `<?next=${count}>; rel="next"` }), /more than 1000 entries/],
  ['is no JSON', () => ({ body: '{' }), /not JSON/],
  ['is an image', () => ({ body: SUBJECT_BYTES.toString() }), /is an image/],
  ['has an entry that is none', () => ({ entries: [{ mediaType: IMAGE_MANIFEST, digest: 'sha256:0', size: 1 }] }), /is not sha256/],
];
for (const [what, answer, error] of REFUSED) {
  test(`a list of referrers that ${what} is an error`, async () => {
    const { list } = await lister(answer);
    await assert.rejects(list(), (thrown: Error) => (thrown instanceof RegistryError || thrown instanceof IntegrityError) && error.test(thrown.message));
  });
}
