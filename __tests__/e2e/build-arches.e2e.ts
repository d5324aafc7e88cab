import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf, type Arch } from '../../src/platform.ts';
import type { ImageIndex } from '../../src/oci/format/manifest.ts';
import { run } from '../rig/command.ts';
import { buildFlake, kindsFlake, machineArch, writeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, MACHINE, added, attemptBuild, build, containersLeft, fingerprint, manifestsOf, readDocument, scratchFolder, writeFeature, type Flags } from './nix-feature.ts';

/*
 * The other architecture: both in one job, against a base that is an image index, and alone. Emulation takes long, and is the
 * kernel's: one container builds, and one tests, both by docker.
 */
const rig = await theRig();
const own = machineArch();
const other: Arch = own === 'amd64' ? 'arm64' : 'amd64';
const BOTH: readonly Arch[] = ['amd64', 'arm64'];
const scratch = await scratchFolder();
const feature = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
await writeFile(path.join(feature, 'test.sh'), '#!/bin/sh\nset -eu\necho "runs on $(machine)"\n', { mode: 0o755 });

// What `machine` refers to, but for itself and the links, is in the base.
const bases = await Promise.all(BOTH.map(async (arch) => ({ arch, paths: [(await buildFlake(feature, 'itself', { arch })).out], database: true })));
const bedrock = `${rig.registries.none.host}/e2e-arches/bedrock:1`;
await pushLayout(await bedrockLayout(bases), bedrock);

const COMMON: Flags = { feature, flake: '#machine', 'base-image': bedrock, 'nix-config': 'substituters =' };
const DELTA = ['hello-1.0', 'machine', 'refers-to-others', 'single-file', 'symlink-to-path'];
// Before the first test, which would run beside it.
const ofBoth = await build(path.join(scratch, 'both'), { ...COMMON, arches: 'amd64,arm64', 'container-engine': 'docker', 'container-options': LABEL, test: 'true' });

test('both in one job are one layout with a document for each', async () => {
  const index = JSON.parse(await readFile(path.join(ofBoth.layout, 'index.json'), 'utf8')) as ImageIndex;
  assert.deepEqual(index.manifests.map(({ platform }) => platform?.architecture), BOTH);
  for (const arch of BOTH) {
    const document = await readDocument(ofBoth.layout, `delta-${arch}.json`);
    assert.equal(document.system, systemOf(arch));
    assert.deepEqual(added(document), DELTA);
    assert.match(ofBoth.stdout, new RegExp(arch));
  }
  assert.equal((await manifestsOf(ofBoth.layout)).length, 2);
  assert.deepEqual(ofBoth.left, []);
  assert.deepEqual(await containersLeft(rig.docker), []);
  for (const arch of BOTH) await run(['skopeo', 'inspect', '--raw', `oci:${ofBoth.layout}:1.0.0_${arch}`], { env: MACHINE });
});

test('a Feature of both is tested in a container of each', () => {
  for (const machine of ['x86_64', 'aarch64']) assert.match(ofBoth.stderr, new RegExp(`^ *runs on ${machine}$`, 'm'));
  assert.equal(ofBoth.stderr.match(/^ {2}✔ /gm)?.length, 20, ofBoth.stderr);
});

test('what is built for a platform is the same alone and together, in a container and on the host', async () => {
  const alone = await build(path.join(scratch, 'alone'), { ...COMMON, arches: other, 'build-in': 'host' });
  assert.deepEqual(alone.document, await readDocument(ofBoth.layout, `delta-${other}.json`));
  const host = await build(path.join(scratch, 'host'), { ...COMMON, arches: ['amd64', 'arm64'], 'build-in': 'host' });
  for (const arch of BOTH) assert.deepEqual(await readDocument(host.layout, `delta-${arch}.json`), await readDocument(ofBoth.layout, `delta-${arch}.json`));
  // Beside what both have are the results of the test.
  const { 'tests.json': tests, ...files } = await fingerprint(ofBoth.layout);
  assert.ok(tests !== undefined);
  assert.deepEqual(await fingerprint(host.layout), files);
});

test('a base without one of the platforms fails the job, and says which it has', async () => {
  const single = await bedrockLayout(bases.filter(({ arch }) => arch === own));
  const ran = await attemptBuild({ ...COMMON, 'base-image': `oci:${single}`, arches: 'amd64,arm64', 'build-in': 'host' });
  assert.equal(ran.code, 1);
  assert.match(ran.stderr, new RegExp(`^error: .*linux/${other}.*linux/${own}.*\\n.*arches`, 'm'));
});

test('where no emulator runs a builder, the job fails with what to set up', async () => {
  // The rig's emulator runs all that is of the other architecture; this is of a third one (elf(5): EM_RISCV).
  const folder = path.join(scratch, 'foreign');
  const builder = `builder = "\${./builder}"; system = "${systemOf(other)}";`;
  await writeFlake(folder, `{ outputs = { self }: { packages.${systemOf(other)}.default = derivation { name = "foreign"; ${builder} }; }; }`);
  const riscv = Buffer.alloc(300);
  riscv.write('7f454c460201010000000000000000000200f30001000000', 'hex');
  await writeFile(path.join(folder, 'builder'), riscv, { mode: 0o755 });
  const ran = await attemptBuild({ feature: await writeFeature(folder, 'foreign'), 'base-image': 'none', arches: other, 'build-in': 'host' });
  assert.equal(ran.code, 3, ran.stderr);
  assert.match(ran.stderr, new RegExp(`^error: Nix on the host can't build for ${systemOf(other)}: no emulator is set up`, 'm'));
  assert.match(ran.stderr, /docker\/setup-qemu-action/);
});
