import assert from 'node:assert/strict';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { run } from '../rig/command.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { nixpkgs } from '../rig/nixpkgs.ts';
import { CLI } from '../rig/programs.ts';
import { theRig } from '../rig/rig.ts';
import { added, attemptBuild, build, scratchFolder, writeFeature } from './nix-feature.ts';
import { ownNamespace } from './publishing.ts';

/*
 * Shells of other tools as Features: direnv's, by the .envrc that init writes, with direnv itself, and by an .envrc as the source of a
 * Feature; and devenv's, by a flake that is generated, with a stand-in for devenv's own.
 */
const scratch = await scratchFolder();
const STAND_IN = `path:${await nixpkgs()}`;
const DEVENV = `path:${path.join(import.meta.dirname, '../rig/devenv')}`;
const ENV = { ...NIX_ENV, HOME: scratch, XDG_DATA_HOME: path.join(scratch, 'data'), XDG_CONFIG_HOME: path.join(scratch, 'config') };

const TARGET = { registry: (await theRig()).registries.none.host, namespace: ownNamespace('dev-shell-direnv') };

test('direnv gives who enters a new folder its tools, and the same .envrc is the source of a Feature without a flake', async () => {
  const tools = path.join(scratch, 'tools');
  await run([process.execPath, CLI, 'init', 'tools', '--packages', 'hello', '--direnv'], { cwd: scratch, env: ENV });
  assert.equal(await readFile(path.join(tools, '.envrc'), 'utf8'), 'use flake\n');
  const flake = path.join(tools, 'flake.nix');
  await writeFile(flake, (await readFile(flake, 'utf8')).replace(/github:NixOS\/nixpkgs\/\w+/, STAND_IN));
  const direnv = (...words: string[]): Promise<string> => run(['nix', 'shell', `${STAND_IN}#direnv`, '-c', 'direnv', ...words], { cwd: tools, env: ENV });
  await direnv('allow', tools);
  assert.match(await direnv('exec', tools, 'sh', '-c', 'command -v hello && hello'), /^\/nix\/store\/[^\n]*\/bin\/hello\nHello/m);

  // A second Feature, which has the shell of the first one by its .envrc alone.
  const entered = path.join(scratch, 'entered');
  await run([process.execPath, CLI, 'init', 'entered'], { cwd: scratch, env: ENV });
  await rm(path.join(entered, 'flake.nix'));
  await writeFile(path.join(entered, '.envrc'), 'watch_file x\nuse flake ../tools\ntouch ../ran\n');
  const built = await build(path.join(scratch, 'layout'), { feature: entered, 'base-image': 'none', 'build-in': 'host', reproducible: 'off', push: 'true', ...TARGET });
  assert.match(built.stderr, /entered\/\.envrc names a flake: its development shell "default" is built\. 2 other lines of it \(1 and 3\) are ignored/);
  assert.equal(built.document.source.flake, './tools#devShells.default');
  assert.ok(added(built.document).includes('entered-shell'));
  await assert.rejects(readFile(path.join(scratch, 'ran')), 'an .envrc is read, and not run');
  assert.equal(built.document.env.profile, 'share/nix-feature/profile.sh');
  assert.equal(built.document.system, systemOf(machineArch()));

  const plan = async (...flags: string[]): Promise<unknown> => {
    const said = await run([process.execPath, CLI, 'plan', 'entered', '--base-image=none', '--build-in=host', `--registry=${TARGET.registry}`, `--namespace=${TARGET.namespace}`, ...flags, '--json'], { cwd: scratch, env: ENV });
    const { evaluated, features } = JSON.parse(said) as { readonly evaluated: number; readonly features: readonly { readonly plan: string; readonly why: string | null }[] };
    return { evaluated, features: features.map(({ plan: each, why }) => [each, why]) };
  };
  assert.deepEqual(await plan(), { evaluated: 0, features: [['up-to-date', null]] }, 'the shell is the one that was built');
  assert.deepEqual(await plan('--shell-hook'), { evaluated: 0, features: [['build', 'unknown']] });
  await writeFile(flake, `${await readFile(flake, 'utf8')}# changed\n`);
  assert.deepEqual(await plan(), { evaluated: 0, features: [['build', 'unknown']] });
});

