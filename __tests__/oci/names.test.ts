import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import { IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { HOST_QUIRKS, quirksOf } from '../../src/oci/quirks/hosts.ts';
import { SYMPTOM_QUIRKS } from '../../src/oci/quirks/symptoms.ts';
import { afterTest } from '../jest/after-test.ts';
import { collect } from './serve.ts';
import { uploadServer } from './upload-server.ts';

const HOSTILE = ['', '.', '..', '../../victim/pkg', '/x', 'x/', 'a//b', 'a?b', 'a#b', 'a b', 'a\nb', 'a%2fb', '%2e%2e', 'ä', 'a\\b', 'x'.repeat(300)];

test('no request is made for a repository whose name is none, whoever asks', async () => {
  const server = await uploadServer();
  for (const repository of [...HOSTILE, 'Upper/case']) {
    assert.throws(() => new RegistryWriter({ registry: server.host, repository }), (error) => error instanceof Failure && error.message.includes('repository'), repository);
  }
  for (const registry of ['', 'evil.example/x', 'me@evil.example', 'evil.example#', 'a b', 'host:port']) {
    assert.throws(() => new RegistryWriter({ registry, repository: 'org/tools' }), Failure, registry);
  }
  assert.deepEqual(server.requests, []);
});

test('no request is made for a tag or digest that is none, whoever asks', async () => {
  const server = await uploadServer();
  const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { policy: { attempts: 1 } });
  afterTest(() => writer.close());
  const { reader } = writer;
  const manifest = Buffer.from('{}');
  const blob = { mediaType: 'x', digest: digestOf('x'), size: 1 };
  for (const name of [...HOSTILE, 'sha256:x', `sha512:${'0'.repeat(128)}`]) {
    const digest = name as Digest;
    const attempts: readonly (() => unknown)[] = [
      () => reader.resolve(name),
      () => reader.head(name),
      () => reader.manifest(digest),
      () => reader.hasBlob({ digest, size: 1 }),
      () => collect(reader.blob({ digest, size: 1 })),
      () => writer.pushManifest(manifest, IMAGE_MANIFEST, name),
      () => writer.pushBlob({ ...blob, digest }, bytesContent(Buffer.from('x'))),
    ];
    for (const attempt of attempts) await assert.rejects(async () => attempt(), Failure, `${JSON.stringify(name)}: ${String(attempt)}`);
  }
  assert.deepEqual(server.requests, []);
});

test('a blob is mounted from a repository whose name is one, or not at all', async () => {
  const server = await uploadServer();
  const writer = new RegistryWriter({ registry: server.host, repository: 'org/tools' }, { policy: { attempts: 1 } });
  afterTest(() => writer.close());
  for (const mountFrom of ['../victim', 'a:pull,push repository:victim', 'a&from=b']) {
    await assert.rejects(writer.pushBlob({ mediaType: 'x', digest: digestOf(mountFrom), size: 1 }, bytesContent(Buffer.from('x')), { mountFrom }), Failure);
  }
  assert.deepEqual(server.requests.filter((request) => request.startsWith('POST')), []);
});

test('a registry is known by its host, and nothing is known of one that only looks like it', () => {
  assert.equal(quirksOf('ghcr.io').packageTypes, true);
  assert.equal(quirksOf('containers.github.example').bareDenialRetries, 2);
  assert.equal(quirksOf('docker.io').api, 'https://registry-1.docker.io/');
  for (const host of ['ghcr.io.example', 'my-ghcr.io', 'containers', 'docker.io.example', 'xazurecr.io', 'registry.example']) assert.deepEqual(quirksOf(host), {}, host);
});

test('what the client knows of registries is in the documentation, with its source', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/contributing/reliability.md'), 'utf8');
  for (const { registry, differs, source } of HOST_QUIRKS) assert.ok(page.includes(`| ${registry} | ${differs} | ${source} |`), registry);
  for (const { symptom, differs, source } of SYMPTOM_QUIRKS) assert.ok(page.includes(`| ${symptom} | ${differs} | ${source} |`), symptom);
});
