import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { ENTRY_FILE, entryFiles, type StepEnvironment } from '../../src/shell/entry-files.ts';
import type { StepCommand } from '../../src/shell/request.ts';
import { afterTest } from '../jest/after-test.ts';

/** What sh makes of it: its exit code, and what was printed. */
function enter(environment: Partial<StepEnvironment>, command: StepCommand, env: Record<string, string> = {}): { code: number; text: string } {
  const place = mkdtempSync(path.join(tmpdir(), "entry '$files "));
  afterTest(() => rmSync(place, { recursive: true }));
  const files = entryFiles(place, { path: [], variables: {}, hook: '', folder: place, ...environment }, command);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(place, name), text);
  try {
    return { code: 0, text: execFileSync('/bin/sh', [path.join(place, ENTRY_FILE)], { env: { PATH: '/usr/bin:/bin', ...env }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, text: stdout };
  }
}

const program = (...argv: readonly string[]): StepCommand => ({ kind: 'program', argv });
const script = (text: string, shell?: string): StepCommand => ({ kind: 'script', text, shell });

describe('the files by which a command begins', () => {
  it('hand on variables, arguments and the folder, whatever is in them', () => {
    const odd = `it's "odd" $HOME \`id\` \\ \n\t* ä`;
    assert.deepEqual(enter({ variables: { ODD: odd, EMPTY: '' } }, program('sh', '-c', 'printf "%s|%s|%s" "$ODD" "${EMPTY-unset}" "$1"', 'sh', odd)), { code: 0, text: `${odd}||${odd}` });
    assert.equal(enter({ folder: '/' }, program('pwd')).text, '/\n');
    assert.equal(enter({ folder: '/nowhere' }, program('pwd')).code, 1);
  });

  it('put folders before those of PATH, and join lists of data folders', () => {
    const environment = { path: ['/a b/bin', '/c/bin'], variables: { XDG_DATA_DIRS: '/x/share' } };
    assert.equal(enter(environment, program('/bin/sh', '-c', 'echo "$PATH $XDG_DATA_DIRS"'), { XDG_DATA_DIRS: '/usr/share' }).text, '/a b/bin:/c/bin:/usr/bin:/bin /x/share:/usr/share\n');
    assert.equal(enter(environment, program('/bin/sh', '-c', 'echo "$XDG_DATA_DIRS"')).text, '/x/share\n');
  });

  it('end a script at its first error, in a pipe too, with its exit code', () => {
    for (const shell of [undefined, 'bash']) assert.deepEqual(enter({}, script('echo one\n(exit 3) | cat\necho two', shell)), { code: 3, text: 'one\n' });
    assert.deepEqual(enter({}, script('echo one; false; echo two', 'sh')), { code: 1, text: 'one\n' });
    assert.deepEqual(enter({}, script('print(1 + 1)', 'perl -pe 1 {0}')), { code: 0, text: 'print(1 + 1)\n' });
  });

  it("run the shell's hook first, if there is one", () => {
    const hook = 'export HOOKED="yes, it is"';
    for (const command of [program('sh', '-c', 'echo "$HOOKED"'), script('echo "$HOOKED"'), script('echo "$HOOKED"', 'sh')]) {
      assert.equal(enter({ hook }, command).text, 'yes, it is\n');
      assert.equal(enter({}, command).text, '\n');
    }
  });
});
