import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { isDeadOwner, keepTemporary, makeTemporary, ownerToken, sweepTemporary } from '../../src/kit/temporary.ts';

const root = mkdtempSync(join(tmpdir(), 'temporary-test-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const MODULE = new URL('../../src/kit/temporary.ts', import.meta.url).pathname;

function place(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name);
}

/** The token of a process that has ended, as it made it itself. */
function deadToken(): string {
  return execFileSync(process.execPath, ['-e', `import(${JSON.stringify(MODULE)}).then(({ ownerToken }) => process.stdout.write(ownerToken()))`], { encoding: 'utf8' });
}

test('a process knows itself to be alive, and one that has ended to be dead', async () => {
  assert.match(ownerToken(), /^[0-9a-f]{8}-\d+-\d+-\d+$/);
  assert.equal(await isDeadOwner(ownerToken()), false);
  assert.equal(await isDeadOwner(deadToken()), true);
});

test('a process that got the same number later is another one', async () => {
  assert.equal(await isDeadOwner(ownerToken().replace(/\d+$/, '1')), true);
});

test('what can not be judged from here counts as alive: another machine, another container, no token at all', async () => {
  const [boot = '', namespace = '', pid = '', start = ''] = deadToken().split('-');
  for (const token of [`${boot === '00000000' ? '11111111' : '00000000'}-${namespace}-${pid}-${start}`, `${boot}-${namespace}1-${pid}-${start}`, '', 'nonsense', `${boot}-${namespace}-../1-${start}`]) {
    assert.equal(await isDeadOwner(token), false, token);
  }
});

test('the next run removes what a killed one left, and nothing else', async () => {
  const folder = place('swept');
  const dead = deadToken();
  const names = {
    left: `nix-feature-auth.${dead}.aBc123`,
    hidden: `.nix-feature.${dead}.aBc123`,
    cache: `.partial-cache.${dead}.aBc123`,
    kept: `nix-feature.${dead}.kePt00`,
    alive: `nix-feature-auth.${ownerToken()}.aBc123`,
    foreign: `other-tool.${dead}.aBc123`,
    plain: 'nix-feature-auth-aBc123',
  };
  for (const name of Object.values(names)) mkdirSync(join(folder, name, 'inside'), { recursive: true });
  await keepTemporary(join(folder, names.kept));
  mkdirSync(join(root, 'target'));
  writeFileSync(join(root, 'target/file'), '');
  symlinkSync(join(root, 'target'), join(folder, `nix-feature-link.${dead}.aBc123`));
  const made = await makeTemporary('nix-feature-test', folder);
  assert.deepEqual(readdirSync(folder).sort(), [names.kept, names.alive, names.foreign, names.plain, `nix-feature-link.${dead}.aBc123`, basename(made)].sort());
  assert.ok(existsSync(join(root, 'target/file')));
});

test('a place that is not there, or can not be read, is no error', async () => {
  await sweepTemporary(join(root, 'nowhere'));
});

test('SIGKILL leaves a folder behind, and the next process takes it away', async () => {
  const folder = place('killed');
  const child = spawn(process.execPath, ['-e', `import(${JSON.stringify(MODULE)}).then(async ({ makeTemporary }) => { process.stdout.write(await makeTemporary('nix-feature-auth', ${JSON.stringify(folder)})); setInterval(() => {}, 1000); })`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const [name = ''] = readdirSync(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  execFileSync(process.execPath, ['-e', `import(${JSON.stringify(MODULE)}).then(({ sweepTemporary }) => sweepTemporary(${JSON.stringify(folder)}))`]);
  assert.ok(!existsSync(join(folder, name)));
});
