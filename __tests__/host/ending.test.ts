import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { test } from '@jest/globals';
import { listenForSignals } from '../../src/host/ending.ts';
import { CancelledError } from '../../src/kit/errors.ts';

function source() {
  const emitter = new EventEmitter();
  const exits: number[] = [];
  return Object.assign(emitter, { exits, exit: (code: number) => exits.push(code) });
}

test('the first signal aborts, the second ends the process at once', () => {
  const process = source();
  const listener = listenForSignals(process);
  assert.equal(listener.exitCode(), undefined);
  process.emit('SIGINT', 'SIGINT');
  assert.ok(listener.signal.aborted);
  assert.ok(listener.signal.reason instanceof CancelledError);
  assert.equal(listener.exitCode(), 130);
  assert.deepEqual(process.exits, []);
  process.emit('SIGTERM', 'SIGTERM');
  assert.deepEqual(process.exits, [143]);
});

test('after stop the signals are not listened to', () => {
  const process = source();
  const listener = listenForSignals(process);
  listener.stop();
  process.emit('SIGTERM', 'SIGTERM');
  assert.equal(listener.signal.aborted, false);
});

const MODULE = new URL('../../src/host/ending.ts', import.meta.url).href;

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
