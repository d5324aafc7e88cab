import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from '@jest/globals';
import { CancelledError, CommandError, Failure, SetupError } from '../../src/kit/errors.ts';
import { ask } from '../../src/programs/ask.ts';

const sh = (script: string): string[] => ['sh', '-c', script];

async function failureOf(asked: Promise<string>): Promise<Error> {
  return asked.then(
    () => assert.fail('it was answered'),
    (error: unknown) => error as Error,
  );
}

function isRunning(word: string): boolean {
  try {
    return execFileSync('pgrep', ['-f', word]).length > 0;
  } catch {
    return false;
  }
}

describe('a short question', () => {
  it('gets the answer as UTF-8, with arguments as they are and no shell in between', async () => {
    const odd = `a b'"$(id)\`id\`\n;*\\ €`;
    assert.equal(await ask(['printf', '%s', odd]), odd);
    assert.equal(await ask(['cat']), '', 'nothing to read');
  });

  it('gets what its purpose needs of the environment, and speaks English', async () => {
    const baseEnv = { PATH: process.env['PATH'], DOCKER_HOST: 'd', SECRET: 's' };
    assert.equal(await ask(sh('printf %s "$A-$DOCKER_HOST-$SECRET-$LC_ALL"'), { purpose: 'engine', baseEnv, env: { A: '1' } }), '1-d--C');
    assert.equal(await ask(sh('printf %s "$DOCKER_HOST"'), { baseEnv }), '');
  });

  it('finds its program in the PATH that the program gets, and says where there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ask a path-'));
    await writeFile(join(folder, 'answer'), '#!/bin/sh\necho here\n');
    await chmod(join(folder, 'answer'), 0o755);
    assert.equal(await ask(['answer'], { baseEnv: { PATH: folder } }), 'here\n');
    await rm(folder, { recursive: true });
    const error = await failureOf(ask(['answer'], { baseEnv: { PATH: folder } }));
    assert.ok(error instanceof SetupError);
    assert.equal(error.message, 'The program "answer" was not found.');
    assert.equal((error.cause as NodeJS.ErrnoException).code, 'ENOENT');
  });

  it('fails as any command does, with the end of standard error', async () => {
    const error = await failureOf(ask(sh('echo first >&2; echo last words >&2; exit 7')));
    assert.ok(error instanceof CommandError);
    assert.deepEqual([error.exitCode, error.stderr, error.message], [7, 'first\nlast words\n', '"sh" failed with exit code 7: last words']);
    assert.match((await failureOf(ask(sh('kill -9 $$')))).message, /was ended by SIGKILL/);
  });

  it('is refused what can be started by nobody, without being lost', async () => {
    assert.ok((await failureOf(ask(['printf', 'a\0b']))) instanceof SetupError);
    assert.ok((await failureOf(ask(['printf', 'x'.repeat(3_000_000)]))) instanceof SetupError);
    const folder = await mkdtemp(join(tmpdir(), 'ask-'));
    await writeFile(join(folder, 'broken'), '#!/no/such/interpreter\n', { mode: 0o755 });
    assert.ok((await failureOf(ask(['broken'], { baseEnv: { PATH: folder } }))) instanceof SetupError);
    await rm(folder, { recursive: true });
  });

  it('has an answer that is bounded, and a time', async () => {
    const long = await failureOf(ask(['head', '-c', '6000000', '/dev/zero']));
    assert.ok(long instanceof Failure && /"head" wrote more than 4194304 bytes/.test(long.message));
    const slow = await failureOf(ask(['sleep', '61.5'], { limit: 50 }));
    assert.equal(slow.message, '"sleep" gave no answer within 0.05 seconds.');
    await sleep(200);
    assert.equal(isRunning('sleep 61\\.5'), false);
  });

  it('ends when the run does, at once, and leaves no program behind', async () => {
    const controller = new AbortController();
    const asked = failureOf(ask(['sleep', '62.5'], { signal: controller.signal }));
    await sleep(100);
    const began = performance.now();
    controller.abort();
    const error = await asked;
    assert.ok(error instanceof CancelledError, String(error));
    assert.equal(error.message, '"sleep" was stopped, because the run was cancelled.');
    assert.ok(performance.now() - began < 1000);
    await sleep(200);
    assert.equal(isRunning('sleep 62\\.5'), false);
    assert.ok((await failureOf(ask(['true'], { signal: controller.signal }))) instanceof CancelledError, 'nothing is started afterwards');
  });

  it('does not hold up the end of the run, even if its program heeds no signal', async () => {
    const program = `import { ask } from ${JSON.stringify(join(import.meta.dirname, '../../src/programs/ask.ts'))};
      await ask(['sh', '-c', 'trap "" TERM; sleep 8'], { limit: 300 }).catch(() => undefined);`;
    const began = performance.now();
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program]);
    await once(child, 'exit');
    assert.ok(performance.now() - began < 6000, `${performance.now() - began} ms`);
  });
});
