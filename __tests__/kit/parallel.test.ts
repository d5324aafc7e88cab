import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it, test } from '@jest/globals';
import { inParallel, together } from '../../src/kit/parallel.ts';

describe('work on many things', () => {
  it('is done some at a time, with results in their order', async () => {
    let running = 0;
    let most = 0;
    const results = await inParallel(3, [5, 1, 4, 2, 3], async (n) => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < n; turn++) await setImmediate();
      running--;
      return n * 10;
    });
    assert.deepEqual(results, [50, 10, 40, 20, 30]);
    assert.equal(most, 3);
    assert.deepEqual(await inParallel(3, [], () => Promise.resolve(1)), []);
  });

  it('is not begun anew after a failure', async () => {
    const begun: number[] = [];
    const work = inParallel(2, [1, 2, 3, 4, 5], async (n) => {
      begun.push(n);
      await setImmediate();
      if (n === 1) throw new Error('no');
    });
    await assert.rejects(work, /^Error: no$/);
    await setImmediate();
    assert.deepEqual(begun.filter((n) => n > 3), []);
  });
});

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
