import { KILL_SCENARIOS, killScenarios, type KillScenario } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';
import { EVERYTHING } from '../jest/everything.ts';

/** Whose steps the others have, too, in another order or on another system. */
const TWICE = new Set<KillScenario>([
  'a downgrade',
  'an installation with its complement',
  'an upgrade that gives such a path back',
  'an upgrade in development mode',
  'a removal of what development mode installed',
]);
const all = Object.keys(KILL_SCENARIOS) as KillScenario[];
const only = EVERYTHING ? all : all.filter((name) => !TWICE.has(name));
// One file for all, so that a kind of state that many runs leave is tried once.
killScenarios(DASH, { stride: 1, sampled: { kinds: 'all', stride: 64 }, env: { NIX_FEATURE_NIX: 'no' }, only });
