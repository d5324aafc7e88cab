import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { INPUTS } from '../../src/actions/inputs/inputs.ts';
import { PUBLISH_INPUTS } from '../../src/actions/inputs/publish-inputs.ts';
import { PLAN_INPUTS } from '../../src/actions/inputs/plan-inputs.ts';
import { WSL_INPUTS } from '../../src/actions/inputs/wsl-inputs.ts';
import { ALL_FLAGS, COMMANDS, OWN_FLAGS } from '../../src/cli/flags.ts';
import { terminalHint } from '../../src/cli/terminal-hint.ts';

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
  // Whoever raises a version does so in a checkout, whatever asked for it: that command is named there, and only there.
  assert.deepEqual(said.filter((text) => !/^release\/release\.ts: .*nix-feature bump \$\{level\}/.test(text)), []);
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
