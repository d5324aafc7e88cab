import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { literalsOf, windowsOf } from '../../src/leaks/literals.ts';
import { MOST_DATA, prefilterModule } from '../../src/leaks/prefilter/prefilter-code.ts';
import { createPrefilter, tablesOf, type Prefilter } from '../../src/leaks/prefilter/prefilter.ts';

const WINDOWS = literalsOf({ values: [{ name: 'x', value: 'Val-ue_12345' }], identifiers: ['Acme Corp'], folders: ['/home/alice'], packages: ['hello-2.12'] }).flatMap(windowsOf);

function positions(prefilter: Prefilter, bytes: Buffer, from = 0, to = bytes.length): number[] {
  prefilter.data.fill(0);
  prefilter.data.set(bytes);
  return [...prefilter.find(from, to)];
}

test('the program is assembled to the same bytes each time, and to those that were read over', () => {
  const bytes = prefilterModule();
  assert.deepEqual(prefilterModule(), bytes);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), 'e64c79f24b077f8189446f9de9c3fde00136cef6808a8e5450152598e1d23460');
  assert.ok(bytes.length < 1000, String(bytes.length));
});

test('WebAssembly and JavaScript find the same positions, in programs, text and noise', () => {
  const [fast, plain] = [createPrefilter(tablesOf(WINDOWS)), createPrefilter(tablesOf(WINDOWS), true)];
  const program = readFileSync(process.execPath);
  const samples = [program.subarray(0, MOST_DATA), program.subarray(20_000_000, 20_000_000 + MOST_DATA), Buffer.concat(Array.from({ length: 8 }, () => readFileSync(import.meta.filename))), randomBytes(MOST_DATA)];
  let found = 0;
  for (const sample of samples) {
    const bytes = sample.subarray(0, MOST_DATA);
    const expected = positions(plain, bytes);
    assert.deepEqual(positions(fast, bytes), expected);
    const [from, to] = [1001, bytes.length - 777];
    assert.deepEqual(positions(fast, bytes, from, to), expected.filter((at) => at >= from && at < to));
    found += expected.length;
  }
  assert.ok(found > 20, String(found));
});

test('no window is missed, wherever it is', () => {
  for (const prefilter of [createPrefilter(tablesOf(WINDOWS)), createPrefilter(tablesOf(WINDOWS), true)]) {
    for (const [i, window] of WINDOWS.entries()) {
      const bytes = Buffer.alloc(200, 0xff);
      bytes.writeUInt32LE(window, i % 190);
      assert.ok(positions(prefilter, bytes).includes(i % 190), window.toString(16));
    }
  }
});
