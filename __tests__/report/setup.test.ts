import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SetupReport } from '../../src/report/facts/setup-facts.ts';
import { setupOutputsOf, setupResultOf } from '../../src/report/machine/setup-result.ts';
import { renderSetupSummary } from '../../src/report/markdown/setup-summary.ts';
import { renderShellLines } from '../../src/report/terminal/setup-terminal.ts';
import { setupHeadline } from '../../src/report/text/setup-text.ts';

const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../schemas/setup.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);

const REPORT: SetupReport = {
  nix: 'Nix 2.31.2',
  wanted: '2.31.2',
  from: 'cached',
  bin: '/nix/store/aaaa-nix-2.31.2/bin',
  variables: { NIX_CONFIG: "access-tokens = github.com=ghp_secret\nuser-agent-suffix = it's" },
  given: [['nix-version', '2.31.2']],
  duration: 812,
};

test('what setup came to is JSON by its schema, wherever Nix came from, and without the settings', () => {
  for (const from of ['here', 'cached', 'downloaded'] as const) {
    const result = setupResultOf({ ...REPORT, from, bin: from === 'here' ? undefined : REPORT.bin });
    assert.ok(validate(result), JSON.stringify(validate.errors));
    assert.doesNotMatch(JSON.stringify(result), /ghp_secret/);
  }
  assert.doesNotMatch(JSON.stringify(setupOutputsOf(REPORT)), /ghp_secret/);
});

test('the lines for a shell mean what they say, whatever is in a setting', () => {
  assert.equal(renderShellLines(REPORT), `export PATH='/nix/store/aaaa-nix-2.31.2/bin':"$PATH"\nexport NIX_CONFIG='access-tokens = github.com=ghp_secret\nuser-agent-suffix = it'\\''s'\n`);
  assert.doesNotMatch(renderShellLines({ ...REPORT, bin: undefined }), /PATH=/);
});

test('the first line says where Nix comes from, and that another version was asked for', () => {
  assert.equal(setupHeadline(REPORT), 'Nix 2.31.2 was installed from the tool cache');
  assert.equal(setupHeadline({ ...REPORT, from: 'downloaded' }), 'Nix 2.31.2 was downloaded and installed');
  assert.equal(setupHeadline({ ...REPORT, from: 'here' }), 'Nix 2.31.2 is there');
  assert.equal(setupHeadline({ ...REPORT, from: 'here', wanted: '2.35.1' }), 'Nix 2.31.2 is installed already and is used; 2.35.1 was not needed');
  assert.match(renderSetupSummary(REPORT), /^## Nix 2\.31\.2 was installed from the tool cache\n\nIt took 0\.8 s\. `\/nix\/store\/aaaa-nix-2\.31\.2\/bin` goes before PATH\./);
});
