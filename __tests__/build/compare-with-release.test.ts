import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { requireNewVersion, seeRelease } from '../../src/build/compare-with-release.ts';
import type { BuildSubject } from '../../src/build/subject.ts';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import type { InputError } from '../../src/kit/errors.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { FILES, writeBuiltLayout } from '../publish/layouts.ts';
import { NAMESPACE, only, publishSmall, refuse, releaseServer, REPOSITORY } from '../publish/registry.ts';
import { foreignRelease, listeningHost } from '../publish/releases.ts';

const folder = await mkdtemp(join(tmpdir(), 'compare-'));
afterAll(() => rm(folder, { recursive: true }));
const file = join(folder, 'devcontainer-feature.json');
await writeFile(file, '{\n  "id": "my-tools",\n  "version": "1.2.0"\n}\n');
const layout = await readBuiltLayout(await writeBuiltLayout({ arches: ['amd64', 'arm64'] }));
const BUILT = layout.platforms.map(({ document }) => document);

interface Change {
  readonly request?: Partial<BuildSubject['request']>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly files?: BuildSubject['files'];
  readonly documents?: readonly DeltaDocument[];
}

/** What a build says that publishes nothing, of version 1.2.0. */
async function compared(server: UploadServer, change: Change = {}): Promise<{ readonly said: string; readonly documents: number }> {
  const { host, said } = listeningHost();
  const request = { registry: server.host, namespace: NAMESPACE, credentials: undefined, arches: ['amd64', 'arm64'], delivery: 'auto', given: [['feature', 'features/my-tools']], ...change.request };
  const json = JSON.stringify({ id: 'my-tools', version: '1.2.0', ...change.metadata });
  const subject = { request, metadata: { id: 'my-tools', version: '1.2.0', json, file }, files: change.files ?? FILES, host } as unknown as BuildSubject;
  await using cleanup = new AsyncDisposableStack();
  const seen = await seeRelease(subject, cleanup);
  if (seen !== undefined) await requireNewVersion(subject, seen, change.documents ?? BUILT);
  return { said: said(), documents: seen?.documents.size ?? 0 };
}

test('the same content, of one platform or of all, by whatever delivery, is no reason to raise a version', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0');
  const one = BUILT.filter(({ system }) => system.startsWith('aarch64'));
  for (const change of [{}, { documents: one }, { request: { delivery: 'embed' } }, { request: { delivery: 'layers' } }] as const) {
    const { said, documents } = await compared(server, change);
    assert.doesNotMatch(said, /already published/);
    assert.equal(documents, 2);
  }
});

test('other content of a published version is a warning at its line that says what differs', async () => {
  const server = await releaseServer();
  await publishSmall(server, '1.2.0');
  const moved = BUILT.map((document) => ({ ...document, storePath: document.storePath.replace(/-[^-]*$/, '-moved') }) as DeltaDocument);
  const cases: readonly (readonly [Change, RegExp])[] = [
    [{ metadata: { description: 'Tools' } }, /its metadata differs \(description\)/],
    [{ files: FILES.slice(1) }, /its files differ \(lib\/tool is gone\)/],
    [{ documents: moved }, /was published for x86_64-linux, and now it is .*-moved/],
  ];
  for (const [change, reason] of cases) {
    const { said } = await compared(server, change);
    assert.match(said, /devcontainer-feature\.json:3:\d+.*my-tools 1\.2\.0 is already published with different content: .*\n.*raise "version" to 1\.2\.1 \(patch\)\. This command writes it: nix-feature bump patch features\/my-tools$/sm);
    assert.match(said, reason);
    await assert.rejects(compared(server, { ...change, request: { strict: true } }), (error: InputError) => error.name === 'InputError' && error.location?.line === 3 && reason.test(error.message));
  }
});

test('what something else has published under this version is not this Feature', async () => {
  const server = await releaseServer();
  foreignRelease(server, [`${REPOSITORY}/1.2.0`]);
  assert.match((await compared(server)).said, /is already published with different content: it was not published by nix-feature/);
});

test('a new version is compared with the release before, and the first one with nothing', async () => {
  const server = await releaseServer();
  assert.deepEqual((await compared(server)).documents, 0);
  await publishSmall(server, '1.1.0');
  const { said, documents } = await compared(server, { files: [] });
  assert.doesNotMatch(said, /already published/);
  assert.equal(documents, 2);
});

test('without a namespace nobody is asked, and a registry that refuses costs a line of the log', async () => {
  const server = await releaseServer(only('manifest', () => true, refuse(403)));
  assert.equal((await compared(server, { request: { namespace: '' } })).said, '');
  assert.deepEqual(server.requests, []);
  assert.match((await compared(server)).said, /This build is not compared with what is published: .*403/);
});
