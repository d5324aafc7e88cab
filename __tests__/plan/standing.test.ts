import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { RegistryError } from '../../src/kit/errors.ts';
import { KEY_ANNOTATION, VERSION_ANNOTATION } from '../../src/feature/manifest/feature-manifest.ts';
import type { CredentialSource } from '../../src/oci/auth/credentials.ts';
import { rememberedCredentials } from '../../src/oci/auth/credentials.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { Transport } from '../../src/oci/http/transport.ts';
import { standingOf } from '../../src/plan/standing.ts';
import { afterTest } from '../jest/after-test.ts';
import { serve } from '../oci/serve.ts';

function manifest(version: string): string {
  const config = { mediaType: 'application/vnd.devcontainers', digest: digestOf('{}'), size: 2 };
  return JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: [], annotations: { [KEY_ANNOTATION]: digestOf(version), [VERSION_ANNOTATION]: version } });
}

/** A registry with these tags of one repository: what version each names, or the status that it is refused with. */
async function registry(tags: Readonly<Record<string, string | number>>) {
  const served = await serve((request, response) => {
    const found = tags[request.url?.split('/').at(-1) ?? ''] ?? 404;
    if (typeof found === 'number') response.writeHead(found).end();
    else response.writeHead(200, { 'content-type': IMAGE_MANIFEST }).end(manifest(found));
  });
  const reader = new Registry({ registry: served.host, repository: 'org/tool' }, { env: {} });
  afterTest(() => reader.close());
  return { reader, asked: () => served.requests.map((request) => request.split('/').at(-1)) };
}

test('where the newest release is this version, that is one question', async () => {
  const { reader, asked } = await registry({ latest: '1.2.0', '1.2.0': '1.2.0' });
  const { same, latest } = await standingOf(reader, '1.2.0');
  assert.deepEqual([same?.version, same === latest], ['1.2.0', true]);
  assert.deepEqual(asked(), ['latest']);
});

test('a repository that is not there is asked no further, but about a pre-release', async () => {
  const { reader, asked } = await registry({ '2.0.0-rc.1': '2.0.0-rc.1' });
  assert.deepEqual(await standingOf(reader, '1.0.0'), { same: undefined, latest: undefined });
  assert.equal((await standingOf(reader, '2.0.0-rc.1')).same?.version, '2.0.0-rc.1');
  assert.deepEqual(asked(), ['latest', 'latest', '2.0.0-rc.1']);
});

test('another version than the newest is asked about by its own tag', async () => {
  const { reader } = await registry({ latest: '1.2.0', '1.1.0': '1.1.0' });
  assert.equal((await standingOf(reader, '1.1.0')).same?.version, '1.1.0');
  const newer = await standingOf(reader, '1.3.0');
  assert.deepEqual([newer.same, newer.latest?.version], [undefined, '1.2.0']);
});

test('a refusal is told, and any other failure is one', async () => {
  const refused = await registry({ latest: 403 });
  assert.equal((await standingOf(refused.reader, '1.0.0')).refused?.status, 403);
  const broken = await registry({ latest: 400 });
  await assert.rejects(standingOf(broken.reader, '1.0.0'), RegistryError);
});

test('repositories that share a transport share connections, and it outlives each of them', async () => {
  const ports = new Set<number | undefined>();
  const served = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.writeHead(404).end();
  });
  const transport = new Transport({ env: {} });
  for (const repository of ['org/a', 'org/b', 'org/c']) {
    const reader = new Registry({ registry: served.host, repository }, { transport });
    await standingOf(reader, '1.0.0');
    reader.close();
  }
  transport.close();
  assert.equal(served.requests.length, 3);
  assert.equal(ports.size, 1);
});

test('credentials are looked up once for each registry', async () => {
  const asked: string[] = [];
  const source: CredentialSource = {
    find: async (host) => {
      asked.push(host);
      return undefined;
    },
  };
  const remembered = rememberedCredentials(source);
  for (const host of ['a.example', 'b.example', 'a.example']) await remembered.find(host);
  assert.deepEqual(asked, ['a.example', 'b.example']);
});
