import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { Progress } from '../../src/kit/host.ts';
import { inStage } from '../../src/kit/stages.ts';

/** What a stage showed. */
async function shown(body: (progress: Progress) => Promise<readonly [number, string?]>): Promise<{ readonly lines: readonly string[]; readonly outcome: unknown }> {
  const lines: string[] = [];
  const log = {
    stage: (title: string): Progress => ({ update: (done) => void lines.push(`${title}: ${done}`), end: (result) => void lines.push(`${title}: ${result ?? 'done'}`) }),
  };
  const outcome = await inStage(log, 'Pack', {}, body).catch((error: unknown) => error);
  return { lines, outcome };
}

test('a stage ends with its last line, with none, or with its failure', async () => {
  const packed = await shown((progress) => {
    progress.update(1);
    return Promise.resolve([2, '2 layers'] as const);
  });
  assert.deepEqual(packed, { lines: ['Pack: 1', 'Pack: 2 layers'], outcome: 2 });
  assert.deepEqual(await shown(() => Promise.resolve([3] as const)), { lines: ['Pack: done'], outcome: 3 });
  const fault = new Error('no space');
  assert.deepEqual(await shown(() => Promise.reject(fault)), { lines: ['Pack: failed'], outcome: fault });
});
