import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { afterTest } from '../jest/after-test.ts';
import { run } from '../rig/command.ts';
import { startFaultProxy, type Exchange, type FaultProxy, type Interference } from '../rig/fault-proxy.ts';
import { machineArch } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { attemptBuild, buildHere, MACHINE, scratchFolder, startBuild, type Flags } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature, type Result } from './publishing.ts';
import { LARGE, notingNix, SLOW, SMALL, writeWideFeature, type Part } from './wide-feature.ts';

/* Releases that are stopped, that fail, that follow each other in another order, or that somebody else has changed. */
buildHere();
const arch = machineArch();
const scratch = await scratchFolder();
const registry = (await theRig()).registries.none;
const reader = new Reader(registry);

/** Three layers, which take a while with one job. */
const PARTS: Readonly<Record<string, Part>> = {
  alpha: { seed: 1, lines: SLOW },
  beta: { seed: 2, lines: SLOW },
  gamma: { seed: 3, lines: SLOW },
};

let folders = 0;

async function wideFeature(id: string, version: string, parts = PARTS): Promise<string> {
  folders += 1;
  return writeWideFeature(path.join(scratch, String(folders), id), id, version, parts);
}

/** A Feature for both platforms. */
async function smallFeature(id: string, version: string, content = 'hello'): Promise<string> {
  folders += 1;
  return writeSmallFeature(path.join(scratch, String(folders), id), id, version, content);
}

/** Everything goes through a proxy of its own, which tells what was asked for. */
async function watched(interfere?: Interference): Promise<FaultProxy> {
  const proxy = await startFaultProxy(registry.host, interfere);
  afterTest(() => proxy.stop());
  return proxy;
}

/** With zstd, which packs the large paths in half of the time. */
const ZSTD = '--compression=zstd';

function build(folder: string, namespace: string, host = registry.host): string[] {
  return ['build', `--feature=${folder}`, ...HOST_BUILD, '--push', ZSTD, ...targetFlags({ host, credentials: undefined }, namespace)];
}

/** The same for a run that is looked at while it goes on. */
function flags(feature: string, namespace: string, host: string): Flags {
  return { feature, namespace, registry: host, push: 'true', 'base-image': 'none', 'build-in': 'host', jobs: '1', compression: 'zstd' };
}

/** What Nix was asked for, but for its version. */
async function askedOf(notes: string): Promise<string[]> {
  return (await readFile(notes, 'utf8')).split('\n').filter((word) => !['', '--version'].includes(word));
}

function url(repository: string, what: string): string {
  return `http://${registry.host}/v2/${repository}/${what}`;
}

async function documentOf(repository: string, tag: string): Promise<DeltaDocument> {
  const { config } = await reader.manifest(repository, `${tag}_${arch}`);
  return (await (await fetch(url(repository, `blobs/${config.digest}`))).json()) as DeltaDocument;
}

/** Somebody else's hand: gives a manifest a tag. */
async function putManifest(repository: string, tag: string, manifest: unknown): Promise<void> {
  const answer = await fetch(url(repository, `manifests/${tag}`), { method: 'PUT', headers: { 'content-type': IMAGE_MANIFEST }, body: JSON.stringify(manifest) });
  assert.equal(answer.status, 201, await answer.text());
}

function isTag({ request: { url: asked } }: Exchange, tag: string): boolean {
  return asked?.endsWith(`/tool/manifests/${tag}`) === true;
}

test('a layer is on its way while others are still being packed', async () => {
  const namespace = ownNamespace('early');
  let packed = false;
  const states: boolean[] = [];
  const proxy = await watched(({ verb }) => {
    if (verb === 'PUT blob') states.push(packed);
    return Promise.resolve(false);
  });
  const started = await startBuild(flags(await wideFeature('tool', '1.0.0'), namespace, proxy.host));
  await started.saw('Pack the delta: ');
  packed = true;
  const { code, stderr } = await started.done;
  assert.equal(code, 0, stderr);
  assert.ok(states.includes(false), `of ${states.length} blobs`);
});

