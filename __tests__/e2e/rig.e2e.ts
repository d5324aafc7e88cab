import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { run } from '../rig/command.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, engine } from '../rig/images.ts';
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

test('a container fetches from the binary cache what the host built, with its signature', async () => {
  const flake = await makeFlake('base', ['curl', 'sqlite3']);
  const { out } = await buildFlake(flake);
  const cache = await serveBinaryCache([out]);
  try {
    const image = await bedrockImage(rig.docker, { arch: machineArch(), paths: [], database: false });
    const settings = `${NIX[1]}\nsubstituters = ${cache.url}\ntrusted-public-keys = ${cache.publicKey}`;
    const script = 'nix-store --realise "$0" && nix-store --verify-path "$0"';
    await engine(rig.docker, 'run', '--rm', '--network=host', '--env', settings, image, 'sh', '-c', script, out);
    assert.ok(cache.fetched.length >= 38);
  } finally {
    await cache.stop();
  }
});

test('a layout with zstd layers and both architectures is pushed to every kind of registry as an image index', async () => {
  const layout = await bedrockLayout(
    (['amd64', 'arm64'] as const).map((arch) => ({ arch, paths: [], database: false })),
    'zstd',
  );
  for (const registry of Object.values(rig.registries)) {
    const to = `${registry.host}/rig/bedrock:1`;
    await pushLayout(layout, to, registry.credentials === undefined ? {} : { credentials: registry.credentials });
    const login = registry.credentials === undefined ? [] : ['--creds', `${registry.credentials.username}:${registry.credentials.password}`];
    const raw = await run(['skopeo', 'inspect', '--raw', '--tls-verify=false', ...login, `docker://${to}`]);
    const index = JSON.parse(raw) as { manifests: { platform: { architecture: string } }[] };
    assert.deepEqual(index.manifests.map(({ platform }) => platform.architecture), ['amd64', 'arm64']);
  }
});
