import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { outputsOf, resultOf } from '../../src/report/machine/outputs.ts';
import { report } from './sample.ts';

interface Parsed {
  readonly truncated?: readonly string[];
  readonly warnings: readonly unknown[];
  readonly digest: string | null;
}

test('a report that is short is whole', () => {
  const parsed = JSON.parse(outputsOf(report()).json) as Parsed;
  assert.deepEqual(parsed, JSON.parse(JSON.stringify(resultOf(report()))));
  assert.equal(parsed.truncated, undefined);
});

for (const count of [1_000, 100_000]) {
  test(`json stays below its cap with ${count} warnings, and names what it lacks`, () => {
    const { json } = outputsOf({ ...report(), warnings: Array.from({ length: count }, (_, index) => ({ message: `${index} ${'x'.repeat(400)}` })) });
    assert.ok(json.length <= 256 * 1024, String(json.length));
    const parsed = JSON.parse(json) as Parsed;
    assert.ok(parsed.truncated?.includes('warnings'));
    assert.deepEqual(parsed.warnings, []);
  });
}
