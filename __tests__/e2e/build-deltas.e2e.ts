import assert from 'node:assert/strict';
import { lstat, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import type { Digest } from '../../src/oci/format/digest.ts';
import { loadDbText } from '../../src/nix/store/registration.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { pipe, run, type Env } from '../rig/command.ts';
import { buildFlake, closureOf, kindsFlake, machineArch } from '../rig/flakes.ts';
import type { BedrockAge } from '../rig/bedrock.ts';
import { bedrockImage, type Engine } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, added, blobFile, build, buildHere, scratchFolder, writeFeature, type Built } from './nix-feature.ts';

/* Deltas of every kind, out of the kinds flake: built on the host and in containers, unpacked, registered, verified. */
buildHere();
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const feature = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
const everything = await buildFlake(feature, 'everything');

const outputOf = (name: string): string => path.join(scratch, 'out', name);

function onHost(name: string, flake: string, more: Readonly<Record<string, string>> = {}): Promise<Built> {
  return build(outputOf(name), { feature, flake, 'base-image': 'none', 'build-in': 'host', ...more });
}

const packed = await onHost('everything', '#everything');
const inOneLayer = await onHost('one-layer', '#everything', { 'max-layers': '1', compression: 'zstd' });

type Unpacker = (file: string, root: string) => Promise<void>;

/** What a layer's tar goes through to become files below a root. */
const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  'BusyBox tar': (file, root) => pipe(['busybox', 'gzip', '-dc', file], ['busybox', 'tar', '-x', '-C', root, '-f', '-']),
  'GNU tar': (file, root) => pipe(['zstd', '-dcq', file], ['tar', '-x', '-C', root, '-f', '-']),
};

async function unpack(from: Built, root: string, unpackLayer: (file: string, root: string) => Promise<void>): Promise<string> {
  await mkdir(root, { recursive: true });
  for (const { digest } of from.document.layers) await unpackLayer(blobFile(from.layout, digest), root);
  return root;
}

function storeBelow(root: string): Env {
  return { ...NIX_ENV, NIX_REMOTE: `local?root=${root}` };
}

function check(root: string): Promise<string> {
  return run(['nix-store', '--verify', '--check-contents'], { env: storeBelow(root) });
}

/** Registers all of a document's paths in a store of its own below the root, and lets Nix check them against the files. */
async function verify(root: string, { closure }: DeltaDocument): Promise<void> {
  const env = storeBelow(root);
  const registrations = closure.map(({ path: name, narHash, narSize, references }) => ({
    path: name,
    narHash: Buffer.from(narHash.replace('sha256-', ''), 'base64').toString('hex'),
    narSize,
    references,
  }));
  await run(['nix-store', '--load-db'], { env, input: loadDbText(registrations) });
  await check(root);
  const known = await run(['nix-store', '--query', '--requisites', closure.at(-1)?.path ?? ''], { env });
  assert.ok(known.trim().split('\n').length >= 1);
}

test('the delta holds every kind of store path', async () => {
  assert.deepEqual(packed.document.closure.map((entry) => entry.path), await closureOf(everything.out));
  const names = added(packed.document);
  for (const name of ['single-file', 'empty-file', 'symlink-to-path', 'symlink-to-nowhere', '0dd+name-1.0_rc?x=y.Z', 'n'.repeat(200)]) {
    assert.ok(names.includes(name), name);
  }
  assert.deepEqual(await readdir(scratch), ['kinds', 'out']);
});

for (const [name, built] of Object.entries({ 'BusyBox tar': packed, 'GNU tar': inOneLayer })) {
  test(`${name} unpacks it out of ${built === packed ? 'gzip' : 'zstd'}, and Nix finds no fault in what it made`, async () => {
    await verify(await unpack(built, path.join(scratch, name), UNPACKERS[name] as Unpacker), built.document);
  });
}

test('a verification does find a fault: one byte that is not as it was', async () => {
  const root = path.join(scratch, 'BusyBox tar');
  const file = path.join(root, packed.document.closure.find((entry) => entry.path.endsWith('-single-file'))?.path ?? '');
  const whole = await readFile(file);
  await writeFile(file, 'a store path that is one pile\n');
  await assert.rejects(check(root), /single-file.* was modified/);
  await writeFile(file, whole);
});

