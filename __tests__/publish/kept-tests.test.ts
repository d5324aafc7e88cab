import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { writeLayoutTests } from '../../src/layout/beside/layout-tests.ts';
import type { TestReport } from '../../src/report/parts/tests.ts';
import { resultOf } from '../../src/report/build/outputs.ts';
import { renderSummary } from '../../src/report/build/summary.ts';
import { assertFollows } from '../schemas.ts';
import { writeBuiltLayout } from './layouts.ts';
import { publishing } from './publishing.ts';

test('what the tests of the jobs that built showed is in the summary and the JSON of the job that publishes', async () => {
  const { publish } = await publishing();
  const base = { user: 'vscode', duration: 1234 };
  const tested: TestReport = { ...base, arch: 'amd64', base: 'ghcr.io/org/bedrock:1', checks: [{ title: 'test.sh', outcome: 'passed', detail: 'a\n\u001b[31mb\u001b[0m\u202e' }] };
  const skipped: TestReport = { ...base, arch: 'arm64', base: 'ghcr.io/org/bedrock:1', checks: [], skipped: 'There is no emulation.' };
  const layouts = [await writeBuiltLayout({ arches: ['arm64'] }), await writeBuiltLayout({ arches: ['amd64'] })];
  await writeLayoutTests(layouts[0] ?? '', [skipped]);
  await writeLayoutTests(layouts[1] ?? '', [tested]);
  for (const layout of layouts) {
    assertFollows('tests', JSON.parse(await readFile(path.join(layout, 'tests.json'), 'utf8')));
    assertFollows('layout', JSON.parse(await readFile(path.join(layout, 'feature.json'), 'utf8')));
  }
  const report = await publish(layouts);
  assert.deepEqual(resultOf(report).tests, [
    { arch: 'amd64', base: tested.base, user: 'vscode', checks: [{ title: 'test.sh', outcome: 'passed', detail: 'a b\\u202e' }], skipped: null },
    { arch: 'arm64', base: tested.base, user: 'vscode', checks: [], skipped: 'There is no emulation.' },
  ]);
  // How long it took is said where it was tested.
  assert.match(renderSummary(report), /### Tested in its base\n\n.*\n.*\n\| amd64 \| `ghcr\.io\/org\/bedrock:1` \| vscode \| 1 check passed \|  \|\n/);
});
