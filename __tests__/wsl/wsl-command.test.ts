import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runHere, type RanHere } from '../cli/run-here.ts';
import { afterTest } from '../jest/after-test.ts';
import { imageTarball } from './image-tar.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', HOME: '/nowhere' };
const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/wsl.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);

function run(bytes: Buffer, ...flags: readonly string[]): Promise<RanHere> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wsl-command-'));
  afterTest(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'nixos.wsl'), bytes);
  return runHere(folder, ['wsl', 'check', 'nixos.wsl', '--arches', 'amd64', ...flags], ENVIRONMENT);
}

test('a tarball is checked at a terminal: a table, JSON by its schema, and the exit code', async () => {
  const clean = await run(imageTarball());
  assert.equal(clean.status, 0, clean.stderr);
  assert.match(clean.stdout, /^nixos\.wsl \([^)]+\) passed 19 checks\n\n {2}Archive +passed\n/);

  const planted = { 'root/.bash_history': { text: 'x' }, 'bin/su': { text: 'x', mode: 0o4555 } };
  const bad = await run(imageTarball(planted), '--skip-checks', 'history');
  assert.equal(bad.status, 1);
  assert.match(bad.stdout, /History +SKIPPED\n +\/root\/\.bash_history records what somebody did\n/);
  assert.match(bad.stdout, /Modes +FAILED\n +\/bin\/su is set-uid/);
  assert.match(bad.stderr, /must not be used: 1 fault in 1 of 19 checks\.\n.*--skip-checks names checks/);

  const json = await run(imageTarball(planted), '--json');
  assert.equal(json.status, 1);
  const result = JSON.parse(json.stdout) as { readonly outcome: string };
  assert.ok(validate(result), JSON.stringify(validate.errors));
  assert.equal(result.outcome, 'failed');
});

async function refused(...argv: readonly string[]): Promise<string> {
  return (await runHere(tmpdir(), ['wsl', ...argv], ENVIRONMENT)).stderr;
}

test('what wsl can\'t do is refused before anything is read', async () => {
  assert.match(await refused(), /nix-feature wsl needs "build" and a configuration, or "check" and a tarball/);
  assert.match(await refused('open', 'x'), /"open" is not a task of nix-feature wsl/);
  assert.match(await refused('check', 'x', '--skip-checks', 'histroy'), /skip-checks: "histroy" is not a check\. Did you mean history\?/);
  assert.match(await refused('check', 'x', '--skip-checks', 'archive'), /"archive" can't be left out/);
  assert.match(await refused('check', 'x', '--arches', 'amd64,arm64'), /a tarball is for one platform/);
  assert.match(await refused('check', 'gone.wsl', '--arches', 'amd64'), /gone\.wsl can't be read: it does not exist/);
});