test('identical files are one file with many names, and executables are not mixed with others', async () => {
  const root = path.join(scratch, 'GNU tar');
  const identical = packed.document.closure.find((entry) => entry.path.endsWith('-identical-files'));
  const bin = path.join(root, identical?.path ?? '', 'bin');
  const plain = await lstat(path.join(bin, 'tool-0'));
  assert.equal(plain.nlink, 100);
  assert.equal((await lstat(path.join(bin, 'tool-99'))).ino, plain.ino);
  const executable = await lstat(path.join(bin, 'executable'));
  assert.notEqual(executable.ino, plain.ino);
  assert.equal(executable.mode & 0o7777, 0o555);
  assert.equal(plain.mode & 0o7777, 0o444);
});

test('max-layers is kept, and every path is in one layer', async () => {
  assert.equal(inOneLayer.document.layers.length, 1);
  const paths = packed.document.layers.flatMap((layer) => layer.paths).sort();
  assert.deepEqual(paths, packed.document.closure.map((entry) => entry.path));
  assert.deepEqual(inOneLayer.document.layers[0]?.paths, paths);
});

for (const [by, age] of [[rig.docker, 'current'], [rig.podman, 'old']] as const) {
  test(`built from nothing by the ${age} Nix of a container (${by.program}), it is the same`, async () => {
    const built = await inContainer(by, age, '#everything');
    assert.match(built.stderr, /many-small-files/);
    assert.deepEqual(built.document.layers, packed.document.layers);
    assert.deepEqual(built.document.closure, packed.document.closure);
  });
}

async function inContainer(by: Engine, age: BedrockAge, flake: string): Promise<Built> {
  const image = `daemon:${await bedrockImage(by, { arch, age, paths: [], database: false })}`;
  const place = { 'base-image': image, 'container-engine': by.program, 'container-options': LABEL };
  return build(outputOf(`${by.program}${flake}`), { feature, flake, ...place, 'nix-config': 'substituters =' });
}

// With the newer ones: nix-evaluate.e2e.ts
test('outputs are chosen by name in a container with the old Nix', async () => {
  const all = await inContainer(rig.podman, 'old', '#multiple^*');
  assert.deepEqual(Object.keys(all.document.outputs), ['doc', 'lib', 'out']);
  assert.match(all.document.storePath, /-multiple-outputs$/);
});

test('outputs are chosen by name on the host', async () => {
  const some = await onHost('some', '#multiple^lib,doc');
  assert.deepEqual(Object.keys(some.document.outputs), ['doc', 'lib']);
  // doc refers to out.
  assert.deepEqual(added(some.document), ['multiple-outputs', 'multiple-outputs-doc', 'multiple-outputs-lib']);
});

// A file, a link and a folder; `make test-all` has the others.
for (const kind of ['file', 'dangling', 'emptyFolder', ...(EVERYTHING ? ['symlink', 'emptyFile', 'itself', 'odd', 'longest'] : [])]) {
  test(`a feature may be nothing but the store path "${kind}"`, async () => {
    const { document, layout } = await onHost(kind, `#${kind}`);
    assert.deepEqual(document.closure.map((entry) => entry.path), await closureOf(document.storePath));
    const tar = await run(['tar', '-tf', blobFile(layout, document.layers[0]?.digest as Digest)]);
    assert.ok(tar.split('\n').some((line) => line.replace(/\/$/, '') === document.storePath.slice(1)), tar);
    assert.equal(await readFile(path.join(layout, 'oci-layout'), 'utf8').then((text) => JSON.parse(text).imageLayoutVersion), '1.0.0');
  });
}

// Only there: half a minute of hashing zeros. What reads such an archive and writes such a tar is tested without: nix/nar.test.ts,
// archive/tar-header.test.ts, which has GNU tar read more than 8 GiB, whose header says sizes another way.
if (EVERYTHING) {
  test('a file may be larger than what 32 bits can say', async () => {
    const { document, layout } = await onHost('huge', '#huge', { compression: 'zstd', leaks: 'off' });
    const { digest, size } = document.layers[0] ?? {};
    assert.ok(size !== undefined && size < 1_000_000, 'it is a hole');
    // Its beginning alone: to list it to the end, tar would read all of it.
    const list = await run(['sh', '-c', 'zstd -dcq < "$1" 2> /dev/null | head -c 100000 | tar -tv 2> /dev/null || :', 'sh', blobFile(layout, digest as Digest)]);
    assert.match(list, /^-r--r--r-- \S+ +4400000000 .*huge\/huge$/m);
  });
}
