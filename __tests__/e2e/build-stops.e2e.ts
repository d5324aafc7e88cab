import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { run } from '../rig/command.ts';
import { buildFlake, machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage, type Engine } from '../rig/images.ts';
import { RIG } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { until } from '../rig/service.ts';
import { systemOf } from '../../src/platform.ts';
import { LABEL, MACHINE, attemptBuild, build, containersLeft, fingerprint, scratchFolder, startBuild, writeFeature, type Flags, type RunningCommand } from './nix-feature.ts';

/* Runs that end before they are done: told to stop in the middle of something, or out of space. */
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const FLAKE = `{
  outputs = { self }: let
    make = name: script: derivation {
      inherit name;
      system = "${systemOf(arch)}";
      builder = "/bin/sh";
      args = [ "-euc" script ];
      PATH = "/usr/bin:/bin";
    };
  in {
    packages.${systemOf(arch)} = {
      # Waits to be killed; its name is seen in the list of processes.
      slow = make "slow" "sleep 613; echo > $out";
      # Some 120 MB, which take a while to compress.
      large = make "large" "mkdir $out; for i in 1 2; do seq $i 7000000 > $out/$i; done";
      # What no compression makes smaller.
      noise = make "noise" "head -c 8000000 /dev/urandom > $out";
      small = make "small" "echo small > $out";
    };
  };
}
`;
const feature = await writeFeature(await writeFlake(path.join(scratch, 'stops'), FLAKE), 'stops');
await buildFlake(feature, 'large');

interface Place {
  readonly name: string;
  readonly flags: Flags;
  readonly engine?: Engine;
}

const OFFLINE: Flags = { feature, 'nix-config': 'substituters =' };

async function placeOf(by: Engine): Promise<Place> {
  const image = await bedrockImage(by, { arch, paths: [], database: false });
  return {
    name: `in a container (${by.program})`,
    engine: by,
    flags: { ...OFFLINE, 'base-image': `daemon:${image}`, 'container-engine': by.program, 'container-options': LABEL },
  };
}

const PLACES: readonly Place[] = [
  { name: 'on the host', flags: { ...OFFLINE, 'base-image': 'none', 'build-in': 'host' } },
  await placeOf(rig.docker),
  await placeOf(rig.podman),
];

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function sleeping(): Promise<boolean> {
  const processes = await run(['ps', '-eo', 'args']);
  return processes.split('\n').some((line) => /^sleep 613$/.test(line.trim()));
}

/** Stops a run by a signal; it must end soon, and leave nothing. */
async function stop(command: RunningCommand, signal: NodeJS.Signals, { engine }: Place, output: string): Promise<void> {
  const before = performance.now();
  command.kill(signal);
  const ran = await command.done;
  const took = performance.now() - before;
  assert.equal(ran.code, signal === 'SIGINT' ? 130 : 143, ran.stderr);
  assert.match(ran.stderr, new RegExp(`^error: Stopped by ${signal}`, 'm'));
  assert.doesNotMatch(ran.stderr, /^\s+at .*\.[jt]s:\d+|Unexpected error/m);
  assert.deepEqual(ran.left, []);
  assert.ok(!existsSync(output), 'an output was left');
  assert.deepEqual((await readdir(path.dirname(output))).filter((name) => name.startsWith('.nix-feature')), []);
  if (engine !== undefined) assert.deepEqual(await containersLeft(engine), []);
  assert.ok(took < 10_000, `it took ${took} ms to stop`);
}

/** Each engine gets one of the signals, and docker alone is stopped while it packs, as the host is; `make test-all` has all. */
for (const [at, place] of PLACES.entries()) {
  for (const signal of EVERYTHING ? SIGNALS : [SIGNALS, [SIGNALS[1]], [SIGNALS[0]]][at] ?? []) {
    test(`${signal} in the middle of a build ${place.name} ends it, and all that it started`, async () => {
      const output = path.join(scratch, `${signal}-build`);
      const command = await startBuild({ ...place.flags, flake: '#slow', output });
      await command.saw("building '/nix/store/");
      await until('the builder', sleeping, { seconds: 20 });
      await stop(command, signal, place, output);
      await until('the end of the builder', async () => !(await sleeping()), { seconds: 5 });
    });
  }

  if (EVERYTHING || place.engine !== rig.podman) test(`SIGTERM in the middle of packing ${place.name} ends it`, async () => {
    const output = path.join(scratch, 'SIGTERM-pack');
    const command = await startBuild({ ...place.flags, flake: '#large', jobs: '1', output });
    await command.saw('Pack the delta …');
    await new Promise((resolve) => setTimeout(resolve, 700)); // until there are layers to leave behind
    await stop(command, 'SIGTERM', place, output);
  });
}

test('SIGINT while the base is fetched and adopted ends it', async () => {
  const place = PLACES[1] as Place;
  const output = path.join(scratch, 'SIGINT-list');
  const command = await startBuild({ ...place.flags, flake: '#small', output });
  await command.saw('List the base store …');
  await stop(command, 'SIGINT', place, output);
});

/** A file system of so many MiB, gone after the test. */
async function smallDisk(size: number): Promise<string> {
  const folder = path.join(RIG, 'small-disk', String(process.pid));
  await mkdir(folder, { recursive: true });
  await run(['mount', '-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder], { env: MACHINE });
  afterTest(async () => {
    await run(['umount', folder], { env: MACHINE });
    await rmdir(folder);
  });
  return folder;
}

for (const place of EVERYTHING ? PLACES : PLACES.slice(0, 2)) {
  test(`a full disk ${place.name}: it is said, the earlier layout stays, and nothing else`, async () => {
    const disk = await smallDisk(4);
    const output = path.join(disk, 'output');
    const earlier = await fingerprint((await build(output, { ...place.flags, flake: '#small' })).layout);
    const ran = await attemptBuild({ ...place.flags, flake: '#noise', output });
    assert.equal(ran.code, 1, ran.stderr);
    assert.match(ran.stderr, /^error: The disk is full.*\n.*(larger|another) disk/m);
    assert.ok(ran.stderr.includes(`error: The disk is full: ${disk} has no space left.`), ran.stderr);
    assert.deepEqual(await fingerprint(output), earlier);
    assert.deepEqual(await readdir(disk), ['output']);
    assert.deepEqual(ran.left, []);
    if (place.engine !== undefined) assert.deepEqual(await containersLeft(place.engine), []);
  });
}

test('no space for temporary files is a full disk too', async () => {
  const temporary = await smallDisk(4);
  const ran = await attemptBuild({ ...(PLACES[0] as Place).flags, flake: '#noise' }, { temporary, cwd: scratch });
  assert.equal(ran.code, 1, ran.stderr);
  assert.ok(ran.stderr.includes(`error: The disk is full: ${temporary} has no space left.`), ran.stderr);
  assert.deepEqual(ran.left, []);
});
