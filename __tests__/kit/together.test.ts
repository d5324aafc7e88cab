import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { together } from '../../src/kit/together.ts';

/** Works until it is told to stop. */
function endless(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });
}

test('both results come back', async () => {
  assert.deepEqual(await together(new AbortController(), Promise.resolve(1), Promise.resolve('b')), [1, 'b']);
});

const fails = (): Promise<never> => Promise.reject(new Error('why'));

test('the first failure stops the other task, and is the one that is thrown, whichever task it is of', async () => {
  for (const order of ['first', 'second']) {
    const stop = new AbortController();
    const tasks = order === 'first' ? together(stop, fails(), endless(stop.signal)) : together(stop, endless(stop.signal), fails());
    await assert.rejects(tasks, { message: 'why' });
    assert.ok(stop.signal.aborted);
  }
});
