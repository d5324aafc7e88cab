import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, test } from '@jest/globals';
import { explainedFileError } from '../../src/actions/file-errors.ts';
import { Failure, InputError, SetupError } from '../../src/kit/errors.ts';
import { makeFolders } from '../../src/kit/files.ts';
import { explain, withShortValues } from '../../src/report/text/explain.ts';
import { COMPILED } from '../jest/compiled.ts';
import { CLI } from '../rig/programs.ts';
import { tryAll } from './file-error-table.ts';

const TABLE = new URL('file-error-table.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'file-errors-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const { PATH = '' } = process.env;

test('whatever the file system refuses of an input ends with 2 or 3, names the input, and is short', async () => {
  const { faults, tried } = await tryAll();
  assert.deepEqual(faults, []);
  assert.ok(tried > 80, String(tried));
});

if (process.getuid?.() === 0) {
  test('the same holds for a user who may not enter every folder', () => {
    // Root without any capability: files of its own can be read, a closed folder can't be entered.
    const { stdout, stderr } = spawnSync('setpriv', ['--bounding-set=-all', '--inh-caps=-all', process.execPath, TABLE], { encoding: 'utf8' });
    const { faults } = JSON.parse(stdout === '' ? `{"faults":[${JSON.stringify(stderr)}]}` : stdout) as { faults: unknown };
    assert.deepEqual(faults, []);
  });
}

test('a current folder that is gone is said to be that', async () => {
  const gone = join(folder, 'gone');
  mkdirSync(gone);
  // The shell goes there, and then it is removed.
  const child = spawn('sh', ['-c', `cd "$1" && rmdir "$1" && exec "$2" "$3" validate feature`, 'sh', gone, process.execPath, CLI], { env: { ...COMPILED, PATH, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] });
  const stderr = text(child.stderr);
  const [code] = (await once(child, 'close')) as [number];
  assert.match(await stderr, /^error: The current folder no longer exists\.\n/);
  assert.equal(code, 3);
});

test('a HOME that is a file is no trouble where nothing is kept there', () => {
  const home = join(folder, 'home');
  writeFileSync(home, '');
  mkdirSync(join(folder, 'tools'), { recursive: true });
  writeFileSync(join(folder, 'tools/devcontainer-feature.json'), '{ "id": "tools", "version": "1.0.0", "name": "x" }');
  writeFileSync(join(folder, 'tools/flake.nix'), '{ outputs = _: { }; }');
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'validate', 'tools'], { encoding: 'utf8', cwd: folder, env: { ...COMPILED, PATH, HOME: home } });
  assert.equal(status, 0, stderr);
});

function redirected(redirection: string, ...argv: string[]) {
  return spawnSync('sh', ['-c', `exec "$0" "$@" ${redirection}`, process.execPath, CLI, ...argv], { encoding: 'utf8', cwd: folder, env: { ...COMPILED, PATH, HOME: folder } });
}

test("a result that can't be written is one line and one code; messages that can't be are left out", () => {
  for (const flag of ['--version', '--help']) {
    const { status, stderr } = redirected('>/dev/full', flag);
    assert.match(stderr, /^error: The result can't be written to standard output: ENOSPC: [^\n]*\n$/);
    assert.equal(status, 1);
  }
  assert.equal(redirected('2>/dev/full', 'validate', 'nowhere').status, 2);
  // Node opens /dev/null in the place of what is closed.
  for (const redirection of ['>&-', '2>&-', '<&-']) assert.equal(redirected(redirection, '--version').status, 0, redirection);
});

test('folders are made, and where none can be it fails and does not spin', async () => {
  assert.equal(await makeFolders(join(folder, 'a/b/c')), join(folder, 'a'));
  assert.equal(await makeFolders(join(folder, 'a/b/c')), undefined);
  assert.equal(await makeFolders(join(folder, 'a/b/d/e')), join(folder, 'a/b/d'));
  writeFileSync(join(folder, 'a/file'), '');
  for (const path of ['/proc/a/b/c', '/proc/a', join(folder, 'a/file/x'), join(folder, 'a/file')]) {
    await assert.rejects(makeFolders(path), (error: NodeJS.ErrnoException) => ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(error.code ?? ''), path);
  }
});

const systemError = (code: string, path?: string): Error => Object.assign(new Error(`${code}: x`), { code, syscall: 'open', ...(path === undefined ? {} : { path }) });

test('an error of the file system is that of the input that names the place or a folder above it', () => {
  const given = [['base-image', 'ghcr.io/a/b\noci:images/base:v1'], ['feature', './tools'], ['flake', 'git+file:/x/repo?dir=y#z']] as const;
  const inputOf = (path: string): string | undefined => {
    const error = explainedFileError(systemError('EACCES', path), given, '/here');
    assert.ok(error instanceof InputError || error instanceof SetupError);
    return error instanceof InputError ? error.input : undefined;
  };
  assert.equal(inputOf('/here/tools/flake.nix'), 'feature');
  assert.equal(inputOf('/here/tools'), 'feature');
  assert.equal(inputOf('/here/images/base/blobs/sha256/x'), 'base-image');
  assert.equal(inputOf('/x/repo/.git'), 'flake');
  assert.equal(inputOf('/here/toolsmith'), undefined);
  assert.equal(inputOf('/tmp/x'), undefined);
});

test('a folder for temporary files that is not there is a matter of the machine, with a hint', async () => {
  const error = explainedFileError(await mkdtemp(join(folder, 'not/there/x')).catch((cause: unknown) => cause), [], '/here');
  assert.ok(error instanceof SetupError);
  assert.match(error.message, /a folder can't be created there \(ENOENT\)\.$/);
  assert.match(error.hint ?? '', /TMPDIR/);
});

test('what is no refusal of the file system stays what it is', () => {
  for (const error of [new Error('a bug'), systemError('ENOENT', '/x'), systemError('ECONNRESET'), new Failure('x'), 'text', systemError('ENOSPC', '/x')]) {
    assert.equal(explainedFileError(error, [], '/here'), error);
  }
});

test('long values are shortened in messages, in quotes or without blanks, and others are not', () => {
  const long = 'v'.repeat(5000);
  const blanks = 'v v '.repeat(1000);
  for (const value of [`"${blanks}"`, long, `/${'folder/'.repeat(500)}x`]) {
    const { message, hint = '' } = explain(new InputError('flake', `flake: ${value} is not a flake reference.`, { hint: `Not ${value}.` }));
    assert.ok(message.length < 300 && hint.length < 300, message);
    assert.match(message, /^flake: .*….* is not a flake reference\.$/);
  }
  const usual = `"${'v'.repeat(200)}" and ${'/folder'.repeat(30)} and ${'word '.repeat(200)}`;
  assert.equal(withShortValues(usual), usual);
});
