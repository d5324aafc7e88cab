import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { systemOf } from '../../src/platform.ts';
import { run } from '../rig/command.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { theRig } from '../rig/rig.ts';
import { build, buildHere, readDocument, scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, ownNamespace, published, targetFlags } from './publishing.ts';

/* Two Features of a namespace need one derivation that comes out differently each time: who built it is seen by its hash. */
buildHere();
const registry = (await theRig()).registries.none;
const scratch = await scratchFolder();
const arch = machineArch();
const namespace = ownNamespace('reuse');
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const bedrock = `${registry.host}/reuse/bedrock:1`;
await pushLayout(await bedrockLayout([{ arch, paths: [base.out], database: true }]), bedrock);

/** A Feature whose program comes with the common part. @param salt tells the derivations of test runs apart */
async function writeSibling(id: string, salt = String(process.pid)): Promise<string> {
  const folder = path.join(scratch, id);
  const common = `system = "${systemOf(arch)}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; run = "${salt}";`;
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'flake.nix'),
    `{ outputs = _: let
      shared = derivation { name = "shared-noise"; ${common} args = [ "-c" "mkdir $out; head -c 1000 /dev/urandom > $out/noise" ]; };
    in { packages.${systemOf(arch)}.default = derivation { name = "${id}"; inherit shared; ${common}
      args = [ "-c" "mkdir -p $out/bin; echo \\"#!/bin/sh\\" > $out/bin/${id}; echo \\"cat $shared/noise\\" >> $out/bin/${id}; chmod +x $out/bin/${id}" ]; };
    }; }\n`,
  );
  await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id, version: '1.0.0', name: id }));
  return folder;
}

function noiseOf({ closure }: DeltaDocument): { readonly path: string; readonly narHash: string } {
  const entry = closure.find(({ path: each }) => each.endsWith('-shared-noise'));
  assert.ok(entry !== undefined);
  return entry;
}

const one = path.join(scratch, 'one-layout');
await published(['build', `--feature=${await writeSibling('one')}`, ...HOST_BUILD, '--push', `--output=${one}`, ...targetFlags(registry, namespace)], registry);
const { path: shared, narHash } = noiseOf(await readDocument(one));
const two = await writeSibling('two');
const FLAGS = { feature: two, registry: registry.host, namespace };

test('a container without a network takes from a sibling what it would have to build, unless it is told to build', async () => {
  const inContainer = { ...FLAGS, 'base-image': bedrock, 'container-options': '--network=none' };
  const reused = await build(path.join(scratch, 'reused'), inContainer);
  assert.equal(noiseOf(reused.document).narHash, narHash, reused.stderr);
  assert.match(reused.stderr, /Reuse what is published[^\n]*1 store path/);
  assert.doesNotMatch(reused.stderr, /building '\S+shared-noise\.drv'/);
  const built = await build(path.join(scratch, 'built'), { ...inContainer, reuse: 'false' });
  assert.notEqual(noiseOf(built.document).narHash, narHash);
  assert.doesNotMatch(built.stderr, /Reuse what is published/);
});

test('the Nix of the host does the same', async () => {
  const roots = (await run(['nix-store', '--query', '--referrers-closure', shared], { env: NIX_ENV })).trim().split('\n');
  await run(['nix-store', '--delete', ...roots], { env: NIX_ENV });
  const reused = await build(path.join(scratch, 'host'), { ...FLAGS, 'base-image': 'none', 'build-in': 'host' });
  assert.equal(noiseOf(reused.document).narHash, narHash, reused.stderr);
});

test('a namespace with nothing in it changes nothing', async () => {
  const nothing = await build(path.join(scratch, 'nothing'), { ...FLAGS, feature: await writeSibling('three', 'three'), namespace: `${namespace}/nothing`, 'base-image': 'none', 'build-in': 'host' });
  assert.doesNotMatch(nothing.stderr, /Reuse what is published/);
});
