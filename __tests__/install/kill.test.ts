import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from '@jest/globals';
import { KILL_SCENARIOS, killScenarios } from './kill-scenarios.ts';
import { DASH } from './sandbox.ts';

// A sample, to be quick. More: __tests__/e2e/install-kill*.e2e.ts
killScenarios(DASH, {
  stride: 31,
  sampled: { kinds: 'none', stride: 31 },
  env: { NIX_FEATURE_NIX: 'no' },
  only: ['an upgrade', 'a removal that gives such a path back', 'a change from the delta to development mode'],
});

it('docs/contributing/installer.md names everything that is killed', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/contributing/installer.md'), 'utf8');
  const named = [...text.matchAll(/^- (an? .*)$/gm)].map(([, name = '']) => name);
  assert.deepEqual(named.toSorted(), Object.keys(KILL_SCENARIOS).sort());
});
