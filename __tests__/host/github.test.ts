import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { Annotations } from '../../src/host/github/annotations.ts';
import { createGithubHost } from '../../src/host/github/github.ts';
import { COMPILED } from '../jest/compiled.ts';

const folder = mkdtempSync(join(tmpdir(), 'nix-feature-github-'));
const path = (name: string): string => join(folder, name);
let lines: string[] = [];

beforeAll(() => {
  for (const name of ['output', 'state', 'summary']) writeFileSync(path(name), '');
  const { status, stdout, stderr } = spawnSync(process.execPath, [new URL('github-lines.ts', import.meta.url).pathname], {
    encoding: 'utf8',
    env: {
      ...COMPILED,
      GITHUB_OUTPUT: path('output'),
      GITHUB_STATE: path('state'),
      GITHUB_STEP_SUMMARY: path('summary'),
      GITHUB_WORKSPACE: folder,
      'INPUT_BASE-IMAGE': 'ghcr.io/org/bedrock',
      'STATE_container-arm64': 'podman y',
    },
  });
  assert.equal(status, 0, stderr);
  lines = stdout.split('\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a line of a build's log can't command the runner", () => {
  assert.deepEqual(lines.slice(0, 5), ['plain', '> ::error::from a build log', '  > ::add-mask::x', 'old # #[error]y', 'same line']);
});

test('warnings and errors are annotations, at files of the workspace where they have one', () => {
  assert.deepEqual(lines.slice(5, 9), [
    '::notice::noted',
    '::warning file=sub/flake.nix,line=3,col=7::careful,%0A100%25',
    '::warning file=/other/flake.nix,line=1::elsewhere',
    '::error title=The title::broken',
  ]);
});

test('a group inside a group is a line, and a group that fails is closed', () => {
  assert.deepEqual(lines.slice(9, 16), ['::group::Outer', 'one', '— Inner', 'two', '::endgroup::', '::group::Failing', '::endgroup::']);
});

test('a stage is plain lines, and a secret is made known to the runner', () => {
  assert.deepEqual(lines.slice(16, 19), ['Packing …', 'Packing: ten (0.0 s)', '::add-mask::hunter2']);
});

test('a runner without artifacts gets a warning, not a crash', () => {
  assert.match(lines[19] ?? '', /^::warning::The artifact "feature-x" was not uploaded: the runner offers no artifact service/);
  assert.equal(lines[20], 'artifact none, input ghcr.io/org/bedrock, state container-arm64 podman y');
});

test("outputs, state and summary go to the runner's files, the summary masked and cut", () => {
  assert.match(readFileSync(path('output'), 'utf8'), /^version<<(\S+)\n1\.0\.0\n\1\n$/);
  assert.match(readFileSync(path('state'), 'utf8'), /^container-amd64<<(\S+)\ndocker x\n\1\n$/);
  const summary = readFileSync(path('summary'), 'utf8');
  assert.match(summary, /^## first \*\*\*\n## second\n\ntext\n\n_The rest of this report is left out/);
  assert.ok(summary.length < 1000);
});

test('a summary names the files of the workspace as the repository has them', () => {
  const host = createGithubHost({ env: { GITHUB_WORKSPACE: '/w' }, signal: new AbortController().signal });
  assert.deepEqual(host.inWorkspace([{ message: 'a', location: { file: '/w/tools/flake.nix', line: 3 } }, { message: 'b', location: { file: '/other/flake.nix' } }, { message: 'c' }]), [
    { message: 'a', location: { file: 'tools/flake.nix', line: 3 } },
    { message: 'b', location: { file: '/other/flake.nix' } },
    { message: 'c' },
  ]);
});

function noting(): { readonly annotations: Annotations<string>; readonly shown: string[]; readonly logged: string[] } {
  const shown: string[] = [];
  const logged: string[] = [];
  const annotations = new Annotations<string>({ show: (kind, message, at) => void shown.push(`${kind} ${at}: ${message}`), log: (line) => void logged.push(line) });
  return { annotations, shown, logged };
}

test('the conclusion is the first error, and what led to it follows', () => {
  const { annotations, shown } = noting();
  annotations.fault('one', 'a:1');
  annotations.fault('two', 'a:2');
  assert.deepEqual(shown, []);
  annotations.conclude('why it failed', '');
  annotations.end('');
  assert.deepEqual(shown, ['error : why it failed', 'error a:1: one', 'error a:2: two']);
});

for (const count of [0, 1, 8, 9, 10, 11, 50]) {
  test(`of ${count} faults and a conclusion GitHub gets ten annotations at most, the conclusion first, and no message is lost`, () => {
    const { annotations, shown, logged } = noting();
    for (let index = 0; index < count; index += 1) annotations.fault(`fault ${index}.`, '');
    annotations.conclude('conclusion', '');
    annotations.end('');
    assert.ok(shown.length <= 10, String(shown.length));
    assert.equal(shown[0], 'error : conclusion');
    const all = [...shown, ...logged].join('\n');
    for (let index = 0; index < count; index += 1) assert.ok(all.includes(`fault ${index}.`));
    if (logged.length > 0) assert.equal(shown.at(-1), `error : ${logged.length === 1 ? 'One more of this kind is' : `${logged.length} more of this kind are`} in the log of this step.`);
  });
}

test('kinds are counted apart, and faults without a conclusion are shown in the end', () => {
  const { annotations, shown } = noting();
  for (let index = 0; index < 12; index += 1) annotations.add('warning', `w${index}`, '');
  annotations.add('notice', 'n', '');
  annotations.fault('f', '');
  annotations.end('');
  assert.equal(shown.filter((line) => line.startsWith('warning')).length, 10);
  assert.ok(shown.includes('notice : n'));
  assert.ok(shown.includes('error : f'));
});

test('what is said twice of one place is shown once, and a line of the log the second time', () => {
  const { annotations, shown, logged } = noting();
  for (const at of ['a:1', 'a:1', 'b:1']) annotations.add('warning', 'w', at);
  annotations.end('');
  assert.deepEqual(shown, ['warning a:1: w', 'warning b:1: w']);
  assert.deepEqual(logged, ['warning: w']);
});
