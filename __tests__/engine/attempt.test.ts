import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { askTogether, type RunningContainer } from '../../src/engine/attempt.ts';
import { Engine } from '../../src/engine/engine.ts';
import type { ContainerQuestion } from '../../src/engine/questions.ts';
import { answerOf, stream } from '../../src/programs/process.ts';
import { folderFor } from '../oci/images.ts';

/** A client whose container is this machine; it notes each command. @param before runs first, with the command as its arguments */
async function container(before = ':'): Promise<{ readonly place: RunningContainer; readonly started: () => Promise<number> }> {
  const folder = await folderFor();
  const program = join(folder, 'docker');
  await writeFile(program, `#!/bin/sh\nwhile [ "$1" != c ]; do shift; done; shift\necho x >> '${folder}/started'\n${before}\n"$@"\n`);
  await chmod(program, 0o755);
  const engine = new Engine('docker', program, { env: { PATH: process.env['PATH'] } });
  return { place: { engine, container: 'c', where: 'a container of x' }, started: async () => (await readFile(join(folder, 'started'), 'utf8')).length / 2 };
}

const say = (script: string, ...words: readonly string[]): ContainerQuestion => ({ argv: ['/bin/sh', '-c', script, 'sh', ...words] });

test('several questions take one command, and each gets its own answer', async () => {
  const { place, started } = await container();
  const [one, two, three] = await askTogether(place, [say('echo "$1"', 'a\nb'), { ...say('cat'), input: 'given' }, say('echo why >&2; exit 7')]);
  assert.deepEqual([one.lines, two.lines, three.exitCode, three.stderr], [['a', 'b'], ['given'], 7, 'why']);
  assert.equal(await started(), 1);
});

test('a command that floods standard error is heard to its end, and no more is kept than any base says', async () => {
  const { place, started } = await container();
  const [flood, after] = await askTogether(place, [say('yes why | head -c 30000000 >&2; exit 7'), say('echo after')]);
  assert.deepEqual([flood.exitCode, after.exitCode, after.lines], [7, 0, ['after']]);
  assert.ok(flood.stderr.length < 30_000_000, `${flood.stderr.length} characters`);
  assert.equal(await started(), 1);
});

test('a command that writes more than any answer is an error, and is not waited for', async () => {
  const { stdout, done } = stream(['yes']);
  await assert.rejects(async () => {
    for await (const chunk of answerOf(stdout, 'yes', 100_000)) assert.ok(chunk.length > 0);
  }, { name: 'Failure', message: 'yes wrote more than 100000 bytes, which is more than any expected answer.' });
  await assert.rejects(done);
});

test('what no answer came to is asked alone, and its error is that of its own command', async () => {
  const { place, started } = await container();
  const [one, killing, three] = await askTogether(place, [say('echo one'), say('[ "$1" = "$(cat /proc/$PPID/comm)" ] && kill -9 $PPID; echo two', 'sh'), say('exit 3')]);
  assert.deepEqual([one.lines, killing.lines, three.exitCode, three.error?.command], [['one'], ['two'], 3, say('exit 3').argv]);
  assert.equal(await started(), 3);
});

test('where no shell can be started, each question is one command, as it would be alone', async () => {
  const { place, started } = await container('case $1 in /bin/sh) echo "no such file: /bin/sh" >&2; exit 127;; esac');
  const [shell, echo] = await askTogether(place, [say(':'), { argv: ['echo', 'there'] }]);
  assert.deepEqual([shell.exitCode, shell.error?.stderr, echo.lines], [127, 'no such file: /bin/sh\n', ['there']]);
  assert.equal(await started(), 3);
});

test('questions that are too long for one command line take several', async () => {
  const { place, started } = await container();
  const [many, long] = [Array.from({ length: 7000 }, (_, index) => `word-${index}`), Array.from({ length: 5 }, () => 'x'.repeat(100_000))];
  const answers = await askTogether(place, [say('echo $#', ...many), say('echo "$#" "${7000}"', ...many), say('echo $#'), say('echo $#', ...long)]);
  assert.deepEqual(answers.map(({ lines }) => lines[0]), ['7000', '7000 word-6999', '0', '5']);
  assert.equal(await started(), 3);
});
