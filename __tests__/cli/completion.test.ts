import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { COMMANDS, flagsOf, parseCommandLine } from '../../src/cli/flags.ts';
import { commandModels, helpText, manText, usageText } from '../../src/cli/help.ts';
import { COMMAND_GROUPS, SUMMARIES } from '../../src/cli/overview.ts';
import { firstSentence } from '../../src/cli/text/command-model.ts';
import { completionScript, SHELLS } from '../../src/cli/text/completion.ts';
import { helpWidth, reflow } from '../../src/cli/text/reflow.ts';
import { refusal } from './refusal.ts';

/** What bash offers for the last of the words, in the root folder. */
function offered(...lines: readonly (readonly string[])[]): readonly string[] {
  const calls = lines.map((words) => `ask ${words.map((word) => `'${word}'`).join(' ')}`);
  const script = `${completionScript('bash', commandModels())}
ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _nix_feature; echo "\${COMPREPLY[*]}"; }
${calls.join('\n')}`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', cwd: '/', env: { PATH: process.env['PATH'] ?? '' } });
  assert.deepEqual([stderr, status], ['', 0]);
  return stdout.trimEnd().split('\n');
}

test('bash completes commands, the flags of a command, their values, folders, and shells', () => {
  assert.deepEqual(
    offered(
      ['nix-feature', 'pru'],
      ['nix-feature', 'build', '--compressi'],
      ['nix-feature', 'build', '--compression', 'z'],
      ['nix-feature', 'build', '--compression', '=', 'g'],
      ['nix-feature', 'build', '--strict', '='],
      ['nix-feature', '--quiet', 'valid'],
      ['nix-feature', 'validate', '--pus'],
      ['nix-feature', 'build', '--feature', 'us'],
      ['nix-feature', 'inspect', 'us'],
      ['nix-feature', 'completion', ''],
      ['nix-feature', '--vers'],
    ),
    ['prune', '--compression', 'zstd', 'gzip', 'true false', 'validate', '', 'usr', 'usr', 'bash zsh fish', '--version'],
  );
});

test('every command is in the overview, the man page and every completion, with each of its flags', () => {
  const names = COMMANDS.filter((name) => name !== 'help').toSorted();
  assert.deepEqual(Object.keys(SUMMARIES).toSorted(), names);
  assert.deepEqual([...new Set(Object.values(SUMMARIES).map(({ group }) => group))].toSorted(), [...COMMAND_GROUPS].toSorted());
  const scripts = SHELLS.map((shell) => completionScript(shell, commandModels()));
  const man = manText();
  for (const name of names) {
    assert.match(usageText(), new RegExp(`\n  ${name} +\\w`), name);
    assert.ok(man.includes(`\n.B ${name}\n`), name);
    for (const script of scripts) assert.ok(script.includes(name), name);
  }
  for (const { name } of flagsOf('build')) {
    assert.ok(man.includes(`\\fB\\-\\-${name.replaceAll('-', '\\-')}\\fR`), name);
    assert.match(scripts.join('\n'), new RegExp(`--${name} [^]*--${name}=?\\[[^]* -l ${name} `), name);
  }
  assert.equal(readFileSync(join(import.meta.dirname, '../../docs/nix-feature.1'), 'utf8'), man);
});

test('no line of the man page is a request by accident', () => {
  for (const line of manText().split('\n')) assert.match(line, /^(?:[^.']|\.(?:TH|SH|SS|TP|PP|B|nf|fi)\b|$)/, line);
  assert.doesNotMatch(manText(), /[^\\]-/, 'a dash that is a hyphen can not be copied');
});

test('the help fits every width from 60 to 100 columns, and is never wider or narrower than that', () => {
  for (const columns of [60, 79, 100]) {
    for (const text of [usageText(columns), helpText(undefined, columns), ...Object.keys(SUMMARIES).map((name) => helpText(name as keyof typeof SUMMARIES, columns))]) {
      const wide = text.split('\n').filter((line) => line.length > columns && line.trim().includes(' '));
      assert.deepEqual(wide, []);
      // oxlint-disable-next-line no-control-regex
      assert.doesNotMatch(text, /\u001B/);
    }
  }
  assert.deepEqual([undefined, 0, 20, 80, 300].map(helpWidth), [100, 100, 60, 80, 100]);
  assert.ok(helpText('validate', 80).split('\n').length < 60);
});

test('text is laid out anew: paragraphs, lists, usages, and commands that stay commands', () => {
  const text = "Usage: nix-feature a <one>\n       [--two]\n       nix-feature b\n\nOne two\nthree four.\n\nOf\n  - a list,\n    with more\n  - and more\n\n  nix-feature eval --expr '1 + 1 + 1' --flag";
  assert.equal(
    reflow(text, 30),
    "Usage: nix-feature a <one>\n         [--two]\n       nix-feature b\n\nOne two three four.\n\nOf\n  - a list, with more\n  - and more\n\n  nix-feature eval --expr \\\n    '1 + 1 + 1' --flag",
  );
  assert.equal(reflow(text, 100).split('\n')[0], 'Usage: nix-feature a <one> [--two]');
  assert.equal(firstSentence('One, e.g. this. Two.'), 'One, e.g');
  assert.equal(firstSentence('No end'), 'No end');
});

test('completion and man take what they can use', () => {
  assert.equal(parseCommandLine(['completion', 'zsh']).inputs.get('shell'), 'zsh');
  assert.match(refusal('completion'), /nix-feature completion needs a shell\. \| nix-feature completion bash\|zsh\|fish/);
  assert.match(refusal('man', 'page'), /"page" is one word too many for nix-feature man/);
  assert.doesNotMatch(helpText('completion'), /--json/);
});
