import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { RunReport } from '../../src/report/facts/run-facts.ts';
import { runOutputsOf } from '../../src/report/machine/run-result.ts';
import { renderRunSummary } from '../../src/report/markdown/run-summary.ts';

const REPORT: RunReport = {
  exitCode: 0,
  where: 'a container of ghcr.io/org/bedrock:1',
  nix: 'Nix 2.26.3',
  tools: ['./tools#default'],
  path: ['/nix/store/00000000000000000000000000000000-a/bin'],
  prepared: 1234.5,
  duration: 61_000,
  given: [['flake', '.#default']],
};

test('the JSON of a command is what its schema says', () => {
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/run.schema.json'), 'utf8')) as object;
  const isValid = new Ajv2020().compile(schema);
  for (const exitCode of [0, 3, 143]) {
    const outputs = runOutputsOf({ ...REPORT, exitCode });
    assert.equal(outputs['exit-code'], String(exitCode));
    assert.ok(isValid(JSON.parse(outputs.json)), JSON.stringify(isValid.errors));
  }
});

test('the summary of a command says in its first line how it ended, and where', () => {
  const [first] = renderRunSummary(REPORT).split('\n');
  assert.equal(first, '## The command ended with exit code 0 after 1 min 1 s, in a container of ghcr.io/org/bedrock:1');
});
