import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from '@jest/globals';
import { pack } from 'tar-stream';
import { Failure } from '../../src/kit/errors.ts';
import { featureTar } from '../../src/feature/files/feature-tar.ts';
import type { ArtifactStore } from '../../src/kit/host.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { fetchLayouts } from '../../src/publish/fetch-layouts.ts';
import { publishFeature } from '../../src/app/publish.ts';
import { pathOf } from '../report/sample.ts';
import { FILES, writeBuiltLayout, type LayoutVariant } from './layouts.ts';
import { publishing } from './publishing.ts';
import { listeningHost } from './releases.ts';
import { publishRequest } from '../request.ts';

type Json = Record<string, unknown>;

async function withFacts(change: (facts: Json) => Json): Promise<string> {
  const folder = await writeBuiltLayout();
  const file = join(folder, 'feature.json');
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as Json)));
  return folder;
}

async function withTar(bytes: Buffer): Promise<string> {
  const folder = await withFacts((facts) => ({ ...facts, files: digestOf(bytes) }));
  await writeFile(join(folder, 'feature.tar'), bytes);
  return folder;
}

function tarOf(...entries: readonly (readonly [Parameters<ReturnType<typeof pack>['entry']>[0], string?])[]): Promise<Buffer> {
  const tar = pack();
  for (const [header, text = ''] of entries) tar.entry({ mtime: new Date(1000), ...header }, text);
  tar.finalize();
  return buffer(tar);
}

async function withTests(tests: unknown): Promise<string> {
  const folder = await writeBuiltLayout();
  await writeFile(join(folder, 'tests.json'), JSON.stringify(tests));
  return folder;
}

const tested = { arch: 'amd64', base: 'x', user: '', checks: [] };
const variant = (facts: LayoutVariant['facts']) => (): Promise<string> => writeBuiltLayout({ facts: facts ?? {} });
const feature = (id: string, version = '1.2.0') => (facts: Json): Json => ({ ...facts, feature: { id, version }, metadata: { id, version } });

