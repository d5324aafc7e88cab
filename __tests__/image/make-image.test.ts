import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { test } from '@jest/globals';
import { extract } from 'tar-stream';
import { TAR_END, tarHeader } from '../../src/archive/tar-header.ts';
import { makeImage } from '../../src/app/image/make-image.ts';
import { GENERATED_INSTALL } from '../../src/feature/files/bundle.ts';
import type { ImageRequest } from '../../src/image/request.ts';
import { BaseError, Failure, IntegrityError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { LayoutReader } from '../../src/oci/layout/layout-reader.ts';
import { imageOutputsOf, imageResultOf, renderImageSummary, renderTerminalImage, type ImageReport } from '../../src/report/runs/image.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { foreignRelease, listeningHost } from '../publish/releases.ts';
import { assertFollows } from '../schemas.ts';
import { BASE, LIBRARY, releasedFeature, TOOL, type Release } from '../verify/release.ts';
import { forge } from '../verify/tamper.ts';
import { baseImage, knownPaths, newFolder, nixDatabase, type Files } from './bases.ts';

/* Images of Features that were really packed and published, on bases of real files; the registry is in memory. */

/** As a NAR of one file it has the 120 bytes that the release says of it. */
const REQUIRED: Files = { [BASE.slice(1)]: '12345678' };
const SYSTEM: Files = { ...REQUIRED, 'etc/': '755', 'etc/fish/': '755', 'usr/local/bin/': '2775', 'opt/': '711', 'nix/store/': '1775' };

async function make(release: Release, base: ImageRequest['base'], changes: Partial<ImageRequest> = {}): Promise<ImageReport & { readonly said: string }> {
  const { host, said } = listeningHost();
  const request: ImageRequest = {
    base,
    features: [{ text: `${release.repository}:1.2.0`, options: {} }],
    devcontainer: undefined,
    arches: [],
    tags: [{ ...parseReference(`${release.server.host}/org/dev:image`), tag: 'image' }],
    output: undefined,
    created: undefined,
    registry: 'ghcr.io',
    credentials: undefined,
    summary: true,
    given: [],
    ...changes,
  };
  return { ...(await makeImage(request, host)), said: said() };
}

interface Member {
  readonly type: string;
  readonly mode: string;
  readonly text: string;
}

function manifestOf({ manifests }: UploadServer, name = 'image'): ImageManifest {
  return JSON.parse(String(manifests.get(name))) as ImageManifest;
}

/** What the layer of an image that is no Feature's has. */
async function ownLayer({ blobs }: UploadServer, { layers }: ImageManifest): Promise<ReadonlyMap<string, Member & { readonly bytes: Buffer }>> {
  const members = extract();
  members.end(gunzipSync(blobs.get(layers.at(-1)?.digest ?? '') ?? ''));
  const found = new Map<string, Member & { readonly bytes: Buffer }>();
  for await (const member of members) {
    const { name, type, mode, linkname } = member.header;
    const bytes = await buffer(member);
    found.set(name.replace(/\/$/, ''), { type: type ?? '', mode: mode.toString(8), text: linkname ?? bytes.toString('utf8'), bytes });
  }
  return found;
}

test('an image has the layers of base and Feature as they are, and one that leaves what an installation leaves', async () => {
  const release = await releasedFeature();
  const { file } = nixDatabase([BASE]);
  const base = await baseImage({ ...SYSTEM, 'nix/var/nix/db/db.sqlite': readFileSync(file) }, { Env: ['PATH=/bin'], User: 'dev', Labels: { 'devcontainer.metadata': '{"remoteUser":"dev"}' } });
  const report = await make(release, base, { devcontainer: { properties: { containerEnv: { A: 'b' }, name: 'x' }, order: [] } });
  const { server } = release;
  const manifest = manifestOf(server);
  assert.equal(report.digest, digestOf(server.manifests.get('image') ?? ''));
  assert.deepEqual(report.platforms[0]?.layers.map(({ of }) => of), ['base', 'feature', 'own']);
  assert.equal(manifest.layers[1]?.digest, manifestOf(server, '1.2.0').layers[1]?.digest);
  const config = JSON.parse(String(server.blobs.get(manifest.config.digest))) as { config: { Env: string[]; User: string; Labels: Record<string, string> }; rootfs: { diff_ids: string[] } };
  assert.deepEqual(config.config.Env, ['PATH=/opt/nix-feature/tools/bin:/bin', 'A=b']);
  assert.equal(config.config.User, 'dev');
  assert.deepEqual(JSON.parse(config.config.Labels['devcontainer.metadata'] ?? ''), [{ remoteUser: 'dev' }, { id: `${release.repository}:1.2.0` }, { containerEnv: { A: 'b' } }]);
  assert.equal(config.rootfs.diff_ids.length, 3);

  const layer = await ownLayer(server, manifest);
  const texts = Object.fromEntries([...layer].filter(([, { type }]) => type !== 'directory').map(([name, { text }]) => [name, text]));
  assert.deepEqual([texts['opt/nix-feature/tools'], texts['nix/var/nix/gcroots/nix-feature-tools'], texts['usr/local/bin/nix-feature-ctl']], [TOOL, TOOL, '/var/lib/nix-feature/tools/install.sh']);
  assert.equal(texts['opt/nix-feature/.path'], '/opt/nix-feature/tools/bin\n');
  assert.equal(texts['var/lib/nix-feature/tools/owned'], `${LIBRARY}\n${TOOL}\n`);
  assert.deepEqual(['mode', 'registered', 'options', 'links'].map((name) => texts[`var/lib/nix-feature/tools/${name}`]), ['secure\n', 'yes\n', 'no links', '']);
  assert.match(texts['var/lib/nix-feature/tools/feature.env'] ?? '', /^schema=1\nid=tools\n/);
  assert.ok(layer.has('etc/profile.d/nix-feature-tools.sh') && layer.has('etc/fish/conf.d/nix-feature-tools.fish'));
  assert.deepEqual(['opt', 'usr/local/bin', 'nix/store', 'opt/nix-feature', 'var/lib/nix-feature/tools/install.sh'].map((name) => layer.get(name)?.mode), ['711', '2775', '1775', '755', '755']);
  const database = path.join(newFolder(), 'db.sqlite');
  writeFileSync(database, layer.get('nix/var/nix/db/db.sqlite')?.bytes ?? '');
  assert.deepEqual(Object.keys(knownPaths(database)).toSorted(), [BASE, LIBRARY, TOOL].toSorted());
});

test('the same inputs give the same image, and a later time another one', async () => {
  const release = await releasedFeature();
  const { file } = nixDatabase([BASE]);
  const files = { ...SYSTEM, 'nix/var/nix/db/db.sqlite': readFileSync(file) };
  const [one, again, later] = [await make(release, await baseImage(files)), await make(release, await baseImage(files)), await make(release, await baseImage(files), { created: 86_400 })];
  assert.equal(again?.digest, one?.digest);
  assert.notEqual(later?.digest, one?.digest);
});

test('a base without Nix waits for one, and a base that knows too little is told nothing', async () => {
  const release = await releasedFeature();
  const registered = async (files: Files): Promise<readonly [string | undefined, string]> => {
    const { said } = await make(release, await baseImage({ ...REQUIRED, ...files }));
    const layer = await ownLayer(release.server, manifestOf(release.server));
    assert.ok(!layer.has('nix/var/nix/db/db.sqlite'));
    return [layer.get('var/lib/nix-feature/tools/registered')?.text, said];
  };
  const [bare, silent] = await registered({});
  assert.equal(bare, 'waiting\n');
  assert.doesNotMatch(silent, /nix-feature-ctl register/);
  assert.match((await registered({ 'usr/bin/nix-store': 'x' }))[1], /has Nix and no Nix database\. "nix-feature-ctl register"/);
  const [poor, warned] = await registered({ 'nix/var/nix/db/db.sqlite': readFileSync(nixDatabase([]).file) });
  assert.equal(poor, 'waiting\n');
  assert.match(warned, /does not know 1 store path of the base/);
});

test('what was installed before stays: the list for PATH grows, and the newest runtime is the command', async () => {
  const release = await releasedFeature();
  const before = { 'opt/nix-feature/.path': '/opt/nix-feature/other/bin\n', 'var/lib/nix-feature/other/runtime': '99\n', 'usr/local/bin/nix-feature-ctl': '-> /var/lib/nix-feature/other/install.sh' };
  await make(release, await baseImage({ ...SYSTEM, ...before }));
  const layer = await ownLayer(release.server, manifestOf(release.server));
  assert.equal(layer.get('opt/nix-feature/.path')?.text, '/opt/nix-feature/other/bin\n/opt/nix-feature/tools/bin\n');
  assert.ok(!layer.has('usr/local/bin/nix-feature-ctl'));
});

test('a layout of several images is written whole, and one that is there is replaced', async () => {
  const release = await releasedFeature({ arches: ['amd64', 'arm64'] });
  const output = path.join(newFolder(), 'image');
  for (let run = 0; run < 2; run += 1) {
    const { digest } = await make(release, await baseImage(SYSTEM), { tags: [], output, arches: ['amd64'] });
    const reader = await LayoutReader.open(output, undefined);
    const root = await reader.root();
    assert.equal(root.digest, digest);
    const { layers, config } = JSON.parse(root.bytes.toString()) as ImageManifest;
    for (const blob of [...layers, config]) assert.equal((await buffer(reader.blob(blob))).length, blob.size);
  }
  writeFileSync(path.join(output, 'mine'), '');
  await assert.rejects(make(release, await baseImage(SYSTEM), { tags: [], output }), /holds files that are not a layout's, such as "mine"/);
});

test('the layout that the base is read from is not emptied for the image', async () => {
  const release = await releasedFeature();
  const base = await baseImage(SYSTEM);
  const link = path.join(newFolder(), 'link');
  symlinkSync(base.folder, link);
  for (const output of [base.folder, link]) {
    await assert.rejects(make(release, base, { tags: [], output }), /^InputError: output: \S+ holds the base image oci:\S+, and would be emptied before that is copied/);
  }
  await make(release, base, { tags: [], output: path.join(newFolder(), 'image') });
});

test('a base that lacks the platform, or has what Features need otherwise, is refused by its name', async () => {
  const release = await releasedFeature();
  const cases: readonly (readonly [files: Files, says: RegExp])[] = [
    [{ etc: 'x' }, /^The base image oci:\S+ can't be used for linux\/amd64: 1 store path that the Feature \S+ relies on is not in it/],
    [{ ...SYSTEM, 'var/lib/nix-feature/tools/mode': 'secure' }, /it has the Feature tools already/],
    [{ ...REQUIRED, opt: '-> mnt' }, /its \/opt is a symbolic link \(to mnt\)/],
    [{ ...REQUIRED, 'nix/var/nix/db/db.sqlite': 'no database, but of some length '.repeat(40) }, /its Nix database can't be used/],
    [{ ...SYSTEM, [`${TOOL.slice(1)}/other`]: 'x' }, /is not what the Feature \S+ ships under that name/],
  ];
  for (const [files, says] of cases) {
    await assert.rejects(make(release, await baseImage(files)), (error: unknown) => error instanceof BaseError && says.test(error.message), String(says));
  }
  assert.ok(!release.server.manifests.has('image'));
  await assert.rejects(make(release, await baseImage(SYSTEM), { arches: ['arm64'] }), /is for amd64, not for arm64/);
});

test('a Feature that can only be run, or was tampered with, is refused by its name, and nothing is pushed', async () => {
  const env = 'nix-feature/feature.env';
  const cases: readonly (readonly [what: string, change: (release: Release) => unknown, kind: typeof Failure, says: RegExp])[] = [
    ['a script', ({ server }) => forge(server, { tar: (files) => files.set('install.sh', Buffer.from(`${GENERATED_INSTALL}id\n`)) }), Failure, /has an install\.sh of its own, which can only be run/],
    ['none', ({ server }) => forge(server, { tar: (files) => files.delete('install.sh') }), Failure, /has an install\.sh of its own/],
    ['links', ({ server }) => forge(server, { tar: (files) => files.set(env, Buffer.from(String(files.get(env)).replace('links=false', 'links=true'))) }), Failure, /links its programs/],
    ['another id in its files', ({ server }) => forge(server, { tar: (files) => files.set(env, Buffer.from(String(files.get(env)).replace('id=tools', 'id=other'))) }), IntegrityError, /feature\.env in the tar of \S+ says that its id is "other", and its delta document says tools/],
    ['another version in its files', ({ server }) => forge(server, { tar: (files) => files.set(env, Buffer.from(String(files.get(env)).replace('version=1.2.0', 'version=9'))) }), IntegrityError, /feature\.env in the tar of \S+ says that its version is "9", and its delta document says 1\.2\.0/],
    ['a list', ({ server }) => forge(server, { tar: (files) => files.set('nix-feature/x86_64-linux/requires', Buffer.from('')) }), IntegrityError, /nix-feature\/x86_64-linux\/requires in the tar of \S+ does not match its delta document/],
    ['a document', ({ server }) => forge(server, { document: (document) => ({ ...document, env: { ...document.env, profile: 'x' } }) }), IntegrityError, /environment in the tar of/],
    ['a file outside of the store', ({ server }) => forge(server, { layer: (tar) => Buffer.concat([tar.subarray(0, -1024), tarHeader({ name: 'etc/sudoers', type: 'file', mode: 0o644, size: 0 }), TAR_END]) }), IntegrityError, /can't be part of an image: "?etc\/sudoers"? is not in a store path/],
    ['a removal', ({ server }) => forge(server, { layer: (tar) => Buffer.concat([tar.subarray(0, -1024), tarHeader({ name: 'etc/.wh.passwd', type: 'file', mode: 0o644, size: 0 }), TAR_END]) }), IntegrityError, /can't be part of an image: "?etc\/\.wh\.passwd"? is not in a store path/],
    ['other bytes', ({ server }) => forge(server, { layer: (tar) => Buffer.from(tar.toString('latin1').replace('machine code', 'machine c0de'), 'latin1') }), IntegrityError, /can't be part of an image: .*hash/],
    ['a false document', ({ server }) => forge(server, { document: (document) => ({ ...document, storePath: '/etc/passwd' as never }) }), IntegrityError, /is not a valid delta document/],
    ['metadata', ({ server }) => forge(server, { manifest: (manifest) => ({ ...manifest, annotations: { ...manifest.annotations, 'dev.containers.metadata': '[]' } }) }), IntegrityError, /The metadata of \S+ can't be used: it is not an object/],
    ['another id', ({ server }) => forge(server, { manifest: (manifest) => ({ ...manifest, annotations: { ...manifest.annotations, 'dev.containers.metadata': '{"id":"other"}' } }) }), IntegrityError, /is of the Feature tools, and its metadata of other/],
    ['an environment', ({ server }) => forge(server, { manifest: (manifest) => ({ ...manifest, annotations: { ...manifest.annotations, 'dev.containers.metadata': '{"id":"tools","containerEnv":{"A":"${x:?no}"}}' } }) }), Failure, /sets "A" in "containerEnv", which demands/],
    ['of another tool', ({ server }) => foreignRelease(server, ['1.2.0']), Failure, /is not a Dev Container Feature/],
  ];
  const release = await releasedFeature();
  const { manifests } = release.server;
  const published = [...manifests];
  const base = await baseImage(SYSTEM);
  for (const [what, change, kind, says] of cases) {
    manifests.clear();
    for (const [name, bytes] of published) manifests.set(name, bytes);
    await change(release);
    await assert.rejects(make(release, base), (error: unknown) => (assert.match(`${what}: ${String(error)}`, says), error instanceof kind));
    assert.ok(!manifests.has('image'), what);
  }
});

test('what is told of an image is one headline, and JSON that follows its schema', async () => {
  const release = await releasedFeature();
  const report = await make(release, await baseImage(SYSTEM));
  assertFollows('image', imageResultOf(report));
  assert.equal(imageOutputsOf(report).image, `${release.server.host}/org/dev:image@${report.digest}`);
  assert.match(renderImageSummary(report), /^## An image of oci:\S+ with 1 Feature, for amd64\n/);
  assert.match(renderTerminalImage(report, PLAIN), /\n {2}tools 1\.2\.0 {2}\S+:1\.2\.0\n/);
});
