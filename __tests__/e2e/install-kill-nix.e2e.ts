import { killScenarios, type KillScenario } from '../install/kill-scenarios.ts';
import { BASH, DASH } from '../install/sandbox.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { searchPath } from '../rig/paths.ts';
import { nixDatabase } from './nix-database.ts';

/** What Nix's database has to do with in different ways: paths come, are replaced, and go; install-kill.e2e.ts has more without it. */
const SOME: readonly KillScenario[] = [
  'an upgrade',
  'an installation over a path of the base with other bytes',
  'a removal that gives such a path back',
];
const only = EVERYTHING ? {} : { only: SOME };
const UNDER_BASH: readonly KillScenario[] = ['a removal that gives such a path back', ...(EVERYTHING ? (['an upgrade', 'a removal'] as const) : [])];
killScenarios({ ...DASH, path: searchPath() }, { stride: 8, sampled: { kinds: /^nix/, stride: 80 }, env: {}, state: nixDatabase, ...only });
killScenarios({ ...BASH, path: searchPath() }, { stride: 7, sampled: { kinds: 'none', stride: 21 }, env: { NIX_FEATURE_NIX: 'no' }, only: UNDER_BASH });