const ATTACKS: readonly (readonly [what: string, layout: () => Promise<string>, why: RegExp])[] = [
  ['an id that leads elsewhere', () => withFacts(feature('../../victim/pkg')), /feature\.json can't be used: feature\.id is "\.\.\/\.\.\/victim\/pkg"/],
  ['an id with a slash', () => withFacts(feature('victim/pkg')), /feature\.id is "victim\/pkg"/],
  ['a version that is a tag', () => withFacts(feature('my-tools', 'latest')), /feature\.version is "latest"/],
  ['a version with slashes', () => withFacts(feature('my-tools', '1.0.0/../../../victim/manifests/latest')), /feature\.version is/],
  ['another Feature than its delta document', () => withFacts(feature('other')), /its delta document is of my-tools 1\.2\.0, and its layout of other 1\.2\.0/],
  ['another version than its delta document', () => withFacts(feature('my-tools', '9.9.9')), /is of my-tools 1\.2\.0, and its layout of my-tools 9\.9\.9/],
  ['metadata of another Feature', () => withFacts((facts) => ({ ...facts, metadata: { id: 'other', version: '1.2.0' } })), /metadata\.id is "other", and should be "my-tools"/],
  ['metadata of another version', () => withFacts((facts) => ({ ...facts, metadata: { id: 'my-tools', version: '1.3.0' } })), /metadata\.version is "1\.3\.0"/],
  ['metadata that breaks the contract', () => withFacts((facts) => ({ ...facts, metadata: { id: 'my-tools', version: '1.2.0', containerEnv: { A: 1 } } })), /metadata breaks the contract: .*containerEnv\.A/],
  ['metadata with control characters', () => withFacts((facts) => ({ ...facts, metadata: { id: 'my-tools', version: '1.2.0', name: '\u001b]0;x\u0007' } })), /metadata holds control characters/],
  ['metadata that are a list', () => withFacts((facts) => ({ ...facts, metadata: [] })), /metadata is a list/],
  ['a time that no calendar has', () => withFacts((facts) => ({ ...facts, created: 1e15 })), /created is 1000000000000000/],
  ['an origin that is no address', () => withFacts((facts) => ({ ...facts, origin: { source: 'javascript:alert(1)' } })), /origin\.source is "javascript:/],
  ['an origin with a login', () => withFacts((facts) => ({ ...facts, origin: { source: 'https://me:secret@host/' } })), /origin\.source is/],
  ['a revision of several lines', () => withFacts((facts) => ({ ...facts, origin: { revision: 'a\nb' } })), /origin\.revision is/],
  ['a delivery that there is not', () => withFacts((facts) => ({ ...facts, delivery: 'everywhere' })), /delivery is "everywhere", and should be one of auto, layers, embed/],
  ['bases that are no list', () => withFacts((facts) => ({ ...facts, bases: 'x' })), /bases is "x"/],
  ['a base without a digest', () => withFacts((facts) => ({ ...facts, bases: [{ name: 'x', digest: 7 }] })), /bases\[0\]\.digest is 7/],
  ['layers that are mounted from somebody else', () => withFacts((facts) => ({ ...facts, pushed: { registry: 'ghcr.io', repository: 'org/secret' } })), /pushed\.repository is org\/secret, and should end in \/my-tools/],
  ['a repository that is none', () => withFacts((facts) => ({ ...facts, pushed: { registry: 'ghcr.io', repository: '../my-tools' } })), /pushed\.repository is/],
  ['tests of a platform of another job', () => withTests({ schemaVersion: 1, tests: [{ ...tested, arch: 'arm64' }] }), /tests\.json can't be used: tests\[0\]\.arch is "arm64", and should be "amd64"/],
  ['a test with control characters', () => withTests({ schemaVersion: 1, tests: [{ ...tested, base: '\u001b]0;x\u0007' }] }), /tests\[0\]\.base holds the character U\+001B/],
  ['tests that are no list', () => withTests({ schemaVersion: 1, tests: 7 }), /tests is 7, and should be a list/],
  ['facts that are no object', () => withFacts(() => [] as unknown as Json), /schema version/],
  ['a tar with files of the runtime', async () => withTar(await buffer(Readable.from(featureTar([{ name: 'nix-feature/install.sh', bytes: 'evil' }])))), /holds nix-feature\/install\.sh, which is reserved for nix-feature/],
  ['a tar with metadata of its own', async () => withTar(await buffer(Readable.from(featureTar([{ name: 'devcontainer-feature.json', bytes: '{}' }])))), /holds devcontainer-feature\.json/],
  ['a tar that leads out', async () => withTar(await tarOf([{ name: './../x' }, 'evil'])), /it holds names that a Feature can't have/],
  ['a tar with a link', async () => withTar(await tarOf([{ name: './', type: 'directory' }], [{ name: './a', type: 'symlink', linkname: '/etc/passwd' }])), /a build would write it differently/],
  ['a tar in which others read something else', async () => withTar(Buffer.concat([await buffer(Readable.from(featureTar(FILES))), await tarOf([{ name: './more' }, 'evil'])])), /a build would write it differently/],
  ['a tar that names a file twice', async () => withTar(await tarOf([{ name: './a' }, '1'], [{ name: './a' }, '2'])), /it holds names that a Feature can't have/],
  ['a tar that is none', () => withTar(Buffer.alloc(2000, 'x')), /feature\.tar can't be used/],
  ['a layer that no path is in', () => writeBuiltLayout({ change: (document) => ({ ...document, layers: document.layers.map((layer) => ({ ...layer, paths: [pathOf('my-tools')] })) }) }), /is shipped but in none of its layers/],
  ['a git tag of another version', variant({}), /The git tag v1\.3\.0 says version 1\.3\.0/],
];

test('a layout that is not what a build wrote sends nothing, and its error says what is wrong', async () => {
  const { publish, writes, server } = await publishing();
  for (const [what, layout, why] of ATTACKS) {
    await assert.rejects(publish([await layout()], { releaseTag: 'v1.3.0' }), (error) => {
      assert.ok(error instanceof Failure, `${what}: ${error instanceof Error ? error.stack : String(error)}`);
      assert.match(error.message, why, what);
      return true;
    });
  }
  assert.deepEqual(writes(), []);
  assert.deepEqual(server.requests, []);
});

test('what a build wrote is published, to its own repository alone', async () => {
  const { publish, server, writes } = await publishing();
  const { published } = await publish([await writeBuiltLayout({ arches: ['amd64', 'arm64'] })]);
  assert.equal(published?.repository, `${server.host}/org/my-tools`);
  // The memory's sessions are all at one address.
  assert.deepEqual(writes().filter((request) => !/ \/v2\/org\/(?:my-tools|tools\/blobs\/uploads)\//.test(request)), []);
  assert.ok(server.manifests.has('1.2.0'));
});

test('the Feature that a step names is the only one that it publishes', async () => {
  const { publish, server } = await publishing();
  await assert.rejects(publish([await writeBuiltLayout()], { featureId: 'other' }), /feature-id: is other, but the Feature my-tools/);
  assert.deepEqual(server.requests, []);
});

function artifactsOf(name: string, download: ArtifactStore['download']): ArtifactStore {
  return { attempt: 1, list: async () => [{ id: 1, size: 1, name, base: name, attempt: 1, tries: 1 }], expired: async () => [], download };
}

test('an artifact that holds something else than its name says is not published', async () => {
  for (const [name, held] of [['feature-other-amd64', ['amd64']], ['feature-my-tools-arm64', ['amd64']], ['feature-my-tools-amd64-arm64', ['amd64']]] as const) {
    const layout = await writeBuiltLayout({ arches: held });
    const { host } = listeningHost();
    const artifacts = artifactsOf(name, (_artifact, folder) => cp(layout, folder, { recursive: true }));
    await assert.rejects(publishFeature(publishRequest({ registry: '127.0.0.1:1' }), { ...host, artifacts }), /The artifact feature-.* was not published: it holds the Feature my-tools for amd64/);
  }
});

test('an artifact whose name would be a folder elsewhere is none of a Feature', async () => {
  const host = { ...listeningHost().host, artifacts: artifactsOf('feature-../../x-amd64', () => assert.fail('it was fetched')) };
  await assert.rejects(fetchLayouts(host, { id: undefined, arches: [] }, '/t'), /no artifact of a Feature/);
});
