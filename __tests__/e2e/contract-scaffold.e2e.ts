import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { run, type CommandResult } from '../rig/command.ts';
import { runCommandLineHere } from '../rig/command-line.ts';
import { machineArch } from '../rig/flakes.ts';
import { bedrockImage } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { MACHINE, scratchFolder } from './nix-feature.ts';

/*
 * A Feature from nothing, as docs/make/creating-a-feature.md has it: init, validate, lock, test. There is no network, so a
 * small flake stands for nixpkgs; it is what `nix flake lock --override-input` takes, as it takes the base's revision.
 */
const rig = await theRig();
const scratch = await scratchFolder();
const bedrock = `daemon:${await bedrockImage(rig.docker, { arch: machineArch(), paths: [], database: true })}`;

const NIXPKGS = `{
  outputs = { self }: let
    packages = system: let
      tool = name: derivation {
        inherit name system; builder = "/bin/sh"; PATH = "/usr/bin:/bin";
        args = [ "-euc" "mkdir -p $out/bin $out/share; printf '#!/bin/sh\\\\necho \${name} runs\\\\n' > $out/bin/\${name}; chmod +x $out/bin/\${name}" ];
      };
    in {
      jq = tool "jq";
      ripgrep = tool "rg";
      buildEnv = { name, paths, pathsToLink }: derivation {
        inherit name system paths pathsToLink; builder = "/bin/sh"; PATH = "/usr/bin:/bin";
        args = [ "-euc" "for place in $pathsToLink; do mkdir -p $out$place; for path in $paths; do ln -s $path$place/* $out$place/ 2>/dev/null || :; done; done; find $out -type l ! -exec test -e {} ';' -delete" ];
      };
    };
  in { legacyPackages.x86_64-linux = packages "x86_64-linux"; legacyPackages.aarch64-linux = packages "aarch64-linux"; };
}
`;

function nixFeature(...argv: string[]): Promise<CommandResult> {
  return runCommandLineHere(argv, { cwd: scratch, env: { ...MACHINE, TMPDIR: path.join(scratch, 'tmp') } });
}

test('what init writes is validated, built, installed and tested without a change but the lock', async () => {
  await mkdir(path.join(scratch, 'tmp'));
  await mkdir(path.join(scratch, 'nixpkgs'));
  await writeFile(path.join(scratch, 'nixpkgs/flake.nix'), NIXPKGS);
  const begun = await nixFeature('init', 'features/my-tools', '--packages', 'jq,ripgrep');
  assert.equal(begun.code, 0, begun.stderr);

  const folder = path.join(scratch, 'features/my-tools');
  const flake = await readFile(path.join(folder, 'flake.nix'), 'utf8');
  await run(['nix', 'flake', 'lock', '--override-input', 'nixpkgs', `path:${scratch}/nixpkgs`, `path:${folder}`], { env: MACHINE });
  assert.equal(await readFile(path.join(folder, 'flake.nix'), 'utf8'), flake);

  const checked = await nixFeature('validate', 'features/my-tools', '--strict');
  assert.equal(checked.code, 0, checked.stderr);
  const tested = await nixFeature('test', 'features/my-tools', '--base-image', bedrock, '--build-in', 'host', '--container-engine', 'docker', '--strict');
  assert.equal(tested.code, 0, tested.stderr);
  assert.match(tested.stderr, /rg is \/opt\/nix-feature\/my-tools\/bin\/rg/);
  assert.match(tested.stdout, /^my-tools 0\.1\.0 for \w+ in daemon:.*: 10 checks passed\n {2}install\.sh installs: passed\n/);
  assert.deepEqual(await readdir(path.join(scratch, 'tmp')), []);
});

test("packages without a folder's own flake are tested as well, and the result is JSON for a script", async () => {
  const folder = path.join(scratch, 'plain');
  await mkdir(folder);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), '{ "id": "plain", "version": "1.0.0" }\n');
  const tested = await nixFeature('test', 'plain', '--flake', `./nixpkgs#legacyPackages.${systemOf(machineArch())}.jq`, '--base-image', bedrock, '--build-in', 'host', '--json', '--quiet');
  assert.equal(tested.code, 0, tested.stderr);
  const { tests, layout } = JSON.parse(tested.stdout) as { layout: string | null; tests: { checks: { title: string; outcome: string }[] }[] };
  assert.equal(layout, null);
  assert.deepEqual(tests[0]?.checks.map(({ outcome }) => outcome), ['passed', 'passed', 'passed', 'passed', 'skipped', 'passed', 'passed', 'passed', 'passed', 'passed']);
});
