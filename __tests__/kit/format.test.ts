import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { formatBytes, formatCount, formatDuration, formatList, formatShare } from '../../src/kit/format.ts';

test('bytes have three digits and decimal units, and round up into the next unit', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.00 kB'],
    [1234, '1.23 kB'],
    [9_996, '10.0 kB'],
    [12_345, '12.3 kB'],
    [99_960, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1.00 MB'],
    [8_123_456, '8.12 MB'],
    [1.5e9, '1.50 GB'],
    [2e15, '2.00 PB'],
    [2e19, '20000 PB'],
  ];
  for (const [bytes, text] of cases) assert.equal(formatBytes(bytes), text);
});

test('counts have a comma at every three digits', () => {
  assert.equal(formatCount(0), '0');
  assert.equal(formatCount(999), '999');
  assert.equal(formatCount(1000), '1,000');
  assert.equal(formatCount(1234567), '1,234,567');
});

test('a share never rounds something to nothing, nor nearly all to all', () => {
  assert.equal(formatShare(0), '0%');
  assert.equal(formatShare(0.000001), '<1%');
  assert.equal(formatShare(0.726), '73%');
  assert.equal(formatShare(0.9999), '>99%');
  assert.equal(formatShare(1), '100%');
});

test('durations grow from seconds to hours', () => {
  assert.equal(formatDuration(0), '0.0 s');
  assert.equal(formatDuration(9_949), '9.9 s');
  assert.equal(formatDuration(9_960), '10 s');
  assert.equal(formatDuration(59_700), '1 min');
  assert.equal(formatDuration(125_000), '2 min 5 s');
  assert.equal(formatDuration(3_720_000), '1 h 2 min');
});

test('lists are joined as in a sentence', () => {
  assert.equal(formatList([]), '');
  assert.equal(formatList(['a']), 'a');
  assert.equal(formatList(['a', 'b', 'c']), 'a, b and c');
  assert.equal(formatList(['a', 'b'], 'or'), 'a or b');
});
