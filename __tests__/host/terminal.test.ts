import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { test } from '@jest/globals';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { fakeClock } from './fake-clock.ts';

function terminal(options: { tty?: boolean; columns?: number; env?: Record<string, string>; quiet?: boolean } = {}) {
  const clock = fakeClock();
  let out = '';
  let err = '';
  const stream = (write: (text: string) => void) => ({
    write,
    isTTY: options.tty ?? false,
    ...(options.columns !== undefined && { columns: options.columns }),
  });
  const host = createTerminalHost({
    stdout: stream((text) => (out += text)),
    stderr: stream((text) => (err += text)),
    env: options.env ?? {},
    signal: new AbortController().signal,
    quiet: options.quiet ?? false,
    clock,
  });
  return { clock, host, out: () => out, err: () => err };
}

/** Back to the beginning of the line, which becomes empty. */
const CLEAR = '\r\u001B[K';

/** What a terminal shows after it got the text, colours apart. */
function shown(text: string): string[] {
  return text.split('\n').map((line) => stripVTControlCharacters(line.split(CLEAR).at(-1) ?? ''));
}

test('on a terminal a stage is one line that is drawn over, and ends as a line that stays', () => {
  const { clock, host, err } = terminal({ tty: true, columns: 80 });
  const stage = host.stage('Packing', { total: 76_400_000, unit: 'bytes' });
  clock.pass(1_900);
  stage.update(47_100_000, 'git-2.39');
  assert.deepEqual(shown(err()), ['Packing: 62%, 47.1 MB of 76.4 MB, 24.8 MB/s, 1.9 s, git-2.39']);
  host.info('hello');
  assert.deepEqual(shown(err()), ['hello', 'Packing: 62%, 47.1 MB of 76.4 MB, 24.8 MB/s, 1.9 s, git-2.39']);
  stage.end('3 layers');
  assert.deepEqual(shown(err()), ['hello', 'Packing: 3 layers (1.9 s)', '']);
  assert.equal(clock.timers, 0);
});

test('a stage is drawn at most ten times a second, and counts its time when nothing else happens', () => {
  const { clock, host, err } = terminal({ tty: true });
  const stage = host.stage('Packing', { unit: 'paths', total: 10_000 });
  const drawn = () => err().split('\u001B[K').length - 1;
  const before = drawn();
  for (let done = 0; done < 1_000; done += 1) {
    stage.update(done);
    clock.pass(0.5);
  }
  assert.ok(drawn() - before <= 6, `${drawn() - before} drawings in half a second`);
  const waiting = drawn();
  clock.pass(5_000);
  assert.equal(drawn() - waiting, 5);
  stage.end();
});

test("a line never wraps: the terminal's width cuts it", () => {
  const { clock, host, err } = terminal({ tty: true, columns: 30 });
  host.stage('Packing', { total: 100, unit: 'paths' });
  clock.pass(1_000);
  for (const line of shown(err())) assert.ok(line.length < 30, line);
  assert.match(shown(err()).at(-1) ?? '', /…$/);
  const told = terminal({ tty: true, columns: 0, env: { COLUMNS: '20' } });
  told.host.stage('A stage with a title that is long');
  assert.equal(shown(told.err()).at(-1)?.length, 19);
});

test('of two stages at once the later is shown, and the other one when it is done', () => {
  const { host, err } = terminal({ tty: true });
  const first = host.stage('First');
  const second = host.stage('Second');
  assert.deepEqual(shown(err()), ['Second: 0.0 s']);
  second.end('ok');
  assert.deepEqual(shown(err()), ['Second: ok (0.0 s)', 'First: 0.0 s']);
  first.end();
  first.end();
  assert.deepEqual(shown(err()), ['Second: ok (0.0 s)', 'First: done (0.0 s)', '']);
});

test('in a pipe, on a dumb terminal and in CI there are plain lines, one every ten seconds', () => {
  for (const options of [{}, { tty: true, env: { TERM: 'dumb' } }, { tty: true, env: { CI: 'true', NO_COLOR: '1' } }]) {
    const { clock, host, err } = terminal(options);
    const stage = host.stage('Packing', { total: 100, unit: 'layers' });
    stage.update(1);
    clock.pass(9_000);
    stage.update(50, 'git');
    clock.pass(12_000);
    stage.end('100 layers');
    clock.pass(60_000);
    assert.equal(
      err(),
      'Packing …\nPacking: 50%, 50 of 100 layers, 10 s, git\nPacking: 50%, 50 of 100 layers, 20 s, git\nPacking: 100 layers (21 s)\n',
    );
  }
});

test('results go to standard output, everything else to standard error', async () => {
  const { host, out, err } = terminal({});
  host.info('info');
  host.warning('careful', { file: 'flake.nix', line: 3 });
  host.error('broken');
  host.debug('not shown');
  assert.equal(await host.group('Build', async () => 7), 7);
  await host.summary('summary\n');
  assert.equal(err(), 'info\nwarning: flake.nix:3: careful\nerror: broken\nBuild\n');
  assert.equal(out(), 'summary\n');
});

test('quiet keeps warnings and errors', () => {
  const { clock, host, err } = terminal({ quiet: true, tty: true, env: { NO_COLOR: '1' } });
  host.info('info');
  host.stage('Packing').update(1);
  clock.pass(60_000);
  host.warning('careful');
  assert.equal(err(), 'warning: careful\n');
});

test('debug lines are shown where they are asked for', () => {
  const { host, err } = terminal({ env: { NIX_FEATURE_DEBUG: '1' } });
  host.debug('line');
  assert.equal(err(), 'line\n');
});

test('colours are for terminals that want them', () => {
  const coloured = terminal({ tty: true });
  coloured.host.warning('x');
  assert.ok(coloured.err().includes('\u001B[33mwarning:'));
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
    const plain = terminal({ tty: true, env });
    plain.host.warning('x');
    assert.ok(!plain.err().includes('\u001B[3'));
  }
});

test('a secret is shown nowhere: not in lines, stages, notes or results', async () => {
  const { host, out, err } = terminal({ tty: true });
  host.mask('hunter2');
  host.mask('line one\nline two');
  host.mask('');
  host.info('password hunter2');
  host.warning('hunter2hunter2');
  host.stage('fetch hunter2').update(1, 'line two');
  host.stage('x').end('hunter2');
  await host.summary('the hunter2\n');
  assert.doesNotMatch(out() + err(), /hunter2|line two/);
  assert.equal(out(), 'the ***\n');
});

test('stages that nobody ended leave no line and no timer behind', () => {
  const { clock, host, err } = terminal({ tty: true, env: { NO_COLOR: '1' } });
  host.stage('Packing');
  host.close();
  host.error('broken');
  clock.pass(5_000);
  assert.deepEqual(shown(err()), ['error: broken', '']);
  assert.equal(clock.timers, 0);
});
