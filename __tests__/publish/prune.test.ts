import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readPruneRequest } from '../../src/actions/requests/read-releases.ts';
import { Failure } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { candidatesOf, decidePrune, type RepositoryContent } from '../../src/publish/prune/decide-prune.ts';
import { prune, type PruneReport } from '../../src/publish/prune/prune.ts';
import { checkNamespace } from '../../src/publish/check-namespace.ts';
import { renderTerminalPrune } from '../../src/report/runs/namespace.ts';
import type { Call, UploadServer } from '../oci/upload-server.ts';
import { buildRequest } from '../request.ts';
import { NAMESPACE, refuse, releaseServer, REPOSITORY, serverWith, tagsOf } from './registry.ts';
import { listeningHost } from './releases.ts';

const SURROUNDINGS = { folder: '/', env: {}, platform: 'linux', arch: 'x64', cores: 1 };
const isReport = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/prune.schema.json'), 'utf8')) as object);

async function pruned({ host: registry }: Pick<UploadServer, 'host'>, flags: Readonly<Record<string, string>>, place = `${registry}/${NAMESPACE}/my-tools`): Promise<PruneReport & { readonly said: string }> {
  const { host, said } = listeningHost();
  const report = await prune(readPruneRequest(place, (name) => flags[name] ?? '', SURROUNDINGS), host);
  assert.ok(isReport(JSON.parse(JSON.stringify(report))), JSON.stringify(isReport.errors));
  return { ...report, said: said() };
}

function threeLines(script: Parameters<typeof serverWith>[1] = {}): Promise<UploadServer> {
  return serverWith(['1.0.0', '1.0.1', '1.1.0', '2.0.0-rc.1', '1.1.1'], script);
}

test('prune plans by itself, and removes with --apply: what is left is whole, and what only the removed versions needed is gone', async () => {
  const server = await threeLines();
  const before = new Map(server.manifests);
  const plan = await pruned(server, { keep: '1' });
  const [feature] = plan.features;
  assert.deepEqual(feature?.removed.map(({ version }) => version), ['1.0.0', '1.1.0']);
  assert.deepEqual(feature?.kept, [
    { version: '2.0.0-rc.1', why: 'recent', by: [] },
    { version: '1.1.1', why: 'tag', by: ['1', '1.1', 'latest', 'latest-amd64', 'latest-arm64'] },
    { version: '1.0.1', why: 'tag', by: ['1.0'] },
  ]);
  assert.ok(plan.freed > 0);
  assert.match(renderTerminalPrune(plan), /my-tools: 2 versions to remove, [\d.]+ kB; 3 kept\n {2}to remove: 1\.0\.0, 1\.1\.0\n {2}kept: 2\.0\.0-rc\.1\n {2}kept: 1\.1\.1, because the tags 1, 1\.1, latest, .* name it\n {2}kept: 1\.0\.1, because the tag 1\.0 names it\nWould remove 2 versions, .*Nothing was deleted; --apply deletes\.\n$/);
  assert.deepEqual(server.manifests, before);
  assert.ok(!server.steps.includes('delete manifest'));

  const done = await pruned(server, { keep: '1', apply: 'true' }, `${server.host}/${NAMESPACE}`);
  assert.deepEqual(done.features[0]?.removed, feature?.removed);
  assert.match(done.said, /Removed .*my-tools:1\.1\.0\./);
  // Nothing of a removed version stays: no tag, no manifest, no list of what was attached to it.
  const gone = new Set([...before.values()].map((bytes) => digestOf(bytes)));
  for (const bytes of server.manifests.values()) gone.delete(digestOf(bytes));
  assert.deepEqual([...gone].sort(), (feature?.removed ?? []).flatMap(({ manifests }) => manifests).filter((digest) => gone.has(digest)).sort());
  assert.deepEqual(tagsOf(server).filter((tag) => /^1\.[01]\.0/.test(tag)), []);
  const findings = await checkNamespace({ ...buildRequest({ registry: server.host, namespace: NAMESPACE }), id: undefined, repair: false }, listeningHost().host);
  assert.deepEqual(findings.findings, []);
  assert.equal(renderTerminalPrune(await pruned(server, { keep: '1' })).endsWith('There is nothing to remove.\n'), true);
});

