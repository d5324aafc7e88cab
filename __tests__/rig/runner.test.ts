import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { runAction, runPost, startAction } from './runner.ts';

let action: string;

const MAIN = `
import { appendFileSync } from 'node:fs';
const { INPUT_NAME, 'INPUT_WITH-DASH': dashed, 'INPUT_TWO_WORDS': words, INPUT_TOKEN } = process.env;
console.log('::add-mask::' + INPUT_TOKEN);
console.log('::warning file=a.nix,line=2::with ' + INPUT_TOKEN);
appendFileSync(process.env.GITHUB_OUTPUT, 'all<<END\\n' + [INPUT_NAME, dashed, words].join('\\n') + '\\nEND\\n');
appendFileSync(process.env.GITHUB_STATE, 'container=c1\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Done\\n');
if (INPUT_NAME === 'wait') { console.log('waiting'); setTimeout(() => {}, 60000); }
if (INPUT_NAME === 'fail') process.exitCode = 3;
`;
const POST = "console.log('removing ' + process.env.STATE_container + ' in ' + process.env.RUNNER_TEMP);";
const ACTION = `
inputs:
  name: { default: somebody }
  with-dash: { default: '7' }
  two words: {}
  token: { default: '\${{ github.token }}' }
runs: { using: node24, main: main.mjs, post: post.mjs }
`;

beforeAll(async () => {
  action = await mkdtemp(path.join(tmpdir(), 'action-'));
  await Promise.all(Object.entries({ 'action.yml': ACTION, 'main.mjs': MAIN, 'post.mjs': POST }).map(([name, text]) => writeFile(path.join(action, name), text)));
});

afterAll(() => rm(action, { recursive: true }));

test('inputs come as the runner gives them, defaults filled in, and results are read back', async () => {
  const result = await runAction({ action, inputs: { 'two words': 'x' }, token: 'secret-token' });
  assert.equal(result.code, 0);
  assert.deepEqual(result.outputs, { all: 'somebody\n7\nx' });
  assert.deepEqual(result.annotations, [{ level: 'warning', message: 'with secret-token', file: 'a.nix', line: 2 }]);
  assert.equal(result.log.includes('secret-token'), false);
  assert.equal(result.summary, '# Done\n');
});

test('the post step gets the state of a main step that failed, and its temporary folder', async () => {
  const step = { action, inputs: { name: 'fail' } };
  const main = await runAction(step);
  assert.equal(main.code, 3);
  const post = await runPost(step, main);
  assert.equal(post.stdout, `removing c1 in ${main.temp}\n`);
});

test('a running step can be cancelled', async () => {
  const step = await startAction({ action, inputs: { name: 'wait' } });
  await step.saw('waiting');
  step.signal('SIGTERM');
  assert.equal((await step.done).signal, 'SIGTERM');
});
