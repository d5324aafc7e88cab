import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { afterTest } from '../jest/after-test.ts';
import { COMPILED } from '../jest/compiled.ts';
import { ACTION } from '../rig/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nix-feature-action-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(join(folder, 'devcontainer-feature.json'), '{\n  "id": "My Tools",\n  "version": "1.0.0"\n}\n');
writeFileSync(join(folder, 'flake.nix'), '{ outputs = _: { }; }\n');

/** Starts the action as the runner does. */
function run(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const file = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '');
    return path;
  };
  const files = { GITHUB_OUTPUT: file('output'), GITHUB_STATE: file('state'), GITHUB_STEP_SUMMARY: file('summary') };
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const { PATH = '' } = process.env;
  const { stdout, status } = spawnSync(process.execPath, [ACTION], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...COMPILED, PATH, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, ...files, ...Object.fromEntries(given), ...env },
  });
  return { stdout, status, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), state: readFileSync(files.GITHUB_STATE, 'utf8') };
}

test('a mistake is one annotation at its place, one summary, and no stack', () => {
  const { stdout, status, summary } = run({ 'base-image': 'none', 'build-in': 'host', password: 'hunter2', username: 'me' });
  assert.equal(status, 1);
  const annotations = stdout.split('\n').filter((line) => line.startsWith('::error'));
  assert.equal(annotations.length, 1);
  assert.match(annotations[0] ?? '', /^::error title=The Feature breaks its contract,file=devcontainer-feature\.json,line=2,col=9::.*"My Tools"/);
  assert.doesNotMatch(stdout, /^\s+at /m);
  assert.match(summary, /^## Failed: the Feature breaks its contract\n\n> devcontainer-feature\.json: the id "My Tools" can't be/);
  assert.match(summary, /<summary>Inputs \(4\)<\/summary>/);
  assert.match(summary, /\| `password` \| `\*\*\*` \|/);
  assert.doesNotMatch(summary, /hunter2/);
  assert.match(stdout, /^::add-mask::hunter2$/m);
});

test('what the file system refuses is said of the input, and is no bug', () => {
  const circle = join(mkdtempSync(join(folder, '../nix-feature-circle-')), 'circle');
  afterTest(() => {
    rmSync(join(circle, '..'), { recursive: true });
  });
  symlinkSync('circle', circle);
  const { stdout, status } = run({ 'base-image': `oci:${circle}`, 'build-in': 'host' });
  assert.match(stdout, /^::error title=An input can't be used::base-image: \S+\/circle can't be used \(stat\): its symbolic links form a loop \(ELOOP\)\.$/m);
  assert.equal(status, 1);
});

test('without a summary there is none', () => {
  const { summary, status } = run({ 'base-image': 'none', summary: 'False' });
  assert.equal(summary, '');
  assert.equal(status, 1);
});

test('the step leaves word for the post step, which then builds nothing and never fails', () => {
  assert.match(run({}).state, /^started<</);
  const post = run({}, { STATE_started: 'true', 'STATE_container-amd64': 'docker nix-feature-0123456789ab', PATH: folder });
  assert.equal(post.status, 0);
  assert.match(post.stdout, /^::warning::The container nix-feature-0123456789ab could not be removed: Docker is not installed/);
  assert.equal(run({}, { STATE_started: 'true' }).stdout, '');
});

test('every input has a description, a group and a usable default', () => {
  const names = INPUTS.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const spec of INPUTS) {
    assert.match(spec.name, /^[a-z]+(?:-[a-z0-9]+)*$/);
    assert.match(spec.description, /\.$/, spec.name);
    if ('values' in spec && spec.default.length > 0) assert.ok((spec.values as readonly string[]).includes(spec.default));
  }
});

test('several mistakes are an annotation each, at their places', () => {
  writeFileSync(join(folder, 'test.sh'), '#!/bin/sh\r\ntrue\r\n');
  const { stdout, status, summary } = run({ 'base-image': 'none', 'build-in': 'host' });
  rmSync(join(folder, 'test.sh'));
  assert.equal(status, 1);
  const annotations = stdout.split('\n').filter((line) => line.startsWith('::error'));
  assert.match(annotations[0] ?? '', /The Feature breaks its contract in 2 points/, 'GitHub shows ten: why it failed must be among them');
  assert.match(annotations[1] ?? '', /^::error file=devcontainer-feature\.json,line=2,col=9::.*"My Tools"/);
  assert.match(annotations[2] ?? '', /^::error file=test\.sh,line=1::test\.sh has Windows line endings/);
  assert.equal(annotations.length, 3);
  assert.match(summary, /^## Failed: the Feature breaks its contract\n\n- .*"My Tools" can't[^\n]* \(`devcontainer-feature\.json:2`\)\n- test\.sh has Windows line endings[^\n]* \(`test\.sh:1`\)\n\n> /m)
});

test('a run for an event that may not publish ends well, says why, and asks no registry', () => {
  const { stdout, status } = run({ registry: 'localhost:1', namespace: 'a/b' }, { NIX_FEATURE_ACTION: 'publish', GITHUB_EVENT_NAME: 'issues', GITHUB_REPOSITORY: 'a/b' });
  assert.equal(status, 0);
  assert.equal(stdout.trim(), '::notice::Nothing is published: the event issues publishes only if allow-events names it.');
});