test('a folder of devenv is a Feature with the shell that devenv makes, of what its lock file pins', async () => {
  const folder = await writeFeature(path.join(scratch, 'devenved'), 'devenved');
  const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
  await write('devenv.yaml', `inputs:\n  nixpkgs:\n    url: ${STAND_IN}\n  devenv:\n    url: ${DEVENV}\nclean:\n  enabled: true\n`);
  await write('devenv.nix', '{ pkgs, config, ... }: { imports = [ ./more.nix ]; packages = [ pkgs.hello pkgs.direnv (pkgs.runCommand "nix-direnv-3.0.0" { } "mkdir -p $out/share/nix-direnv; touch $out/share/nix-direnv/direnvrc") ]; env.GREET = "devenv"; env.TOOL = "${pkgs.jq}/bin/jq"; enterShell = "export FROM_HOOK=1"; }\n');
  await write('more.nix', '{ pkgs, ... }: { packages = [ (pkgs.writeShellScriptBin "ours" "hello") ]; }\n');
  await write('.envrc', 'eval "$(devenv direnvrc)"\nuse devenv\n');
  const flags = { feature: folder, 'base-image': 'none', 'build-in': 'host' };

  const floating = await attemptBuild({ ...flags, output: path.join(scratch, 'no-layout') });
  assert.equal(floating.code, 2, floating.stderr);
  assert.match(floating.stderr, /devenv\.yaml: No devenv\.lock pins "nixpkgs" and "devenv", so each build may use different versions of them\./);

  // The lock file of devenv has the form of Nix's own.
  const locked = await writeFlake(path.join(scratch, 'locked'), `{ inputs.nixpkgs.url = "${STAND_IN}"; inputs.devenv.url = "${DEVENV}"; outputs = _: { }; }\n`);
  await run(['nix', 'flake', 'lock', `path:${locked}`], { env: ENV });
  await copyFile(path.join(locked, 'flake.lock'), path.join(folder, 'devenv.lock'));
  const { document, layout, stderr } = await build(path.join(scratch, 'devenv-layout'), { ...flags, 'direnv-hook': 'true' });
  assert.match(stderr, /devenv\.yaml: clean is ignored: a shell in a container has no use for it\./);
  assert.equal(document.source.flake, "./devenved#devShells.default with direnv's hook");
  const profile = `${document.storePath}/share/nix-feature/profile.sh`;
  const hookOf = (flags_: string): Promise<string> => run(['bash', '--norc', '--noprofile', flags_, `. ${profile}; echo "hook: $PROMPT_COMMAND $DIRENV_CONFIG"`], { env: { ...ENV, PATH: `${document.storePath}/bin:${NIX_ENV['PATH'] ?? ''}` } });
  assert.match(await hookOf('-ic'), /hook: .*_direnv_hook.* \/nix\/store\/\S+-nix-direnv-3\.0\.0\/share\/nix-direnv\n/);
  assert.match(await hookOf('-c'), /hook: +\n/);
  const { GREET, DEVENV_ROOT, TOOL, FROM_HOOK } = document.env.variables;
  assert.deepEqual([GREET, DEVENV_ROOT, TOOL, FROM_HOOK], ['devenv', '/workspaces', undefined, undefined]);
  const names = added(document);
  assert.deepEqual(['devenved-shell', 'ours'].filter((name) => !names.includes(name)), []);
  assert.ok(names.some((name) => name.startsWith('hello')) && names.some((name) => name.startsWith('jq')), names.join(' '));
  assert.match(await readFile(path.join(layout, 'flake.nix'), 'utf8'), /inputs\.devenv\.lib\.mkShell/);
});
