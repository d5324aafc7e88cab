import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { BuildError, CancelledError, CommandError, Failure, InputError, SetupError } from '../../src/kit/errors.ts';
import { explain } from '../../src/report/text/explain.ts';
import { renderFailureSummary } from '../../src/report/runs/failure.ts';
import { capMarkdown, fence, joinSections } from '../../src/report/text/markdown.ts';

test('the summary of a build that failed, whole', () => {
  const error = new BuildError(
    'The build of jq failed.',
    { derivation: '/nix/store/x-jq.drv', log: ['checking', '\u001B[31merror: `a` missing\u001B[0m'] },
    { hint: 'Look at the log.', location: { file: 'flake.nix', line: 3 } },
  );
  assert.equal(
    renderFailureSummary(explain(error), [['feature', 'tools']]),
    `## Failed: the build failed

> The build of jq failed.

In \`flake.nix:3\`.

**What to do:** Look at the log.

The end of the log:

\`\`\`text
checking
error: \`a\` missing
\`\`\`

<details><summary>Inputs (1)</summary>

| Input | Value |
| --- | --- |
| \`feature\` | \`tools\` |

</details>
`,
  );
});

test('a failure leads to the pages that its hint names, to the commit and to the run', () => {
  const source = 'https://github.com/octo-org/octo';
  const job = { source, revision: 'a'.repeat(40), run: `${source}/actions/runs/1` };
  const text = renderFailureSummary(explain(new Failure('x', { hint: 'docs/make/contract.md explains it, and docs/make/contract.md again.' })), [], { job });
  assert.ok(text.includes(`[contract](<https://github.com/org/nix-feature-action/blob/v1/docs/make/contract.md>) · [Commit aaaaaaa](<${source}/commit/${job.revision}>) · [Run](<${job.run}>)`), text);
});

test('what stands between backticks in a hint is code, and nothing else is Markdown', () => {
  const error = new Failure('x', { hint: 'Run `skopeo copy <a>` in *this* folder.' });
  assert.match(renderFailureSummary(explain(error), []), /\*\*What to do:\*\* Run `skopeo copy <a>` in &#42;this&#42; folder\./);
});

test('a build that failed without a word has no log to show', () => {
  assert.deepEqual(explain(new BuildError('x', { log: ['', ' '] })).log, []);
});

test('each kind of failure is told apart', () => {
  assert.equal(explain(new InputError('push', 'x')).kind, 'input');
  assert.equal(explain(new SetupError('x')).kind, 'setup');
  assert.equal(explain(new CancelledError('x')).kind, 'cancelled');
  assert.equal(explain(new Failure('x')).kind, 'failure');
  assert.equal(explain(new TypeError('x')).kind, 'bug');
  assert.equal(explain('thrown text').kind, 'bug');
});

test('a full disk is no bug, however deep its error lies', () => {
  const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
  const bare = explain(new Error('stream broke', { cause: full }));
  assert.equal(bare.kind, 'failure');
  assert.match(bare.message, /disk is full/);
  const wrapped = explain(new Failure('The layer could not be written.', { cause: full }));
  assert.equal(wrapped.title, 'The disk is full');
  assert.match(wrapped.hint ?? '', /TMPDIR/);
});

test('a bug asks to be reported, and keeps the stacks of all causes for debugging', () => {
  const bug = explain(new TypeError('x is not a function', { cause: new RangeError('deep') }));
  assert.match(bug.hint ?? '', /report/);
  assert.match(bug.trace, /TypeError: x is not a function\n +at [\s\S]*caused by: RangeError: deep\n +at /);
});

test('a failure keeps what its causes say, and no stack', () => {
  const cause = new Error('socket hang up', { cause: 'thrown text' });
  assert.equal(explain(new Failure('x', { cause })).trace, "caused by: socket hang up\ncaused by: 'thrown text'");
  assert.equal(explain(new InputError('push', 'x')).trace, '');
});

test("of a command's output the last forty lines are shown", () => {
  const stderr = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
  const { log } = explain(new CommandError('x', { command: ['nix'], exitCode: 1, stderr }));
  assert.equal(log.length, 40);
  assert.equal(log.at(-1), 'line 99');
});

test('a fence is longer than any run of backticks inside', () => {
  assert.equal(fence('a ```` b'), '`````\na ```` b\n`````');
});

test('a document that is too long is cut between sections, and says so', () => {
  const text = joinSections(['# a', 'b'.repeat(100), 'c'.repeat(1000), 'd'], 500);
  assert.match(text, /b{100}\n\n_The rest of this report is left out/);
  assert.doesNotMatch(text, /[cd]{3}/);
  const capped = capMarkdown(`## a\n\ntext\n\n### b\n\n${'x'.repeat(1000)}\n\n<details><summary>t</summary>\n\nz\n\n</details>`, 200);
  assert.equal(capped, '## a\n\ntext\n\n_The rest of this report is left out: it is too long for a summary._\n');
});

function titleOf(error: unknown): string | undefined {
  return renderFailureSummary(explain(error), []).split('\n')[0];
}

test('the title of a summary says that the run failed, and by what', () => {
  assert.equal(titleOf(new InputError('push', 'x')), "## Failed: an input can't be used");
  assert.equal(titleOf(new Failure('x')), '## Failed');
  assert.equal(titleOf(new CancelledError('x')), '## Cancelled');
});

test('a hint names the address of a page of the documentation', () => {
  const { hint, inTerminal } = explain(new Failure('x', { hint: 'Look into docs/verify/leaks.md, not my/docs/leaks.md.', inTerminal: 'See docs/make/contract.md.' }));
  assert.equal(hint, 'Look into https://github.com/org/nix-feature-action/blob/v1/docs/verify/leaks.md, not my/docs/leaks.md.');
  assert.equal(inTerminal, 'See https://github.com/org/nix-feature-action/blob/v1/docs/make/contract.md.');
});

test('a long value is shortened, and what stands between two values is not', () => {
  const between = 'and '.repeat(200);
  assert.equal(explain(new Failure(`"a" ${between}"b"`)).message, `"a" ${between}"b"`);
  assert.match(explain(new Failure(`"a" and "${'x y '.repeat(200)}" and c`)).message, /^"a" and "x y [x y]{100,120}…[x y]{50,60}" and c$/);
  assert.match(explain(new Failure(`an inch is 2.54 cm (") of ${'x'.repeat(900)}`)).message, /^an inch is 2\.54 cm \("\) of x{120}…x{60}$/);
});
