import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from '@jest/globals';
import { shownValue } from '../../src/actions/inputs/redact.ts';
import { specOf } from '../../src/actions/inputs/inputs.ts';
import { readEvalRequest, readRunRequest } from '../../src/actions/requests/read-run-request.ts';
import { InputError } from '../../src/kit/errors.ts';
import type { EvalRequest, RunRequest } from '../../src/shell/request.ts';
import { HERE, readerOf, type Given } from './inputs-of.ts';

const WHERE = { folder: HERE, env: {}, platform: 'linux', arch: 'x64', cores: 2 };

function request(given: Given, env: Record<string, string> = {}): RunRequest {
  return readRunRequest(readerOf({ run: 'make', 'working-directory': 'with flake', ...given }), { ...WHERE, env });
}

test('a command runs on the machine unless a base image is named, with the shell of the flake where it begins', () => {
  const host = request({});
  assert.deepEqual([host.buildIn, host.bases, host.arch], ['host', [], 'amd64']);
  assert.deepEqual(host.tools, { kind: 'shell', flake: { kind: 'folder', folder: path.join(HERE, 'with flake'), attribute: 'default' }, hook: false });
  assert.deepEqual(host.command, { kind: 'script', text: 'make', shell: undefined });
  assert.equal(request({ 'base-image': 'ghcr.io/org/bedrock:1' }).buildIn, 'container');
  assert.equal(request({ 'base-image': 'ghcr.io/org/bedrock:1', 'build-in': 'host' }).buildIn, 'host');
  assert.deepEqual(request({ flake: '#ci', 'shell-hook': 'true' }).tools, { kind: 'shell', flake: { kind: 'folder', folder: path.join(HERE, 'with flake'), attribute: 'ci' }, hook: true });
});

test('packages are names of nixpkgs and references, in place of a shell', () => {
  const { tools } = request({ packages: 'jq ./tools#lint,ripgrep', 'working-directory': '.' });
  assert.deepEqual(tools, { kind: 'packages', flakes: [{ kind: 'packages', packages: ['jq', 'ripgrep'] }, { kind: 'folder', folder: path.join(HERE, 'tools'), attribute: 'lint' }] });
});

test('a command may write to the workspace and to the folders that the job answers by, and to the outermost of them only once', () => {
  const temp = path.join(HERE, 'layout');
  const { shared, jobEnv } = request({}, { RUNNER_TEMP: temp, GITHUB_OUTPUT: path.join(temp, 'files/output'), GITHUB_SHA: 'abc', CI: 'true', GITHUB_TOKEN: 'secret', ACTIONS_RUNTIME_TOKEN: 'secret', OTHER: 'x' });
  assert.deepEqual(shared, [HERE]);
  assert.deepEqual(Object.keys(jobEnv), ['RUNNER_TEMP', 'GITHUB_OUTPUT', 'GITHUB_SHA', 'CI']);
});

test('variables are lines, whose values no report and no message shows', () => {
  assert.deepEqual(request({ env: 'A=b=c\n\n  B_2=\nC= d ' }).env, { A: 'b=c', B_2: '', C: ' d ' });
  assert.equal(shownValue(specOf('env'), 'TOKEN=secret\nOTHER=x'), 'TOKEN=…\nOTHER=…');
  for (const env of ['secret', '1A=secret', 'A B=secret']) assert.throws(() => request({ env }), (error: Error) => !error.message.includes('secret') && /line 1 is not NAME=value/.test(error.message));
});

const REFUSED: readonly (readonly [Given, RegExp])[] = [
  [{ run: ' \n' }, /^run: is missing/],
  [{ shell: 'python' }, /^shell: "python" is neither bash nor sh, and has no \{0\}/],
  [{ 'working-directory': 'nowhere' }, /^working-directory: "nowhere" names .*, which does not exist or is not a folder/],
  [{ 'working-directory': 'empty' }, /^flake: is missing, and there is no flake\.nix in/],
  [{ packages: 'jq', flake: '.#x' }, /packages replace the shell of a flake/],
  [{ packages: 'jq', 'shell-hook': 'true' }, /packages have no shellHook/],
  [{ packages: 'a/b' }, /"a\/b" is neither an attribute name of nixpkgs nor a flake reference/],
  [{ 'base-image': 'a:1\nb:1' }, /a command runs in a container of one image/],
  [{ 'build-in': 'container' }, /runs Nix in the base image, but base-image is none/],
  [{ arches: 'amd64,arm64' }, /a command runs on one platform/],
  [{ env: 'A=1\nA=2' }, /A is there more than once/],
  [{ 'time-limit': '0' }, /is not a whole number from 1/],
];

for (const [given, expected] of REFUSED) {
  test(`a command is refused with ${JSON.stringify(given)}`, () => {
    assert.throws(() => request(given), (error) => error instanceof InputError && expected.test(error.message));
  });
}

function asked(text: string, given: Given = {}): EvalRequest['question'] {
  return readEvalRequest(text, readerOf(given), WHERE).question;
}

test('what is evaluated is an attribute or an expression, and not both', () => {
  assert.deepEqual(asked('./tools#lib.x'), { kind: 'flake', flake: { kind: 'folder', folder: path.join(HERE, 'tools'), attribute: 'lib.x' } });
  assert.deepEqual(asked('', { expr: '1 + 1' }), { kind: 'expression', text: '1 + 1' });
  assert.throws(() => asked(''), /There is nothing to evaluate/);
  assert.throws(() => asked('.#x', { expr: '1' }), /expr: can't be given together with \.#x/);
});

test('a container gets no folder of the machine in place of one that its image needs', () => {
  const inContainer = (folder: string, workspace = HERE): RunRequest =>
    readRunRequest(readerOf({ run: 'make', packages: 'jq', 'base-image': 'ghcr.io/org/bedrock:1', 'working-directory': folder }), { ...WHERE, folder: workspace, env: {} });
  for (const folder of ['/', '/usr', '/usr/lib', '/etc/', '/var', '/proc/self', '/dev', '/usr/../bin']) {
    assert.throws(() => inContainer(folder), (error) => error instanceof InputError && error.input === 'working-directory' && /would have the machine's \/\S* in place of the image's\.$/.test(error.message), folder);
    assert.throws(() => inContainer('.', folder), /in place of the image's/, `from ${folder}`);
  }
  for (const folder of ['/tmp', '/usr/src', HERE]) assert.ok(inContainer(folder).shared.includes(folder), folder);
  assert.equal(readRunRequest(readerOf({ run: 'make', packages: 'jq', 'working-directory': '/usr' }), WHERE).folder, '/usr');
});
