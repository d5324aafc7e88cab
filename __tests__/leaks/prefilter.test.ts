import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { literalsOf, windowsOf } from '../../src/leaks/literals.ts';
import { MOST_DATA, prefilterModule } from '../../src/leaks/prefilter/prefilter-code.ts';
import { NOTHING_PLACED, placeLiterals } from '../../src/leaks/prefilter/buckets.ts';
import { createPrefilter, type Prefilter } from '../../src/leaks/prefilter/prefilter.ts';
import { numbersOf, tablesOf } from '../../src/leaks/prefilter/tables.ts';
import { PLACED_RULES } from '../../src/leaks/placed-rules.ts';

const LITERALS = literalsOf({ values: [{ name: 'x', value: 'Val-ue_12345' }], identifiers: ['Acme Corp'], folders: ['/home/alice'], packages: ['hello-2.12'] }).map(windowsOf);
const TABLES = tablesOf(LITERALS, PLACED_RULES);

function positions(prefilter: Prefilter, bytes: Buffer, from = 0, to = bytes.length): number[] {
  prefilter.data.fill(0);
  prefilter.data.set(bytes);
  return [...prefilter.find(from, to)];
}

test('the program is assembled to the same bytes each time, and to those that were read over', () => {
  const bytes = prefilterModule();
  assert.deepEqual(prefilterModule(), bytes);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), '52c2928428e348c756963fbaeb434ade563b3b7a5b8d02f1e820dc361a1d4373');
  assert.ok(bytes.length < 1000, String(bytes.length));
});

test('WebAssembly and JavaScript find the same positions, in programs, text and noise', () => {
  const [fast, plain] = [createPrefilter(TABLES), createPrefilter(TABLES, true)];
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
  for (const prefilter of [createPrefilter(TABLES), createPrefilter(TABLES, true)]) {
    for (const [i, windows] of LITERALS.entries()) {
      for (const number of numbersOf(windows[TABLES.chosen[i]!]!)) {
        const bytes = Buffer.alloc(200, 0xff);
        bytes.writeUInt32LE(number, i % 190);
        assert.ok(positions(prefilter, bytes).includes(i % 190), number.toString(16));
      }
    }
  }
});

test('where the rules are placed is what they say: run scripts/place-rules.ts', () => {
  const rules = literalsOf({ values: [], identifiers: [], folders: [], packages: [] }).map(windowsOf);
  const { chosen, buckets } = placeLiterals(rules, NOTHING_PLACED, Number.POSITIVE_INFINITY);
  const plain = buckets.map(({ low, high }) => ({ low: [...(low as Uint16Array)], high: [...(high as Uint16Array)] }));
  assert.deepEqual({ chosen, buckets: plain }, PLACED_RULES);
});

test('few positions are found where nothing is looked for', () => {
  const prefilter = createPrefilter(TABLES);
  const text = Buffer.concat(Array.from({ length: 8 }, () => readFileSync(new URL('../../docs/contributing/reliability.md', import.meta.url)))).subarray(0, MOST_DATA);
  for (const bytes of [text, readFileSync(process.execPath).subarray(20_000_000, 20_000_000 + MOST_DATA)]) {
    const found = positions(prefilter, bytes).length / bytes.length;
    assert.ok(found < 1 / 1000, String(found));
  }
});
