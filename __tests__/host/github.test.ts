import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
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
