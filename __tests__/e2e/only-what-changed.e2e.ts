import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { archTag } from '../../src/feature/metadata/versions.ts';
import { afterTest } from '../jest/after-test.ts';
import { buildFlake, closureOf, machineArch } from '../rig/flakes.ts';
import { startFaultProxy, type FaultProxy, type Interference } from '../rig/fault-proxy.ts';
import { pushLayout, writeImageLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { fingerprint, scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature, type Result } from './publishing.ts';
import { LARGE, notingNix, SMALL, writeWideFeature, type Part } from './wide-feature.ts';

/* Releases one after the other: what is asked, built, packed and sent for each. */
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const registry = rig.registries.none;
const reader = new Reader(registry);

const PARTS: Readonly<Record<string, Part>> = {
  alpha: { seed: 1, lines: LARGE },
  beta: { seed: 2, lines: LARGE },
  gamma: { seed: 3, lines: SMALL },
  delta: { seed: 4, lines: SMALL },
};

/** The same paths, quick to pack: for what does not depend on how they lie in layers. */
const LITTLE = Object.fromEntries(Object.entries(PARTS).map(([name, { seed }]) => [name, { seed, lines: SMALL }]));

let folders = 0;

async function feature(id: string, version: string, parts = PARTS): Promise<string> {
  folders += 1;
  return writeWideFeature(path.join(scratch, String(folders), id), id, version, parts);
}

/** Everything goes through a proxy of its own, which tells what was asked for. */
async function watched(interfere?: Interference): Promise<FaultProxy> {
  const proxy = await startFaultProxy(registry.host, interfere);
  afterTest(() => proxy.stop());
  return proxy;
}

/** With zstd, which packs the large paths in half of the time; one test has gzip. */
function build(folder: string, namespace: string, host = registry.host, compression = 'zstd'): string[] {
  return ['build', `--feature=${folder}`, ...HOST_BUILD, '--push', `--compression=${compression}`, ...targetFlags({ host, credentials: undefined }, namespace)];
}

/** What Nix was asked for, but for its version. */
async function askedOf(notes: string): Promise<string[]> {
  return (await readFile(notes, 'utf8')).split('\n').filter((word) => !['', '--version'].includes(word));
}

/** The delta document of a release. */
async function documentOf(repository: string, tag: string): Promise<DeltaDocument> {
  const { config } = await reader.manifest(repository, archTag(tag, arch));
  const answer = await fetch(`http://${registry.host}/v2/${repository}/blobs/${config.digest}`);
  return (await answer.json()) as DeltaDocument;
}

function digestsOf({ layers }: DeltaDocument): string[] {
  return layers.map(({ digest }) => digest);
}

/** What was read of a release; each of its tags and blobs is asked for by HEAD besides, and nothing is written. */
function looks(verbs: readonly string[]): string[] {
  assert.deepEqual(verbs.filter((verb) => !/^(?:GET|HEAD) /.test(verb)), []);
  return verbs.filter((verb) => verb.startsWith('GET ')).toSorted();
}

function nameOf(storePath = ''): string {
  return storePath.slice('/nix/store/'.length + 33);
}

test('an unchanged release is looked at, costs no Nix, and sends nothing', async () => {
  const namespace = ownNamespace('unchanged');
  const folder = await feature('tool', '1.0.0', LITTLE);
  const first = await published(build(folder, namespace), registry);
  const proxy = await watched();
  const nix = await notingNix(path.join(scratch, 'unchanged-nix'));
  const output = path.join(scratch, 'unchanged-output');
  const again = await published([...build(folder, namespace, proxy.host), `--output=${output}`], registry, nix.env);
  assert.equal(again.upToDate, true);
  assert.equal(again.uploadedBytes, 0);
  assert.equal(again.digest, first.digest);
  assert.deepEqual(again.tags.toSorted(), first.tags.toSorted());
  assert.deepEqual(looks(proxy.verbs), ['GET blob', 'GET manifest', 'GET manifest']);
  assert.equal(proxy.verbs.filter((verb) => verb === 'HEAD manifest').length, first.tags.length, 'each tag');
  assert.equal(proxy.bodyBytes(), 0);
  assert.deepEqual(await askedOf(nix.notes), []);
  await assert.rejects(readFile(path.join(output, 'index.json')), 'no layout was written');
});

test('a flake that changed without a change of what it builds costs one evaluation', async () => {
  const namespace = ownNamespace('evaluated');
  const flake = await feature('elsewhere', '1.0.0', LITTLE);
  const folder = await feature('tool', '1.0.0', LITTLE);
  const argv = (host?: string): string[] => [...build(folder, namespace, host), `--flake=${flake}#default`];
  await published(argv(), registry);
  await writeFile(path.join(flake, 'notes.txt'), 'nothing that is built\n');
  const proxy = await watched();
  const nix = await notingNix(path.join(scratch, 'evaluated-nix'));
  assert.equal((await published(argv(proxy.host), registry, nix.env)).upToDate, true);
  assert.deepEqual(looks(proxy.verbs), ['GET blob', 'GET manifest', 'GET manifest']);
  assert.deepEqual(await askedOf(nix.notes), ['eval']);
});

test('an unchanged release on a base costs one more request', async () => {
  const namespace = ownNamespace('unchanged-base');
  const folder = await feature('tool', '1.0.0', LITTLE);
  const proxy = await watched();
  const layout = await bedrockLayout([{ arch, paths: [], database: true }]);
  await pushLayout(layout, `${registry.host}/${namespace}/bedrock:1`);
  const argv = [...build(folder, namespace, proxy.host).filter((flag) => !flag.startsWith('--base-image')), `--base-image=${proxy.host}/${namespace}/bedrock:1`];
  await published(argv, registry);
  proxy.verbs.length = 0;
  assert.equal((await published(argv, registry)).upToDate, true);
  assert.deepEqual(looks(proxy.verbs), ['GET blob', 'GET manifest', 'GET manifest', 'GET manifest']);
});

test('a layer or the tar of an unchanged release that somebody has deleted is made and sent again, the same bytes', async () => {
  const namespace = ownNamespace('lost');
  const repository = `${namespace}/tool`;
  // With a layer that was taken over, so that what is packed again must be what it was.
  await published([...build(await feature('tool', '0.9.0'), namespace), '--delivery=layers'], registry);
  const folder = await feature('tool', '1.0.0', { ...PARTS, alpha: { seed: 77, lines: SMALL } });
  const argv = [...build(folder, namespace), '--delivery=layers'];
  const first = await published(argv, registry);
  const layer = (await documentOf(repository, '1.0.0')).layers.find(({ paths }) => paths.some((each) => nameOf(each) === 'beta'))?.digest;
  const [tar] = (await reader.manifest(repository, '1.0.0')).layers;
  for (const digest of [layer, tar?.digest]) {
    const blob = `http://${registry.host}/v2/${repository}/blobs/${digest ?? ''}`;
    assert.equal((await fetch(blob, { method: 'DELETE' })).status, 202);
    const again = await published(argv, registry);
    assert.equal(again.digest, first.digest);
    assert.ok(again.uploadedBytes > 0);
    assert.match(again.warnings.map(({ message }) => message).join(), / lacks (?:a blob of \w+|the Feature's tar) [^]*are rebuilt and pushed again/);
    assert.equal((await fetch(blob, { method: 'HEAD' })).status, 200);
    assert.equal((await published(argv, registry)).uploadedBytes, 0);
  }
});

test('a release in which one path changed packs and sends that path, and keeps the other layers; of another codec it keeps none', async () => {
  const namespace = ownNamespace('one-path');
  const repository = `${namespace}/tool`;
  await published(build(await feature('tool', '1.0.0'), namespace), registry);
  const before = await documentOf(repository, '1.0.0');
  const changed = await feature('tool', '1.1.0', { ...PARTS, alpha: { seed: 1000, lines: LARGE } });
  const result = await published([...build(changed, namespace), '--delivery=layers'], registry);
  const now = await documentOf(repository, '1.1.0');
  const kept = digestsOf(now).filter((digest) => digestsOf(before).includes(digest));
  assert.equal(kept.length, now.layers.length - 2, 'all but alpha and what refers to it');
  assert.equal(result.reusedLayers, kept.length);
  const fresh = now.layers.filter(({ digest }) => !kept.includes(digest));
  assert.ok(fresh.some(({ paths }) => paths.length === 1 && nameOf(paths[0]) === 'alpha'));
  const sent = fresh.reduce((sum, { size }) => sum + size, 0);
  // The rest is the tar of the Feature, and what describes it.
  assert.ok(result.uploadedBytes <= sent + 250_000, `${result.uploadedBytes} bytes for ${sent} of layers`);
  const [platform] = result.platforms;
  assert.equal(platform?.changes?.since, '1.0.0');
  assert.deepEqual(platform.changes.packages.map(({ name }) => name).toSorted(), ['alpha', 'tool']);

  const gzip = await published([...build(await feature('tool', '1.2.0', { ...PARTS, gamma: { seed: 30, lines: SMALL } }), namespace, registry.host, 'gzip'), '--delivery=layers'], registry);
  assert.equal(gzip.reusedLayers, 0, 'a layer is taken over only if it is compressed as is asked for');
  const back = await published([...build(await feature('tool', '1.3.0'), namespace), '--delivery=layers'], registry);
  assert.equal(back.reusedLayers, 0, 'only the last release counts');
});

test('a layer that somebody has deleted from the registry is packed and sent again', async () => {
  const namespace = ownNamespace('deleted');
  const repository = `${namespace}/tool`;
  await published(build(await feature('tool', '1.0.0'), namespace), registry);
  const lost = (await documentOf(repository, '1.0.0')).layers.find(({ paths }) => paths.some((each) => nameOf(each) === 'beta'));
  const gone = await fetch(`http://${registry.host}/v2/${repository}/blobs/${lost?.digest ?? ''}`, { method: 'DELETE' });
  assert.equal(gone.status, 202);
  await published(build(await feature('tool', '1.1.0', { ...PARTS, gamma: { seed: 31, lines: SMALL } }), namespace), registry);
  const there = await fetch(`http://${registry.host}/v2/${repository}/blobs/${lost?.digest ?? ''}`, { method: 'HEAD' });
  assert.equal(there.status, 200);
});

test('an embedded release with layers that were taken over is, byte for byte, one that packed them all', async () => {
  const folder = await feature('tool', '2.0.0', { ...PARTS, delta: { seed: 44, lines: SMALL } });
  const namespace = ownNamespace('embedded');
  await published([...build(await feature('tool', '1.0.0'), namespace), '--delivery=embed'], registry);
  const taken = await published([...build(folder, namespace), '--delivery=embed'], registry);
  assert.ok(taken.reusedLayers > 0);
  const repository = `${namespace}/tool`;
  const { layers } = await reader.manifest(repository, '2.0.0');
  const tar = Buffer.from(await (await fetch(`http://${registry.host}/v2/${repository}/blobs/${layers[0]?.digest ?? ''}`)).arrayBuffer());
  for (const { digest } of (await documentOf(repository, '2.0.0')).layers) {
    const blob = Buffer.from(await (await fetch(`http://${registry.host}/v2/${repository}/blobs/${digest}`)).arrayBuffer());
    assert.ok(tar.includes(blob), digest);
  }
});

test('layers that were taken over are fetched for the test in the base', async () => {
  const namespace = ownNamespace('tested');
  const image = await bedrockImage(rig.docker, { arch, paths: [], database: true });
  const tested = (folder: string): string[] => [
    ...build(folder, namespace).filter((flag) => !/^--(?:base-image|test)/.test(flag)),
    `--base-image=daemon:${image}`,
    '--test=true',
    '--container-engine=docker',
    '--delivery=layers',
  ];
  await published(tested(await feature('tool', '1.0.0')), registry);
  const { code, stderr } = await nixFeature(tested(await feature('tool', '1.1.0', { ...PARTS, gamma: { seed: 77, lines: SMALL } })), registry);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /Fetch the reused layers: \d+ layers/);
  assert.match(stderr, /✔ every added path verified by Nix/);
});

test('in a container, too, an unchanged release is known: by its hash without a container, else by an evaluation in one', async () => {
  const namespace = ownNamespace('container');
  const layout = await bedrockLayout([{ arch, paths: [], database: true }]);
  await pushLayout(layout, `${registry.host}/${namespace}/bedrock:1`);
  const flake = await feature('elsewhere', '1.0.0', { gamma: { seed: 3, lines: SMALL } });
  const folder = await feature('tool', '1.0.0', LITTLE);
  const argv = [
    ...build(folder, namespace).filter((flag) => !/^--(?:base-image|build-in)/.test(flag)),
    `--base-image=${registry.host}/${namespace}/bedrock:1`,
    '--container-engine=docker',
    // No cache that its Nix would wait for.
    '--nix-config=substituters =',
    `--flake=${flake}#default`,
  ];
  const first = await published(argv, registry);
  const again = await nixFeature(argv, registry);
  assert.match(again.stderr, /the same: nothing to do/);
  assert.ok(!again.stderr.includes('Fetch the base image'), again.stderr);
  await writeFile(path.join(flake, 'notes.txt'), 'nothing that is built\n');
  const evaluated = await nixFeature([...argv, '--json'], registry);
  assert.match(evaluated.stderr, /Fetch the base image/);
  assert.ok(!evaluated.stderr.includes('Build the flake'), evaluated.stderr);
  assert.equal((JSON.parse(evaluated.stdout) as Result).digest, first.digest);
});

test('other content under a version that is published is found out before anything is built', async () => {
  const namespace = ownNamespace('bump');
  const flake = await feature('elsewhere', '1.0.0', LITTLE);
  const folder = await feature('tool', '1.0.0', LITTLE);
  const argv = [...build(folder, namespace), `--flake=${flake}#default`];
  await published(argv, registry);
  const nix = await notingNix(path.join(scratch, 'bump-nix'));
  await writeWideFeature(flake, 'elsewhere', '1.0.0', { ...LITTLE, gamma: { seed: 99, lines: SMALL } });
  const { code, stderr } = await nixFeature(argv, registry, nix.env);
  assert.equal(code, 1);
  assert.match(stderr, /tool:1\.0\.0 is already published with other content \(sha256:[0-9a-f]{64}\): the output "out" for .* was \/nix\/store\/.* and is now \/nix\/store\//);
  assert.match(stderr, /Raise "version"/);
  assert.deepEqual(await askedOf(nix.notes), ['eval']);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id: 'tool', version: '1.0.0', name: 'Another name' }));
  assert.match((await nixFeature(argv, registry, nix.env)).stderr, /with other content .*: its metadata differs \(/);
});

test('a rebuilt base changes nothing where it holds what it held of the closure; where it does not, the version must be bumped', async () => {
  const namespace = ownNamespace('rebuilt');
  const folder = await feature('tool', '1.0.0', LITTLE);
  const closure = await closureOf((await buildFlake(folder)).out);
  const member = (name: string): string => `nix/store/${path.basename(closure.find((each) => nameOf(each) === name) ?? '')}`;
  const image = `${registry.host}/${namespace}/bedrock:1`;
  const rebuild = async (...members: readonly string[]): Promise<void> => {
    const layout = path.join(scratch, 'bases', String((folders += 1)));
    await pushLayout(await writeImageLayout(layout, [{ arch, layers: [{ folder: '/', members }] }]), image);
  };
  const argv = [...build(folder, namespace).filter((flag) => !flag.startsWith('--base-image')), `--base-image=${image}`];
  await rebuild(member('alpha'));
  const first = await published(argv, registry);
  await rebuild(member('alpha'), 'etc/hostname');
  const again = await published(argv, registry);
  assert.equal(again.upToDate, true);
  assert.equal(again.digest, first.digest);
  await rebuild(member('alpha'), member('beta'));
  assert.match((await nixFeature(argv, registry)).stderr, /with other content .*: beta for .* was shipped and is now in the base/);
  await rebuild('etc/hostname');
  assert.match((await nixFeature(argv, registry)).stderr, /with other content .*: alpha for .* was in the base and no longer is/);
});

test('jobs of a matrix that find nothing to do leave what the publishing job needs', async () => {
  const namespace = ownNamespace('matrix');
  const folder = await writeSmallFeature(path.join(scratch, 'matrix', 'tool'), 'tool', '1.0.0');
  const first = await published([...build(folder, namespace), '--arches=amd64,arm64'], registry);
  const layouts: string[] = [];
  for (const each of ['amd64', 'arm64']) {
    const output = path.join(scratch, `matrix-${each}`);
    const argv = [...build(folder, namespace).filter((flag) => flag !== '--push'), '--push=layers', `--arches=${each}`, `--output=${output}`];
    const job = await published(argv, registry);
    assert.equal(job.upToDate, true);
    assert.equal(job.uploadedBytes, 0);
    assert.deepEqual(Object.keys(await fingerprint(output)).filter((name) => !name.startsWith('blobs/')), ['delta.json', 'feature.json', 'feature.tar', 'index.json', 'oci-layout']);
    layouts.push(output);
  }
  const whole = await published(['publish', ...layouts, ...targetFlags(registry, namespace)], registry);
  assert.equal(whole.upToDate, true);
  assert.equal(whole.digest, first.digest);
});

test('a layer that another Feature has is mounted from there, or copied if the registry mounts nothing, and neither packed nor sent', async () => {
  const namespace = ownNamespace('siblings');
  await published([...build(await feature('one', '1.0.0'), namespace), '--delivery=layers'], registry);
  const theirs = new Set(digestsOf(await documentOf(`${namespace}/one`, '1.0.0')));
  const sharing = async (id: string, host: string): Promise<Result> =>
    published([...build(await feature(id, '1.0.0'), namespace, host), '--delivery=layers', '--share-with=one, nobody'], registry);

  const proxy = await watched();
  const mounted = await sharing('two', proxy.host);
  assert.ok(mounted.reusedLayers >= 2, 'the two large paths at least');
  assert.equal(proxy.verbs.filter((verb) => verb === 'POST mount').length, mounted.reusedLayers);
  assert.ok(proxy.bodyBytes() < 400_000, `${proxy.bodyBytes()} bytes were sent`);

  const refusing = await watched(async (exchange) => {
    if (exchange.verb !== 'POST mount') return false;
    await exchange.answer(405);
    return true;
  });
  const copied = await sharing('three', refusing.host);
  assert.ok(copied.reusedLayers >= 2);
  const ours = digestsOf(await documentOf(`${namespace}/three`, '1.0.0'));
  assert.equal(ours.filter((digest) => theirs.has(digest)).length, copied.reusedLayers);
});
