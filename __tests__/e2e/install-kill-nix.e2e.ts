import { KILL_SCENARIOS, killScenarios, type KillScenario } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';
import { searchPath } from '../rig/paths.ts';
import { nixDatabase } from './nix-database.ts';

// With Nix's database at hand: a sample of the states. Development mode: install-kill-nix-dev.e2e.ts
const only = (Object.keys(KILL_SCENARIOS) as KillScenario[]).filter((name) => !name.includes('development mode'));
killScenarios({ ...DASH, path: searchPath() }, { stride: 8, env: {}, state: nixDatabase, only });
