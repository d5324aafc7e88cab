import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readCommandFile, readWorkflowCommands } from './workflow-commands.ts';

test('annotations carry their file and line, and their message unescaped', () => {
  const { annotations } = readWorkflowCommands('hello\n::error file=a/flake.nix,line=3,title=No%3A way::first%0Asecond 100%25\n::warning::plain\n');
  assert.deepEqual(annotations, [
    { level: 'error', message: 'first\nsecond 100%', file: 'a/flake.nix', line: 3, title: 'No: way' },
    { level: 'warning', message: 'plain' },
  ]);
});

test('a masked secret is not in the log', () => {
  const { log, masks } = readWorkflowCommands('::add-mask::hunter2\nthe password is hunter2\n');
  assert.deepEqual(masks, ['hunter2']);
  assert.equal(log, 'the password is ***\n');
});

test('values of command files may have several lines', () => {
  assert.deepEqual(readCommandFile('a=1\nb<<X\none\ntwo=2\nX\nc=\n'), { a: '1', b: 'one\ntwo=2', c: '' });
  assert.throws(() => readCommandFile('b<<X\none\n'), /does not end/);
});