test("what another tag, an index or somebody else's attachment names stays, and so does what another tool published", async () => {
  const server = await threeLines();
  const bytes = (tag: string): Buffer => server.manifests.get(`${REPOSITORY}/${tag}`) ?? Buffer.alloc(0);
  const put = (tag: string, manifest: Buffer): void => void server.manifests.set(`${REPOSITORY}/${tag}`, manifest).set(`${REPOSITORY}/${digestOf(manifest)}`, manifest);
  put('stable', bytes('1.0.0_arm64'));
  const descriptor = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf(bytes('1.1.0')), size: bytes('1.1.0').length };
  put('tested', Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [descriptor] })));
  put('0.1.0', Buffer.from(`{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"x/y","digest":"sha256:${'0'.repeat(64)}","size":2},"layers":[]}`));
  const [feature] = (await pruned(server, { keep: '1' })).features;
  assert.deepEqual(feature?.removed, []);
  // What can't be read may need anything.
  put('broken', Buffer.from('{"schemaVersion":1}'));
  await assert.rejects(pruned(server, { keep: '1' }), /can't be used: it has the outdated format/);
  assert.deepEqual(feature?.kept.slice(-4).map(({ version, why, by }) => [version, why, by.join()]), [['1.1.0', 'tag', 'tested'], ['1.0.1', 'tag', '1.0'], ['1.0.0', 'tag', 'stable'], ['0.1.0', 'foreign', '']]);
});

test('a registry that does not delete says so, and nothing is gone', async () => {
  const server = await threeLines({ 'delete manifest': refuse(405, 'UNSUPPORTED') });
  const before = new Map(server.manifests);
  await assert.rejects(pruned(server, { keep: '1', apply: 'true' }), (error: Failure) => error instanceof Failure && /my-tools: The registry does not allow deletion\. Nothing was deleted\. .*405/.test(error.message) && /Allow deletion/.test(error.hint ?? ''));
  assert.deepEqual(server.manifests, before);
});

test('a registry that stops in the middle is told of with what is gone, and run again the rest goes', async () => {
  const script: { 'delete manifest'?: (call: Call) => void } = { 'delete manifest': (call) => (call.count === 2 ? refuse(403)(call) : call.proceed()) };
  const server = await threeLines(script);
  await assert.rejects(pruned(server, { keep: '1', apply: 'true' }), /The registry did not delete 1\.0\.0\. 1 manifest of this one was deleted before\. /);
  script['delete manifest'] = ({ proceed }) => proceed();
  const { features: [feature] } = await pruned(server, { keep: '1', apply: 'true' });
  assert.deepEqual(feature?.removed.map(({ version }) => version), ['1.1.0']);
  const findings = await checkNamespace({ ...buildRequest({ registry: server.host, namespace: NAMESPACE }), id: undefined, repair: false }, listeningHost().host);
  assert.deepEqual(findings.findings, []);
});

