import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { resultOf } from '../../src/report/machine/outputs.ts';
import { PLAIN } from '../../src/report/text/palette.ts';
import { renderSummary } from '../../src/report/markdown/summary.ts';
import { renderTerminalSummary } from '../../src/report/terminal/terminal-summary.ts';
import { renderTestReport } from '../../src/report/markdown/tests-section.ts';
import { hasFailed, type TestReport } from '../../src/report/facts/test-facts.ts';
import { report } from './sample.ts';

const TESTED: TestReport = {
  arch: 'amd64',
  base: 'ghcr.io/org/bedrock:1',
  user: 'dev',
  checks: [
    { title: 'install.sh installs', outcome: 'passed' },
    { title: 'test.sh passes', outcome: 'passed', detail: 'as dev | root' },
    { title: 'every added path verified by Nix', outcome: 'skipped', detail: 'the base has no Nix' },
  ],
  duration: 12_000,
};
const UNTESTED: TestReport = { arch: 'arm64', base: 'ghcr.io/org/bedrock:1', user: '', checks: [], skipped: 'no emulator', duration: 100 };

test('the summary says for each base what was tested, and folds the checks', () => {
  const summary = renderSummary(report({ tests: [TESTED, UNTESTED] }));
  assert.match(summary, /### Tested in its base\n/);
  assert.match(summary, /\| amd64 \| `ghcr\.io\/org\/bedrock:1` \| dev \| 2 checks passed, 1 not possible there \| 12 s \|/);
  assert.match(summary, /\| arm64 \| `ghcr\.io\/org\/bedrock:1` \| – \| not tested \(the warnings say why\) \| 0\.1 s \|/);
  assert.match(summary, /<summary>All checks<\/summary>[^]*\| test\.sh passes \| passed: as dev &#124; root \|/);
});

test('where nothing was tested, nothing is said of it', () => {
  for (const nothing of [report(), report({ tests: [] })]) {
    assert.doesNotMatch(renderSummary(nothing), /Tested in/);
    assert.doesNotMatch(renderTerminalSummary(nothing, PLAIN), /Tested in/);
    assert.deepEqual(resultOf(nothing).tests, []);
  }
});

test('a terminal gets a line for each base, and nix-feature test one for each check', () => {
  assert.match(renderTerminalSummary(report({ tests: [TESTED] }), PLAIN), /Tested in its base\n {2}amd64 in ghcr\.io\/org\/bedrock:1 as dev: 2 checks passed, 1 not possible there\n/);
  assert.equal(
    renderTestReport(report({ tests: [TESTED] }), PLAIN),
    `my-tools 1.2.0 for amd64 in ghcr.io/org/bedrock:1: 2 checks passed, 1 not possible there
  install.sh installs: passed
  test.sh passes: passed: as dev | root
  every added path verified by Nix: skipped: the base has no Nix
`,
  );
});

test('machines get every check', () => {
  assert.deepEqual(resultOf(report({ tests: [UNTESTED] })).tests, [{ arch: 'arm64', base: 'ghcr.io/org/bedrock:1', user: null, checks: [], skipped: 'no emulator' }]);
  assert.ok(!hasFailed(TESTED));
  assert.ok(hasFailed({ ...TESTED, checks: [{ title: 'x', outcome: 'failed' }] }));
});
