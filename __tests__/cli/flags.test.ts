import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { VERIFY_INPUTS } from '../../src/actions/inputs/verify.ts';
import { FLAGS, flagsOf, parseCommandLine, readerOf } from '../../src/cli/flags.ts';
import { exitCodeOf } from '../../src/cli/failures.ts';
import { helpText } from '../../src/cli/help.ts';
import { refusal } from './refusal.ts';

function inputs(...argv: string[]): Record<string, string> {
  return Object.fromEntries(parseCommandLine(['build', ...argv]).inputs);
}

test('a value follows its flag or an equals sign', () => {
  assert.deepEqual(inputs('--feature', 'tools', '--compression=zstd', '--nix-config=a=b', '--output='), {
    feature: 'tools',
    compression: 'zstd',
    'nix-config': 'a=b',
    output: '',
  });
});

test('flags for several values may be repeated, the others not', () => {
  assert.deepEqual(inputs('--base-image', 'a', '--base-image=b'), { 'base-image': 'a\nb' });
  assert.match(refusal('build', '--feature', 'a', '--feature', 'b'), /--feature is given twice/);
});

test('a flag for true and false may stand alone', () => {
  assert.deepEqual(inputs('--push', '--summary', 'false', '--test'), { push: 'true', summary: 'false', test: 'true' });
  assert.deepEqual(inputs('--push', 'layers'), { push: 'layers' });
  assert.deepEqual(inputs('--push', '--registry', 'x'), { push: 'true', registry: 'x' });
});

test('a word behind a flag for true and false is its value, unless the command may mean it', () => {
  assert.deepEqual(inputs('--strict', 'yes', '--test', 'maybe'), { strict: 'yes', test: 'maybe' });
  assert.deepEqual(inputs('tools', '--push'), { feature: 'tools', push: 'true' });
  const { inputs: checked } = parseCommandLine(['validate', '--strict', 'tools']);
  assert.deepEqual(Object.fromEntries(checked), { strict: 'true', feature: 'tools' });
  assert.equal(parseCommandLine(['validate', 'tools', '--strict', 'maybe']).inputs.get('strict'), 'maybe');
  assert.equal(parseCommandLine(['publish', '--summary', 'layout']).inputs.get('layouts'), 'layout');
  assert.equal(parseCommandLine(['--strict', 'build']).command, 'build');
});

test('a value that is missing is asked for', () => {
  assert.match(refusal('build', '--feature'), /--feature needs a value/);
  assert.match(refusal('build', '--container-options', '--privileged'), /as --container-options=--privileged/);
});

test('unknown flags and commands are refused with a suggestion', () => {
  assert.match(refusal('build', '--base-iamge', 'x'), /--base-iamge is not a flag of nix-feature\. Did you mean --base-image\?/);
  assert.match(refusal('build', '-f', 'x'), /flags begin with two dashes/);
  assert.match(refusal('biuld'), /"biuld" is not a command of nix-feature\. Did you mean build\?/);
  assert.match(refusal('build', 'tools', 'more'), /"more" is one word too many for nix-feature build/);
  assert.match(refusal('build', '--upload-artifact', 'true'), /has no meaning in a terminal/);
  assert.match(refusal('build', '--json=yes'), /--json takes no value/);
  assert.match(refusal('--json'), /No command is given/);
});

test('help and version are asked for in any way', () => {
  for (const argv of [['--help'], ['-h'], ['help'], ['build', '--help'], ['help', 'build']]) {
    assert.equal(parseCommandLine(argv).command, 'help', argv.join(' '));
  }
  assert.equal(parseCommandLine(['--help']).topic, undefined);
  for (const argv of [['validate', '--help'], ['-h', 'validate'], ['help', 'validate']]) assert.equal(parseCommandLine(argv).topic, 'validate');
  for (const argv of [['--version'], ['version'], ['build', '--version']]) assert.equal(parseCommandLine(argv).command, 'version', argv.join(' '));
  assert.equal(parseCommandLine([]).command, 'usage');
});

test('the password may come from the environment', () => {
  assert.equal(readerOf(new Map(), { NIX_FEATURE_PASSWORD: 'p' })('password'), 'p');
  assert.equal(readerOf(new Map([['password', 'q']]), { NIX_FEATURE_PASSWORD: 'p' })('password'), 'q');
  assert.equal(readerOf(new Map(), {})('username'), '');
});

