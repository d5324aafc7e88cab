import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { run } from '../rig/command.ts';
import { machineArch } from '../rig/flakes.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { nixpkgs } from '../rig/nixpkgs.ts';
import { added, build, scratchFolder } from './nix-feature.ts';

/* What direnv has to do with a Feature: the .envrc that init writes, with direnv itself, and an .envrc as the source of a Feature. */
const scratch = await scratchFolder();
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');
const STAND_IN = `path:${await nixpkgs()}`;
const ENV = { ...NIX_ENV, HOME: scratch, XDG_DATA_HOME: path.join(scratch, 'data'), XDG_CONFIG_HOME: path.join(scratch, 'config') };

test('direnv gives who enters a new folder its tools, and the same .envrc is the source of a Feature without a flake', async () => {
  const tools = path.join(scratch, 'tools');
  await run([process.execPath, MAIN, 'init', 'tools', '--packages', 'hello', '--direnv'], { cwd: scratch, env: ENV });
  assert.equal(await readFile(path.join(tools, '.envrc'), 'utf8'), 'use flake\n');
  const flake = path.join(tools, 'flake.nix');
  await writeFile(flake, (await readFile(flake, 'utf8')).replace(/github:NixOS\/nixpkgs\/\w+/, STAND_IN));
  const direnv = (...words: string[]): Promise<string> => run(['nix', 'shell', `${STAND_IN}#direnv`, '-c', 'direnv', ...words], { cwd: tools, env: ENV });
  await direnv('allow', tools);
  assert.match(await direnv('exec', tools, 'sh', '-c', 'command -v hello && hello'), /^\/nix\/store\/[^\n]*\/bin\/hello\nHello/m);

  // A second Feature, which has the shell of the first one by its .envrc alone.
  const entered = path.join(scratch, 'entered');
  await run([process.execPath, MAIN, 'init', 'entered'], { cwd: scratch, env: ENV });
  await rm(path.join(entered, 'flake.nix'));
  await writeFile(path.join(entered, '.envrc'), 'watch_file x\nuse flake ../tools\ntouch ../ran\n');
  const built = await build(path.join(scratch, 'layout'), { feature: entered, 'base-image': 'none', 'build-in': 'host', reproducible: 'off' });
  assert.match(built.stderr, /entered\/\.envrc names a flake: its development shell "default" is built\. 2 other lines of it \(1 and 3\) are ignored/);
  assert.equal(built.document.source.flake, './tools#devShells.default');
  assert.ok(added(built.document).includes('entered-shell'));
  await assert.rejects(readFile(path.join(scratch, 'ran')), 'an .envrc is read, and not run');
  assert.equal(built.document.env.profile, 'share/nix-feature/profile.sh');
  assert.equal(built.document.system, systemOf(machineArch()));
});
