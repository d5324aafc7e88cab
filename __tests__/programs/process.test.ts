import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from '@jest/globals';
import { CancelledError, CommandError, SetupError } from '../../src/kit/errors.ts';
import { capture, stream } from '../../src/programs/process.ts';

const sh = (script: string, ...args: string[]): string[] => ['sh', '-c', script, 'sh', ...args];

/** Is a process with this id still there (and not a zombie that only waits to be reaped)? */
async function runs(pid: number): Promise<boolean> {
  try {
    const state = await capture(['cat', `/proc/${pid}/stat`]);
    return !/\) Z /.test(state);
  } catch {
    return false;
  }
}

describe('a captured command', () => {
  it('gives its standard output as UTF-8', async () => {
    assert.equal(await capture(['printf', 'grün €']), 'grün €');
  });

  it('gets its arguments as they are, with no shell in between', async () => {
    const odd = `a b'"$(id)\`id\`\n;*`;
    assert.equal(await capture(['printf', '%s', odd]), odd);
  });

  it('gets the input that it was given, and else none', async () => {
    assert.equal(await capture(['cat'], { input: 'in' }), 'in');
    assert.equal(await capture(['cat']), '');
    assert.equal((await capture(['cat'], { input: slowMegabyte() })).length, 1_000_000);
  });

  it('may end without reading its input', async () => {
    assert.equal(await capture(['true'], { input: 'x'.repeat(1_000_000) }), '');
  });

  it('fails with the error of the input where that breaks', async () => {
    await assert.rejects(capture(['cat'], { input: brokenSource() }), /the source broke/);
  });

  it('has the added environment and speaks English', async () => {
    assert.equal(await capture(sh('printf %s "$A-$LC_ALL-$TZ"'), { env: { A: '1' }, baseEnv: { PATH: process.env['PATH'], TZ: '2' } }), '1-C-2');
    await assert.rejects(capture(['ls', '/nowhere'], { baseEnv: { PATH: process.env['PATH'], LANG: 'de_DE.UTF-8' } }), /No such file/);
  });

  it('hands on standard error by line, with the last unfinished one', async () => {
    const lines: string[] = [];
    await capture(sh(`printf 'one\\ntwo\\r\\n10%%\\r20%%\\nlast' >&2`), { onStderr: (line) => void lines.push(line) });
    assert.deepEqual(lines, ['one', 'two', '10%', '20%', 'last']);
  });

  it('tells exit code, last words and arguments when it fails', async () => {
    const error = await failure(capture(sh('echo first >&2; echo last words >&2; exit 7')));
    assert.ok(error instanceof CommandError);
    assert.equal(error.exitCode, 7);
    assert.equal(error.stderr, 'first\nlast words\n');
    assert.equal(error.message, '"sh" failed with exit code 7: last words');
    assert.deepEqual(error.command.slice(0, 2), ['sh', '-c']);
  });

  it('does not repeat logins and tokens that are in an address', async () => {
    const error = await failure(capture(sh('echo "no https://me:pw@host/a?token=t, no git+ssh://u@h/b" >&2; exit 1')));
    assert.ok(error instanceof CommandError);
    assert.equal(error.message, '"sh" failed with exit code 1: no https://***@host/a no git+ssh://***@h/b');
  });

  it('keeps only the end of a long standard error', async () => {
    const error = await failure(capture(sh('seq 1 200000 >&2; exit 1')));
    assert.ok(error instanceof CommandError);
    assert.ok(error.stderr.length <= 64 * 1024);
    assert.ok(error.stderr.endsWith('\n199999\n200000\n'));
    assert.match(error.stderr, /^\d{6}\n/);
  });

  it('is named in errors as what it stands for', async () => {
    const shown = { argv: ['nix', 'build', '--json'], where: 'a container of x:1' };
    await assert.rejects(capture(['false'], { shown }), /^CommandError: "nix build" in a container of x:1 failed with exit code 1/);
  });

  it('that is not installed is a matter of set-up', async () => {
    const error = await failure(capture(['no-such-program-here', 'x']));
    assert.ok(error instanceof SetupError);
    assert.match(error.message, /"no-such-program-here" was not found/);
    assert.equal((error.cause as NodeJS.ErrnoException).code, 'ENOENT');
  });

  it('says which signal ended it', async () => {
    await assert.rejects(capture(sh('kill -9 $$')), /was ended by SIGKILL/);
  });
});

describe('a streamed command', () => {
  it('gives its error to the reader in place of an end', async () => {
    const { stdout, done } = stream(sh('echo data; exit 3'));
    const seen: string[] = [];
    await assert.rejects(async () => {
      for await (const chunk of stdout) seen.push(String(chunk));
    }, CommandError);
    assert.equal(seen.join(''), 'data\n');
    await assert.rejects(done, CommandError);
  });

  it('waits for a slow reader', async () => {
    const { stdout, done } = stream(sh('head -c 100000000 /dev/zero; echo all written >&2'), {
      onStderr: () => assert.equal(finished, true, 'it wrote everything although nobody read'),
    });
    let finished = false;
    let size = 0;
    for await (const chunk of stdout) {
      if (size === 0) await sleep(100);
      size += (chunk as Buffer).length;
      if (size > 90_000_000) finished = true;
    }
    await done;
    assert.equal(size, 100_000_000);
  });

  it('ends when its reader goes away', async () => {
    const { stdout, done } = stream(['yes']);
    for await (const chunk of stdout) {
      assert.ok(chunk);
      break;
    }
    await assert.rejects(done, CommandError);
  });

  it('passes on a gigabyte', async () => {
    const { stdout, done } = stream(['head', '-c', '1000000000', '/dev/zero']);
    let size = 0;
    for await (const chunk of stdout) size += (chunk as Buffer).length;
    await done;
    assert.equal(size, 1_000_000_000);
  });
});

describe('a cancelled command', () => {
  it('is ended with all its children', async () => {
    const abort = new AbortController();
    const { stdout, done } = stream(sh('sleep 100 & echo $!; wait'), { signal: abort.signal });
    stdout.on('error', () => undefined);
    const [first] = (await once(stdout, 'data')) as [Buffer];
    abort.abort();
    await assert.rejects(done, CancelledError);
    await sleep(50);
    assert.equal(await runs(Number(first.toString())), false);
  });

  it('that ignores SIGTERM is killed after three seconds', async () => {
    const abort = new AbortController();
    const started = performance.now();
    const running = capture(sh(`trap '' TERM; echo ready >&2; while :; do sleep 0.1; done`), {
      signal: abort.signal,
      onStderr: () => abort.abort(),
    });
    await assert.rejects(running, CancelledError);
    const took = performance.now() - started;
    assert.ok(took > 2900 && took < 4500, `it took ${took} ms`);
  });

  it('does not start when it is cancelled already', async () => {
    await assert.rejects(capture(['no-such-program-here'], { signal: AbortSignal.abort() }), CancelledError);
  });

  it('ends although nobody reads its output', async () => {
    const abort = new AbortController();
    const { done } = stream(['yes'], { signal: abort.signal });
    await sleep(100);
    abort.abort();
    await assert.rejects(done, CancelledError);
  });
});

async function* brokenSource(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from('x'));
  throw new Error('the source broke');
}

async function* slowMegabyte(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < 100; i++) {
    await sleep(0);
    yield Buffer.alloc(10_000, 'x');
  }
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('it did not fail');
}
