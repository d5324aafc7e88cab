import { KILL_SCENARIOS, killScenarios, type KillScenario } from '../install/kill-scenarios.ts';
import { BASH, DASH } from '../install/sandbox.ts';
import { searchPath } from '../rig/paths.ts';
import { nixDatabase } from './nix-database.ts';

// What install-kill-nix.e2e.ts leaves out; and samples in bash.
const only = (Object.keys(KILL_SCENARIOS) as KillScenario[]).filter((name) => name.includes('development mode'));
killScenarios({ ...DASH, path: searchPath() }, { stride: 8, env: {}, state: nixDatabase, only });
killScenarios({ ...BASH, path: searchPath() }, { stride: 7, env: { NIX_FEATURE_NIX: 'no' }, only: ['an upgrade', 'a removal', 'a removal that gives such a path back'] });
