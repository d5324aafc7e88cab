import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { envrcShell, parseEnvrc } from '../../src/actions/values/envrc.ts';
import { readFlake } from '../../src/actions/values/read-flake.ts';

const folder = mkdtempSync(join(tmpdir(), 'envrc-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const UNDERSTOOD: readonly [string, string, number, readonly number[]][] = [
  ['use flake\n', '', 1, []],
  ['use flake', '', 1, []],
  ['#!/usr/bin/env bash\n\n# the shell\n  use\tflake ..#ci  # of the repository\r\n', '..#ci', 4, []],
  ['use flake ".#ci"\n', '.#ci', 1, []],
  ['use flake "github:o/r/v1?dir=a%20b#ci"', 'github:o/r/v1?dir=a%20b#ci', 1, []],
  ['watch_file x\nuse flake ../..\ndotenv\nexport A=$(id)\n', '../..', 2, [1, 3, 4]],
];

test.each(UNDERSTOOD)('the .envrc %j names the flake %j', (text, reference, line, ignored) => {
  assert.deepEqual(parseEnvrc(text), { reference, line, ignored });
});

test.each([
  '',
  '# use flake\n',
  'use nix\n',
  'use devenv\n',
  'use flake . --impure\n',
  'use flake --override-input a b\n',
  'use flake $(touch /tmp/x)\n',
  'use flake `id`\n',
  'use flake $HOME\n',
  'use flake ~/x\n',
  'use flake {a,b}\n',
  "use flake '.#ci'; id\n",
  'use flake .;id\n',
  'use flake . && id\n',
  'use flake ".#ci\n',
  'use flake .#a\nuse flake .#b\n',
  'if true; then use flake; fi\n',
  'use flake\\\n .#ci\n',
  'use flakes\n',
  'xuse flake\n',
])('the .envrc %j names no flake', (text) => {
  assert.equal(parseEnvrc(text), undefined);
});

function write(place: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, place), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, place, name), text);
  return join(folder, place);
}

test("an .envrc names the nearest flake, as Nix finds it, unless the folder has its own", () => {
  const repository = write('repo', { 'flake.nix': '{ }' });
  mkdirSync(join(repository, '.git'));
  const shell = write('repo/features/shell', { '.envrc': 'use flake\n' });
  const named = (attribute: string) => ({ kind: 'shell', of: { kind: 'folder', folder: repository, attribute }, hook: false, said: { file: join(shell, '.envrc'), ignored: [] } });
  assert.deepEqual(envrcShell(shell), named('default'));
  for (const reference of ['.#ci', '..#ci', '../..#ci', 'path:../..#ci']) {
    write('repo/features/shell', { '.envrc': `use flake ${reference}\n` });
    assert.deepEqual(envrcShell(shell), named('ci'), reference);
  }
  assert.deepEqual(envrcShell(write('far', { '.envrc': 'use flake github:o/r#ci\n' }))?.of, { kind: 'reference', reference: 'github:o/r', attribute: 'ci' });
  assert.equal(envrcShell(write('own', { '.envrc': 'use flake github:o/r\n', 'flake.nix': '{ }' })), undefined);
});

test('an .envrc names nothing if there is no flake up to the repository, or no shell', () => {
  write('outer', { 'flake.nix': '{ }' });
  mkdirSync(join(folder, 'outer/inner/.git'), { recursive: true });
  assert.equal(envrcShell(write('outer/inner/a', { '.envrc': 'use flake\n' })), undefined);
  assert.equal(envrcShell(write('outer/b', { '.envrc': 'use flake .#devShells.x86_64-linux.ci\n' })), undefined);
  assert.equal(envrcShell(write('outer/c', { '.envrc': `use flake\n#${'x'.repeat(100_000)}` })), undefined);
  mkdirSync(join(folder, 'outer/d/.envrc'), { recursive: true });
  assert.equal(envrcShell(join(folder, 'outer/d')), undefined);
});

test('an .envrc that names a folder that is not there is an error at its line', () => {
  const place = write('lost', { '.envrc': '# first\nuse flake ./nowhere#ci\n' });
  assert.throws(() => envrcShell(place), { message: `.envrc: "./nowhere" names the folder ${join(place, 'nowhere')}, which does not exist.`, location: { file: join(place, '.envrc'), line: 2 } });
});

test("a folder with a devenv.nix is devenv's shell, unless an .envrc or a flake says more", () => {
  const place = write('devenv', { 'devenv.nix': '{ }', '.envrc': 'eval "$(devenv direnvrc)"\nuse devenv\n' });
  const given = (inputs: Readonly<Record<string, string>>) => readFlake((name) => inputs[name] ?? (name.endsWith('-hook') ? 'false' : ''), place, folder);
  const shell = { kind: 'shell', of: { kind: 'devenv', folder: place, attribute: 'default' }, hook: false };
  assert.deepEqual([given({}), given({ 'dev-shell': 'default' })], [shell, shell]);
  assert.deepEqual(given({ 'shell-hook': 'true' }), { ...shell, hook: true });
  assert.deepEqual(given({ 'direnv-hook': 'true' }), { ...shell, direnv: true });
  assert.throws(() => given({ 'dev-shell': 'ci' }), /is a folder of devenv, which has only the shell "default", and no "ci"/);
  assert.equal(given({ packages: 'jq' }).kind, 'packages');
  assert.equal(given({ flake: 'github:o/r' }).kind, 'reference');
  write('devenv', { '.envrc': 'use flake github:o/r\n' });
  assert.deepEqual((given({ 'dev-shell': 'ci' }) as { of: unknown }).of, { kind: 'reference', reference: 'github:o/r', attribute: 'ci' });
  write('devenv', { 'flake.nix': '{ }' });
  assert.equal(given({}).kind, 'folder');
});
