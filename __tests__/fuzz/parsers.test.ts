import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from '@jest/globals';
import * as fc from 'fast-check';
import { BaseIndexCache } from '../../src/base/base-index-cache.ts';
import { indexLayer } from '../../src/base/layer-index.ts';
import { Failure } from '../../src/kit/errors.ts';
import type { HostCache } from '../../src/kit/host.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { dockerCredentials } from '../../src/oci/auth/docker-config.ts';
import { corpusOf } from './corpus.ts';
import { LAYERS, PARSERS } from './parsers.ts';
import { isOurs } from './ours.ts';
import { HOSTILE_TEXT, mutated, mutatedBytes, runs } from './settings.ts';

for (const parser of PARSERS) {
  test(`${parser.name}: whatever it is given, it reads it or refuses it with an error of ours`, () => {
    for (const input of corpusOf(parser.name)) isOurs(parser, input);
    fc.assert(fc.property(parser.input, (input) => isOurs(parser, input)), runs(400));
  });
}

test('a layer that is damaged is refused with an error that names it', async () => {
  const input = fc.constantFrom(...LAYERS).chain(([mediaType, bytes]) => mutatedBytes(bytes).map((changed) => ({ mediaType, changed })));
  await fc.assert(
    fc.asyncProperty(input, async ({ mediaType, changed }) => {
      const facts = { mediaType, diffId: digestOf('another'), where: 'the layer x' };
      await assert.rejects(indexLayer(Readable.from([changed]), facts), (error) => error instanceof Failure && error.message.startsWith('The layer x'));
    }),
    runs(60),
  );
});

test('whatever a cache holds, nothing of it is taken that does not look right, and nobody fails of it', async () => {
  const index = { diffId: digestOf('tar'), added: [], sizes: [], whiteouts: [], opaque: false, check: digestOf('x') };
  const entry = { schemaVersion: 2, layers: { [digestOf('layer')]: index } };
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated(entry).map((value) => JSON.stringify(value) ?? ''), HOSTILE_TEXT), async (text) => {
      const cache: HostCache = { restore: async (key, _prefix, folder) => writeFile(path.join(folder, 'layers.json'), text).then(() => key), save: async () => undefined };
      const found = await new BaseIndexCache(cache, () => undefined).load({ repository: 'r', architecture: 'amd64', manifest: digestOf('m') }, [{ digest: digestOf('layer'), diffId: digestOf('tar') }]);
      assert.equal(found.size, 0);
    }),
    runs(60),
  );
});

test("docker's configuration, whatever is in it, gives a login or an error of ours", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuzz-docker-'));
  const config = { auths: { 'ghcr.io': { auth: Buffer.from('me:secret').toString('base64') }, 'https://ghcr.io/v2/': { identitytoken: 'x' } }, credsStore: '', credHelpers: { a: '' } };
  try {
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(config).map((value) => JSON.stringify(value) ?? ''), HOSTILE_TEXT), async (text) => {
        await writeFile(path.join(folder, 'config.json'), text);
        const env = { DOCKER_CONFIG: folder, HOME: folder, PATH: folder };
        await dockerCredentials({ env, debug: () => undefined }).find('ghcr.io', 'org/tools').catch((error: unknown) => {
          assert.ok(error instanceof Failure, error instanceof Error ? error.stack : String(error));
        });
      }),
      runs(100),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
