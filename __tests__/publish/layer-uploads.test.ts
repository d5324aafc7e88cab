import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { CancelledError, RegistryError } from '../../src/kit/errors.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { LayerUploads } from '../../src/publish/layer-uploads.ts';
import { afterTest } from '../jest/after-test.ts';
import { uploadServer, type Script, type UploadServer } from '../oci/upload-server.ts';
import { layerOf, listeningHost } from './releases.ts';

interface Begun {
  readonly uploads: LayerUploads;
  readonly server: UploadServer;
  readonly failures: unknown[];
  readonly said: () => string;
  /** Puts a layer into a file, and that on its way. */
  readonly add: (text: string, arch?: 'amd64' | 'arm64') => Promise<void>;
}

async function begin(script?: Script, signal?: AbortSignal): Promise<Begun> {
  const server = await uploadServer(script);
  const folder = await mkdtemp(path.join(tmpdir(), 'layer-uploads-'));
  const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { policy: { attempts: 1 } });
  afterTest(async () => {
    writer.close();
    await rm(folder, { recursive: true });
  });
  const { host, said } = listeningHost(signal);
  const failures: unknown[] = [];
  const uploads = new LayerUploads(writer, host, (reason) => failures.push(reason));
  const add = async (text: string, arch: 'amd64' | 'arm64' = 'amd64'): Promise<void> => {
    const file = path.join(folder, text);
    await writeFile(file, text);
    uploads.add(arch, layerOf(Buffer.from(text)), { file });
  };
  return { uploads, server, failures, said, add };
}

test('layers go to the registry, and what was sent is counted for each platform', async () => {
  const { uploads, server, failures, said, add } = await begin();
  server.blobs.set(digestOf('here'), Buffer.from('here'));
  await add('four');
  await add('here');
  await add('eleven', 'arm64');
  assert.deepEqual(Object.fromEntries(await uploads.finish()), { amd64: 4, arm64: 6 });
  for (const text of ['four', 'eleven']) assert.equal(server.blobs.get(digestOf(text))?.toString(), text);
  assert.match(said(), /Upload layers: 3 layers, 10 B sent/);
  assert.deepEqual(failures, []);
  await uploads[Symbol.asyncDispose]();
});

test('the same layer of two platforms is sent once', async () => {
  const { uploads, server, add } = await begin();
  await Promise.all([add('both'), add('both', 'arm64')]);
  const sent = await uploads.finish();
  assert.equal([...sent.values()].reduce((sum, bytes) => sum + bytes, 0), 4);
  assert.equal(server.steps.filter((step) => step === 'commit').length, 1);
});

test('where no layer is new, nothing is said', async () => {
  const { uploads, said } = await begin();
  assert.equal((await uploads.finish()).size, 0);
  await uploads[Symbol.asyncDispose]();
  assert.equal(said(), '');
});

test('the first fault is told at once, ends the other uploads with their sessions, and is what finishing throws', async () => {
  const held = Promise.withResolvers<void>();
  const script: Script = {
    commit: ({ url, response }) => {
      if (url.searchParams.get('digest') === digestOf('refused')) void held.promise.then(() => response.writeHead(403).end());
      else held.resolve();
    },
  };
  const { uploads, server, failures, add } = await begin(script);
  await add('refused');
  await add('held up');
  await assert.rejects(uploads.finish(), (error: RegistryError) => error.status === 403);
  assert.equal(failures.length, 1);
  assert.equal(uploads.failure?.reason, failures[0]);
  assert.equal(server.sessions.size, 0);
  await add('too late');
  await assert.rejects(uploads.finish(), (error: RegistryError) => error.status === 403);
  assert.ok(!server.blobs.has(digestOf('too late')));
  await uploads[Symbol.asyncDispose]();
});

test('given up, uploads end in the registry too, and nobody hears of a failure that is none', async () => {
  const underway = Promise.withResolvers<void>();
  const { uploads, server, failures, said, add } = await begin({ commit: () => underway.resolve() });
  await add('never done');
  await underway.promise;
  await uploads[Symbol.asyncDispose]();
  assert.equal(server.sessions.size, 0);
  assert.match(said(), /Upload layers: stopped/);
  assert.deepEqual([failures, uploads.failure], [[], undefined]);
});

test('a run that is told to stop stops uploads', async () => {
  const stop = new AbortController();
  const { uploads, server, add } = await begin({ commit: () => stop.abort(new CancelledError('enough')) }, stop.signal);
  await add('never done');
  await assert.rejects(uploads.finish(), CancelledError);
  assert.equal(server.sessions.size, 0);
  await uploads[Symbol.asyncDispose]();
});

test('a file that was changed since it was packed never becomes a layer', async () => {
  const { uploads, server, add } = await begin();
  await add('as packed');
  uploads.add('amd64', layerOf(Buffer.from('packed')), { repository: 'org/other', content: bytesContent(Buffer.from('hacked')) });
  await assert.rejects(uploads.finish(), { name: 'IntegrityError' });
  assert.ok(!server.blobs.has(digestOf('hacked')));
  await uploads[Symbol.asyncDispose]();
});
