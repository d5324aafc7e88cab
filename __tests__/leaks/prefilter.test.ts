import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { literalsOf, rowOf, RULES, windowsOf } from '../../src/leaks/literals.ts';
import { MOST_DATA, prefilterModule, WINDOW } from '../../src/leaks/prefilter/prefilter-code.ts';
import { NOTHING_PLACED, placeLiterals } from '../../src/leaks/prefilter/buckets.ts';
import { createPrefilter, type Prefilter } from '../../src/leaks/prefilter/prefilter.ts';
import { numbersOf, tablesOf, windowAt } from '../../src/leaks/prefilter/tables.ts';
import { PLACED_RULES } from '../../src/leaks/placed-rules.ts';

const LITERALS = literalsOf({ values: [{ name: 'x', value: 'Val-ue_12345' }], identifiers: ['Acme Corp'], folders: ['/home/alice'], packages: ['hello-2.12'] });
const WINDOWS = LITERALS.map(windowsOf);
/** Literals that each search has. */
const OF_RULES = RULES.flatMap(({ anchors }) => anchors).length;
const ROW = Math.min(...LITERALS.map(rowOf));
const TABLES = tablesOf(WINDOWS, PLACED_RULES, ROW);

function positions(prefilter: Prefilter, bytes: Buffer, from = 0, to = bytes.length): number[] {
  prefilter.data.fill(0);
  prefilter.data.set(bytes);
  return [...prefilter.find(from, to)];
}

test('the program is assembled to the same bytes each time, and to those that were read over', () => {
  const bytes = prefilterModule();
  assert.deepEqual(prefilterModule(), bytes);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), 'a4b3c32ecf03dea42a0b7d7ca5f045c42fbba0e071cc4dc41e565b59bc8191d3');
  assert.ok(bytes.length < 1500, String(bytes.length));
});

const PROGRAM = readFileSync(process.execPath);
const SAMPLES = [PROGRAM.subarray(0, MOST_DATA), PROGRAM.subarray(20_000_000, 20_000_000 + MOST_DATA), Buffer.concat(Array.from({ length: 8 }, () => readFileSync(import.meta.filename))).subarray(0, MOST_DATA), randomBytes(MOST_DATA)];

test('WebAssembly and JavaScript find the same positions in programs, text and noise, if what is looked for may lie in no text', () => {
  const anywhere = { ...TABLES, row: 0 };
  const [fast, plain] = [createPrefilter(anywhere), createPrefilter(anywhere, true)];
  let found = 0;
  for (const bytes of SAMPLES) {
    const expected = positions(plain, bytes);
    assert.deepEqual(positions(fast, bytes), expected);
    const [from, to] = [1001, bytes.length - 777];
    assert.deepEqual(positions(fast, bytes, from, to), expected.filter((at) => at >= from && at < to));
    found += expected.length;
  }
  assert.ok(found > 20, String(found));
});

test('else WebAssembly finds those that lie in a row of text, and few others', () => {
  for (const row of [4, 5, 6, 7, 8, 20]) {
    const tables = { ...TABLES, row };
    const [fast, plain] = [createPrefilter(tables), createPrefilter(tables, true)];
    for (const bytes of SAMPLES) {
      const found = new Set(positions(fast, bytes));
      const all = positions(plain, bytes);
      for (const at of all) assert.ok(found.has(at) || lengthOfRow(bytes, at) < row, `${row} ${at}`);
      assert.deepEqual(all.filter((at) => found.has(at)), [...found]);
    }
  }
});

function lengthOfRow(bytes: Buffer, at: number): number {
  const isText = (i: number): boolean => (bytes[i] ?? 0) >= 0x20 && (bytes[i] ?? 0) < 0x80;
  let [from, to] = [at, at];
  while (isText(from - 1)) from--;
  while (isText(to)) to++;
  return to - from;
}

test('no window is missed, wherever it is in its row of text, and wherever that is', () => {
  assert.equal(ROW, 7);
  for (const prefilter of [createPrefilter(TABLES), createPrefilter(TABLES, true)]) {
    for (const [i, windows] of WINDOWS.entries()) {
      for (const [j, number] of numbersOf(windowAt(windows, TABLES.chosen[i])).entries()) {
        const at = 10 + ((i + j) % 180);
        for (let before = 0; before <= ROW - WINDOW; before++) {
          const bytes = Buffer.alloc(200, 0xff).fill(' ', at - before, at - before + ROW);
          bytes.writeUInt32LE(number, at);
          assert.ok(positions(prefilter, bytes).includes(at), number.toString(16));
        }
      }
    }
  }
});

function rowsOfOwn(identifiers: readonly string[]): readonly number[] {
  return literalsOf({ values: [], identifiers, folders: [], packages: [] }).slice(OF_RULES).map(rowOf);
}

test('the row of text of a literal is as long as what surely stands there', () => {
  assert.equal(Math.min(...rowsOfOwn([])), '/build/'.length + 4);
  assert.equal(Math.min(...rowsOfOwn(['acme'])), 4);
  assert.equal(Math.min(...rowsOfOwn(['M\u00fcller-Werke'])), 'ller-Werke'.length);
  assert.equal(Math.min(...rowsOfOwn(['\u00e4\u00f6\u00fc\u00df'])), 0);
  const [windows] = literalsOf({ values: [], identifiers: ['Ab\u00fccdefg'], folders: [], packages: [] }).slice(-1).map(windowsOf);
  assert.deepEqual(windows?.map(({ at }) => at), [4, 5], 'windows lie in that row');
});

test('where the rules are placed is what they say: run scripts/place-rules.ts', () => {
  const { chosen, buckets } = placeLiterals(literalsOf({ values: [], identifiers: [], folders: [], packages: [] }).map(windowsOf), NOTHING_PLACED, Number.POSITIVE_INFINITY);
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