test('an upload that is refused ends the run while it packs, with what the registry says, and nothing stays behind', async () => {
  const namespace = ownNamespace('refused');
  const proxy = await watched(async (exchange) => {
    // The first one tries the right to write, before anything is built.
    if (exchange.verb !== 'POST upload' || exchange.nth === 1) return false;
    await exchange.answer(403, {}, '{"errors":[{"code":"DENIED","message":"no package of that name for you"}]}');
    return true;
  });
  const output = path.join(scratch, 'refused-output');
  const ended = await attemptBuild({ ...flags(await wideFeature('tool', '1.0.0'), namespace, proxy.host), output });
  assert.equal(ended.code, 1, ended.stderr);
  assert.match(ended.stderr, /^error: POST .*\/tool\/blobs\/uploads\/ was answered with 403 Forbidden \(DENIED: no package of that name for you\)/m);
  assert.match(ended.stderr, /^Pack the delta: failed/m);
  assert.doesNotMatch(ended.stderr, /^\s+at .*\.[jt]s:\d+/m);
  assert.deepEqual(ended.left, []);
  await assert.rejects(readFile(path.join(output, 'index.json')));
});

test('SIGTERM while a layer is on its way ends the upload in the registry, too', async () => {
  const namespace = ownNamespace('stopped');
  const underway = Promise.withResolvers<void>();
  const proxy = await watched(async (exchange) => {
    if (exchange.verb !== 'PUT blob') return false;
    underway.resolve();
    return true;
  });
  const started = await startBuild(flags(await wideFeature('tool', '1.0.0'), namespace, proxy.host));
  await underway.promise;
  started.kill('SIGTERM');
  const { code, stderr, left } = await started.done;
  assert.equal(code, 143, stderr);
  assert.match(stderr, /^error: Stopped by SIGTERM/m);
  assert.doesNotMatch(stderr, /^\s+at .*\.[jt]s:\d+/m);
  assert.deepEqual(left, []);
  assert.ok(proxy.verbs.includes('DELETE session'), proxy.verbs.join());
});

test('a disk that is full while layers are on their way is what is said, and nothing stays behind', async () => {
  const namespace = ownNamespace('full');
  const disk = await smallDisk(10);
  const proxy = await watched(({ verb }) => Promise.resolve(verb === 'PUT blob'));
  const ended = await attemptBuild({ ...flags(await wideFeature('tool', '1.0.0'), namespace, proxy.host), compression: 'gzip', output: path.join(disk, 'output') });
  assert.equal(ended.code, 1, ended.stderr);
  assert.match(ended.stderr, /^error: The disk is full/m);
  assert.ok(proxy.verbs.includes('DELETE session'), proxy.verbs.join());
  assert.deepEqual(ended.left, []);
  assert.deepEqual(await readdir(disk), []);
});

