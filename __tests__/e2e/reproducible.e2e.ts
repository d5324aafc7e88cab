import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import type { BedrockAge } from '../rig/bedrock.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { runCommandLineHere } from '../rig/command-line.ts';
import { bedrockImage } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, MACHINE, added, attemptBuild, build, buildHere, scratchFolder, writeFeature, type Flags } from './nix-feature.ts';

/* What a second build is compared by, with each Nix, and what a build takes from a flake that would be another tomorrow. */
buildHere();
const rig = await theRig();
const arch = machineArch();
const system = systemOf(arch);
const scratch = await scratchFolder();
/** Names that no other run has built already. */
const RUN = `r${process.pid}`;

const feature = await writeFeature(
  await writeFlake(
    path.join(scratch, 'tools'),
    `{
  outputs = { self }: { packages.${system} = let
    make = attributes: script: derivation ({ system = "${system}"; builder = "/bin/sh"; args = [ "-euc" script ]; PATH = "/usr/bin:/bin"; } // attributes);
    addressed = { __contentAddressed = true; outputHashMode = "recursive"; outputHashAlgo = "sha256"; };
    library = make { name = "${RUN}-library-1.0"; } "mkdir $out; echo same > $out/a";
    caLibrary = seed: make (addressed // { name = "${RUN}-ca-library-1.0"; inherit seed; }) "mkdir $out; echo same > $out/a";
    ca = seed: make (addressed // { name = "${RUN}-ca-1.0"; library = caLibrary seed; }) "mkdir -p $out/bin; printf '#!/bin/sh\\\\ncat %s/a\\\\n' $library > $out/bin/ca; chmod +x $out/bin/ca; echo $out > $out/self";
  in {
    stable = make { name = "${RUN}-stable-1.0"; inherit library; } "mkdir -p $out/bin; ln -s $library/a $out/bin/stable";
    dated = make { name = "${RUN}-dated-1.0"; inherit library; } "mkdir -p $out/bin $out/share; echo $library > $out/bin/dated; chmod +x $out/bin/dated; date '+built on %Y-%m-%d %H:%M:%S.%N' > $out/share/when";
    ca = ca "one";
    caAgain = ca "two";
  }; };
}
`,
  ),
  'tools',
);
const ON_HOST: Flags = { feature, 'base-image': 'none', 'build-in': 'host' };
const COUNT = { derivations: 2, fetched: 0, layers: 2 };

async function inBedrock(age: BedrockAge): Promise<Flags> {
  const image = await bedrockImage(rig.docker, { arch, age, paths: [], database: true });
  return { feature, 'base-image': `daemon:${image}`, 'container-engine': 'docker', 'container-options': LABEL, 'nix-config': 'substituters =' };
}

interface Result {
  readonly platforms: readonly { readonly reproduced: typeof COUNT | null }[];
}

test('what ships is built and packed a second time, and the report says so', async () => {
  const flags = { ...ON_HOST, flake: '#stable', reproducible: 'check' };
  const argv = Object.entries({ ...flags, output: path.join(scratch, 'stable-json'), test: 'false' }).map(([name, value]) => `--${name}=${value}`);
  const json = await runCommandLineHere(['build', '--json', ...argv], { env: MACHINE });
  assert.equal(json.code, 0, json.stderr);
  const [platform] = (JSON.parse(json.stdout) as Result).platforms;
  assert.deepEqual({ ...platform?.reproduced, layers: COUNT.layers }, COUNT);
  assert.ok((platform?.reproduced?.layers ?? 0) > 0);
  assert.match(json.stderr, /Build the delta a second time: 2 derivations: the same/);
  // Nothing of the second time is left in the layout.
  assert.ok(!(await readdir(path.join(scratch, 'stable-json'))).includes('again'));
});

for (const age of ['host', 'current', 'newest'] as const) {
  test(`what a second build makes differently is named: the path, the file, the bytes and that it is a date (${age})`, async () => {
    const flags = { ...(age === 'host' ? ON_HOST : await inBedrock(age)), flake: '#dated', reproducible: 'check' };
    const run = await attemptBuild({ ...flags, output: path.join(scratch, `dated-${age}`) });
    assert.equal(run.code, 1, run.stderr);
    assert.match(
      run.stderr,
      /error: r\d+-dated-1\.0 is not reproducible: built a second time, share\/when differs from byte \d+ on: ".*\d\d:\d\d:\d\d\.\d*", then ".*\d\d:\d\d:\d\d\.\d*"\. This looks like a date\./,
    );
    assert.match(run.stderr, /SOURCE_DATE_EPOCH/);
    assert.deepEqual(await readdir('/nix/store').then((names) => names.filter((name) => name.includes(`${RUN}-dated`) && name.endsWith('.check'))), []);
  });
}

for (const age of ['host', 'newest'] as const) {
  test(`content-addressed derivations are built, shipped and come to the same from other sources that make the same (${age})`, async () => {
    const place = age === 'host' ? ON_HOST : await inBedrock(age);
    const config = `${age === 'host' ? '' : 'substituters =\n'}extra-experimental-features = ca-derivations`;
    const one = await build(path.join(scratch, `ca-one-${age}`), { ...place, 'nix-config': config, flake: '#ca', reproducible: 'check' });
    const two = await build(path.join(scratch, `ca-two-${age}`), { ...place, 'nix-config': config, flake: '#caAgain' });
    assert.deepEqual(added(one.document), [`${RUN}-ca-1.0`, `${RUN}-ca-library-1.0`]);
    assert.equal(one.document.storePath, two.document.storePath);
    assert.deepEqual(one.document.layers.map(({ digest }) => digest), two.document.layers.map(({ digest }) => digest));
  });
}

test('a flake whose inputs float needs a lock file, unless the user says otherwise', async () => {
  const other = await writeFlake(path.join(scratch, 'other'), '{ outputs = { self }: { name = "x"; }; }');
  const floating = await writeFeature(
    await writeFlake(
      path.join(scratch, 'floating'),
      `{ inputs.other.url = "path:${other}"; outputs = { self, other }: { packages.${system}.default = derivation { inherit (other) name; system = "${system}"; builder = "/bin/sh"; args = [ "-c" "echo > $out" ]; }; }; }`,
    ),
    'floating',
  );
  const flags = { ...ON_HOST, feature: floating };
  const refused = await attemptBuild({ ...flags, output: path.join(scratch, 'refused') });
  assert.equal(refused.code, 2, refused.stderr);
  assert.match(refused.stderr, /floating\/flake\.nix: This flake has inputs but no flake\.lock.*\n.*nix flake lock.*--reproducible off/);
  const allowed = await build(path.join(scratch, 'allowed'), { ...flags, reproducible: 'off' });
  assert.match(allowed.stderr, /warning: .*This flake has inputs but no flake\.lock/);
});
