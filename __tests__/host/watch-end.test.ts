import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';

const MODULE = new URL('../../src/host/watch-end.ts', import.meta.url).href;

function run(body: string) {
  const program = `import { watchEnd } from '${MODULE}';\nconst ended = watchEnd(process, (bug) => console.error('bug: ' + bug.message));\n${body}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
}

const lost: readonly (readonly [what: string, body: string])[] = [
  ['a promise that nobody settles', 'await new Promise(() => {}); ended();'],
  ['a stream that ends without a word', "import { Readable } from 'node:stream'; for await (const x of new Readable({ read() {} })) x; ended();"],
  ['a promise that is lost after some work', "import { readFile } from 'node:fs/promises'; await readFile('/dev/null'); await new Promise(() => {}); ended();"],
  ['work that goes on beside the module', 'void new Promise(() => {}).then(ended);'],
];

for (const [what, body] of lost) {
  test(`${what} ends with one message and 70, not with 13 and a page of source`, () => {
    const { status, stderr } = run(body);
    assert.equal(stderr, 'bug: the work stopped in the middle, with nothing left to wait for\n');
    assert.equal(status, 70);
  });
}

test('work that ends is let go, with its own exit code', () => {
  assert.deepEqual([run('ended();').status, run('process.exitCode = 3; await 1; ended();').status], [0, 3]);
});
