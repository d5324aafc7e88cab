import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { slowText } from './attack.ts';
import { collectExpressions, literalsOf } from './collect.ts';

test('regular expressions are found in sources, and what only looks like one is not', () => {
  const source = String.raw`const a = /x\/[/]+/g; // /no/
    const b = 'a / b / c', c = a / b / 2, d = ${'`'}${'$'}{text.replace(/y/i, '/no/')} /no/${'`'};
    /* /no/ */ if (/z/.test(b)) return /w/;`;
  assert.deepEqual(literalsOf(source).map(String), [String.raw`/x\/[/]+/g`, '/y/i', '/z/', '/w/']);
});

test('what is slow is found to be', () => {
  for (const slow of [/^\s*#.*$/gm, /(a+)+$/, /(?:a|a)*b/, /x*y/, /^\s+error:/m, /\s+$/]) assert.notEqual(slowText(slow), undefined, String(slow));
  for (const fast of [/^[ \t]*#.*$/gm, /^a+$/, /a*/, /^\s*error:/]) assert.equal(slowText(fast), undefined, String(fast));
});

test('the time of every regular expression grows as its text does', async () => {
  const all = await collectExpressions();
  assert.ok(all.length > 200, `${all.length}`);
  const slow = all.flatMap(({ expression, where }) => {
    const text = slowText(expression);
    return text === undefined ? [] : [`${where}: ${String(expression)} for ${text}`];
  });
  assert.deepEqual(slow, []);
});
