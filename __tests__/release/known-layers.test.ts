import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import type { Arch } from '../../src/platform.ts';
import { sourceContent } from '../../src/oci/push/blob-content.ts';
import { Namespace } from '../../src/release/target.ts';
import { KnownLayers, type KnownLayer } from '../../src/release/known-layers.ts';
import { afterTest } from '../jest/after-test.ts';
import { collect } from '../oci/serve.ts';
import { uploadServer, type Script, type UploadServer } from '../oci/upload-server.ts';
import { CLOSURE, document, withComplement } from '../report/sample.ts';
import { layerOf, listeningHost, release } from '../publish/releases.ts';

const GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';

interface Given {
  readonly documents?: readonly (readonly [Arch, DeltaDocument])[];
  /** Of a sibling's last release. */
  readonly theirs?: DeltaDocument;
  readonly script?: Script;
  readonly signal?: AbortSignal;
}

async function known({ documents = [], theirs, script, signal }: Given): Promise<{ layers: KnownLayers; server: UploadServer; said: () => string }> {
  const server = await uploadServer(script);
  if (theirs !== undefined) release(server, '1.0.0', ['latest'], [theirs]);
  const { host, said } = listeningHost(signal);
  const target = { registry: server.host, namespace: 'org', credentials: undefined };
  const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { policy: { attempts: 1 } });
  afterTest(() => {
    writer.close();
  });
  const layers = await KnownLayers.read(writer, new Map(documents), theirs === undefined ? [] : ['other'], { namespace: new Namespace(target, host), arches: ['amd64'] });
  afterTest(() => {
    layers[Symbol.dispose]();
  });
  return { layers, server, said };
}

function holding(...bytes: readonly string[]): DeltaDocument {
  const shipped = document().closure.filter((each) => each.in === 'delta').map(({ path }) => path);
  const layers = bytes.map((each, index) => ({ ...layerOf(Buffer.from(each)), paths: index + 1 < bytes.length ? shipped.slice(index, index + 1) : shipped.slice(index) }));
  return { ...document(), layers };
}

function keysOf(layers: readonly KnownLayer[]): string[] {
  return layers.map(({ key }) => key);
}

test('known are the layers of a platform that are compressed as is wanted, those of its complement among them', async () => {
  const own = withComplement({ ...document(), layers: [...document().layers, { ...layerOf(Buffer.from('z')), mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd' }] });
  const { layers } = await known({ documents: [['amd64', own], ['arm64', { ...document(CLOSURE, 'arm64'), layers: [layerOf(Buffer.from('arm'))] }]] });
  assert.deepEqual(keysOf(layers.for('amd64', GZIP)), [digestOf('key'), digestOf('base key')]);
  assert.deepEqual(keysOf(layers.for('arm64', GZIP)), [digestOf('key of arm')]);
  assert.equal(layers.for('amd64', 'application/vnd.oci.image.layer.v1.tar+zstd').length, 1);
});

test("of one content the Feature's own layer comes before a sibling's", async () => {
  const { layers } = await known({ documents: [['amd64', holding('a', 'b')]], theirs: holding('b', 'c') });
  const all = layers.for('amd64', GZIP);
  assert.deepEqual(keysOf(all), ['a', 'b', 'c'].map((each) => digestOf(`key of ${each}`)));
  assert.deepEqual(all.map(({ sibling }) => sibling?.repository), [undefined, undefined, 'org/other']);
});

test('absent is what the registry does not have, or has in another size', async () => {
  const { layers, server } = await known({ documents: [['amd64', holding('a', 'b', 'c')]] });
  server.blobs.set(digestOf('a'), Buffer.from('a')).set(digestOf('b'), Buffer.from('half of it'));
  const absent = await layers.absent(layers.for('amd64', GZIP));
  assert.deepEqual(keysOf([...absent]), ['b', 'c'].map((each) => digestOf(`key of ${each}`)));
});

test("a fault of the Feature's own repository is one; a sibling's only takes its layers away", async () => {
  const refuse: Script = { blob: ({ request, response, proceed }) => void (request.method === 'HEAD' ? response.writeHead(403).end() : proceed()) };
  const own = await known({ documents: [['amd64', holding('a')]], script: refuse });
  await assert.rejects(own.layers.absent(own.layers.for('amd64', GZIP)), { status: 403 });
  const { layers, said } = await known({ theirs: holding('a'), script: refuse });
  const theirs = layers.for('amd64', GZIP);
  assert.deepEqual([...(await layers.absent(theirs))], theirs);
  assert.match(said(), /No layers are shared with org\/other: HEAD .* 403/);
});

for (const [what, given] of Object.entries<Given>({
  "that can't be read": { theirs: holding('a'), script: { manifest: ({ response }) => response.writeHead(403).end() } },
  'that a newer version has published': { theirs: { ...holding('a'), schemaVersion: 2 as never } },
})) {
  test(`a sibling ${what} is left out, and a debug line says so`, async () => {
    const { layers, said } = await known({ ...given, documents: [['amd64', holding('b')]] });
    assert.deepEqual(keysOf(layers.for('amd64', GZIP)), [digestOf('key of b')]);
    assert.match(said(), /No layers are shared with org\/other: /);
  });
}

test("a run that is told to stop does not take that for a sibling's fault", async () => {
  const stop = new AbortController();
  const script: Script = { manifest: () => stop.abort(new Error('enough')) };
  await assert.rejects(known({ theirs: holding('a'), script, signal: stop.signal }), { name: 'CancelledError' });
});

test("of a sibling's layer any part can be read, and what comes after it need not travel", async () => {
  const bytes = Buffer.from('0123456789');
  const later = Promise.withResolvers<ServerResponse>();
  let whole = true;
  const script: Script = {
    blob: ({ response, url, proceed }) => {
      if (whole || !url.pathname.endsWith(digestOf(bytes))) return proceed();
      response.writeHead(200, { 'content-length': String(bytes.length) }).write(bytes.subarray(0, 7));
      later.resolve(response);
    },
  };
  const { layers, server } = await known({ theirs: { ...document(), layers: [layerOf(bytes)] }, script });
  server.blobs.set(digestOf(bytes), bytes);
  const [layer] = layers.for('amd64', GZIP);
  assert.ok(layer?.sibling !== undefined);
  const content = sourceContent(layer.sibling.reader, layer);
  assert.equal((await collect(content.open(0, 10))).toString(), '0123456789');
  whole = false;
  assert.equal((await collect(content.open(3, 7))).toString(), '3456');
  const answer = await later.promise;
  if (!answer.closed) await once(answer, 'close');
  assert.equal(answer.writableEnded, false);
});
