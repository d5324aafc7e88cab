import assert from 'node:assert/strict';
import { afterAll, describe, test } from '@jest/globals';
import { afterTest, Cleanups } from './after-test.ts';

const undone: string[] = [];

describe('what a test began', () => {
  test('is not undone while it runs', () => {
    afterTest(() => undone.push('first'));
    afterTest(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      undone.push('second');
    });
    assert.deepEqual(undone, []);
  });

  test('is undone before the next test, last things first, one after the other', () => {
    assert.deepEqual(undone, ['second', 'first']);
  });
});

describe('tests side by side', () => {
  const events: string[] = [];

  for (const [name, milliseconds] of [['slow', 60], ['quick', 1]] as const) {
    test.concurrent(`undo their own: ${name}`, async () => {
      afterTest(() => events.push(`${name} undone`));
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      events.push(`${name} over`);
    });
  }

  afterAll(() => {
    assert.deepEqual(events, ['quick over', 'quick undone', 'slow over', 'slow undone']);
  });
});

describe('cleanups', () => {
  test('are all run, whichever fails', async () => {
    const cleanups = new Cleanups();
    const ran: number[] = [];
    for (const each of [1, 2, 3]) {
      cleanups.add(() => {
        ran.push(each);
        if (each !== 2) throw new Error(`number ${each}`);
      });
    }
    await assert.rejects(cleanups.run(), (error: AggregateError) => {
      assert.deepEqual(error.errors.map(String), ['Error: number 3', 'Error: number 1']);
      return true;
    });
    assert.deepEqual(ran, [3, 2, 1]);
  });

  test('are refused once their test is over', () => {
    const cleanups = new Cleanups();
    cleanups.close();
    assert.throws(() => {
      cleanups.add(() => undefined);
    }, /after its test had ended/);
  });
});
