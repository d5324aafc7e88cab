import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import type { GivenOptions } from '../../src/feature/environment/option-environment.ts';
import { builtinFile, toolFiles, WRAPPER, type ToolFile } from '../../src/test/container/tool-files.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'tool-files-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const folder = path.join(scratch, 'm_0');
mkdirSync(folder);

const USERS = { container: { name: 'root', id: '0', home: '/root' }, remote: { name: 'dev', id: '1000', home: '/home/dev' } };

function write(place: string, { name, bytes }: ToolFile): void {
  writeFileSync(path.join(place, name), bytes);
}

/** What install.sh says, started as the tools start it. */
function installed(options: object, given: GivenOptions, script: string): { readonly code: number | null; readonly stdout: string } {
  write(scratch, builtinFile(USERS));
  for (const file of toolFiles(JSON.stringify({ id: 'm', options }), given)) write(folder, file);
  writeFileSync(path.join(folder, 'install.sh'), script);
  const { status, stdout } = spawnSync('/bin/sh', [`./${WRAPPER}`], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: '/root' } });
  return { code: status, stdout };
}

const string = (value: string): object => ({ type: 'string', default: value });

test('install.sh gets its options and users from the files that the tools write', () => {
  const { stdout } = installed({ 'my-flavour': string('sweet'), big: { type: 'boolean', default: true } }, { big: false }, 'echo "$MY_FLAVOUR $BIG $_REMOTE_USER $_REMOTE_USER_HOME $_CONTAINER_USER $_CONTAINER_USER_HOME"\n');
  assert.equal(stdout, 'sweet false dev /home/dev root /root\n');
});

// [default, what install.sh gets; undefined: it is never run]
const VALUES: readonly (readonly [string, string | undefined])[] = [
  ['a b', 'a b'],
  ["it's 100$ (new)", "it's 100$ (new)"],
  ['$HOME/.config', '/root/.config'],
  ['`echo evaluated`', 'evaluated'],
  ['say "hi"', 'say hi'],
  ['\\"kept\\" \\$HOME', '"kept" $HOME'],
  ['one "quote', undefined],
  ['C:\\', undefined],
];

for (const [value, expected] of VALUES) {
  test(`a default of ${JSON.stringify(value)} ${expected === undefined ? 'breaks the installation, as it does with the tools' : `arrives as ${JSON.stringify(expected)}`}`, () => {
    const { code, stdout } = installed({ a: string(value), z: string('') }, {}, 'printf %s "$A"\n');
    if (expected === undefined) assert.notEqual(code, 0);
    else assert.deepEqual([code, stdout], [0, expected]);
  });
}
