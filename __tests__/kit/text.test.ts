import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { closest, fitsWildcard, plainShellWord, shellWord } from '../../src/kit/text.ts';

test('a slip of the finger finds its word', () => {
  const words = ['docker', 'podman', 'container', 'host'];
  assert.equal(closest('dokcer', words), 'docker');
  assert.equal(closest('Podman', words), 'podman');
  assert.equal(closest('cont', words), 'container');
  assert.equal(closest('hots', words), 'host');
});

test('another word finds none', () => {
  assert.equal(closest('kubernetes', ['docker', 'podman']), undefined);
  assert.equal(closest('x', ['docker', 'podman']), undefined);
  assert.equal(closest('', ['docker', 'podman']), undefined);
});

test('a wildcard stands for any characters, and nothing else has a meaning', () => {
  const fitting = [['GPL-3.0-only', 'GPL-*'], ['a', '*'], ['', '*'], ['abcabc', 'a*bc'], ['abc', 'a*b*c'], ['a.c', 'a.c'], ['aXbXc', '*X*X*'], ['a/b/c', 'a/*c']] as const;
  for (const [text, pattern] of fitting) assert.ok(fitsWildcard(text, pattern), `${text} ${pattern}`);
  const others = [['abc', 'a.c'], ['ab', 'a*bb'], ['aba', 'ab*ba'], ['xGPL-3', 'GPL-*'], ['abc', ''], ['abc', 'ab'], ['', 'a'], ['ab', 'a?']] as const;
  for (const [text, pattern] of others) assert.equal(fitsWildcard(text, pattern), false, `${text} ${pattern}`);
});

test('a wildcard takes no time to speak of, whatever it is', () => {
  const began = performance.now();
  assert.ok(!fitsWildcard('a'.repeat(4096), `${'*a'.repeat(250)}b`));
  assert.ok(performance.now() - began < 1000);
});

test('a text is one word of a shell, in quotes only where a person would write them', () => {
  assert.equal(shellWord("it's $HOME"), String.raw`'it'\''s $HOME'`);
  assert.equal(plainShellWord('features/my-tools'), 'features/my-tools');
  assert.equal(plainShellWord('my tools'), "'my tools'");
});