test('the help names every flag once and fits a terminal', () => {
  const help = helpText();
  for (const { name } of FLAGS) assert.equal(help.split('\n').filter((line) => line.startsWith(`  --${name} `)).length, 1, name);
  assert.doesNotMatch(help, /github-token/);
  for (const line of help.split('\n')) assert.ok(line.length <= 100, line);
});

test('the help of a command has its own flags alone', () => {
  const validate = helpText('validate');
  assert.match(validate, /^Usage: nix-feature validate \[folder\]/);
  assert.match(validate, /\n {2}--strict /);
  assert.doesNotMatch(validate, /--(?:push|base-image|compression|output) /);
  assert.ok(validate.split('\n').length < 45, validate);
  for (const topic of ['build', 'test', 'init', 'diff', 'publish'] as const) {
    for (const line of helpText(topic).split('\n')) assert.ok(line.length <= 100, line);
  }
  assert.doesNotMatch(helpText('test'), /\n {2}--(?:push|output) /);
  assert.match(helpText('publish'), /\n {2}--namespace /);
});

test('the help of a command offers nothing that the command refuses', () => {
  assert.doesNotMatch(helpText('init'), /--(?:json|quiet)/);
  for (const topic of ['bundle', 'check', 'withdraw', 'load', 'validate'] as const) assert.match(helpText(topic), /\n {2}--json /, topic);
  assert.match(helpText('bundle'), /\n {2}--output <file>\n {6}The file\. \[default: <id>-<version>\.tar; if not all/);
  for (const text of [helpText('check'), refusal('check', 'a', 'b')]) assert.ok(text.includes('nix-feature check [<registry>/]<namespace>[/<id>]'));
});

test('diff takes two things and the flags that reading them needs', () => {
  const { inputs: taken, json } = parseCommandLine(['diff', 'ghcr.io/org/a:1', 'layout', '--arches=arm64', '--json']);
  assert.deepEqual(Object.fromEntries(taken), { before: 'ghcr.io/org/a:1', after: 'layout', arches: 'arm64' });
  assert.equal(json, true);
  for (const argv of [['diff'], ['diff', 'one']]) assert.match(refusal(...argv), /nix-feature diff needs two Features or two base images\. \| nix-feature diff <before> <after>/);
  assert.match(refusal('diff', 'one', 'two', 'three'), /"three" is one word too many for nix-feature diff/);
  assert.match(refusal('diff', 'one', 'two', '--push'), /--push has no meaning for nix-feature diff/);
  assert.match(helpText('diff'), /those that both\s+Features\s+have; for base images the machine's\s+architecture/);
});

test('every kind of failure has its exit code', () => {
  assert.equal(exitCodeOf('failure', undefined), 1);
  assert.equal(exitCodeOf('input', undefined), 2);
  assert.equal(exitCodeOf('setup', undefined), 3);
  assert.equal(exitCodeOf('bug', undefined), 70);
  assert.equal(exitCodeOf('cancelled', 143), 143);
  assert.equal(exitCodeOf('cancelled', undefined), 130);
});

test('publish takes layouts, and no flag that says how to build', () => {
  const publish = parseCommandLine(['publish', 'one', '--registry=localhost:5000', 'two', '--arches', 'amd64']);
  assert.equal(publish.command, 'publish');
  assert.deepEqual([...publish.inputs], [['registry', 'localhost:5000'], ['arches', 'amd64'], ['layouts', 'one\ntwo']]);
  assert.throws(() => parseCommandLine(['publish']), /needs the layouts that builds wrote/);
  assert.throws(() => parseCommandLine(['publish', 'one', '--base-image=x']), /--base-image says how to build/);
  assert.throws(() => parseCommandLine(['build', '--layouts=x']), /--layouts is not a flag/);
});

test("verify has a flag for each input of the verify action that is not GitHub's alone", () => {
  const wanted = VERIFY_INPUTS.filter(({ name, githubOnly }) => name !== 'ref' && githubOnly !== true).map(({ name }) => name);
  const flags = new Set<string>(flagsOf('verify').map(({ name }) => name));
  assert.deepEqual(wanted.filter((name) => !flags.has(name)), []);
});