test('a tag that HEAD does not find, though it is there, holds its version back; one that nothing gives refuses it all', async () => {
  const script: { manifest?: (call: Call) => void } = {};
  const server = await threeLines(script);
  for (const tag of ['latest', '1', '1.1', 'latest-amd64', 'latest-arm64']) server.manifests.set(`${REPOSITORY}/${tag}`, server.manifests.get(`${REPOSITORY}/1.1.0${tag.includes('-') ? tag.replace('latest-', '_') : ''}`) as Buffer);
  script.manifest = ({ request, response, name, proceed }) => (request.method === 'HEAD' && !/^\d+\.\d+\.\d+|^sha256/.test(name) ? response.writeHead(404).end() : proceed());
  assert.deepEqual((await pruned(server, { keep: '1' })).features[0]?.removed.map(({ version }) => version), ['1.0.0', '1.1.1']);
  script.manifest = ({ request, response, name, proceed }) => (request.method === 'GET' && name === digestOf(server.manifests.get(`${REPOSITORY}/latest`) as Buffer) ? response.writeHead(404).end() : proceed());
  await assert.rejects(pruned(server, { keep: '1', apply: 'true' }), /my-tools:\S+ is there, but its manifest can't be read.*Nothing was deleted/);
  assert.ok(!server.steps.includes('delete manifest'));
});

test('what changes between the look and the deletion stops it: a new release, a moving tag that is set back', async () => {
  for (const [tag, of, says] of [['3.0.0', '1.0.0', /the tag 3\.0\.0 was set in the meantime\. Nothing was deleted/], ['latest', '1.0.0', /1\.0\.0 was named by the tag latest in the meantime, and is left alone/]] as const) {
    const script: { tags?: (call: Call) => void } = {};
    const server = await threeLines(script);
    let lists = 0;
    // The first list is that of the plan.
    script.tags = ({ proceed }) => {
      if (++lists === 2) server.manifests.set(`${REPOSITORY}/${tag}`, server.manifests.get(`${REPOSITORY}/${of}`) as Buffer);
      proceed();
    };
    const said = await pruned(server, { keep: '1', apply: 'true' }).then(({ said: text }) => text, (error: Error) => error.message);
    assert.match(said, says);
    assert.ok(server.manifests.has(`${REPOSITORY}/1.0.0`) && server.manifests.has(`${REPOSITORY}/1.0.0_amd64`));
  }
});

test('on GitHub nothing is tried: the page that says what to do is named', async () => {
  await assert.rejects(pruned({ host: 'ghcr.io' }, { apply: 'true' }), (error: Failure) => /ghcr\.io does not delete by the registry API/.test(error.message) && /docs\/keep\/retention\.md#on-github/.test(error.hint ?? ''));
});

test('a name that is no Feature, and a number of versions that is none, are refused', async () => {
  const server = await releaseServer();
  await assert.rejects(pruned(server, {}), /my-tools has no release of nix-feature/);
  await assert.rejects(pruned(server, {}, `${server.host}/single`), /single has no collection, which would list its Features/);
  await assert.rejects(pruned(server, { keep: '0' }), /keep: "0" is not a whole number from 1/);
});

const [A, B, SHARED, PLATFORM, REPORT] = [digestOf('a'), digestOf('b'), digestOf('shared'), digestOf('platform'), digestOf('report')];

function twoReleases(more: Partial<RepositoryContent> = {}): RepositoryContent {
  const blob = { digest: SHARED, size: 1000 };
  return {
    releases: [{ version: '1.0.0', digest: A, platforms: [PLATFORM] }, { version: '2.0.0', digest: B, platforms: [PLATFORM] }],
    foreign: [],
    tags: new Map([['1.0.0', A], ['2.0.0', B], ['1.0.0-amd64', PLATFORM]]),
    manifests: new Map([[A, { size: 10, names: [PLATFORM], blobs: [blob, { digest: digestOf('only a'), size: 5 }] }], [B, { size: 10, names: [PLATFORM], blobs: [blob] }], [PLATFORM, { size: 7, names: [], blobs: [] }]]),
    ...more,
  };
}

test('a manifest that a kept version names is never deleted, and bytes that it needs do not count as freed', () => {
  const content = twoReleases();
  // The tag of a platform as earlier versions wrote it, whose manifest the kept version names as well, holds nothing back.
  const split = candidatesOf(content, 1);
  const plan = decidePrune(content, split, new Map(), () => true);
  assert.deepEqual(plan.removed, [{ version: '1.0.0', digest: A, manifests: [A] }]);
  assert.equal(plan.freed, 15);
});

test('what is attached to a platform that a kept version has too stays, and so does the list of it', () => {
  const [list, signature] = [digestOf('list'), digestOf('signature')];
  const { tags, manifests } = twoReleases();
  const about = `sha256-${PLATFORM.slice('sha256:'.length)}`;
  const content = twoReleases({ tags: new Map([...tags, [about, list], [`${about}.sig`, signature]]), manifests: new Map([...manifests, [list, { size: 1, names: [REPORT], blobs: [] }]]) });
  const attached = new Map([[PLATFORM, [{ digest: REPORT, artifactType: 'x/y', known: { size: 3, names: [PLATFORM], blobs: [] } }]]]);
  assert.deepEqual(decidePrune(content, candidatesOf(content, 1), attached, () => true).removed[0]?.manifests, [A]);
  assert.deepEqual(decidePrune(content, candidatesOf(content, 1), attached, () => false).kept.at(-1), { version: '1.0.0', why: 'attached', by: ['x/y'] });
  const alone = { ...content, releases: content.releases.map((release) => (release.version === '2.0.0' ? { ...release, platforms: [] } : release)), manifests: new Map([...content.manifests, [B, { size: 1, names: [], blobs: [] }]]) };
  assert.deepEqual(decidePrune(alone, candidatesOf(alone, 1), attached, () => true).removed[0]?.manifests, [REPORT, list, signature, A, PLATFORM]);
});

test('what is attached goes along if it is an SBOM or a signature, and keeps the version otherwise', () => {
  const content = twoReleases({ releases: twoReleases().releases.map((release) => ({ ...release, platforms: [] })), manifests: new Map() });
  const attached = new Map([[A, [{ digest: REPORT, artifactType: 'application/sarif+json', known: { size: 3, names: [A], blobs: [{ digest: digestOf('x'), size: 4 }] } }]]]);
  const split = candidatesOf(content, 1);
  assert.deepEqual(decidePrune(content, split, attached, () => false).kept.at(-1), { version: '1.0.0', why: 'attached', by: ['application/sarif+json'] });
  const gone = decidePrune(content, split, attached, () => true);
  assert.deepEqual([gone.removed[0]?.manifests, gone.freed], [[REPORT, A], 7]);
});
