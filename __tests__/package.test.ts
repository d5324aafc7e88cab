import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { parse } from 'yaml';
import { COMPILED } from './jest/compiled.ts';

const ROOT = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'nix-feature-package-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs npm or what it installed, with our Node.js first, its own cache, and no network. */
function run(program: string, ...args: string[]) {
  const PATH = [path.dirname(process.execPath), process.env['PATH'] ?? ''].join(':');
  const here = path.join(folder, 'here');
  mkdirSync(here, { recursive: true });
  const env = { ...COMPILED, PATH, HOME: folder, npm_config_offline: 'true', npm_config_cache: path.join(folder, 'cache'), npm_config_update_notifier: 'false' };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: here, env });
  return { status, stdout, stderr };
}

test('the package holds the command, the runtime of Features, and nothing else; npx runs it from an empty folder without a network', () => {
  const packed = run('npm', 'pack', ROOT, '--json', '--ignore-scripts', '--pack-destination', folder);
  assert.equal(packed.status, 0, packed.stderr);
  const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
  const places = new Set(files.map((file) => file.path.replace(/^(dist\/[^/]+|[^/]+)\/.*$/, '$1')));
  assert.deepEqual([...places].sort(), ['LICENSE', 'README.md', 'dist/cli', 'dist/tools', 'dist/worker', 'docs', 'install', 'package.json']);

  assert.deepEqual(files.map((file) => file.path).filter((name) => name.startsWith('docs/')), ['docs/nix-feature.1']);

  const installed = run('npm', 'install', '--no-audit', '--no-fund', path.join(folder, filename));
  assert.equal(installed.status, 0, installed.stderr);
  assert.match(installed.stdout, /added 1 package/);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  assert.deepEqual(run('npx', 'nix-feature-action', '--version'), { status: 0, stdout: `nix-feature ${version}\n`, stderr: '' });
  // What the bundle reads beside itself is there, too: the runtime that goes into Features.
  const command = path.join(folder, 'here/node_modules/.bin/nix-feature');
  const made = run(command, 'init', 'tools', '--packages', 'jq');
  assert.equal(made.status, 0, made.stderr);
  assert.equal(run(command, 'validate', 'tools', '--strict').stderr, '');
});

test('the package is published with provenance, by a job that runs only where the repository asks for it', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { private?: boolean; publishConfig?: object };
  assert.equal(manifest.private, undefined);
  assert.deepEqual(manifest.publishConfig, { access: 'public', provenance: true });
  const { jobs } = parse(readFileSync(path.join(ROOT, '.github/workflows/release.yml'), 'utf8')) as { jobs: Record<string, { if?: string; permissions: object; steps: { run?: string }[] }> };
  assert.equal(jobs['package']?.if, "vars.PUBLISH_PACKAGE == 'true'");
  assert.deepEqual(jobs['package']?.permissions, { contents: 'read', 'id-token': 'write' });
  assert.ok(jobs['package']?.steps.some((step) => step.run === 'npm publish --provenance --access public'));
});
