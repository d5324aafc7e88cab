import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, test } from '@jest/globals';
import { VERSION } from '../../src/version.ts';
import { COMPILED } from '../jest/compiled.ts';
import { CLI } from '../rig/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nix-feature-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(join(folder, 'devcontainer-feature.json'), '{\n  "id": "My Tools",\n  "version": "1.0.0"\n}\n');
writeFileSync(join(folder, 'flake.nix'), '{ outputs = _: { }; }\n');

function run(...argv: string[]) {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [CLI, ...argv], { encoding: 'utf8', cwd: folder, env: { ...COMPILED, PATH, HOME: folder } });
}

test('the version is that of package.json', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  assert.equal(manifest.version, VERSION);
  const { stdout, status } = run('--version');
  assert.equal(stdout, `nix-feature ${VERSION}\n`);
  assert.equal(status, 0);
});

test('help goes to standard output', () => {
  const { stdout, stderr, status } = run('--help');
  assert.match(stdout, /^nix-feature turns a Nix flake into a Dev Container Feature/);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('nothing at all is answered with the commands that there are, on less than a screen', () => {
  const { stdout, stderr, status } = run();
  assert.match(stdout, /^Usage: nix-feature <command> \[flags\]\n\nMake a Feature:\n  init +write /);
  assert.match(stdout, /\n  withdraw +withdraw a published version\n[^]*\n\nBegin with nix-feature init/);
  assert.ok(stdout.split('\n').length < 40, stdout);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('a mistake ends with 2, one message on standard error and no stack', () => {
  const { stdout, stderr, status } = run('build', '--base-image', 'none', '--build-in', 'hots');
  assert.equal(stdout, '');
  assert.equal(stderr, 'error: build-in: "hots" is not one of container, host. Did you mean host?\n');
  assert.equal(status, 2);
});

test('a mistake in a file names its line', () => {
  const { stderr, status } = run('build', '--base-image', 'none', '--build-in', 'host');
  assert.match(stderr, /^error: .*devcontainer-feature\.json:2:9: .*"My Tools" can't be the name of a Feature/);
  assert.equal(status, 2);
});

test('a password is shown nowhere', () => {
  const { stdout, stderr } = run('build', '--base-image', 'none', '--password', 'hunter2', '--feature', 'hunter2');
  assert.doesNotMatch(stdout + stderr, /hunter2/);
});

test('a reader that stops reading is no error', async () => {
  const child = spawn(process.execPath, [CLI, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const stderr = text(child.stderr);
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(await stderr, '');
  assert.equal(code, 0);
});
