import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from '@jest/globals';
import { answersIn, askingAll, type Ended, type ContainerQuestion } from '../../src/engine/questions.ts';

const MARK = '00112233445566778899aabbccddeeff';

/** What a shell answers; the questions name no /bin/sh but that one. */
function asked(shell: string, questions: readonly ContainerQuestion[]): readonly Ended[] {
  const [, ...words] = askingAll(questions, MARK);
  const rest = shell.endsWith('/busybox') ? ['sh', ...words] : words;
  const input = questions.find((question) => question.input !== undefined)?.input;
  const { stdout, stderr } = spawnSync(shell, rest, { input: input ?? '', env: { PATH: '/usr/bin:/bin', HOME: '/nowhere', IFS: '0123' } });
  return answersIn(stdout, stderr.toString('utf8').split('\n').slice(0, -1), MARK);
}

const say = (script: string, ...words: readonly string[]): ContainerQuestion => ({ argv: ['/bin/sh', '-c', script, 'sh', ...words] });

for (const shell of ['/bin/sh', '/bin/bash', '/bin/dash', '/bin/busybox'].filter(existsSync)) {
  test(`${shell} answers several questions at once, each with its exit code and what it says`, () => {
    const hostile = ['', 'a b', '$(id)', '"', "'", '\\', '*', 'two\nlines', '`id`', '-n', '${1}', '+'];
    assert.deepEqual(asked(shell, [
      say('printf "<%s>" "$@"', ...hostile),
      say('echo out; echo one >&2; printf two >&2; exit 77'),
      { argv: ['no-such-program'] },
      say('cat; echo "$SHLVL$nf_at"'),
      { ...say('read -r line; echo "got $line"'), input: 'first\nsecond\n' },
      say('cat'),
    ]).map(({ exitCode, lines, stderr }) => [exitCode, lines.join('|'), exitCode === 127 ? '' : stderr]), [
      [0, hostile.map((word) => `<${word}>`).join('').replace('\n', '|'), ''],
      [77, 'out', 'one\ntwo'],
      [127, '', ''],
      [0, '', ''],
      [0, 'got first', ''],
      [0, '', ''],
    ]);
  });

  test(`${shell} that is killed between two questions has answered those before`, () => {
    assert.deepEqual(asked(shell, [say('echo one'), say('echo two; kill -9 $PPID'), say('echo three')]).map(({ lines }) => lines), [['one']]);
  });
}

test('an answer that came in part, or is of no such shape, is none', () => {
  const frame = (code: string): string => `\n${MARK} ${code}`;
  const counted = (text: string): number => answersIn(Buffer.from(text), [], MARK).length;
  assert.deepEqual(
    ['', 'a', `a${frame('0')}`, `a${frame('0')}\n`, `a${frame('0')}\nb${frame('1')}`, `a${frame('x')}\n`, `a${frame('1000')}\n`, `a${frame('')}\n`, `a${MARK} 0\n`, `a${frame('0')}\n\n${frame('255')}\n`].map(counted),
    [0, 0, 0, 1, 1, 0, 0, 0, 0, 2],
  );
});

test('the end of what is said on standard error is kept, and belongs to its question', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `line ${index}`);
  const said = [...many, '', `${MARK} 1`, 'last', `${MARK} 0`];
  const answers = answersIn(Buffer.from(`\n${MARK} 1\n\n${MARK} 0\n`), said, MARK);
  assert.deepEqual(answers.map(({ stderr }) => [stderr.split('\n').length, stderr.split('\n').at(-1)]), [[1000, 'line 2999'], [1, 'last']]);
});
