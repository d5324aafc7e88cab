import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { run } from '../rig/command.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { nixpkgs } from '../rig/nixpkgs.ts';
import { theRig } from '../rig/rig.ts';
import { added, build, manifestsOf, scratchFolder, writeFeature } from './nix-feature.ts';

/* A development shell of the stand-in for nixpkgs as a Feature, held against what `nix develop` gives. */
const rig = await theRig();
const scratch = await scratchFolder();
const SYSTEM = systemOf(machineArch());
const folder = path.join(scratch, 'our-shell');

const FLAKE = `{
  inputs.nixpkgs.url = "path:${await nixpkgs()}";
  outputs = { nixpkgs, ... }: let
    pkgs = nixpkgs.legacyPackages.${SYSTEM};
    compiler = pkgs.writeShellScriptBin "our-compiler" "exit 0";
    tool = pkgs.runCommand "our-tool" { } "\${compiler}/bin/our-compiler; mkdir -p $out/bin; ln -s \${pkgs.hello}/bin/hello $out/bin/our-tool";
  in {
    devShells.${SYSTEM}.ci = pkgs.mkShellNoCC {
      packages = [ pkgs.jq tool ];
      GREETING = "hello 'world'";
      CURL_HOME = "\${pkgs.curl}/share";
      MANY_LINES = "one\\ntwo";
      PRICE = "5$";
      shellHook = "export FROM_HOOK=1";
    };
  };
}
`;

/** What docs/make/dev-shell.md says is left out. */
const LEFT_OUT =
  /^(?:PATH|HOME|TERM|SHELL|SHLVL|TZ|PWD|OLDPWD|_|TMP|TMPDIR|TEMP|TEMPDIR|SSL_CERT_FILE|NIX_BUILD_TOP|NIX_CONFIG|NIX_STORE|NIX_BUILD_CORES|NIX_GCROOT|NIX_LOG_FD|builder|system|name|src|out|outputs|stdenv|shell|phases|patches|shellHook|\w*[bB]uildInputs|deps\w+|propagated\w+|\w+Phase|\w+Flags|do\w*Check|strictDeps|preferLocalBuild|dontAddDisableDepTrack|__\w+)$/;

async function developed(): Promise<Readonly<Record<string, string>>> {
  const { PATH, HOME, NIX_CONFIG } = NIX_ENV;
  const text = await run(['nix', 'develop', `path:${folder}#ci`, '-c', 'env', '-0'], { env: { PATH, HOME, NIX_CONFIG: `${NIX_CONFIG ?? ''}\nflake-registry = /dev/null` } });
  return Object.fromEntries(text.split('\0').filter((line) => line !== '').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

test("a shell's Feature gives a container what nix develop gives, but for what is documented, and not what built its tools", async () => {
  await writeFlake(folder, FLAKE);
  await writeFeature(folder, 'our-shell');
  const theirs = await developed();
  const wanted = Object.entries(theirs).filter(([name]) => !LEFT_OUT.test(name) && name !== 'FROM_HOOK');
  assert.deepEqual(['CURL_HOME', 'GREETING', 'MANY_LINES', 'PRICE'].filter((name) => !wanted.some(([each]) => each === name)), []);
  const programs = (await Promise.all((theirs['PATH'] ?? '').split(':').filter((each) => each.startsWith('/nix/store/')).map((each) => readdir(each)))).flat();
  assert.ok(programs.includes('jq') && programs.includes('our-tool') && programs.length > 20);

  // As users find it: in login shells, and what is constant in every process.
  const checks = wanted.map(([name, value]) => `bash -lc '[ "$${name}" = "$1" ] || { echo "${name} is $${name}" >&2; exit 1; }' sh ${word(value)}`);
  const inAll = `[ "$GREETING" = ${word(theirs['GREETING'] ?? '')} ] && [ "\${CURL_HOME-unset}" = unset ] && [ "\${FROM_HOOK-unset}" = unset ]`;
  const found = [...new Set(programs)].map((name) => `bash -lc 'command -v ${name} > /dev/null || { echo "${name} is not found" >&2; exit 1; }'`);
  await writeFile(path.join(folder, 'test.sh'), `#!/bin/sh\nset -e\n${[...checks, inAll, ...found.slice(0, 10), 'our-tool | grep -i hello', "echo '{\"a\":1}' | jq -e .a"].join('\n')}\n`, { mode: 0o755 });

  const base = await bedrockImage(rig.docker, { arch: machineArch(), paths: [], database: true });
  const built = await build(path.join(scratch, 'layout'), { feature: folder, 'dev-shell': 'ci', 'base-image': `daemon:${base}`, 'build-in': 'host', test: 'true', 'container-engine': 'docker' });
  const names = added(built.document);
  assert.ok(names.includes('our-shell-shell') && names.includes('our-tool'), names.join(' '));
  assert.deepEqual(names.filter((name) => /compiler|^gcc|stdenv/.test(name)), []);
  assert.deepEqual(built.document.env, { PATH: ['bin'], profile: 'share/nix-feature/profile.sh', variables: { GREETING: "hello 'world'", IN_NIX_SHELL: 'impure', ...constantsOf(wanted) } });
  const [manifest] = await manifestsOf(built.layout);
  assert.equal(manifest?.annotations?.['dev.nix-feature.system'] ?? SYSTEM, SYSTEM);
});

/** Of what a shell sets, those without a store path, a dollar sign or a line break. */
function constantsOf(variables: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.filter(([name, value]) => name !== 'XDG_DATA_DIRS' && !/\/nix\/store\/|\$|\n|x86_64|aarch64/.test(value)));
}

/** One word of sh. */
function word(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
