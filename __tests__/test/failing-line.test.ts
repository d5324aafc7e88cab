import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { failingLine, traced } from '../../src/test/failing-line.ts';
import { TEST_LIB, TEST_LIB_NAME } from '../../src/test/test-lib.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'failing-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, TEST_LIB_NAME), TEST_LIB);

const FILE = './test.sh';

function linesOf(program: string, ...argv: readonly string[]): readonly string[] {
  const { stdout } = spawnSync(program, argv, { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').slice(0, -1);
}

/** As it was run, and then once more. */
function lineOf(script: string): number | undefined {
  writeFileSync(path.join(folder, FILE), script);
  chmodSync(path.join(folder, FILE), 0o755);
  const command = traced(Buffer.from(script), FILE);
  return command === undefined ? undefined : failingLine(linesOf('/bin/sh', ...command.slice(1)), FILE, linesOf('/bin/sh', '-c', 'exec "$0" 2>&1', FILE));
}

// [what fails, script without its first line, line; where only bash knows it]
const SCRIPTS: readonly (readonly [string, string, number | undefined, number?])[] = [
  ['a command', 'set -eu\necho before\nfalse\necho never said\n', 4],
  ['a command of several lines', 'set -e\ntrue \\\n  and\ngrep -q nothing \\\n  /dev/null\n', 5],
  ['the last command', 'true\ntrue\nfalse', 4],
  ['an exit', 'echo x\n[ 1 = 2 ] || exit 3\n', 3],
  ['a command in a function', 'set -e\nf() {\n  false\n}\ntrue\nf\n', 4],
  ['a command whose output is taken', 'set -e\nx=$(cat /nowhere 2>/dev/null)\n', 3],
  ['a command that is not there', 'set -e\nno-such-program --version\n', 3],
  ['a script that says something else each time', 'date +%N\nfalse\n', undefined],
  ['a check of the test library', `source dev-container-features-test-lib\ncheck "one" true\ncheck "two" false\ncheck "three" false\nreportResults\n`, 4, 4],
];

for (const shell of ['/bin/sh', '/bin/bash', '/usr/bin/env bash', '/bin/sh -e']) {
  test(`the line at which a script for ${shell} failed is known`, () => {
    for (const [what, script, line, onlyInBash] of SCRIPTS) {
      if (onlyInBash === undefined || shell.endsWith('bash')) assert.equal(lineOf(`#!${shell}\n${script}`), line, what);
    }
  });
}

test('what is no script of a shell is not traced', () => {
  for (const script of ['#!/usr/bin/python3\nx\n', 'echo no first line\n', '#!/usr/bin/env -S node\n', '#!\n', '\u007fELF']) {
    assert.equal(traced(Buffer.from(script), FILE), undefined);
  }
});
