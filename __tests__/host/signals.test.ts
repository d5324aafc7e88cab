import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from '@jest/globals';
import { CancelledError } from '../../src/kit/errors.ts';
import { listenForSignals } from '../../src/host/signals.ts';

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
