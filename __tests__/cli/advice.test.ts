import assert from 'node:assert/strict';
import path, { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text as textOf } from 'node:stream/consumers';
import { test, afterAll } from '@jest/globals';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { PLAN_INPUTS } from '../../src/actions/inputs/plan.ts';
import { PUBLISH_INPUTS } from '../../src/actions/inputs/publish.ts';
import { WSL_INPUTS } from '../../src/actions/inputs/wsl.ts';
import { terminalHint } from '../../src/cli/failures.ts';
import { ALL_FLAGS, COMMANDS, OWN_FLAGS } from '../../src/cli/flags.ts';
import { VERSION } from '../../src/version.ts';
import { COMPILED } from '../jest/compiled.ts';
import { CLI } from '../rig/programs.ts';

const SRC = path.join(import.meta.dirname, '../../src');

/** Without comments, and without what is said to a reader at a terminal alone. */
function textFor(job: string): string {
  return readFileSync(path.join(SRC, job), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\b(?:inTerminal|terminal): (?:'[^']*'|`[^`]*`)/gm, '');
}

/** What an action may run: all that its entry imports, at once or when it is needed. */
function filesOfActions(): readonly string[] {
  const files = new Set<string>();
  const open = ['main.ts'];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [, found = ''] of textFor(file).matchAll(/(?:^|[\s;}*])(?:from|import)\s*\(?\s*'(\.[^']+)'/gm)) open.push(path.join(path.dirname(file), found));
  }
  return [...files].sort();
}

/** String literals that are sentences: arguments of programs have no blanks. */
function sentencesOf(file: string): readonly string[] {
  return [...textFor(file).matchAll(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g)].map(([literal]) => literal).filter((literal) => literal.includes(' '));
}

const FILES = filesOfActions();

test('nothing that an action says names a command or a flag of the command line', () => {
  assert.ok(FILES.includes('app/build.ts') && FILES.some((file) => file.endsWith('/explain.ts')) && FILES.length > 200, String(FILES.length));
  const flags = [...ALL_FLAGS, ...OWN_FLAGS].map(({ name }) => name).join('|');
  const cli = new RegExp(`--(?:${flags})(?![\\w-])|\\bnix-feature (?:${COMMANDS.join('|')})\\b|\\bNIX_FEATURE_[A-Z]+|command line`);
  // What Nix was asked is quoted as it is asked.
  const said = FILES.flatMap((file) => sentencesOf(file).filter((text) => cli.test(text.replaceAll(/"nix(?:-store)? [^"]*"/g, ''))).map((text) => `${file}: ${text}`));
  // The history of an image names what made it.
  const advice = said.filter((text) => !text.startsWith('image/config/compose-image.ts: `nix-feature image: '));
  // Whoever raises a version does so in a checkout, whatever asked for it: that command is named there, and only there.
  assert.deepEqual(advice.filter((text) => !/^release\/release\.ts: .*nix-feature bump \$\{level\}/.test(text)), []);
});

test('what a hint puts into quotes as a setting is an input that there is', () => {
  const inputs = new Set<string>([...INPUTS, ...PUBLISH_INPUTS, ...PLAN_INPUTS, ...WSL_INPUTS].map(({ name }) => name));
  const settings = FILES.flatMap((file) => [...textFor(file).matchAll(/\b(?:hint|inTerminal): ['`].*?"([a-z]+(?:-[a-z]+)*): [a-z/]+"/g)].map(([, name = '']) => `${file}: ${name}`));
  assert.ok(settings.length > 5, String(settings.length));
  // "lfs: true" is an input of actions/checkout.
  assert.deepEqual(settings.filter((setting) => !inputs.has(setting.replace(/.*: /, '')) && !setting.endsWith(': lfs')), []);
});

test('a terminal names the flag for each input, and what is only to be done there', () => {
  assert.equal(terminalHint({ hint: 'Use "build-in: host", or leave arm64 out of "arches".' }), 'Use --build-in host, or leave arm64 out of --arches.');
  assert.equal(terminalHint({ hint: 'Expected names as under "on:", and "pull_request"; "Re-run all jobs".' }), 'Expected names as under "on:", and "pull_request"; "Re-run all jobs".');
  assert.equal(terminalHint({ hint: 'Raise the version.', inTerminal: 'Withdraw it: nix-feature withdraw.' }), 'Withdraw it: nix-feature withdraw.');
  assert.equal(terminalHint({ hint: undefined }), undefined);
});

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
  assert.ok(stdout.trimEnd().split('\n').length <= 40, stdout);
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
  const stderr = textOf(child.stderr);
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(await stderr, '');
  assert.equal(code, 0);
});
