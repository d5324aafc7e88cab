import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readJsonc } from '../../src/feature/metadata/jsonc.ts';
import { indentedJson, itemsOf, membersOf, sortedJson, stringOf } from '../../src/feature/metadata/written-json.ts';
import { generator } from '../rig/random.ts';

test('comments, blanks and trailing commas go, order and digits stay, and of two members the last one counts', () => {
  const text = '\uFEFF{ // a\n "b": [1.50, 12345678901234567890,],\n /* c */ "2": {"z": null, "a": "\\u00e9\\n"}, "1": true, "b": false }'.slice(1);
  assert.equal(readJsonc('feature', 'f', text).json, '{"b":false,"2":{"z":null,"a":"é\\n"},"1":true}');
});

test('what is no object has no members, and what is no list no items', () => {
  for (const json of ['[]', '1', '"{}"', '', 'null', undefined]) assert.equal(membersOf(json).size, 0, json);
  for (const json of ['{}', '1', '', undefined]) assert.equal(itemsOf(json), undefined, json);
  assert.equal(stringOf('1'), undefined);
  assert.equal(stringOf('"a\\"b"'), 'a"b');
});

test('sorting changes only the order of names', () => {
  assert.equal(sortedJson('{"b":[{"d":1,"c":2.0}],"a":{"10":1,"9":2}}'), '{"a":{"10":1,"9":2},"b":[{"c":2.0,"d":1}]}');
});

test('JSON of every shape comes back as JSON.parse has it, in lines or without', () => {
  const next = generator(20_240_611);
  const random = (limit: number): number => Math.floor(next() * limit);
  for (let round = 0; round < 300; round += 1) {
    const value = anyValue(random, 4);
    const text = JSON.stringify({ value }, undefined, random(3));
    const { json } = readJsonc('feature', 'f', text);
    assert.equal(json, JSON.stringify({ value }));
    assert.equal(indentedJson(json), JSON.stringify({ value }, undefined, 2));
    assert.deepEqual(JSON.parse(sortedJson(json)), { value });
  }
});

const WORDS = ['a', 'Zz', 'é', '/* no comment */', '// neither', 'a"', 'b\\', 'a b', '', '𝄞', ','];

function anyValue(random: (limit: number) => number, depth: number): unknown {
  const kind = random(depth > 0 ? 7 : 5);
  const word = (): string => WORDS[random(WORDS.length)] ?? '';
  if (kind < 5) return [null, true, random(1000) - 500, random(1000) / 8, word()][kind];
  const items = Array.from({ length: random(4) }, () => anyValue(random, depth - 1));
  return kind === 5 ? items : Object.fromEntries(items.map((item) => [word(), item]));
}
