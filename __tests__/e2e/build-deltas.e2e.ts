import assert from 'node:assert/strict';
import { lstat, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import type { Digest } from '../../src/oci/format/digest.ts';
import { loadDbText } from '../../src/nix/nar/adopt.ts';
import { pipe, run } from '../rig/command.ts';
import { buildFlake, closureOf, kindsFlake, machineArch } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, added, blobFile, build, scratchFolder, writeFeature, type Built } from './nix-feature.ts';

/* Deltas of every kind, out of the kinds flake: built on the host and in containers, unpacked, registered, verified. */
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

/** What a layer's tar goes through to become files below a root. */
const UNPACKERS: Readonly<Record<string, (file: string, root: string) => Promise<void>>> = {
  'GNU tar': async (file, root) => void (await run(['tar', '-x', '-C', root, '-f', file])),
  'BusyBox tar': (file, root) => pipe(['busybox', 'gzip', '-dc', file], ['busybox', 'tar', '-x', '-C', root, '-f', '-']),
};

function unpackZstd(file: string, root: string): Promise<void> {
  return pipe(['zstd', '-dcq', file], ['tar', '-x', '-C', root, '-f', '-']);
}

async function unpack(from: Built, root: string, unpackLayer: (file: string, root: string) => Promise<void>): Promise<string> {
  await mkdir(root, { recursive: true });
  for (const { digest } of from.document.layers) await unpackLayer(blobFile(from.layout, digest), root);
  return root;
}

/** Registers all of a document's paths in a store of its own below the root, and lets Nix check them against the files. */
async function verify(root: string, { closure }: DeltaDocument): Promise<void> {
  const env = { ...NIX_ENV, NIX_REMOTE: `local?root=${root}` };
  const registrations = closure.map(({ path: name, narHash, narSize, references }) => ({
    path: name,
    narHash: Buffer.from(narHash.replace('sha256-', ''), 'base64').toString('hex'),
    narSize,
    references,
  }));
  await run(['nix-store', '--load-db'], { env, input: loadDbText(registrations) });
  await run(['nix-store', '--verify', '--check-contents'], { env });
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

for (const [name, unpackLayer] of Object.entries(UNPACKERS)) {
  test(`${name} unpacks it, and Nix finds no fault in what it made`, async () => {
    await verify(await unpack(packed, path.join(scratch, name), unpackLayer), packed.document);
  });
}

test('zstd layers unpack to the same', async () => {
  const zstd = await onHost('zstd', '#everything', { compression: 'zstd' });
  await verify(await unpack(zstd, path.join(scratch, 'zstd'), unpackZstd), zstd.document);
});

test('a verification does find a fault: one byte that is not as it was', async () => {
  const root = await unpack(packed, path.join(scratch, 'fault'), UNPACKERS['GNU tar'] as (typeof UNPACKERS)[string]);
  const file = packed.document.closure.find((entry) => entry.path.endsWith('-single-file'));
  await writeFile(path.join(root, file?.path ?? ''), 'a store path that is one pile\n');
  await assert.rejects(verify(root, packed.document), /single-file.* was modified/);
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
  const one = await onHost('one-layer', '#everything', { 'max-layers': '1' });
  assert.equal(one.document.layers.length, 1);
  const paths = packed.document.layers.flatMap((layer) => layer.paths).sort();
  assert.deepEqual(paths, packed.document.closure.map((entry) => entry.path));
  assert.deepEqual(one.document.layers[0]?.paths, paths);
});

for (const [by, age] of [[rig.docker, 'current'], [rig.podman, 'old']] as const) {
  test(`built from nothing by the ${age} Nix of a container (${by.program}), it is the same`, async () => {
    const image = await bedrockImage(by, { arch, age, paths: [], database: false });
    const built = await build(outputOf(by.program), {
      feature,
      flake: '#everything',
      'base-image': `daemon:${image}`,
      'container-engine': by.program,
      'container-options': LABEL,
      'nix-config': 'substituters =',
    });
    assert.match(built.stderr, /many-small-files/);
    assert.deepEqual(built.document.layers, packed.document.layers);
    assert.deepEqual(built.document.closure, packed.document.closure);
  });

  test(`outputs are chosen by name in a container with the ${age} Nix`, async () => {
    const image = await bedrockImage(by, { arch, age, paths: [], database: false });
    const flags = { feature, 'base-image': `daemon:${image}`, 'container-engine': by.program, 'container-options': LABEL, 'nix-config': 'substituters =' };
    const all = await build(outputOf(`${by.program}-all`), { ...flags, flake: '#multiple^*' });
    assert.deepEqual(Object.keys(all.document.outputs), ['doc', 'lib', 'out']);
    assert.match(all.document.storePath, /-multiple-outputs$/);
    const one = await build(outputOf(`${by.program}-one`), { ...flags, flake: '#multiple^lib' });
    assert.deepEqual(added(one.document), ['multiple-outputs-lib']);
  });
}

test('outputs are chosen by name on the host', async () => {
  const some = await onHost('some', '#multiple^lib,doc');
  assert.deepEqual(Object.keys(some.document.outputs), ['doc', 'lib']);
  // doc refers to out.
  assert.deepEqual(added(some.document), ['multiple-outputs', 'multiple-outputs-doc', 'multiple-outputs-lib']);
});

for (const kind of ['file', 'symlink', 'dangling', 'emptyFile', 'emptyFolder', 'itself', 'odd', 'longest']) {
  test(`a feature may be nothing but the store path "${kind}"`, async () => {
    const { document, layout } = await onHost(kind, `#${kind}`);
    assert.deepEqual(document.closure.map((entry) => entry.path), await closureOf(document.storePath));
    const tar = await run(['tar', '-tf', blobFile(layout, document.layers[0]?.digest as Digest)]);
    assert.ok(tar.split('\n').some((line) => line.replace(/\/$/, '') === document.storePath.slice(1)), tar);
    assert.equal(await readFile(path.join(layout, 'oci-layout'), 'utf8').then((text) => JSON.parse(text).imageLayoutVersion), '1.0.0');
  });
}

// Over 8 GiB a tar header says sizes another way: __tests__/archive/tar-header.test.ts has that, with GNU tar.
test('a file may be larger than what 32 bits can say', async () => {
  const { document, layout } = await onHost('huge', '#huge', { compression: 'zstd', leaks: 'off' });
  const { digest, size } = document.layers[0] ?? {};
  assert.ok(size !== undefined && size < 1_000_000, 'it is a hole');
  // Its beginning alone: to list it to the end, tar would read all of it.
  const list = await run(['sh', '-c', 'zstd -dcq < "$1" 2> /dev/null | head -c 100000 | tar -tv 2> /dev/null || :', 'sh', blobFile(layout, digest as Digest)]);
  assert.match(list, /^-r--r--r-- \S+ +4400000000 .*huge\/huge$/m);
});