/** A file system of so many MiB, gone after the test. */
async function smallDisk(size: number): Promise<string> {
  const folder = path.join(scratch, 'small-disk');
  await mkdir(folder);
  await run(['mount', '-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder], { env: MACHINE });
  afterTest(() => run(['umount', folder], { env: MACHINE }));
  return folder;
}

test('a build that fails for one platform ends what is on its way for the other', async () => {
  const namespace = ownNamespace('half');
  const proxy = await watched(({ verb }) => Promise.resolve(verb === 'PUT blob'));
  const folder = await smallFeature('tool', '1.0.0');
  const flake = await readFile(path.join(folder, 'flake.nix'), 'utf8');
  const lines = flake.split('\n');
  await writeFile(path.join(folder, 'flake.nix'), lines.map((line) => (line.includes('aarch64') ? line.replace("''mkdir", "''echo no luck; exit 7; mkdir") : line)).join('\n'));
  const ended = await attemptBuild({ ...flags(folder, namespace, proxy.host), arches: 'amd64,arm64' });
  assert.equal(ended.code, 1, ended.stderr);
  assert.match(ended.stderr, /^error: .*(?:builder|build).*fail/im);
  assert.doesNotMatch(ended.stderr, /^\s+at .*\.[jt]s:\d+/m);
  assert.deepEqual(ended.left, []);
  assert.ok(proxy.verbs.includes('DELETE session'), proxy.verbs.join());
});

test("two platforms that did not change are looked at, without Nix; with one evaluation where the flake's files did", async () => {
  const namespace = ownNamespace('both');
  const folder = await smallFeature('tool', '1.0.0');
  const flake = await smallFeature('tool', '0.0.0');
  const argv = (host?: string): string[] => [...build(folder, namespace, host), `--flake=${flake}#default`, '--arches=amd64,arm64'];
  const first = await published(argv(), registry);
  const proxy = await watched();
  const nix = await notingNix(path.join(scratch, 'both-nix'));
  const again = await published(argv(proxy.host), registry, nix.env);
  assert.equal(again.upToDate, true);
  assert.deepEqual(again.platforms.map(({ digest }) => digest), first.platforms.map(({ digest }) => digest));
  assert.deepEqual(looks(proxy.verbs), ['GET blob', 'GET blob', 'GET manifest', 'GET manifest', 'GET manifest']);
  assert.deepEqual(await askedOf(nix.notes), []);
  await writeFile(path.join(flake, 'notes.txt'), 'nothing that is built\n');
  proxy.verbs.length = 0;
  assert.equal((await published(argv(proxy.host), registry, nix.env)).upToDate, true);
  assert.deepEqual(looks(proxy.verbs), ['GET blob', 'GET blob', 'GET manifest', 'GET manifest', 'GET manifest']);
  assert.deepEqual(await askedOf(nix.notes), ['eval']);
});

/** What was read of a release that is looked at; nothing is written. */
function looks(verbs: readonly string[]): string[] {
  assert.deepEqual(verbs.filter((verb) => !/^(?:GET|HEAD) /.test(verb)), []);
  return verbs.filter((verb) => verb.startsWith('GET ')).toSorted();
}

/** Publishes a version, and once more through a proxy. @returns what the second time cost */
async function twice(folder: string, namespace: string): Promise<{ first: Result; verbs: readonly string[] }> {
  const first = await published(build(folder, namespace), registry);
  const proxy = await watched();
  const again = await published(build(folder, namespace, proxy.host), registry);
  assert.equal(again.upToDate, true);
  assert.equal(again.digest, first.digest);
  assert.deepEqual(again.tags.toSorted(), first.tags.toSorted());
  assert.equal(proxy.bodyBytes(), 0);
  return { first, verbs: proxy.verbs };
}

test('a backport and a pre-release take over the layers of the last release, leave its tags alone, and are known the next time', async () => {
  const namespace = ownNamespace('backport');
  const repository = `${namespace}/tool`;
  const parts = { alpha: { seed: 1, lines: LARGE }, beta: { seed: 2, lines: SMALL } };
  await published(build(await wideFeature('tool', '1.0.0', parts), namespace), registry);
  const newest = await published(build(await wideFeature('tool', '1.1.0', { ...parts, beta: { seed: 3, lines: SMALL } }), namespace), registry);
  const backport = await twice(await wideFeature('tool', '1.0.1', { ...parts, beta: { seed: 4, lines: SMALL } }), namespace);
  assert.ok(backport.first.reusedLayers > 0);
  assert.deepEqual(backport.first.tags.toSorted(), ['1.0', '1.0.1', `1.0.1_${arch}`]);
  const early = await twice(await wideFeature('tool', '1.2.0-rc.1', { ...parts, beta: { seed: 5, lines: SMALL } }), namespace);
  assert.ok(early.first.reusedLayers > 0);
  assert.deepEqual(early.first.tags.toSorted(), ['1.2.0-rc.1', `1.2.0-rc.1_${arch}`]);
  for (const tag of ['latest', '1', '1.1', '1.1.0']) assert.equal(await reader.digest(repository, tag), newest.digest, tag);
});

test('two versions that are released at once from one before them end as one after the other would', async () => {
  const namespace = ownNamespace('at-once');
  const repository = `${namespace}/tool`;
  const parts = { alpha: { seed: 1, lines: LARGE }, beta: { seed: 2, lines: SMALL } };
  await published(build(await wideFeature('tool', '1.0.0', parts), namespace), registry);
  const both = ['1.1.0', '1.2.0'].map(async (version, index) => published(build(await wideFeature('tool', version, { ...parts, beta: { seed: 3 + index, lines: SMALL } }), namespace), registry));
  const [lower, higher] = await Promise.all(both);
  for (const result of [lower, higher]) assert.ok((result?.reusedLayers ?? 0) > 0);
  assert.equal(await reader.digest(repository, '1.1'), lower?.digest);
  for (const tag of ['latest', '1', '1.2']) assert.equal(await reader.digest(repository, tag), higher?.digest, tag);
});

test('a release whose last tags were refused is a release, and completed without a build', async () => {
  const namespace = ownNamespace('interrupted');
  const repository = `${namespace}/tool`;
  await published(build(await smallFeature('tool', '1.0.0'), namespace), registry);
  const folder = await smallFeature('tool', '1.1.0', 'hi');
  const proxy = await watched(async (exchange) => {
    if (exchange.verb !== 'PUT manifest' || !(isTag(exchange, '1') || isTag(exchange, 'latest'))) return false;
    await exchange.answer(403);
    return true;
  });
  const refused = await nixFeature(build(folder, namespace, proxy.host), registry);
  assert.equal(refused.code, 0, refused.stderr);
  assert.match(refused.stderr, /1\.1\.0 is published, but not every tag could be written \(1 and latest\)/);
  const digest = await reader.digest(repository, '1.1.0');
  assert.ok(digest !== undefined);
  assert.notEqual(await reader.digest(repository, 'latest'), digest);
  const nix = await notingNix(path.join(scratch, 'interrupted-nix'));
  const result = await published(build(folder, namespace), registry, nix.env);
  assert.equal(result.upToDate, true);
  assert.deepEqual(await askedOf(nix.notes), []);
  for (const tag of ['latest', '1', '1.1', '1.1.0']) assert.equal(await reader.digest(repository, tag), digest, tag);
  assert.equal(await reader.digest(repository, `latest-${arch}`), await reader.digest(repository, `1.1.0_${arch}`));
});

test("where a release's manifest does not name its delta documents, they are found by the platform manifests", async () => {
  const namespace = ownNamespace('unnamed');
  const repository = `${namespace}/tool`;
  const folder = await smallFeature('tool', '1.0.0');
  await published(build(folder, namespace), registry);
  const manifest = await reader.manifest(repository, '1.0.0');
  const annotations = Object.fromEntries(Object.entries(manifest.annotations ?? {}).filter(([name]) => !name.startsWith('dev.nix-feature.document.')));
  assert.notEqual(Object.keys(annotations).length, Object.keys(manifest.annotations ?? {}).length);
  for (const tag of ['1.0.0', '1.0', '1', 'latest']) await putManifest(repository, tag, { ...manifest, annotations });
  const proxy = await watched();
  const result = await published(build(folder, namespace, proxy.host), registry);
  assert.equal(result.upToDate, true);
  assert.deepEqual(new Set(looks(proxy.verbs)), new Set(['GET manifest', 'GET blob']));
});

test('a version that something else has published is refused before anything is built, and for what it is', async () => {
  const namespace = ownNamespace('foreign');
  await putForeign(`${namespace}/tool`, ['1.0.0', 'latest']);
  const nix = await notingNix(path.join(scratch, 'foreign-nix'));
  const { code, stderr } = await nixFeature(build(await smallFeature('tool', '1.0.0'), namespace), registry, nix.env);
  assert.equal(code, 1);
  assert.match(stderr, /tool:1\.0\.0 is already published by another tool than nix-feature \(sha256:[0-9a-f]{64}\)\.\n/);
  assert.deepEqual(await askedOf(nix.notes), []);
});

test('a release after one that something else has published is made as if it were the first', async () => {
  const namespace = ownNamespace('after-foreign');
  await putForeign(`${namespace}/tool`, ['1.0.0', '1.0', '1', 'latest']);
  const result = await published(build(await smallFeature('tool', '1.1.0'), namespace), registry);
  assert.equal(result.reusedLayers, 0);
  assert.equal(await reader.digest(`${namespace}/tool`, 'latest'), result.digest);
});

/** A manifest that knows nothing of ours. */
async function putForeign(repository: string, tags: readonly string[]): Promise<void> {
  const config = { mediaType: 'application/vnd.devcontainers', ...(await putBlob(repository, Buffer.from('{}'))) };
  for (const tag of tags) await putManifest(repository, tag, { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: [] });
}

async function putBlob(repository: string, bytes: Buffer): Promise<{ digest: string; size: number }> {
  const opened = await fetch(url(repository, 'blobs/uploads/'), { method: 'POST' });
  const session = new URL(opened.headers.get('location') ?? '', url(repository, ''));
  const digest = digestOf(bytes);
  session.searchParams.set('digest', digest);
  assert.equal((await fetch(session, { method: 'PUT', body: bytes })).status, 201);
  return { digest, size: bytes.length };
}

test('a last release that only a newer version can read is left aside with a warning; of the version itself it is an error', async () => {
  const namespace = ownNamespace('newer');
  const repository = `${namespace}/tool`;
  const folder = await smallFeature('tool', '1.0.0');
  await published(build(folder, namespace), registry);
  const { digest, size } = await putBlob(repository, Buffer.from(JSON.stringify({ ...(await documentOf(repository, '1.0.0')), schemaVersion: 2 })));
  const manifest = await reader.manifest(repository, '1.0.0');
  const annotations = { ...manifest.annotations, [`dev.nix-feature.document.${arch}`]: `${digest} ${size}` };
  for (const tag of ['1.0.0', '1.0', '1', 'latest']) await putManifest(repository, tag, { ...manifest, annotations });
  const same = await nixFeature(build(folder, namespace), registry);
  assert.equal(same.code, 1);
  assert.match(same.stderr, /^error: the delta document of .*tool:1\.0\.0 .* its schema version is 2, and this version of nix-feature knows 1/m);
  const { warnings, reusedLayers } = await published(build(await smallFeature('tool', '1.1.0'), namespace), registry);
  assert.equal(reusedLayers, 0);
  assert.ok(warnings.some(({ message }) => /tool:latest could not be used for a comparison.* schema version is 2/.test(message)), JSON.stringify(warnings));
});

test('a layer that is deleted after it was taken over ends the release with a word on that, and the next run packs it', async () => {
  const namespace = ownNamespace('meanwhile');
  const repository = `${namespace}/tool`;
  const parts = { alpha: { seed: 1, lines: LARGE }, beta: { seed: 2, lines: SMALL } };
  await published(build(await wideFeature('tool', '1.0.0', parts), namespace), registry);
  const lost = (await documentOf(repository, '1.0.0')).layers.find(({ paths }) => paths.some((each) => each.endsWith('-alpha')));
  const folder = await wideFeature('tool', '1.1.0', { ...parts, beta: { seed: 3, lines: SMALL } });
  const proxy = await watched(async ({ verb, nth }) => {
    // The first one tries the right to write; by the second it is planned what is taken over.
    if (verb === 'POST upload' && nth === 2) assert.equal((await fetch(url(repository, `blobs/${lost?.digest ?? ''}`), { method: 'DELETE' })).status, 202);
    return false;
  });
  const argv = (host?: string): string[] => [...build(folder, namespace, host), '--delivery=layers'];
  const { code, stderr } = await nixFeature(argv(proxy.host), registry);
  assert.equal(code, 1);
  assert.match(stderr, /^error: The layer sha256:[0-9a-f]{64} for .* it was reused from an earlier release\.\nBuild again/m);
  assert.equal(await reader.digest(repository, '1.1.0'), undefined);
  assert.equal((await published(argv(), registry)).upToDate, false);
  assert.equal((await fetch(url(repository, `blobs/${lost?.digest ?? ''}`), { method: 'HEAD' })).status, 200);
});

test('a job of a matrix builds again what has lost its platform manifest', async () => {
  const namespace = ownNamespace('cleaned');
  const repository = `${namespace}/tool`;
  const folder = await smallFeature('tool', '1.0.0');
  await published(build(folder, namespace), registry);
  const digest = await reader.digest(repository, `1.0.0_${arch}`);
  assert.equal((await fetch(url(repository, `manifests/${digest}`), { method: 'DELETE' })).status, 202);
  const job = await published([...build(folder, namespace).filter((flag) => flag !== '--push'), '--push=layers', `--output=${path.join(scratch, 'cleaned')}`], registry);
  assert.equal(job.upToDate, false);
  assert.equal(await reader.digest(repository, digest ?? ''), digest);
});

test('a sibling whose layers are refused is left aside: they are packed and sent', async () => {
  const namespace = ownNamespace('closed');
  const parts = { alpha: { seed: 1, lines: LARGE }, beta: { seed: 2, lines: SMALL } };
  await published([...build(await wideFeature('one', '1.0.0', parts), namespace), '--delivery=layers'], registry);
  const proxy = await watched(async (exchange) => {
    if (exchange.verb !== 'HEAD blob' || exchange.request.url?.includes('/one/') !== true) return false;
    await exchange.answer(403);
    return true;
  });
  const result = await published([...build(await wideFeature('two', '1.0.0', parts), namespace, proxy.host), '--delivery=layers', '--share-with=one'], registry);
  assert.equal(result.reusedLayers, 0);
  assert.ok(!proxy.verbs.includes('POST mount'));
});

test('a build that fails does not wait for a sibling that does not answer', async () => {
  const namespace = ownNamespace('patient');
  let asked = 0;
  const proxy = await watched(async (exchange) => {
    if (exchange.request.url?.includes('/one/') !== true) return false;
    asked += 1;
    await exchange.answer(503);
    return true;
  });
  const folder = await smallFeature('tool', '1.0.0');
  await writeFile(path.join(folder, 'flake.nix'), '{ outputs = _: throw "no luck"; }\n');
  const { code, stderr } = await nixFeature([...build(folder, namespace, proxy.host), '--share-with=one'], registry);
  assert.equal(code, 1);
  assert.match(stderr, /no luck/);
  assert.ok(asked < 6, 'it was not tried to the end');
});

test('how layers are made and in which order bases are named is no other content; another output is', async () => {
  const namespace = ownNamespace('settings');
  const flake = await smallFeature('elsewhere', '1.0.0');
  const folder = await smallFeature('tool', '1.0.0');
  const bases: string[] = [];
  for (const database of [true, false]) {
    bases.push(`${registry.host}/${namespace}/bedrock:${bases.length}`);
    await pushLayout(await bedrockLayout([{ arch, paths: [], database }]), bases.at(-1) ?? '');
  }
  const argv = (references: readonly string[], ...further: readonly string[]): string[] => [
    ...build(folder, namespace).filter((flag) => !flag.startsWith('--base-image')),
    `--flake=${flake}#default`,
    ...references.map((reference) => `--base-image=${reference}`),
    ...further,
  ];
  const first = await published(argv(bases), registry);
  const settings = ['--max-layers=1', '--delivery=embed', '--complement'];
  const gzip = argv(bases).map((flag) => (flag === ZSTD ? '--compression=gzip' : flag));
  for (const same of [argv(bases.toReversed()), argv(bases.slice(0, 1)), gzip, ...settings.map((setting) => argv(bases, setting))]) {
    const again = await published(same, registry);
    assert.equal(again.upToDate, true, same.join(' '));
    assert.equal(again.digest, first.digest);
  }
  const text = await readFile(path.join(flake, 'flake.nix'), 'utf8');
  const other = text.replaceAll(/packages\.(\S+)\.default = derivation \{ name = "elsewhere"/g, '$&; system = "$1"; builder = "/bin/sh"; }; packages.$1.other = derivation { name = "other"');
  await writeFile(path.join(flake, 'flake.nix'), other);
  const { code, stderr } = await nixFeature(argv(bases, `--flake=${flake}#other`).filter((flag) => !flag.endsWith('#default')), registry);
  assert.equal(code, 1);
  assert.match(stderr, /with other content .* the output "out"/);
});
