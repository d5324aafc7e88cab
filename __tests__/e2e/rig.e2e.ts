import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { run } from '../rig/command.ts';
import { systemOf } from '../../src/platform.ts';
import { buildFlake, machineArch, makeFlake, writeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockImage, bedrockLayout, engine } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { nixpkgs, serveNixpkgs } from '../rig/nixpkgs.ts';
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

test('the stand-in for nixpkgs has the packages of the other flakes, in every Nix, and a second revision builds some anew', async () => {
  const system = systemOf(machineArch());
  const { out: curl } = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']), 'curl');
  const served = await serveNixpkgs();
  try {
    const ask = (reference: string, name: string): string[] => ['nix', 'eval', '--raw', `${reference}#legacyPackages.${system}.${name}.outPath`];
    const onHost = (revision: 1 | 2, name: string): Promise<string> => run(ask(served.references[revision], name), { env: NIX_ENV });
    assert.equal(await onHost(1, 'curl'), curl);
    assert.equal(await onHost(1, 'hello'), await onHost(2, 'hello'));
    assert.equal(await onHost(1, 'glibc'), await onHost(2, 'glibc'));
    for (const name of ['curl', 'jq', 'sqlite', 'zlib']) {
      const [one, two] = await Promise.all([onHost(1, name), onHost(2, name)]);
      assert.notEqual(one, two);
      assert.equal(one.slice(44), two.slice(44));
    }
    for (const age of ['current', 'newest'] as const) {
      const image = await bedrockImage(rig.docker, { arch: machineArch(), age, paths: [], database: false });
      assert.equal(await engine(rig.docker, 'run', '--rm', '--network=host', ...NIX, image, ...ask(served.references[1], 'curl')), curl);
    }
  } finally {
    await served.stop();
  }
});

test('the stand-in for nixpkgs has builders, overlays and shells, for both systems', async () => {
  const arches = ['amd64', 'arm64'] as const;
  const reference = `path:${await nixpkgs({ arches })}`;
  const scratch = await mkdtemp(path.join(tmpdir(), 'nixpkgs-'));
  try {
    const flake = await writeFlake(
      scratch,
      `{
  inputs.nixpkgs.url = "${reference}";
  outputs = { self, nixpkgs }: let
    each = nixpkgs.lib.genAttrs [ ${arches.map((arch) => `"${systemOf(arch)}"`).join(' ')} ];
    greeting = final: prev: { hello = prev.writeShellScriptBin "hello" "echo overlaid"; };
  in {
    packages = each (system: let pkgs = nixpkgs.legacyPackages.\${system}; in {
      hello = pkgs.hello;
      overlaid = (pkgs.appendOverlays [ greeting ]).hello;
      imported = (import nixpkgs { inherit system; overlays = [ greeting ]; }).gnuPackages.hello;
      app = pkgs.writeShellApplication { name = "app"; runtimeInputs = [ pkgs.jq pkgs.hello ]; text = "hello; jq --version"; };
      joined = pkgs.symlinkJoin { name = "joined"; paths = [ pkgs.hello pkgs.jq ]; postBuild = "ls $out/bin > $out/list"; };
      made = pkgs.stdenv.mkDerivation { pname = "made"; version = "1"; buildInputs = [ pkgs.jq ]; installPhase = "mkdir $out; type -P gcc jq > $out/found"; };
      ran = pkgs.runCommand "ran" { greeting = "hi"; } "echo $greeting > $out";
    });
    devShells = each (system: { default = with nixpkgs.legacyPackages.\${system}; mkShell { packages = [ jq ]; GREETING = "hi there"; shellHook = "echo hooked"; }; });
  };
}
`,
    );
    const nix = (...argv: readonly string[]): Promise<string> => run(['nix', ...argv], { env: NIX_ENV, cwd: scratch });
    const built = async (name: string): Promise<string> => (await buildFlake(flake, name)).out;
    assert.equal(await run([`${await built('overlaid')}/bin/hello`]), 'overlaid\n');
    assert.equal(await run([`${await built('imported')}/bin/hello`]), 'overlaid\n');
    assert.match(await run([`${await built('app')}/bin/app`]), /^Hello, world!\njq-1/);
    assert.match(await readFile(`${await built('joined')}/list`, 'utf8'), /^hello\njq\n/);
    assert.match(await readFile(`${await built('made')}/found`, 'utf8'), /-gcc-wrapper-[^\n]*\/bin\/gcc\n.*-jq-[^\n]*\/bin\/jq\n/);
    assert.equal(await readFile(await built('ran'), 'utf8'), 'hi\n');
    const shell = await nix('develop', `path:${scratch}`, '--command', 'sh', '-c', 'echo "$GREETING"; command -v jq; command -v gcc');
    assert.match(shell, /^hooked\nhi there\n\/nix\/store\/.*-jq-.*\n\/nix\/store\/.*-gcc-wrapper-/);
    const licence = await nix('eval', '--raw', `${reference}#legacyPackages.${systemOf(machineArch())}.jq.meta.license.spdxId`);
    assert.equal(licence, 'MIT');

    const other = machineArch() === 'amd64' ? 'arm64' : 'amd64';
    const { out } = await buildFlake(flake, 'hello', { arch: other });
    assert.match(await run(['readelf', '-h', `${out}/bin/hello`]), other === 'arm64' ? /AArch64/ : /X86-64/);
  } finally {
    await rm(scratch, { recursive: true });
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
