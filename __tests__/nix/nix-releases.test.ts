import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { lookAtNixFolder, markBegun, markDone } from '../../src/nix/install/nix-folder.ts';
import { chooseRelease, DEFAULT_NIX, isUsableVersion } from '../../src/nix/install/nix-releases.ts';
import { putRelease } from '../../src/nix/install/put-release.ts';
import { afterTest } from '../jest/after-test.ts';

const MIRROR = 'https://releases.nixos.org/nix';
const HASH = 'a'.repeat(64);

async function scratch(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nix-folder-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a release of the table has its hash and address, for both systems', () => {
  for (const system of ['x86_64-linux', 'aarch64-linux'] as const) {
    const { version, sha256, url } = chooseRelease({ version: undefined, sha256: undefined, mirror: MIRROR }, system);
    assert.equal(version, DEFAULT_NIX);
    assert.match(sha256, /^[0-9a-f]{64}$/);
    assert.equal(url, `${MIRROR}/nix-${DEFAULT_NIX}/nix-${DEFAULT_NIX}-${system}.tar.xz`);
  }
  const hashes = ['2.26.3', '2.28.3', '2.31.2', '2.35.1'].flatMap((version) => (['x86_64-linux', 'aarch64-linux'] as const).map((system) => chooseRelease({ version, sha256: undefined, mirror: MIRROR }, system).sha256));
  assert.equal(new Set(hashes).size, 8);
});

test('a release that the table lacks needs its hash, and any may be given one', () => {
  for (const version of ['2.30.0', 'constructor', 'toString']) {
    assert.throws(() => chooseRelease({ version, sha256: undefined, mirror: MIRROR }, 'x86_64-linux'), (error) => error instanceof InputError && error.input === 'nix-sha256' && error.message.includes(version) && error.message.includes('2.31.2'));
    assert.equal(chooseRelease({ version, sha256: HASH, mirror: MIRROR }, 'x86_64-linux').sha256, HASH);
  }
  assert.equal(chooseRelease({ version: DEFAULT_NIX, sha256: HASH, mirror: MIRROR }, 'aarch64-linux').sha256, HASH);
});

test('only versions that can be used are versions', () => {
  for (const text of ['2.8.0', '2.31.2', '3.0.0', '10.0.1']) assert.ok(isUsableVersion(text), text);
  for (const text of ['', '2.7.0', '2.31', 'latest', '2.31.2-pre', 'v2.31.2', '../2.31.2', '2.31.2\n', '1.11.16', '2.31.2.1', '02.31.٢']) assert.ok(!isUsableVersion(text), text);
});

test('what is at /nix is told apart before anything is written there', async () => {
  const folder = await scratch();
  const at = path.join(folder, 'nix');
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'absent' });
  await mkdir(path.join(at, 'lost+found'), { recursive: true });
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'empty' });
  await mkdir(path.join(at, 'store'));
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'foreign', holds: ['store'] });
  await markBegun(at);
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'begun', alive: false }, 'this run itself goes on');
  await writeFile(path.join(at, '.nix-feature'), '{"own');
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'begun', alive: false });
  // A process of another machine may go on.
  await writeFile(path.join(at, '.nix-feature'), JSON.stringify({ owner: '00000000-1-1-1' }));
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'begun', alive: true });
  await markDone(at, '2.31.2', '/nix/store/x/bin');
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'ours', version: '2.31.2', bin: '/nix/store/x/bin' });
  await assert.rejects(lookAtNixFolder(path.join(at, '.nix-feature')), /can't be read: a part of it is a file/);
});

test('of several runs that find /nix free at one moment, one installs and the others say so', async () => {
  const at = await scratch();
  const program = `
    import { markBegun } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../src/nix/install/nix-folder.ts'))};
    process.stdout.write('ready\\n');
    for await (const _ of process.stdin) {
      await markBegun(${JSON.stringify(at)}).then(() => process.stdout.write('mine\\n'), (error) => process.stdout.write(error.message + '\\n'));
    }`;
  const runs = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['pipe', 'pipe', 'inherit'] }));
  afterTest(() => runs.forEach((run) => run.kill()));
  const lines = runs.map((run) => createInterface({ input: run.stdout })[Symbol.asyncIterator]());
  const next = (): Promise<string[]> => Promise.all(lines.map(async (line) => String((await line.next()).value)));
  assert.deepEqual(await next(), runs.map(() => 'ready'));
  for (const { stdin } of runs) stdin.write('go\n');
  const other = `Another run is installing Nix into ${at} at this moment.`;
  assert.deepEqual((await next()).toSorted(), [other, other, other, 'mine']);
  assert.deepEqual(await readdir(at), ['.nix-feature']);
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'begun', alive: true });
  // What a run leaves that was killed before it had its mark is nobody's.
  await writeFile(path.join(at, '.nix-feature.1'), '');
  await rm(path.join(at, '.nix-feature'));
  assert.deepEqual(await lookAtNixFolder(at), { kind: 'empty' });
  for (const run of runs) run.stdin.end();
  await Promise.all(runs.map((run) => once(run, 'close')));
});

test('an archive that is no release is refused before anything is written', async () => {
  const folder = await scratch();
  const release = chooseRelease({ version: '2.31.2', sha256: undefined, mirror: MIRROR }, 'x86_64-linux');
  const put = (): Promise<string> => putRelease(path.join(folder, 'unpacked'), release, path.join(folder, 'nix'), new AbortController().signal);
  await mkdir(path.join(folder, 'unpacked'));
  await assert.rejects(put(), /does not have the layout of a Nix release: it has no folder "store"/);
  await mkdir(path.join(folder, 'unpacked/store/.links'), { recursive: true });
  await assert.rejects(put(), /"\.links" in its store is not a store path/);
  await rm(path.join(folder, 'unpacked/store/.links'), { recursive: true });
  await mkdir(path.join(folder, `unpacked/store/${'a'.repeat(32)}-nix-2.31.1/bin`), { recursive: true });
  await assert.rejects(put(), /none of its store paths is nix-2\.31\.2/);
  assert.deepEqual(await lookAtNixFolder(path.join(folder, 'nix')), { kind: 'absent' });
});
