import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { readFeatureMetadata } from '../../src/feature/metadata/metadata.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import type { Candidate } from '../../src/plan/candidate.ts';
import type { LastRelease } from '../../src/plan/facts.ts';
import { lastRelease } from '../../src/plan/last-release.ts';
import { standingOf } from '../../src/plan/standing.ts';
import { afterTest } from '../jest/after-test.ts';
import { uploadServer } from '../oci/upload-server.ts';
import { listeningHost, release } from '../publish/releases.ts';
import { document } from '../report/sample.ts';
import { buildRequest } from '../request.ts';

async function candidateOf(): Promise<Candidate> {
  const folder = await mkdtemp(join(tmpdir(), 'last-release-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'devcontainer-feature.json'), JSON.stringify({ id: 'my-tools', version: '1.2.0', name: 'Tools' }));
  return { folder, name: 'my-tools', metadata: await readFeatureMetadata(folder), flake: { kind: 'folder', folder, attribute: 'default' } };
}

/** What a plan learns of a release with this delta document, and what it says meanwhile. */
async function learn(published: DeltaDocument): Promise<{ readonly last: LastRelease | undefined; readonly said: string }> {
  const server = await uploadServer();
  release(server, '1.2.0', ['1.2.0', 'latest'], [published]);
  const reader = new Registry({ registry: server.host, repository: 'org/my-tools' }, { policy: { attempts: 1 } });
  afterTest(() => {
    reader.close();
  });
  const { host, said } = listeningHost();
  const last = await lastRelease(reader, await candidateOf(), await standingOf(reader, '1.2.0'), { request: buildRequest(), host });
  return { last, said: said() };
}

test('a release that can be read is known by its platforms', async () => {
  const { last, said } = await learn(document());
  assert.deepEqual([...(last?.platforms.keys() ?? [])], ['amd64']);
  assert.equal(said, '');
});

test("a release that can't be read ends no plan: a warning names it, and nothing is compared with it", async () => {
  const { last, said } = await learn({ ...document(), schemaVersion: 2 as 1 });
  assert.equal(last, undefined);
  assert.match(said, /warning: .*devcontainer-feature\.json: .*org\/my-tools:(?:1\.2\.0|latest) could not be used for a comparison: .*schema version is 2/);
});
