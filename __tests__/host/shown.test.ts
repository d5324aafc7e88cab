import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import * as fc from 'fast-check';
import { cleanUp } from '../../src/actions/cleanup.ts';
import type { GithubHost } from '../../src/host/github/github.ts';
import { withoutCommands } from '../../src/host/shown.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { firstUnfit } from '../../src/kit/safe-text.ts';
import { COLOURS } from '../../src/report/text/terminal-text.ts';
import { HOSTILE_TEXT, runs } from '../fuzz/settings.ts';
import { COMPILED } from '../jest/compiled.ts';

/** What .NET's TrimStart takes away: Char.IsWhiteSpace. */
const WHITE_SPACE = ['\t', '\v', '\f', ' ', '\u0085', '\u00a0', '\u1680', ...Array.from({ length: 11 }, (_, i) => String.fromCharCode(0x2000 + i)), '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff', '\u200b'];

/** As the runner does: a command at the beginning of a trimmed line, or an older one anywhere. */
function commandOf(line: string): string | undefined {
  let at = 0;
  while (at < line.length && WHITE_SPACE.includes(line.charAt(at))) at++;
  return /^::([^ :]+)/.exec(line.slice(at))?.[1] ?? (line.includes('##[') ? '##[' : undefined);
}

test('no line from outside is a command to the runner, whatever blanks it begins with', () => {
  const lines = [...WHITE_SPACE, '', ...WHITE_SPACE.map((blank) => `${blank} ${blank}`)].flatMap((blanks) => [`${blanks}::error::x`, `${blanks}##[error]x`, `${blanks}::set-env name=A::b`]);
  for (const line of lines) {
    assert.notEqual(commandOf(line), undefined, JSON.stringify(line));
    assert.equal(commandOf(withoutCommands(line)), undefined, JSON.stringify(line));
  }
});

test('in a job a text from outside commands nothing in the log, and does nothing in annotations and summaries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nix-feature-shown-'));
  try {
    const summary = join(folder, 'summary');
    writeFileSync(summary, '');
    const blanks = WHITE_SPACE.map((blank) => `${blank}::add-path::/evil`);
    const texts = [...blanks, ...fc.sample(HOSTILE_TEXT, { ...runs(150), numRuns: 150 })];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'hostile-lines.ts')], {
      encoding: 'utf8',
      input: JSON.stringify(texts),
      maxBuffer: 64 * 1024 * 1024,
      env: { ...COMPILED, GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: folder, RUNNER_DEBUG: '1' },
    });
    assert.equal(status, 0, stderr);
    const lines = stdout.split('\n');
    const commands = new Map<string, number>();
    for (const line of lines) {
      assert.equal(firstUnfit(line.replaceAll('\t', '')), undefined, JSON.stringify(line));
      const command = commandOf(line);
      if (command !== undefined) commands.set(command, (commands.get(command) ?? 0) + 1);
    }
    const each = texts.length;
    assert.deepEqual(Object.fromEntries(commands), { debug: each, notice: each, warning: each, error: 2 * each, group: each, endgroup: each });
    assert.equal(firstUnfit(readFileSync(summary, 'utf8').replaceAll(/[\t\n]/g, '')), undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a terminal gets our own colours, and nothing else that it obeys', () => {
  for (const tty of [true, false]) {
    fc.assert(
      fc.property(HOSTILE_TEXT, (text) => {
        let all = '';
        const stream = { write: (written: string) => (all += written), isTTY: tty, columns: 80 };
        const host = createTerminalHost({ stdout: stream, stderr: stream, env: { NIX_FEATURE_DEBUG: '1', TERM: 'xterm' }, signal: new AbortController().signal });
        for (const how of ['info', 'debug', 'notice', 'warning', 'error', 'result'] as const) host[how](text);
        host.warning('x', { file: text });
        host.result(COLOURS.red(text));
        const stage = host.stage(text);
        stage.update(1, text);
        stage.end(text);
        host.close();
        const rest = all.replaceAll('\r\u001b[K', '').replaceAll(tty ? /\u001b\[(?:[12]|22|3[139])m/g : '\u0000', ''); // oxlint-disable-line no-control-regex
        assert.equal(firstUnfit(rest.replaceAll(/[\t\n]/g, '')), undefined, JSON.stringify(rest));
      }),
      runs(400),
    );
  }
});

test('a secret is masked, whatever is between its characters', () => {
  let all = '';
  const stream = { write: (written: string) => (all += written) };
  const host = createTerminalHost({ stdout: stream, stderr: stream, env: {}, signal: new AbortController().signal });
  host.mask('hunter2');
  host.info('a hun\u001b[0mter2 b hunter2');
  host.result('hunter2');
  assert.equal(all, 'a *** b ***\n***');
});

test('the post step removes containers of ours, and nothing that only goes by such a state', async () => {
  const states: Readonly<Record<string, string>> = {
    'container-amd64': 'docker victim',
    'container-arm64': 'docker --volumes',
    'container-x': 'podman nix-feature-0123456789ab;id',
    'container-y': 'docker nix-feature-',
    'container-z': '',
  };
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const host = { stateNames: () => Object.keys(states), state: (name: string) => states[name] ?? '', debug: say, info: say, warning: say, signal: new AbortController().signal };
  await cleanUp(host as Partial<GithubHost> as GithubHost);
  assert.deepEqual(said, Object.keys(states).map((name) => `${name} names no container of ours.`));
});
