import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { firstUnfit, inert, inertLog, redactUrls } from '../../src/kit/safe-text.ts';
import { HOSTILE_TEXT, runs } from '../fuzz/settings.ts';

test('a text that is shown holds nothing that a terminal obeys, or that turns its order around', () => {
  fc.assert(
    fc.property(HOSTILE_TEXT, (text) => {
      for (const shown of [inert(text), inertLog(text)]) assert.equal(firstUnfit(shown.replaceAll(/[\t\n]/g, '')), undefined, JSON.stringify(shown));
      assert.equal(inert(inert(text)), inert(text));
    }),
    runs(3000),
  );
});

test('JSON that is shown is the same JSON', () => {
  fc.assert(
    fc.property(fc.array(HOSTILE_TEXT), (texts) => {
      assert.deepEqual(JSON.parse(inert(JSON.stringify(texts, undefined, 2))), texts);
    }),
    runs(1000),
  );
});

test('colours, titles and links of a program are left out, and its words stay', () => {
  const cases: readonly (readonly [given: string, shown: string])[] = [
    ['\u001b[31;1merror:\u001b[0m attribute missing', 'error: attribute missing'],
    ['\u001b]0;a title\u0007text', 'text'],
    ['\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['50%\r100%', '50%\n100%'],
    ['half \u001b[', String.raw`half \u001b[`],
    ['\u009b31mred', String.raw`\u009b31mred`],
    ['user\u202egnp.exe', String.raw`user\u202egnp.exe`],
    ['tab\tand ü 日本 😀', 'tab\tand ü 日本 😀'],
  ];
  for (const [given, shown] of cases) assert.equal(inertLog(given), shown);
});

test('neither a login nor a query string of an address is shown', () => {
  const cases: [string, string][] = [
    ['https://user:secret@host/x', 'https://***@host/x'],
    ['git+https://host/repo?token=secret&dir=a#tool', 'git+https://host/repo#tool'],
    [`unable to download 'x': "https://t0ken@host/a?sig=secret" and s3://bucket?profile=p`, `unable to download 'x': "https://***@host/a" and s3://bucket`],
    ['github:org/repo?dir=a#tool', 'github:org/repo?dir=a#tool'],
    ['mail@host, no address', 'mail@host, no address'],
  ];
  for (const [text, shown] of cases) assert.equal(redactUrls(text), shown);
});
