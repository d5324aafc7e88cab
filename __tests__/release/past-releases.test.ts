import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { figuresOfReleases, pastReleases, versionsBefore } from '../../src/release/past/past-releases.ts';
import { Namespace } from '../../src/release/target.ts';
import { buildRequest } from '../request.ts';
import { NAMESPACE, publishSmall, refuse, releaseServer } from '../publish/registry.ts';
import { listeningHost } from '../publish/releases.ts';
import { document } from '../report/sample.ts';

test('ten versions before this one are looked at, the oldest first; tags that are none, and pre-releases, are passed over', () => {
  const tags = ['latest', '1', '1.0', '1.0.0_amd64', '9.9.9', '2.0.0-rc.1', 'sha256-0', ...Array.from({ length: 12 }, (_, index) => `1.0.${index}`)];
  assert.deepEqual(versionsBefore(tags, '2.0.0').map(({ text }) => text), ['1.0.2', '1.0.3', '1.0.4', '1.0.5', '1.0.6', '1.0.7', '1.0.8', '1.0.9', '1.0.10', '1.0.11']);
  assert.deepEqual(versionsBefore(tags, '2.0.0-rc.2').at(-1)?.text, '2.0.0-rc.1');
  assert.deepEqual([versionsBefore(tags, '1.0.0'), versionsBefore(tags, 'x')], [[], []]);
});

test('the last releases are read, and those that can not be read leave a gap', async () => {
  const server = await releaseServer({
    manifest: (call) => {
      if (call.url.pathname.endsWith('/manifests/1.1.0') && call.request.method === 'GET') refuse(403)(call);
      else call.proceed();
    },
  });
  for (const version of ['1.0.0', '1.2.0', '2.0.0']) await publishSmall(server, version);
  server.manifests.set(`${NAMESPACE}/my-tools/1.1.0`, Buffer.from('{}'));
  const { host } = listeningHost();
  const reader = new Namespace(buildRequest({ registry: server.host, namespace: NAMESPACE }), host).reader('my-tools');
  const found = await pastReleases(reader, '1.3.0', ['amd64']);
  assert.deepEqual(found.map(({ version, documents }) => [version, [...documents.keys()]]), [['1.0.0', ['amd64']], ['1.2.0', ['amd64']]]);
  assert.deepEqual(await pastReleases(reader, '1.3.0', ['amd64'], -1), []);
  reader.close();
});

/** One platform with these layers, of 1000 bytes each. */
function layered(...names: readonly string[]): readonly DeltaDocument[] {
  const doc = document();
  return [{ ...doc, layers: names.map((name) => ({ ...doc.layers[0], digest: digestOf(name), size: 1000 }) as DeltaDocument['layers'][number]) }];
}

test('what a release had to send are the layers that the one before lacks, or its whole tar if they are embedded', () => {
  const past = [['1.0.0', layered('a'), 10], ['1.1.0', layered('a', 'b'), 10], ['1.2.0', layered('a', 'b'), 5000]] as const;
  const releases = past.map(([version, documents, tar]) => ({ version, documents: new Map(documents.map((doc) => ['amd64', doc] as const)), tar }));
  const figures = figuresOfReleases(releases, { version: '1.3.0', documents: layered('b', 'c') });
  assert.deepEqual(figures.map(({ version, compressed, sent }) => [version, compressed, sent]), [['1.0.0', 1000, undefined], ['1.1.0', 2000, 1000], ['1.2.0', 2000, 5000], ['1.3.0', 2000, 1000]]);
});
