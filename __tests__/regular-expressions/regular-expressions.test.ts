import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { checkMachines, checkRuntimeCall, checkScript } from '../../src/feature/contract/script-checks.ts';
import { inertLog, redactUrls } from '../../src/kit/safe-text.ts';
import { diagnose } from '../../src/nix/flake/diagnose.ts';
import { parseChallenge } from '../../src/oci/auth/challenge.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { code, escapeText, fence, prose, quote } from '../../src/report/text/markdown.ts';
import { computed, isSlow, slowText } from './attack.ts';
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

/** What reads texts from outside, as a whole: a loop may be slow where no expression is. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a script': (text) => checkScript('test.sh', 'test.sh', { text, executable: true }),
  'an install.sh': (text) => [checkMachines('install.sh', { text, executable: true }), checkRuntimeCall('install.sh', new Map([['install.sh', text]]))],
  'the log of a builder': diagnose,
  'a line that is shown': inertLog,
  'an address in a message': redactUrls,
  'a cell of a summary': escapeText,
  'a code span': code,
  'a sentence': prose,
  'a block': fence,
  'a quote': quote,
  'a challenge': parseChallenge,
  'a reference': (text) => parseReference(text),
};

const PUMPS = ['\n', ' ', '\t\n', '#\n', 'a', 'set ', 'set a ', '`', '``', '/', 'a/', 'a.', '://', '://a@', '?', 'error:', 'error: ', "error: builder for '", "/nix/store/x.drv", 'Cannot build ', '\u001b', '\u001b[', '\u001b]', '\u009b', '"', '\\', 'a=', 'a="', ',', 'Bearer ', '@', ':', '<', '&', 'uname -m ', 'source '];

/** Milliseconds. Making so many small texts takes some of them, and as many again to free them; what is quadratic takes a second. */
const NOISE = 150;

/** Milliseconds. */
function timer(read: (text: string) => unknown): (text: string) => number {
  return (text) => {
    const began = computed();
    try {
      read(text);
    } catch {
      // It need not be one that can be read.
    }
    return computed() - began;
  };
}

for (const [what, read] of Object.entries(READERS)) {
  test(`the time for ${what} grows as the text does`, () => {
    const slow = PUMPS.filter((pump) => isSlow(timer(read), (length) => pump.repeat(Math.ceil((2 * length) / pump.length)), NOISE));
    assert.deepEqual(slow, []);
  });
}
