import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bedrockImage, engine } from '../rig/images.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();
const ENGINES = [rig.docker, rig.podman];
// What the action sets; the image itself is a plain Debian one.
const NIX = ['--env', 'NIX_CONFIG=experimental-features = nix-command flakes\nbuild-users-group =\nsandbox = false\nfilter-syscalls = false'];

for (const by of ENGINES) {
  test(`${by.program} runs Nix in a Bedrock that holds what the host's Nix built`, async () => {
    const flake = await makeFlake('base', ['curl', 'sqlite3']);
    const { out } = await buildFlake(flake);
    const image = await bedrockImage(by, { arch: machineArch(), paths: [out], database: true });
    await engine(by, 'run', '--rm', ...NIX, image, 'nix-store', '--verify-path', out);
    const version = await engine(by, 'run', '--rm', ...NIX, image, `${out}/bin/sqlite3`, '--version');
    assert.match(version, /^3\./);
  });

  test(`${by.program} runs the other architecture's Bedrock`, async () => {
    const other = machineArch() === 'amd64' ? 'arm64' : 'amd64';
    const image = await bedrockImage(by, { arch: other, paths: [], database: false });
    const says = await engine(by, 'run', '--rm', ...NIX, '--platform', `linux/${other}`, image, 'sh', '-c', 'uname -m; nix --version');
    assert.match(says, other === 'arm64' ? /^aarch64\nnix/ : /^x86_64\nnix/);
  });

  test(`${by.program} runs a Bedrock with Nix 2.8`, async () => {
    const image = await bedrockImage(by, { arch: machineArch(), age: 'old', paths: [], database: false });
    assert.match(await engine(by, 'run', '--rm', image, 'nix', '--version'), /2\.8/);
  });
}
