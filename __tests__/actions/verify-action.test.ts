import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { ACTION } from '../rig/programs.ts';
import { releasedFeature } from '../verify/release.ts';
import { forge } from '../verify/tamper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'verify-action-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the action as the runner does. The registry is in this process, so that nothing here may wait. */
async function run(inputs: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, path.join(folder, name)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const child = spawn(process.execPath, [ACTION], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, NIX_FEATURE_ACTION: 'verify', ...files, ...given },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const [status] = (await once(child, 'close')) as [number | null];
  const read = (name: string): string => readFileSync(files[name] ?? '', 'utf8');
  return { status, stdout, output: read('GITHUB_OUTPUT'), summary: read('GITHUB_STEP_SUMMARY'), state: read('GITHUB_STATE') };
}

test('the action puts out what was found, an annotation for each failed check, and the table', async () => {
  const release = await releasedFeature();
  const ref = `${release.repository}:1.2.0`;
  const fine = await run({ ref });
  assert.equal(fine.status, 0, fine.stdout);
  assert.match(fine.output, /^outcome<<(\S+)\npassed\n\1$/m);
  assert.match(fine.output, /^digest<<(\S+)\nsha256:[0-9a-f]{64}\n\1$/m);
  assert.match(fine.summary, /^## .* is what it claims to be: \d+ checks passed\n/);
  assert.equal(fine.state, '');
  await forge(release.server, { layer: (tar) => Buffer.from(tar.toString('latin1').replace('machine code', 'machine c0de'), 'latin1') });
  const broken = await run({ ref });
  assert.equal(broken.status, 1);
  assert.match(broken.output, /^outcome<<(\S+)\nfailed\n\1$/m);
  assert.match(broken.output, /^failed<<(\S+)\nnar-hashes\n\1$/m);
  assert.match(broken.stdout, /^::error::\S+: NAR hashes \(amd64\): \/nix\/store\/b+-library hashes to sha256-/m);
  assert.match(broken.summary, /\| NAR hashes \(amd64\) \| ✗ \*\*failed\*\* \|/);
});
